import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DIGEST_FILE, distDigest } from '../scripts/dist-digest.ts'

describe('dist', () => {
  // test/build-again.test.ts builds it again and compares every byte.
  it('was built from these sources and not changed since: if this fails, run `npm run build`', () => {
    expect(JSON.parse(readFileSync(path.join('dist', DIGEST_FILE), 'utf8'))).toEqual(distDigest('dist'))
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
    for (const bundle of readdirSync('dist').filter((name) => name !== DIGEST_FILE)) {
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

  it('says whose each of those packages is', () => {
    for (const bundle of ['act', 'artifact', 'cli', 'core']) {
      const text = readFileSync(path.join('dist', bundle, 'licenses.txt'), 'utf8')
      // A name, a licence, and then nothing but the next name and licence.
      expect(text, bundle).not.toMatch(/^(\S+)\n[\w .()-]+\n\n+(?:@[\w-]+\/)?[\w.-]+\n(?:MIT|ISC|Apache-2\.0|BSD)/m)
    }
  })
})
