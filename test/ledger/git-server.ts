import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Git repositories for tests of the ledger: real ones, over the file system and over HTTP. */

export const GIT_ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' }

/** Runs git in a folder and returns what it wrote. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, env: GIT_ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** Runs git with input. */
export function gitInput(cwd: string, input: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, env: GIT_ENV, encoding: 'utf8', input, stdio: 'pipe' }).trim()
}

/** An empty bare repository that accepts pushes over HTTP. Its files are written here: three processes less for each test. */
export function bareRepository(): string {
  const repository = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-git-')), 'ledger.git')
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'hooks']) {
    mkdirSync(path.join(repository, folder), { recursive: true })
  }
  writeFileSync(path.join(repository, 'HEAD'), 'ref: refs/heads/main\n')
  const settings =
    '[core]\nrepositoryformatversion = 0\nbare = true\n[http]\nreceivepack = true\n[uploadpack]\nallowFilter = true\n'
  writeFileSync(path.join(repository, 'config'), settings)
  return repository
}

/** A copy of a bare repository, for a test that changes it. */
export function copyRepository(repository: string): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-git-')), 'ledger.git')
  cpSync(repository, copy, { recursive: true })
  return copy
}

/** Commits a file to a branch of a bare repository, as another user would. */
export function commitFile(repository: string, branch: string, file: string, content: string | null): string {
  const work = mkdtempSync(path.join(tmpdir(), 'carbon-gate-work-'))
  git(work, 'clone', '--quiet', '--branch', branch, repository, 'w')
  const clone = path.join(work, 'w')
  if (content === null) git(clone, 'rm', '--quiet', file)
  else writeFileSync(path.join(clone, file), content)
  git(clone, 'add', '--all')
  git(clone, '-c', 'user.name=u', '-c', 'user.email=u@example.org', 'commit', '--quiet', '-m', 'change')
  git(clone, 'push', '--quiet', 'origin', `HEAD:${branch}`)
  return git(clone, 'rev-parse', 'HEAD')
}

/**
 * git http-backend behind a small CGI server on loopback.
 * @param login user and password that it demands
 * @param isCut whether the connection of a request is cut, before or after its work
 */
export async function serveRepositories(
  root: string,
  login?: string,
  isCut: (request: IncomingMessage) => 'before' | 'after' | null = () => null,
): Promise<{ url: string; server: Server }> {
  const backend = path.join(git(root, '--exec-path'), 'git-http-backend')
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const authorization = request.headers.authorization
    if (login !== undefined && authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end()
      return
    }
    const cut = isCut(request)
    if (cut === 'before') return void request.socket.destroy()
    const child = spawn(backend, {
      env: {
        ...GIT_ENV,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        CONTENT_LENGTH: request.headers['content-length'] ?? '',
        HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        REMOTE_USER: 'writer',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    request.pipe(child.stdin)
    child.stdin.on('error', () => {})
    const chunks: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => void chunks.push(data))
    child.on('close', () => {
      if (cut === 'after') return void request.socket.destroy()
      const answer = Buffer.concat(chunks)
      const end = answer.indexOf('\r\n\r\n')
      const headers = answer.toString('latin1', 0, end).split('\r\n')
      const status = Number(/^Status: (\d+)/.exec(headers.find((line) => line.startsWith('Status:')) ?? '')?.[1] ?? 200)
      for (const line of headers) {
        const [name = '', value = ''] = line.split(': ')
        if (name !== 'Status' && name !== '') response.setHeader(name, value)
      }
      response.writeHead(status).end(answer.subarray(end + 4))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
