/**
 * Bundles every entry with ncc into dist/, each a folder of its own that runs without node_modules.
 * `npm run build -- --out DIR` writes elsewhere, which is how the test proves that dist matches its source.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { minifySync } from 'oxc-minify'
import { ASSET_FILE } from '../src/dashboard/asset-file.ts'
import { buildDashboardAssets } from './dashboard-assets.ts'
import { flatReportTypes } from './flat-types.ts'

const NCC = path.resolve('node_modules/@vercel/ncc/dist/ncc/cli.js')

/** Bundle -> compiled module. */
const BUNDLES = {
  main: 'build/src/entries/main.js',
  post: 'build/src/entries/post.js',
  act: 'build/src/entries/act.js',
  sampler: 'build/src/entries/sampler.js',
  cli: 'build/src/entries/cli.js',
  artifact: 'build/src/entries/artifact.js',
  core: 'build/src/core/index.js',
  formula: 'build/src/core/formula.js',
}

/**
 * Bundles of the npm package, which is smaller by half and starts sooner. Of those that GitHub runs only the sampler is among them: the others
 * stay readable for people who review the action before they use it.
 */
const MINIFIED: ReadonlySet<string> = new Set(['cli', 'core', 'sampler'])

const flag = process.argv.indexOf('--out')
const out = path.resolve(flag > 0 ? (process.argv[flag + 1] ?? 'dist') : 'dist')

async function bundle([name, entry]: [string, string]): Promise<void> {
  const folder = path.join(out, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await promisify(execFile)(process.execPath, [NCC, 'build', entry, '-o', folder, '--license', 'licenses.txt', '-q'], {
    maxBuffer: 1 << 26,
  })
  addMissingLicences(folder)
  if (MINIFIED.has(name)) minify(folder)
  if (name === 'core') copyTypes(folder)
  if (name === 'cli') await writeDashboardAssets(folder)
}

/** The script of the dashboard's page, beside the bundle that puts it into the page, and where the compiled sources look for it. */
async function writeDashboardAssets(folder: string): Promise<void> {
  const text = `${JSON.stringify(await buildDashboardAssets())}\n`
  for (const file of [path.join(folder, ASSET_FILE), `build/${ASSET_FILE}`]) writeFileSync(file, text)
}

/**
 * Adds the licences that ncc leaves out: of a bundle in several chunks it keeps those of one chunk only.
 */
function addMissingLicences(folder: string): void {
  const code = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  const packages = [...code.matchAll(/ MODULE: \.\/node_modules\/((?:@[^/]+\/)?[^/\n]+)/g)].map(([, name = '']) => name)
  const file = path.join(folder, 'licenses.txt')
  let text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const name of [...new Set(packages)].sort()) {
    if (text.split('\n').includes(name)) continue
    const root = path.join('node_modules', name)
    const { license = '' } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { license?: string }
    const own = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry))
    text += `${name}\n${license}\n${own === undefined ? '' : readFileSync(path.join(root, own), 'utf8').trimEnd()}\n\n`
  }
  if (text !== '') writeFileSync(file, text)
}

/** Minifies the code of a bundle in place. Functions and classes keep their names, which stack traces show. */
function minify(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const target = path.join(folder, file)
    const compress = { target: 'es2022', keepNames: { function: true, class: true } }
    const { code, errors } = minifySync(file, readFileSync(target, 'utf8'), { module: true, compress })
    if (errors.length > 0) throw new Error(`${target} cannot be minified: ${errors[0]?.message}`)
    writeFileSync(target, code)
  }
}

/**
 * The types of `carbon-gate/core`: the declarations that tsc wrote, importing each other as a consumer's compiler resolves them. Those of the
 * report are printed without zod, which consumers do not have.
 */
function copyTypes(folder: string): void {
  const source = 'build/src/core'
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    const text = file === 'report.d.ts' ? flatReportTypes() : readFileSync(path.join(source, file), 'utf8')
    writeFileSync(target, text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"))
  }
}

const queue = Object.entries(BUNDLES).filter(([, entry]) => existsSync(entry))
const workers = Array.from({ length: Math.min(queue.length, availableParallelism()) }, async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await bundle(next)
})
await Promise.all(workers)
process.stdout.write(`${readdirSync(out).sort().join(' ')}\n`)
