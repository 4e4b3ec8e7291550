import { readFileSync } from 'node:fs'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { decodedPart } from '../decoded-part.ts'
import type { PostgresPlace } from '../where.ts'

/** How a ledger's database is reached. */
export interface DatabaseAddress {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  /** Empty: none was given. */
  readonly password: string
  /** False: without TLS. */
  readonly tls: false | TlsOptions
  /** Name of the table, quoted for SQL. */
  readonly table: string
}

/** Options of the TLS connection, as node:tls has them. */
interface TlsOptions {
  readonly rejectUnauthorized: boolean
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly checkServerIdentity?: () => undefined
}

const DEFAULT_PORT = 5432
const DEFAULT_TABLE = 'carbon_ledger'

/** Parameters of an address that are read; they are those of libpq. Each has a variable of the same meaning. */
const PARAMETERS: Readonly<Record<string, string>> = {
  host: 'PGHOST',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
}

/**
 * Reads the address of a database. The password comes from CARBON_GATE_LEDGER_URL, if that is the same database, else from PGPASSWORD.
 * @throws ConfigurationError that never contains the password
 * @example databaseAddress({ kind: 'postgres', url: 'postgres://ci@db.example/carbon#finance.ledger' }, process.env).table
 * // '"finance"."ledger"'
 */
export function databaseAddress({ url: text }: PostgresPlace, env: NodeJS.ProcessEnv): DatabaseAddress {
  const url = parseUrl(text)
  const parameter = (name: string): string => url.searchParams.get(name) || env[PARAMETERS[name] ?? ''] || ''
  for (const name of url.searchParams.keys()) {
    if (name in PARAMETERS) continue
    const known = Object.keys(PARAMETERS).join(', ')
    throw new ConfigurationError(`ledger: the parameter ${printable(name, 40)} is unknown: use one of ${known}`)
  }
  const user = decodedPart(url.username, 'ledger') || env['PGUSER'] || env['USER'] || ''
  if (user === '') throw new ConfigurationError('ledger: name the user, as in `postgres://USER@HOST/DATABASE`')
  const host = unbracketed(decodedPart(url.hostname, 'ledger')) || parameter('host') || 'localhost'
  return {
    host,
    port: Number(url.port || env['PGPORT'] || DEFAULT_PORT),
    user,
    database: decodedPart(url.pathname.slice(1), 'ledger') || env['PGDATABASE'] || user,
    password: passwordFrom(url, env) || env['PGPASSWORD'] || '',
    tls: tlsOptions(host, parameter),
    table: tableOf(url.hash.slice(1) || DEFAULT_TABLE),
  }
}

function parseUrl(text: string): URL {
  try {
    // An address such as `postgres:///carbon?host=/run/postgresql` has no host.
    return new URL(text.replace(/^postgres(?:ql)?:/i, 'postgres:'))
  } catch {
    throw new ConfigurationError('ledger is not an address that can be read: use `postgres://USER@HOST:PORT/DATABASE`')
  }
}

function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

/** Password in CARBON_GATE_LEDGER_URL, if it names the same host, port, database and user. */
function passwordFrom(url: URL, env: NodeJS.ProcessEnv): string {
  const variable = env['CARBON_GATE_LEDGER_URL']?.trim()
  if (!variable || !/^postgres(?:ql)?:\/\//i.test(variable)) return ''
  const other = parseUrl(variable)
  const isSame = identity(other) === identity(url) && (url.username === '' || url.username === other.username)
  return isSame ? decodedPart(other.password, 'ledger') : ''
}

function identity({ hostname, port, pathname }: URL): string {
  return `${hostname.toLowerCase()}:${port || DEFAULT_PORT}${pathname}`
}

/** A table, also with its schema. Quoted, so that no name is read as SQL. */
function tableOf(name: string): string {
  if (!/^[A-Za-z_]\w{0,62}(?:\.[A-Za-z_]\w{0,62})?$/.test(name)) {
    throw new ConfigurationError(
      `ledger: ${printable(JSON.stringify(name), 80)} is not the name of a table: use #TABLE or #SCHEMA.TABLE`,
    )
  }
  return name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
}

/** Modes of libpq. `allow` and `prefer` would fall back to an unencrypted connection, so they are read as `require`. */
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']

/** Hosts that are this machine: an address of the loopback interface, or a socket in the file system. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1|\/.*)$/i

/** TLS by the mode. Without a mode, the server's certificate is verified, except on this machine, where TLS is not used. */
function tlsOptions(host: string, parameter: (name: string) => string): DatabaseAddress['tls'] {
  const mode = parameter('sslmode') || (LOCAL.test(host) ? 'disable' : 'verify-full')
  if (!MODES.includes(mode)) {
    throw new ConfigurationError(`ledger: sslmode is ${printable(mode, 40)}: use one of ${MODES.join(', ')}`)
  }
  if (mode === 'disable') return false
  const root = parameter('sslrootcert')
  const files = {
    ...(root !== '' && root !== 'system' && { ca: readCertificate(root, 'sslrootcert') }),
    ...(parameter('sslcert') && { cert: readCertificate(parameter('sslcert'), 'sslcert') }),
    ...(parameter('sslkey') && { key: readCertificate(parameter('sslkey'), 'sslkey') }),
  }
  if (mode === 'verify-full') return { rejectUnauthorized: true, ...files }
  // As in libpq: with a root certificate, `require` verifies the issuer too.
  if (mode === 'verify-ca' || root !== '') {
    return { rejectUnauthorized: true, checkServerIdentity: () => undefined, ...files }
  }
  return { rejectUnauthorized: false, ...files }
}

function readCertificate(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigurationError(`ledger: ${name} ${printable(file)} cannot be read: ${code}`)
  }
}
