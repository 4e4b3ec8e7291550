import { type Correction, CorrectionSchema } from '../entry.ts'
import { UNNAMED } from '../totals.ts'

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

/** Name of the table with the sums of each day, repository and workflow: totals read it instead of every row. */
export function daysTable(table: string): string {
  return table.replace(/"$/, '_days"')
}

/** Columns of a sum. The differences of corrections are in it; they count as lines, but not as entries. */
export const SUMS = ['lines', 'entries', 'g', 'wh', 'l', 'no_g', 'no_wh', 'no_l'] as const

/** The part that each row of `source` has in the sums of its day, repository and workflow. */
export function sharesSql(source: string): string {
  const isNamed = (change: string): string => `coalesce(' ' || reveals || ' ' like '% ${change} %', false)::int`
  const unknown = (figure: string): string =>
    `(corrects is null and ${figure} is null)::int - ${isNamed(figure)} + ${isNamed(`-${figure}`)} as no_${figure}`
  return `select (ended_at at time zone 'UTC')::date as day, coalesce(repository, '${UNNAMED}') as repository,
    coalesce(workflow, '${UNNAMED}') as workflow, 1 as lines, (corrects is null)::int as entries, g, wh, l,
    ${unknown('g')}, ${unknown('wh')}, ${unknown('l')} from ${source}`
}

/** The sums of all rows of `source`, in an order that keeps concurrent writers from deadlocks. */
export function sumsSql(source: string): string {
  const sums = SUMS.map((name) => `sum(${name}) as ${name}`).join(', ')
  return `select day, repository, workflow, ${sums} from (${sharesSql(source)}) as shares
    group by day, repository, workflow order by day, repository, workflow`
}

/**
 * SQL that makes the tables and their indexes, and sums the rows of a table that has no sums yet. The ledger runs it on its first
 * write; an administrator may run it before, so that the role of the jobs needs no right to create tables.
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
create index if not exists "${name}_ended_at" on ${table} (ended_at) include (repository, workflow, g, wh, l, corrects, reveals);
create index if not exists "${name}_added_at" on ${table} (added_at);
create index if not exists "${name}_corrects" on ${table} (corrects) where corrects is not null;
create table if not exists ${stateTable(table)} (name text primary key, value text not null);
create table if not exists ${daysTable(table)} (
  day date not null,
  repository text not null,
  workflow text not null,
  lines bigint not null,
  entries bigint not null,
  g numeric,
  wh numeric,
  l numeric,
  no_g bigint not null,
  no_wh bigint not null,
  no_l bigint not null,
  primary key (day, repository, workflow)
);
insert into ${daysTable(table)} select * from (${sumsSql(table)}) as sums
  where not exists (select 1 from ${daysTable(table)}) on conflict do nothing;
`
}
