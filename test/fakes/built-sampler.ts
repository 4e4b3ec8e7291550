import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '../..')

/**
 * Compiles the sampler as the build does, into a folder of its own: tests run the real thing as a process.
 * @returns its path, and what removes it again
 */
export function buildSampler(): { path: string; remove: () => void } {
  const build = join(PROJECT, 'build')
  mkdirSync(build, { recursive: true })
  const folder = mkdtempSync(join(build, 'sampler-'))
  const compiler = join(PROJECT, 'node_modules/typescript/bin/tsc')
  const options = ['-p', 'tsconfig.build.json', '--outDir', folder, '--declaration', 'false']
  execFileSync(process.execPath, [compiler, ...options], { cwd: PROJECT })
  return {
    path: join(folder, 'src/entries/sampler.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
