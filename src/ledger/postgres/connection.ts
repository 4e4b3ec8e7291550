import type { Client, QueryResultRow } from 'pg'
import { MeasurementError } from '../../core/errors.ts'
import type { DatabaseAddress } from './address.ts'
import { type DatabaseError, databaseError, isPassing } from './failure.ts'

/** Wait for a connection, ms. */
const CONNECT_MS = 5000

/** Time that the client gives the server beyond the server's own limit, ms: then the network is the problem. */
const NETWORK_MS = 2000

/** Wait for a polite end of the connection, ms. */
const END_MS = 1000

/** A connection to the ledger's database, opened by the first statement. The library is loaded only then. */
export class Connection {
  readonly #address: DatabaseAddress
  #client: Promise<Client> | null = null

  constructor(address: DatabaseAddress) {
    this.#address = address
  }

  /**
   * Runs one statement.
   * @param timeoutMs after which the server gives up
   * @throws the server's error as it is: callers decide what may be repeated
   */
  async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[], timeoutMs: number): Promise<Row[]> {
    const client = await this.#connected()
    await client.query(`set statement_timeout = ${Math.ceil(timeoutMs)}`)
    // The type of the library has no `query_timeout`, which the client itself keeps.
    const config = { text: sql, values: [...values], query_timeout: timeoutMs + NETWORK_MS }
    const { rows } = await client.query<Row>(config)
    return rows
  }

  #connected(): Promise<Client> {
    this.#client ??= this.#connect()
    return this.#client
  }

  async #connect(): Promise<Client> {
    const { default: pg } = await import('pg')
    const { host, port, user, database, password, tls } = this.#address
    const client = new pg.Client({
      host,
      port,
      user,
      database,
      // As a function, so that the library does not look for a password elsewhere.
      password: () => password,
      ssl: tls,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: CONNECT_MS,
      application_name: 'carbon-gate',
    })
    // A connection that is cut while it is idle; the next statement fails and opens another one.
    client.on('error', () => {
      this.#client = null
    })
    try {
      await client.connect()
    } catch (error) {
      this.#client = null
      client.end().catch(() => {})
      throw error
    }
    return client
  }

  /** Ends the connection; a later statement opens another one. */
  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null)
    this.#client = null
    if (!client) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, END_MS)
    })
    await Promise.race([client.end().catch(() => {}), late]).finally(() => clearTimeout(timer))
  }

  /** The error for people. Errors of our own stay as they are. */
  describe(action: string, error: unknown): MeasurementError {
    return error instanceof MeasurementError
      ? error
      : databaseError(action, error as DatabaseError, this.#address.password)
  }

  isPassing(error: unknown): boolean {
    return isPassing(error as DatabaseError)
  }
}
