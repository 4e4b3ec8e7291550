import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-package-'))
const installed = path.join(folder, 'node_modules/carbon-gate')
let tarball: string

// Unpacked into an empty project: what a user gets, and nothing of this repository's node_modules.
beforeAll(() => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const name = execFileSync(npm, options, { encoding: 'utf8', shell: process.platform === 'win32' }).trim()
  tarball = path.join(folder, name)
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** What the compiler complains of; empty when it accepts the file. */
function compilerErrors(compile: () => string): string {
  try {
    return compile()
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout ?? error)
  }
}

describe('the npm package', () => {
  it('is smaller than 1 MB and needs no other package', () => {
    expect(statSync(tarball).size).toBeLessThan(1_000_000)
    const description = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >
    expect(description['dependencies']).toBeUndefined()
    // The library that draws PNG pictures is taken if a project has it.
    expect(description['peerDependenciesMeta']).toEqual({ '@resvg/resvg-js': { optional: true } })
    expect(Object.keys(description['peerDependencies'] as object)).toEqual(['@resvg/resvg-js'])
    for (const field of ['repository', 'homepage', 'bugs', 'author', 'keywords', 'license']) {
      expect(description[field], field).toBeTruthy()
    }
  })

  it('runs the command line', () => {
    const plan = [
      '--hours',
      '10',
      '--processors',
      '4',
      '--watts',
      '300',
      '--pue',
      '1.5',
      '--intensity',
      '450',
      '--json',
    ]
    const report = JSON.parse(node('node_modules/carbon-gate/dist/cli/index.js', 'estimate', ...plan)) as {
      emissions: unknown
    }
    expect(report.emissions).toMatchObject({ total_g: 8100 })
  })

  it('measures a command with its own sampler', () => {
    const run = ['node_modules/carbon-gate/dist/cli/index.js', 'run', '--json', 'report.json', '--', process.execPath]
    node(...run, '-e', 'setTimeout(() => {}, 1500)')
    const report = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as { notes: { code: string }[] }
    expect(report.notes.map(({ code }) => code).filter((code) => code.startsWith('sampler'))).toEqual([])
  })

  it.each(['carbon-gate', 'carbon-gate/core'])('%s has functions, and types that need no other package', (name) => {
    const source = `import { energyKwh, operationalGrams, parseBudget, readReport, withPue, type Report } from '${name}'
export const totalOf = (report: Report): number | null => report.emissions.total_g
export const letterOf = (text: string): string | null => readReport(text, 'report.json').label
const grams: number = operationalGrams(withPue(energyKwh(10, 4, 0.3), 1.5), 450)
const line: string = parseBudget('5 g').line
console.log(\`\${grams} \${line}\`)
`
    writeFileSync(path.join(folder, 'use.ts'), source)
    const tsc = path.resolve('node_modules/typescript/bin/tsc')
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom',
      '--types',
      '',
    ]
    node(tsc, ...strict, '--module', 'es2022', '--moduleResolution', 'bundler', '--noEmit', 'use.ts')
    node(tsc, ...strict, '--module', 'nodenext', 'use.ts')
    expect(node('use.js')).toBe('8100 5 g\n')
  })

  it('describes the report by the types that its schema has', () => {
    const source = JSON.stringify(path.resolve('src/core/report.ts'))
    writeFileSync(
      path.join(folder, 'equal.ts'),
      `import type * as flat from 'carbon-gate'
import type * as own from ${source}
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
export const same: [Same<Judged<flat.Report>, Judged<own.Report>>, Same<flat.Part, own.Part>] = [true, true]
// The codes of notes have a brand, which differs from file to file.
type Judged<R> = Omit<R, 'notes'>
`,
    )
    const options = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--lib',
      'es2023',
      '--skipLibCheck',
      '--noEmit',
    ]
    const types = ['--types', 'node', '--typeRoots', path.resolve('node_modules/@types')]
    const imports = ['--module', 'nodenext', '--allowImportingTsExtensions', '--verbatimModuleSyntax']
    const tsc = path.resolve('node_modules/typescript/bin/tsc')
    expect(compilerErrors(() => node(tsc, ...options, ...types, ...imports, 'equal.ts'))).toBe('')
  })

  it('has a formula module of its own', () => {
    expect(node('-e', "import('carbon-gate/core/formula').then((m) => console.log(m.energyKwh(10, 4, 0.3)))")).toBe(
      '12\n',
    )
  })
})

it('the description of the action is short enough for the Marketplace', () => {
  const { description } = parse(readFileSync('action.yml', 'utf8')) as { description: string }
  expect(description.length).toBeLessThan(125)
})
