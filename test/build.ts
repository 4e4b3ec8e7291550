import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const CONFIGURATION = ['package.json', 'tsconfig.json', 'tsconfig.build.json']
const SOURCES = ['src', 'scripts', 'bench']

/** The compiler's state. Its time is that of the last run. */
const STAMP = 'build/.tsbuildinfo'

/** Where compiled entries look for each other, as bundles in dist do: the folder, and the entry that stands there. */
const ENTRIES = [
  ['main', 'main'],
  ['post', 'post'],
  ['act', 'act'],
  ['sampler', 'sampler'],
  ['app/sampler', 'sampler'],
] as const

function modified(file: string): number {
  return statSync(file).mtimeMs
}

/** Folders count as well: deleting a file changes only its folder. */
function newestSource(): number {
  const entries = SOURCES.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((entry) => path.join(root, entry)),
  )
  return Math.max(...[...CONFIGURATION, ...SOURCES, ...entries].map(modified))
}

/** Compiles the sources before tests that start them as processes, unless nothing changed since the last time. */
export default function setup(): void {
  if (!existsSync(STAMP) || modified(STAMP) <= newestSource()) compile()
  for (const [folder, entry] of ENTRIES) {
    mkdirSync(`build/src/${folder}`, { recursive: true })
    writeFileSync(
      `build/src/${folder}/index.js`,
      `export * from '${'../'.repeat(folder.split('/').length)}entries/${entry}.js'\n`,
    )
  }
}

function compile(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
  const now = new Date()
  utimesSync(STAMP, now, now)
}
