import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const CONFIGURATION = ['package.json', 'tsconfig.json', 'tsconfig.build.json']
const SOURCES = ['src', 'scripts', 'bench']

/** The compiler's state. Its time is that of the last run. */
const STAMP = 'build/.tsbuildinfo'

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
  if (existsSync(STAMP) && modified(STAMP) > newestSource()) return
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
  // The compiled command line looks for the sampler's bundle where dist has it, next to its own folder.
  mkdirSync('build/src/app/sampler', { recursive: true })
  writeFileSync('build/src/app/sampler/index.js', "import '../../entries/sampler.js'\n")
  const now = new Date()
  utimesSync(STAMP, now, now)
}
