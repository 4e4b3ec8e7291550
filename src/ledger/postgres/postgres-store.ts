import { type Days, addDays } from '../../core/calendar.ts'
import { MeasurementError } from '../../core/errors.ts'
import { applyCorrections } from '../correction.ts'
import { type Entry, type Line, isCorrection } from '../entry.ts'
import { entryLine } from '../entry-file.ts'
import { type RetryClock, SYSTEM_CLOCK, retry } from '../retry.ts'
import type { Added, LedgerMarks, LedgerStore, LedgerTotals, NewEntry, Verification } from '../store.ts'
import { assertNotPruned, prunedMonths, prunedRefusal } from '../pruned.ts'
import { type MonthTotals, sumMonths } from '../totals.ts'
import { type PostgresPlace, placeName } from '../where.ts'
import { type DatabaseAddress, databaseAddress } from './address.ts'
import { Connection } from './connection.ts'
import { type DatabaseError, NOT_PERMITTED, isMissingTable } from './failure.ts'
import { cursorName, ledgerTotals, monthsOf } from './ledger-totals.ts'
import { type Row, jsonOf, lineOf } from './rows.ts'
import { correctionsSql, differingSumsSql, insertSql, pageSql, totalsSql, uniqueKeySql } from './statements.ts'
import { daysTable, stateTable, tableSql } from './table.ts'
import { verifyRows } from './verify.ts'

/** Limits of a statement, ms: a job waits for totals and writes, a person for a long list. */
const LIMITS_MS = { totals: 8000, write: 15_000, list: 60_000 } as const

/** Rows of one answer: bounds the memory. */
const PAGE = 20_000

const ALWAYS = { from: '0001-01-01', to: '9999-12-30' }

/** What a PostgreSQL store is opened with. */
export interface PostgresStoreOptions {
  readonly env: NodeJS.ProcessEnv
  readonly clock?: RetryClock
  /** Limits of a statement, ms, that differ from the usual ones. */
  readonly limitsMs?: Partial<Record<keyof typeof LIMITS_MS, number>>
}

/** A ledger in a table of a PostgreSQL database, or of any that speaks its protocol. */
export class PostgresStore implements LedgerStore {
  readonly name: string
  readonly #address: DatabaseAddress
  readonly #connection: Connection
  readonly #clock: RetryClock
  readonly #limits: Readonly<Record<keyof typeof LIMITS_MS, number>>

  /** @throws ConfigurationError */
  constructor(place: PostgresPlace, { env, clock = SYSTEM_CLOCK, limitsMs = {} }: PostgresStoreOptions) {
    this.name = placeName(place)
    this.#address = databaseAddress(place, env)
    this.#connection = new Connection(this.#address)
    this.#clock = clock
    this.#limits = { ...LIMITS_MS, ...limitsMs }
  }

  add(entries: readonly NewEntry[]): Promise<Added> {
    return this.#write(entries, null)
  }

  collect(entries: readonly NewEntry[], cursor: string | null, repository?: string): Promise<Added> {
    return this.#write(entries, cursor, repository)
  }

  /** One statement, so all or nothing. Repeating it is safe: a key that is there is left as it is. */
  async #write(entries: readonly NewEntry[], cursor: string | null, repository?: string): Promise<Added> {
    const sql = insertSql(this.#address.table, cursor !== null)
    const values = [
      jsonOf(entries.map(({ entry }) => entry)),
      ...(cursor === null ? [] : [cursor, cursorName(repository)]),
    ]
    const rows = await retry(
      () => this.#insert(sql, values),
      (error) => this.#connection.isPassing(error),
      this.#clock,
    ).catch((error: unknown) => {
      throw this.#connection.describe('ledger: cannot write', error)
    })
    const { added: count, refused = null } = rows?.[0] ?? {}
    const added = Number(count ?? 0)
    if (refused !== null) {
      throw new MeasurementError(`ledger: ${prunedRefusal(String(refused))}; ${added} others were added`, 'ledger')
    }
    return { added, duplicates: entries.length - added, waiting: 0, warning: null }
  }

  /** Inserts; makes the table if it is the first write of all. A connection that failed is closed: the next try opens another. */
  async #insert(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const { table } = this.#address
    const run = (sql: string, values: readonly unknown[]): Promise<Row[]> =>
      this.#connection.query<Row>(sql, values, this.#limits.write)
    try {
      return await run(sql, values).catch(async (error: unknown) => {
        if (!isMissingTable(error as DatabaseError)) throw error
        await run(tableSql(table), [])
        return run(sql, values)
      })
    } catch (error) {
      if (this.#connection.isPassing(error)) await this.#connection.close()
      throw error
    }
  }

  async totals(range: Days): Promise<LedgerTotals> {
    return ledgerTotals(await this.#sums(range), range, this.#clock.now())
  }

  /**
   * From the table of sums; from all rows where a ledger has no sums yet, the role may not read them, or another program added or deleted
   * rows without them. Only numbers of rows are compared: changed figures are found by `verify`.
   */
  async #sums(range: Days): Promise<Row[]> {
    const { table } = this.#address
    try {
      const rows = await this.#connection.query<Row>(totalsSql(table, 'days'), rangeOf(range), this.#limits.totals)
      const unsummed = rows.find(({ division }) => division === 'unsummed')
      if (Number(unsummed?.['lines'] ?? 0) === 0) return rows
    } catch (error) {
      const { code } = error as DatabaseError
      if (!isMissingTable(error as DatabaseError) && code !== NOT_PERMITTED) {
        throw this.#connection.describe('ledger: cannot read', error)
      }
    }
    return this.#read(totalsSql(table, 'rows'), rangeOf(range), this.#limits.totals)
  }

  async cursor(repository?: string): Promise<string | null> {
    const rows = await this.#read(
      `select value from ${stateTable(this.#address.table)} where name = $1`,
      [cursorName(repository)],
      this.#limits.totals,
    )
    const value = rows[0]?.['value'] ?? null
    return value === null ? null : String(value)
  }

  async entries(range: Days): Promise<Entry[]> {
    return applyCorrections(await this.lines(range))
  }

  async *pages(range: Days): AsyncGenerator<Entry[]> {
    assertNotPruned(await this.#prunedMonths(), range)
    const corrections = (await this.#read(correctionsSql(this.#address.table), rangeOf(range), this.#limits.list)).map(
      (row) => lineOf(row, this.name),
    )
    const corrected = new Set(corrections.map((line) => ('corrects' in line ? line.corrects : '')))
    for await (const page of this.#pages(range)) {
      const lines = page.map((row) => lineOf(row, this.name)).filter((line) => !isCorrection(line))
      const keys = new Set(lines.map(({ key }) => key).filter((key) => corrected.has(key)))
      yield applyCorrections([...lines, ...corrections.filter((line) => isCorrection(line) && keys.has(line.corrects))])
    }
  }

  rows(range: Days): AsyncGenerator<Entry[]> {
    return this.pages(range)
  }

  async *ndjson(range: Days): AsyncGenerator<string> {
    for await (const page of this.pages(range)) yield page.map(entryLine).join('')
  }

  async lines(range: Days): Promise<Line[]> {
    assertNotPruned(await this.#prunedMonths(), range)
    const lines: Line[] = []
    for await (const page of this.#pages(range)) for (const row of page) lines.push(lineOf(row, this.name))
    return lines
  }

  /** Every key is found, whenever its report is added again, so no entry needs a mark. */
  async marks(): Promise<LedgerMarks> {
    return { pruned: prunedMonths(await this.#prunedMonths()), undated: new Set() }
  }

  async #prunedMonths(): Promise<Map<string, MonthTotals>> {
    const sql = `select 'pruned' as division, name, value as as_of from ${stateTable(this.#address.table)} where name like 'pruned/%'`
    return monthsOf(await this.#read(sql, [], this.#limits.totals))
  }

  /** In one transaction, during which no other writer adds: what is deleted is in the totals that stay. */
  async prune(month: string): Promise<string[]> {
    const { table } = this.#address
    const run = (sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
      this.#connection.query<Row>(sql, values, this.#limits.list)
    try {
      await run('begin')
      await run(`lock table ${table} in share row exclusive mode`)
      const old: Line[] = []
      for await (const page of this.#pages({ from: '0001-01-01', to: `${month}-01` })) {
        old.push(...page.map((row) => lineOf(row, this.name)).filter(({ ended_at }) => ended_at < month))
      }
      const months = sumMonths(old)
      for (const [name, sums] of months) {
        const value = JSON.stringify({ ...sums, pruned: true })
        await run(`insert into ${stateTable(table)} (name, value) values ($1, $2)`, [`pruned/${name}`, value])
      }
      await run(`delete from ${table} where ended_at < $1`, [startOf(`${month}-01`)])
      if (await this.#hasSums()) await run(`delete from ${daysTable(table)} where day < $1::date`, [`${month}-01`])
      await run('commit')
      return [...months.keys()]
    } catch (error) {
      // Without a commit nothing of it stays.
      await this.#connection.close()
      if (isMissingTable(error as DatabaseError) && (await this.#isUnwritten())) return []
      throw this.#connection.describe('ledger: cannot prune', error)
    }
  }

  /** Rows in pages, by time and key. */
  async *#pages({ from, to }: Days): AsyncGenerator<Row[]> {
    const sql = pageSql(this.#address.table, PAGE)
    let last: readonly [string, string] = ['-infinity', '']
    for (;;) {
      const rows = await this.#read(sql, [...rangeOf({ from, to }), ...last], this.#limits.list)
      yield rows
      const end = rows.at(-1)
      if (rows.length < PAGE || !end) return
      last = [String(end['ended_at']), String(end['key'])]
    }
  }

  async #read(sql: string, values: readonly unknown[], timeoutMs: number): Promise<Row[]> {
    try {
      return await this.#connection.query<Row>(sql, values, timeoutMs)
    } catch (error) {
      if (isMissingTable(error as DatabaseError) && (await this.#isUnwritten())) return []
      throw this.#connection.describe('ledger: cannot read', error)
    }
  }

  /** A ledger that was never written has no table: it is empty. Half of its tables is an error. */
  async #isUnwritten(): Promise<boolean> {
    const sql = 'select to_regclass($1) is null and to_regclass($2) is null as unwritten'
    const { table } = this.#address
    const rows = await this.#connection
      .query<{ unwritten: boolean }>(sql, [table, stateTable(table)], this.#limits.totals)
      .catch((error: unknown) => {
        throw this.#connection.describe('ledger: cannot read', error)
      })
    return rows[0]?.unwritten === true
  }

  /** Rows instead of commits: the database itself keeps keys unique and every write whole. */
  async verify(): Promise<Verification> {
    const { table } = this.#address
    const keys = await this.#read(uniqueKeySql(), [table], this.#limits.list)
    const found = await verifyRows(this.#pages(ALWAYS), keys.length > 0, this.name)
    const [row] = (await this.#hasSums()) ? await this.#read(differingSumsSql(table), [], this.#limits.list) : []
    const differing = Number(row?.['differing'] ?? 0)
    if (differing === 0) return found
    const days = daysTable(table)
    const differ = differing === 1 ? `1 sum in ${days} differs` : `${differing} sums in ${days} differ`
    const text = `${differ} from the rows: drop that table, and the next write makes it again`
    return { ...found, faults: [...found.faults, { commit: null, file: null, line: null, text }] }
  }

  /** Whether the ledger has its table of sums: the next write makes it. */
  async #hasSums(): Promise<boolean> {
    const rows = await this.#read(
      'select to_regclass($1) is not null as found',
      [daysTable(this.#address.table)],
      this.#limits.totals,
    )
    return String(rows[0]?.['found']) === 'true'
  }

  close(): Promise<void> {
    return this.#connection.close()
  }
}

function startOf(day: string): string {
  // PostgreSQL has no year 0.
  return `${day < '0001-01-01' ? '0001-01-01' : day}T00:00:00Z`
}

function rangeOf({ from, to }: Days): [string, string] {
  return [startOf(from), `${addDays(to, 1)}T00:00:00Z`]
}
