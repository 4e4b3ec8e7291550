import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Debian's PostgreSQL, started by a test on a free port of the loopback interface. */

/** Folder of Debian's server programs; null where it is not installed. */
function findPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const versions = readdirSync(root).filter((version) => existsSync(path.join(root, version, 'bin/initdb')))
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  return newest === undefined ? null : path.join(root, newest, 'bin')
}

const PROGRAMS = findPrograms()

/** Why the tests with a server are skipped; null where they run. */
export const NO_POSTGRES =
  PROGRAMS === null ? 'skipped: /usr/lib/postgresql has no server (apt-get install postgresql)' : null

export const PASSWORD = 's3cret-of-the-test'

/** A running server with the superuser `owner`. */
export interface PostgresServer {
  readonly port: number
  /** `postgres://USER@127.0.0.1:PORT/postgres`, with a table if one is named. */
  url(user?: string, table?: string): string
  stop(): Promise<void>
}

/** User that runs the server: initdb refuses root. Debian's package makes a user `postgres`. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync('/var/lib/postgresql') ? statSync('/var/lib/postgresql') : { uid: 65534, gid: 65534 }
  return { uid: owner.uid, gid: owner.gid }
}

export async function startPostgres(): Promise<PostgresServer> {
  if (PROGRAMS === null) throw new Error('no PostgreSQL')
  const programs = PROGRAMS
  const user = serverUser()
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' }
  const passwordFile = path.join(folder, 'password')
  execFileSync('sh', ['-c', `umask 077; printf %s "$1" > "$2"`, '-', PASSWORD, passwordFile], { ...user, env })
  const init = [
    '-D',
    data,
    '-U',
    'owner',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-sync',
    '--no-locale',
  ]
  execFileSync(path.join(programs, 'initdb'), init, { ...user, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'fsync=off',
    'max_connections=80',
    `unix_socket_directories=${folder}`,
  ]
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await untilReady(server)
  return {
    port,
    url: (name = 'owner', table) => `postgres://${name}@127.0.0.1:${port}/postgres${table ? `#${table}` : ''}`,
    stop: async () => {
      const ended = new Promise((resolve) => void server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => void probe.close(resolve))
  return port
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (data: Buffer) => {
      log += data.toString('utf8')
      if (log.includes('database system is ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
  })
}
