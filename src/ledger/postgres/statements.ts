import { RECORD, SELECTED } from './rows.ts'
import { COLUMNS, SUMS, daysTable, sharesSql, stateTable, sumsSql } from './table.ts'

/** The statements of the ledger. `table` is a quoted name; values are parameters. */

/**
 * Adds lines, $1 as JSON, and what they add to the sums of their days: all or none. A known key is left as it is; a line of a pruned
 * month is refused and named.
 * @param movesCursor whether $2 is the new cursor of the collector with the name $3; it never moves back
 */
export function insertSql(table: string, movesCursor: boolean): string {
  const columns = COLUMNS.join(', ')
  const state = stateTable(table)
  const extended = SUMS.map(
    (name) => `${name} = coalesce(sums.${name} + excluded.${name}, sums.${name}, excluded.${name})`,
  ).join(', ')
  const moved = `, moved as (insert into ${state} (name, value)
    select distinct name, $2::text from (values ('cursor'), ($3::text)) as names (name)
    on conflict (name) do update set value = greatest(excluded.value, ${state}.value) returning 1)`
  return `with given as (select * from jsonb_to_recordset($1::jsonb) as x(${RECORD})),
    refused as (select key from given join ${state} s on s.name = 'pruned/' || to_char(ended_at at time zone 'UTC', 'YYYY-MM')),
    added as (insert into ${table} (${columns}) select ${columns} from given where key not in (select key from refused)
      on conflict (key) do nothing returning ended_at, repository, workflow, g, wh, l, corrects, reveals),
    summed as (insert into ${daysTable(table)} as sums (day, repository, workflow, ${SUMS.join(', ')}) ${sumsSql('added')}
      on conflict (day, repository, workflow) do update set ${extended} returning 1)${movesCursor ? moved : ''}
    select (select count(*) from added) as added, (select min(key) from refused) as refused`
}

/** Corrections from $1 to before $2. */
export function correctionsSql(table: string): string {
  return `select ${SELECTED} from ${table} where corrects is not null and ended_at >= $1 and ended_at < $2 order by ${table}.added_at`
}

/** Lines from $1 to before $2, after the line with the time $3 and the key $4. */
export function pageSql(table: string, rows: number): string {
  return `select ${SELECTED}, extract(epoch from added_at) as added_s from ${table}
    where ended_at >= $1 and ended_at < $2 and (ended_at, key) > ($3, $4) order by ${table}.ended_at, key limit ${rows}`
}

/**
 * Sums by day, by workflow, by repository, and by both, from $1 to before $2, and the state of the whole table, of one moment.
 * @param source `days`: the table of sums, with a row `unsummed` that says how many rows are not in it; `rows`: all rows, for a table
 *   whose sums are missing, incomplete, or not readable
 */
export function totalsSql(table: string, source: 'days' | 'rows'): string {
  const day = (parameter: string): string => `(${parameter}::timestamptz at time zone 'UTC')::date`
  const [chosen, entries, unsummed] =
    source === 'days'
      ? [
          `${daysTable(table)} where day >= ${day('$1')} and day < ${day('$2')}`,
          `coalesce(sum(entries), 0) from ${daysTable(table)}`,
          `(select count(*) from ${table} where ended_at >= $1 and ended_at < $2)
            - (select coalesce(sum(lines), 0) from ${daysTable(table)} where day >= ${day('$1')} and day < ${day('$2')})`,
        ]
      : [
          `(${sharesSql(`${table} where ended_at >= $1 and ended_at < $2`)}) as shares`,
          `count(*) from ${table} where corrects is null`,
          '0',
        ]
  const sums = SUMS.map((name) => `sum(${name}) as ${name}`).join(', ')
  return `select case when grouping(day) = 0 then 'day' else 'group' end as division,
      coalesce(to_char(day, 'YYYY-MM-DD'), repository) as name, workflow, ${sums}, null::text as as_of
    from ${chosen} group by grouping sets ((day), (workflow), (repository), (repository, workflow))
    union all
    select split_part(name, '/', 1), name, null, 0, 0, null, null, null, 0, 0, 0, value from ${stateTable(table)}
      where name like 'pruned/%' or name = 'cursor' or name like 'cursor/%'
    union all
    select 'unsummed', null, null, ${unsummed}, 0, null, null, null, 0, 0, 0, null
    union all
    select 'state', null, null, 0, (select ${entries}), null, null, null, 0, 0, 0,
      (select to_char(max(added_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from ${table})`
}

/** How many sums differ from those of the rows. */
export function differingSumsSql(table: string): string {
  const columns = `day, repository, workflow, ${SUMS.join(', ')}`
  return `with kept as (select ${columns} from ${daysTable(table)}), summed as (${sumsSql(table)})
    select count(distinct (day, repository, workflow)) as differing from (
      (select * from kept except select * from summed) union all (select * from summed except select * from kept)) as parts`
}

/** Whether the table has a unique index on `key` alone. */
export function uniqueKeySql(): string {
  return `select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = to_regclass($1) and i.indisunique and i.indnkeyatts = 1 and a.attname = 'key'`
}
