import { RECORD, SELECTED, SUMMED } from './rows.ts'
import { COLUMNS, stateTable } from './table.ts'

/** The statements of the ledger. `table` is a quoted name; values are parameters. */

/**
 * Adds lines, $1 as JSON: all or none. A known key is left as it is; a line of a pruned month is refused and named.
 * @param movesCursor whether $2 is the new cursor of the collector with the name $3; it never moves back
 */
export function insertSql(table: string, movesCursor: boolean): string {
  const columns = COLUMNS.join(', ')
  const state = stateTable(table)
  const moved = `, moved as (insert into ${state} (name, value)
    select distinct name, $2::text from (values ('cursor'), ($3::text)) as names (name)
    on conflict (name) do update set value = greatest(excluded.value, ${state}.value) returning 1)`
  return `with given as (select * from jsonb_to_recordset($1::jsonb) as x(${RECORD})),
    refused as (select key from given join ${state} s on s.name = 'pruned/' || to_char(ended_at at time zone 'UTC', 'YYYY-MM')),
    added as (insert into ${table} (${columns}) select ${columns} from given where key not in (select key from refused)
      on conflict (key) do nothing returning 1)${movesCursor ? moved : ''}
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

/** Sums by day, workflow and repository, and the state of the whole table, of one moment. */
export function totalsSql(table: string): string {
  return `select * from (
    select case when day is not null then 'day' when grouping(workflow) = 0 then 'workflow' else 'repository' end as division,
      coalesce(to_char(day, 'YYYY-MM-DD'), workflow, repository) as name, ${SUMMED}, null::text as as_of
    from (select (ended_at at time zone 'UTC')::date as day, workflow, repository, g, wh, l, corrects from ${table}
      where ended_at >= $1 and ended_at < $2) as chosen
    group by grouping sets ((day), (workflow), (repository))
    union all
    select split_part(name, '/', 1), name, 0, null, null, null, 0, 0, 0, value from ${stateTable(table)}
      where name like 'pruned/%' or name like 'cursor/%'
    union all
    select 'state', null, (select count(*) from ${table}) - (select count(*) from ${table} where corrects is not null), null, null, null, 0, 0, 0, coalesce(
      (select value from ${stateTable(table)} where name = 'cursor'),
      (select to_char(max(added_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from ${table}))
  ) as parts`
}

/** Whether the table has a unique index on `key` alone. */
export function uniqueKeySql(): string {
  return `select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = to_regclass($1) and i.indisunique and i.indnkeyatts = 1 and a.attname = 'key'`
}
