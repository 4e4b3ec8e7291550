/**
 * Bundles every entry into dist/, each a folder of its own that runs without node_modules.
 * `npm run build -- --out DIR` writes elsewhere, which is how the test proves that dist matches its source.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { type OutputChunk, type OutputOptions, type RolldownOutput, rolldown } from 'rolldown'
import { ASSET_FILE } from '../src/dashboard/asset-file.ts'
import { buildDashboardAssets } from './dashboard-assets.ts'
import { DIGEST_FILE, distDigest } from './dist-digest.ts'
import { flatReportTypes } from './flat-types.ts'

/** Bundles that GitHub runs. ncc leaves them readable, for people who review the action before they use it. */
const ACTION = {
  main: 'build/src/entries/main.js',
  post: 'build/src/entries/post.js',
  act: 'build/src/entries/act.js',
  artifact: 'build/src/entries/artifact.js',
}

/** Bundles of the npm package. rolldown also minifies them: half the size, and they start sooner. */
const PACKAGE = {
  sampler: 'build/src/entries/sampler.js',
  cli: 'build/src/entries/cli.js',
  core: 'build/src/core/index.js',
  formula: 'build/src/core/formula.js',
}

/**
 * Modules of undici, replaced in the bundles of the npm package by what `@actions/github` uses. undici's index also loads its mocks, caches
 * and web sockets: 50 kB compressed. The parser of headers for processors with SIMD is another 20 kB; the other one runs on every processor.
 */
const REPLACED: Readonly<Record<string, string>> = {
  'undici/index.js': `
    require('./lib/dispatcher/dispatcher').prototype.connect = require('./lib/api/api-connect')
    exports.ProxyAgent = require('./lib/dispatcher/proxy-agent')
    exports.fetch = require('./lib/web/fetch').fetch`,
  'undici/lib/llhttp/llhttp_simd-wasm.js': `module.exports = require('./llhttp-wasm.js')`,
}

const NCC = path.resolve('node_modules/@vercel/ncc/dist/ncc/cli.js')

const flag = process.argv.indexOf('--out')
const out = path.resolve(flag > 0 ? (process.argv[flag + 1] ?? 'dist') : 'dist')

/** Bundles one entry of the action. @returns the paths of all its modules */
async function bundleForAction(input: string, folder: string): Promise<string[]> {
  const stats = path.join(folder, 'stats.json')
  await promisify(execFile)(process.execPath, [NCC, 'build', input, '-o', folder, '--stats-out', stats, '-q'], {
    maxBuffer: 1 << 26,
  })
  const paths = modulePaths(JSON.parse(readFileSync(stats, 'utf8')) as WebpackModule)
  rmSync(stats)
  return paths
}

/** What ncc's statistics say of a module, which may be made of others. */
interface WebpackModule {
  readonly nameForCondition?: string | null
  readonly modules?: readonly WebpackModule[]
}

function modulePaths({ nameForCondition, modules = [] }: WebpackModule): string[] {
  return [...(nameForCondition ? [nameForCondition] : []), ...modules.flatMap(modulePaths)]
}

/** Bundles one entry of the npm package. @returns the paths of all its modules */
async function bundleForPackage(input: string, folder: string): Promise<string[]> {
  // A linked node_modules must not change the paths in comments: dist is the same on every machine.
  const build = await rolldown({
    input,
    platform: 'node',
    logLevel: 'warn',
    tsconfig: false,
    // The ES modules of a package, of which the parts that are not used can be left out. rolldown prefers CommonJS for Node.js.
    resolve: { symlinks: false, mainFields: ['module', 'main'], conditionNames: ['module'] },
    plugins: [{ name: 'replaced-modules', load: (id) => REPLACED[id.split('/node_modules/').at(-1) ?? ''] ?? null }],
  })
  const options: OutputOptions = {
    dir: folder,
    entryFileNames: 'index.js',
    chunkFileNames: '[name].js',
    minify: { compress: { target: 'es2022' } },
    comments: false,
  }
  const start = modulesOfStart(await build.generate(options))
  const groups = [{ name: 'start', test: (id: string) => start.has(id) }]
  const written = await build.write({ ...options, ...(start.size > 0 && { codeSplitting: { groups } }) })
  await build.close()
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`)
  return chunksOf(written).flatMap(({ moduleIds }) => moduleIds)
}

function chunksOf({ output }: RolldownOutput): OutputChunk[] {
  return output.filter((file) => file.type === 'chunk')
}

/**
 * The modules in other chunks that an entry loads when it starts. As one chunk they load faster than as forty, and with fewer open files. The
 * entry's own module stays outside: it waits at its top level, and a lazy chunk that imported it would wait for it forever.
 */
function modulesOfStart(output: RolldownOutput): ReadonlySet<string> {
  const chunks = new Map(chunksOf(output).map((chunk) => [chunk.fileName, chunk]))
  const loaded = new Set(chunks.get('index.js')?.imports)
  for (const file of loaded) for (const imported of chunks.get(file)?.imports ?? []) loaded.add(imported)
  return new Set([...loaded].flatMap((file) => chunks.get(file)?.moduleIds ?? []))
}

/** The script of the dashboard's page, beside the bundle that puts it into the page, and where the compiled sources look for it. */
async function writeDashboardAssets(folder: string): Promise<void> {
  const text = `${JSON.stringify(await buildDashboardAssets())}\n`
  for (const file of [path.join(folder, ASSET_FILE), `build/${ASSET_FILE}`]) writeFileSync(file, text)
}

/** Writes the licence of every package that a bundle contains, by name. */
function writeLicences(folder: string, modules: readonly string[]): void {
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
  return `${name}\n${license}\n${licenceText(root)}`
}

/** The file of a licence, else that part of the README, else the words of package.json that say whose the package is. */
function licenceText(root: string): string {
  const files = readdirSync(root)
  const file = files.find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  if (file !== undefined) return readFileSync(path.join(root, file), 'utf8').trimEnd()
  const readme = files.find((entry) => /^readme/i.test(entry))
  const section = /^#*[ \t]*licen[cs]e[ \t]*\n[=-]*\s*((?:(?!^#)[\s\S])*)/im.exec(
    readme === undefined ? '' : readFileSync(path.join(root, readme), 'utf8'),
  )?.[1]
  if (section?.includes('Copyright')) return section.trimEnd()
  const { author, repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    author?: string | { name: string }
    repository?: string | { url: string }
  }
  const by = typeof author === 'object' ? author.name : author
  const at = typeof repository === 'object' ? repository.url : repository
  return [by && `Copyright (c) ${by}`, at].filter(Boolean).join('\n')
}

/**
 * The types of `carbon-gate/core`: the declarations that tsc wrote, importing each other as a consumer's compiler resolves them, without those
 * that its entries do not lead to. Those of the report are printed without zod, which consumers do not have.
 */
function copyTypes(folder: string): void {
  const source = 'build/src/core'
  const files = new Set(['index.d.ts', 'formula.d.ts'])
  for (const file of files) {
    const text = file === 'report.d.ts' ? flatReportTypes() : readFileSync(path.join(source, file), 'utf8')
    for (const [, imported = ''] of text.matchAll(/'(\.[^']*)\.ts'/g)) {
      files.add(path.join(path.dirname(file), `${imported}.d.ts`))
    }
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"))
  }
}

/** Bundles entries one after another. */
async function bundleAll(
  entries: Readonly<Record<string, string>>,
  bundle: (input: string, folder: string) => Promise<string[]>,
): Promise<void> {
  for (const [name, input] of Object.entries(entries)) {
    const folder = path.join(out, name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeLicences(folder, await bundle(input, folder))
  }
}

await Promise.all([bundleAll(ACTION, bundleForAction), bundleAll(PACKAGE, bundleForPackage)])
copyTypes(path.join(out, 'core'))
await writeDashboardAssets(path.join(out, 'cli'))
writeFileSync(path.join(out, DIGEST_FILE), `${JSON.stringify(distDigest(out), null, 2)}\n`)
process.stdout.write(`${readdirSync(out).sort().join(' ')}\n`)
