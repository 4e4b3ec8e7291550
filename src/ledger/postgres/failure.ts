import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

/** Fields of an error of the server (SQLSTATE) or of the network (ENOTFOUND). */
export interface DatabaseError {
  readonly code?: string
  readonly message: string
}

/** SQLSTATEs after which the same statement may succeed, of PostgreSQL's appendix A. */
const PASSING: ReadonlySet<string> = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '08000',
  '08003',
  '08006', // connection failures
  // Two writers that create the table at once.
  '23505',
  '42P07',
  'ECONNRESET',
  'EPIPE',
])

/** Messages of the client about a connection that was cut: they have no code. */
const CUT = /connection terminated|connection ended|server closed the connection/i

/** Reasons by code, with what to do. */
const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'user or password is wrong: set PGPASSWORD, or the whole address in CARBON_GATE_LEDGER_URL',
  '28000': 'the server does not let this user in: look at its pg_hba.conf and at sslmode',
  '3D000': 'there is no such database',
  '3F000': 'there is no such schema',
  '42501':
    'the role has no right to do this: writing needs `insert` and `select` on the table, also `update` on its tables `_days` and `_state`, and `create` on the schema for the first write (docs/ledger-postgres.md has the SQL)',
  '42P10': 'the table has no unique `key`: make it as docs/ledger-postgres.md says',
  '42703':
    'the table has other columns than a ledger: make it as docs/ledger-postgres.md says, or choose another with #TABLE',
  '25006': 'the database is read-only: give the address of the primary server',
  '53100': 'the disk of the server is full',
  '57014': 'no answer in time',
  ENOTFOUND: 'the host is unknown',
  EAI_AGAIN: 'the host is unknown',
  ECONNREFUSED: 'the server cannot be reached',
  EHOSTUNREACH: 'the server cannot be reached',
  ETIMEDOUT: 'the server cannot be reached',
  ENOENT: 'there is no such socket',
}

/** Reasons by message, where there is no code. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/password must be a|no password supplied|empty password/i, 'the server wants a password: set PGPASSWORD'],
  [
    /does not support SSL/i,
    'the server has no TLS: add `?sslmode=disable` to the address if the network between is trusted',
  ],
  [
    /self.signed|unable to (?:verify|get)|certificate|altnames/i,
    'the certificate of the server cannot be verified: name its issuer with `sslrootcert=FILE`, or add `?sslmode=require` to encrypt without verifying',
  ],
  [/timeout/i, 'no answer in time'],
]

/** Whether the same statement may succeed when it is repeated. */
export function isPassing({ code = '', message }: DatabaseError): boolean {
  return PASSING.has(code) || CUT.test(message)
}

/** SQLSTATE of a role that has no right to a table. */
export const NOT_PERMITTED = '42501'

/** Whether the table does not exist yet. */
export function isMissingTable({ code }: DatabaseError): boolean {
  return code === '42P01'
}

/**
 * The error of a failed statement: what was tried, why not, what to do.
 * @param password is removed from the text, should a server repeat it
 */
export function databaseError(action: string, error: DatabaseError, password: string): MeasurementError {
  const { code = '', message } = error
  const advice = REASONS[code] ?? MESSAGES.find(([pattern]) => pattern.test(message))?.[1]
  const detail = printable(password === '' ? message : message.replaceAll(password, '***'))
  return new MeasurementError(`${action}: ${advice ? `${advice} (${detail})` : detail || code}`, 'ledger')
}
