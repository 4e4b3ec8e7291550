/**
 * Bundles every entry into dist/, each a folder of its own that runs without node_modules.
 * `npm run build -- --out DIR` writes elsewhere, which is how the test proves that dist matches its source.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type RolldownOutput, rolldown } from 'rolldown'
import { ASSET_FILE } from '../src/dashboard/asset-file.ts'
import { buildDashboardAssets } from './dashboard-assets.ts'
import { flatReportTypes } from './flat-types.ts'

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

async function bundle(name: string, input: string): Promise<void> {
  const folder = path.join(out, name)
  rmSync(folder, { recursive: true, force: true })
  // A linked node_modules must not change the paths in comments: dist is the same on every machine.
  const build = await rolldown({
    input,
    platform: 'node',
    logLevel: 'warn',
    tsconfig: false,
    resolve: { symlinks: false },
  })
  const { output } = await build.write({
    dir: folder,
    entryFileNames: 'index.js',
    chunkFileNames: '[name].js',
    ...(MINIFIED.has(name) && { minify: { compress: { target: 'es2022' } }, comments: false }),
  })
  await build.close()
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`)
  writeLicences(folder, output)
  if (name === 'core') copyTypes(folder)
  if (name === 'cli') await writeDashboardAssets(folder)
}

/** The script of the dashboard's page, beside the bundle that puts it into the page, and where the compiled sources look for it. */
async function writeDashboardAssets(folder: string): Promise<void> {
  const text = `${JSON.stringify(await buildDashboardAssets())}\n`
  for (const file of [path.join(folder, ASSET_FILE), `build/${ASSET_FILE}`]) writeFileSync(file, text)
}

/** Writes the licence of every package that a bundle contains, by name. */
function writeLicences(folder: string, output: RolldownOutput['output']): void {
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  const roots = modules.flatMap((id) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(id)?.[0] ?? [])
  const texts = [...new Set(roots)].map(licenceOf)
  if (texts.length > 0) writeFileSync(path.join(folder, 'licenses.txt'), [...new Set(texts)].sort().join('\n\n') + '\n')
}

/** The name of a package, the name of its licence and the licence's text. */
function licenceOf(root: string): string {
  const { name, license = '' } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string
    license?: string
  }
  const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry))
  return `${name}\n${license}\n${file === undefined ? '' : readFileSync(path.join(root, file), 'utf8').trimEnd()}`
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

for (const [name, entry] of Object.entries(BUNDLES)) if (existsSync(entry)) await bundle(name, entry)
process.stdout.write(`${readdirSync(out).sort().join(' ')}\n`)
