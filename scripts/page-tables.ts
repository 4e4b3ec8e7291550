/** The generated tables of pages in docs, between their markers. */
import { readFileSync } from 'node:fs'
import { markdownTable } from 'markdown-table'
import { parse } from 'yaml'
import { PROVIDERS } from '../src/grid/open-provider.ts'
import { tableSql } from '../src/ledger/postgres/table.ts'
import { FORMATS } from '../src/trackers/formats.ts'

interface Entry {
  readonly description: string
  readonly default?: string
}

const action = parse(readFileSync('action.yml', 'utf8')) as Record<'inputs' | 'outputs', Record<string, Entry>>

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()
}

interface Table {
  readonly source: string
  readonly table: string
}

const INPUT_TABLES: Readonly<Record<string, Table>> = {
  inputs: {
    source: 'action.yml',
    table: markdownTable([
      ['Input', 'Default', 'Meaning'],
      ...Object.entries(action.inputs).map(([name, { description, default: value }]) => [
        `\`${name}\``,
        value === undefined ? '' : `\`${value}\``,
        cell(description),
      ]),
    ]),
  },
  outputs: {
    source: 'action.yml',
    table: markdownTable([
      ['Output', 'Meaning'],
      ...Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
    ]),
  },
}

const REGION_TABLES: Readonly<Record<string, Table>> = {
  providers: {
    source: 'src/grid/open-provider.ts',
    table: markdownTable([
      ['grid-provider', 'Covers', 'Token', 'Address'],
      ...Object.entries(PROVIDERS).map(([name, { covers, token, defaultUrl }]) => [
        `\`${name}\``,
        cell(covers),
        token,
        defaultUrl ?? 'set `grid-url`',
      ]),
    ]),
  },
}

const LOGS_TABLES: Readonly<Record<string, Table>> = {
  formats: {
    source: 'src/trackers/formats.ts',
    table: markdownTable([
      ['`--format`', 'What it reads', 'Figures'],
      ...FORMATS.map(({ name, title, figures }) => [`\`${name}\``, cell(title), cell(figures)]),
    ]),
  },
}

const LEDGER_TABLES: Readonly<Record<string, Table>> = {
  sql: {
    source: 'src/ledger/postgres/table.ts',
    table: `\n\`\`\`sql\n${tableSql('"carbon_ledger"')}\`\`\`\n`,
  },
}

const TABLES = {
  'docs/inputs.md': INPUT_TABLES,
  'docs/regions.md': REGION_TABLES,
  'docs/ledger-postgres.md': LEDGER_TABLES,
  'docs/logs.md': LOGS_TABLES,
} as const

/** Pages that contain generated tables. */
export const PAGES = Object.keys(TABLES) as readonly (keyof typeof TABLES)[]

/** The text of a page with its generated tables up to date. @throws Error if the page lacks the markers of a table */
export function withTables(page: keyof typeof TABLES, text: string): string {
  let result = text
  for (const [name, { source, table }] of Object.entries(TABLES[page])) {
    const [start, end] = [`<!-- ${name} from ${source} -->`, `<!-- end of ${name} -->`]
    const from = result.indexOf(start)
    const to = result.indexOf(end)
    if (from < 0 || to < from) throw new Error(`${page} lacks the markers of ${name}: expected ${start} and ${end}`)
    result = `${result.slice(0, from + start.length)}\n${table}\n${result.slice(to)}`
  }
  return result
}
