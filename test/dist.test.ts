import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-dist-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(root, file)).isFile())
    .sort()
}

describe('dist', () => {
  it('matches its source, byte by byte', { timeout: 180_000 }, () => {
    execFileSync(process.execPath, ['build/scripts/bundle.js', '--out', folder], { stdio: 'pipe' })
    expect(filesIn('dist')).toEqual(filesIn(folder))
    const different = filesIn(folder).filter(
      (file) => !readFileSync(path.join(folder, file)).equals(readFileSync(path.join('dist', file))),
    )
    expect(different).toEqual([])
  })

  it('has every bundle that action.yml names, and a sampler of node: modules only', () => {
    const action = readFileSync('action.yml', 'utf8')
    for (const [, file] of action.matchAll(/(?:main|post): (dist\S+)/g)) expect(existsSync(file ?? '')).toBe(true)
    const imports = readFileSync('dist/sampler/index.js', 'utf8').matchAll(
      /(?:from|import\(|require\() ?["']([^"'.]+)["']/g,
    )
    for (const [, name] of imports) expect(isBuiltin(name ?? ''), name).toBe(true)
  })

  it('has the licence of every package that a bundle contains', () => {
    for (const bundle of readdirSync('dist')) {
      const folder = path.join('dist', bundle)
      const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'))
      const code = scripts.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
      const comments = [...code.matchAll(/ MODULE: \S*?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)/g)]
      const contained = new Set(comments.map(([, name]) => name))
      const isBundleOfPackages = bundle === 'act' || bundle === 'artifact'
      expect(contained.size > 0, bundle).toBe(isBundleOfPackages)
      const file = path.join(folder, 'licenses.txt')
      const named = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
      expect([...contained].filter((name) => !named.has(name ?? ''))).toEqual([])
    }
    // Minified code does not say which packages it comes from.
    const licencesOfCli = readFileSync('dist/cli/licenses.txt', 'utf8').split('\n')
    for (const name of ['commander', 'csv-parse', 'yaml', 'zod']) expect(licencesOfCli).toContain(name)
  })
})
