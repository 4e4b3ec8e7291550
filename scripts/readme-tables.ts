/** The generated tables of README.md, between their markers. */
import { readFileSync } from 'node:fs'
import { markdownTable } from 'markdown-table'
import { parse } from 'yaml'
import { PROVIDERS } from '../src/grid/open-provider.ts'

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

const TABLES: Readonly<Record<string, Table>> = {
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

/** The README with its generated tables up to date. */
export function withTables(readme: string): string {
  let text = readme
  for (const [name, { source, table }] of Object.entries(TABLES)) {
    const [start, end] = [`<!-- ${name} from ${source} -->`, `<!-- end of ${name} -->`]
    const from = text.indexOf(start)
    const to = text.indexOf(end)
    if (from < 0 || to < from) throw new Error(`README.md lacks the markers of ${name}`)
    text = `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`
  }
  return text
}
