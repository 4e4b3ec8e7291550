import { type Correction, CorrectionSchema } from '../entry.ts'

type Column = keyof Correction

/** Columns of a line, in the order of the schema. They are named like its fields. */
export const COLUMNS = Object.keys(CorrectionSchema.shape) as Column[]

/** Types of the columns that are not text. `numeric` is exact: sums do not depend on the order of rows. */
const TYPES: Partial<Record<Column, string>> = {
  v: 'integer',
  ended_at: 'timestamptz',
  pr: 'integer',
  s: 'numeric',
  wh: 'numeric',
  wh_low: 'numeric',
  wh_high: 'numeric',
  g: 'numeric',
  op_g: 'numeric',
  em_g: 'numeric',
  l: 'numeric',
  tokens: 'numeric',
  coverage: 'numeric',
}

/** Columns that are never null. */
const REQUIRED: ReadonlySet<Column> = new Set(['v', 'ended_at', 'verdict', 'trust'])

export function columnType(column: Column): string {
  return TYPES[column] ?? 'text'
}

/** Name of the table with the collector's cursor. */
export function stateTable(table: string): string {
  return table.replace(/"$/, '_state"')
}

/**
 * SQL that makes the tables and their indexes. The ledger runs it on its first write; an administrator may run it before, so that the
 * role of the jobs needs no right to create tables.
 * @param table quoted name
 */
export function tableSql(table: string): string {
  const name = table.replace(/^.*\./, '').replaceAll('"', '')
  const columns = COLUMNS.map((column) => {
    const rule = column === 'key' ? ' primary key' : REQUIRED.has(column) ? ' not null' : ''
    return `  ${column} ${columnType(column)}${rule}`
  })
  return `create table if not exists ${table} (
${columns.join(',\n')},
  added_at timestamptz not null default now()
);
create index if not exists "${name}_ended_at" on ${table} (ended_at) include (repository, workflow, g, wh, l, corrects);
create index if not exists "${name}_added_at" on ${table} (added_at);
create index if not exists "${name}_corrects" on ${table} (corrects) where corrects is not null;
create table if not exists ${stateTable(table)} (name text primary key, value text not null);
`
}
