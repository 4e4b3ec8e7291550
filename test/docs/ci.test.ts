import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { parseBudgets } from '../../src/core/parse-budget.ts'
import { cli } from '../e2e/cli-process.ts'

/** What users copy must be readable by what reads it, and name flags that exist. */

const FOLDER = 'docs/ci'
const files = readdirSync(FOLDER)
const texts = [...files.map((name) => `${FOLDER}/${name}`), 'docs/forks.md'].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}))

const read = (file: string): string => readFileSync(file, 'utf8')

/** Fenced blocks of a language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '')
}

describe('every file', () => {
  it('is listed in the table, and what the table names is there', () => {
    const table = readFileSync(`${FOLDER}/README.md`, 'utf8')
    for (const name of files.filter((each) => each !== 'README.md')) expect(table).toContain(`](${name})`)
    for (const [, target = ''] of table.matchAll(/\]\(([\w./-]+)\)/g))
      expect(existsSync(`${FOLDER}/${target}`)).toBe(true)
  })
  it.each(texts.filter(({ file }) => file.endsWith('.yml')))('$file is YAML', ({ text }) => {
    expect(parseDocument(text).errors).toEqual([])
  })
  it('in forks.md is two workflows in YAML', () => {
    const workflows = blocks(readFileSync('docs/forks.md', 'utf8'), 'yaml').map((text) => parseDocument(text))
    expect(workflows.map(({ errors }) => errors)).toEqual([[], []])
    expect(workflows.map((document) => Object.keys(document.toJS() as object))).toEqual([
      ['name', 'on', 'permissions', 'jobs'],
      ['name', 'on', 'permissions', 'jobs'],
    ])
  })
  it('judges a pull request again when its base changes', () => {
    for (const { file, text } of texts.filter(({ text }) => /^ {2}pull_request:/m.test(text))) {
      expect(text, file).toMatch(/^ {2}pull_request:\n(?: +#.*\n)? +types: \[opened, synchronize, reopened, edited\]/m)
    }
  })
  it('gates in a job that has the config file, and never an earlier report', () => {
    const { jobs } = parseDocument(read(`${FOLDER}/circleci.yml`)).toJS() as { jobs: { carbon: { steps: unknown[] } } }
    expect(jobs.carbon.steps[0]).toBe('checkout')
    // Agents of Jenkins keep their workspace from build to build.
    const jenkins = read(`${FOLDER}/Jenkinsfile`)
    expect(jenkins.indexOf('rm -rf .carbon-gate carbon*.json')).toBeLessThan(jenkins.indexOf('git clone'))
    expect(jenkins).toContain('rm -rf .carbon-gate carbon*.json')
  })
  it('does in the pipeline what the table says of the whole workflow', () => {
    for (const [, name = ''] of read(`${FOLDER}/README.md`).matchAll(/\]\(([\w.-]+)\)[^\n]*`gate`/g)) {
      expect(read(`${FOLDER}/${name}`), name).toMatch(/index\.js"? gate --budget/)
    }
  })
  it('has budgets that can be read', () => {
    const lines = texts.flatMap(({ text }) => Array.from(text.matchAll(/(?:--budget "|budget: )(\d[^"}\n]*)/g)))
    expect(lines.length).toBeGreaterThan(8)
    for (const [, line = ''] of lines) expect(() => parseBudgets(line)).not.toThrow()
  })
  it('names commands and flags that exist', () => {
    const calls = texts.flatMap(({ text }) =>
      Array.from(text.matchAll(/index\.js"? (run|gate)((?: --[\w-]+)*[^\n]*)/g)),
    )
    expect(calls.length).toBeGreaterThan(8)
    const help = new Map(['run', 'gate'].map((command) => [command, cli([command, '--help']).stdout]))
    for (const [, command = '', rest = ''] of calls) {
      const own = rest.split(' -- ')[0] ?? ''
      for (const [flag] of own.matchAll(/--[a-z][\w-]*/g))
        expect(help.get(command), `${command} ${flag}`).toContain(flag)
    }
  })
})
