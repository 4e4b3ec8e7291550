import { existsSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import type { GitPlace } from '../where.ts'
import { decodedPart } from '../decoded-part.ts'
import { gitEnvironment, runGit } from './run-git.ts'

/** A repository with the git settings that carry its credentials. */
export interface GitAddress {
  /** Without user and password. */
  readonly url: string
  readonly settings: readonly (readonly [string, string])[]
}

/** Credentials of an http(s) address. */
interface Login {
  readonly user: string
  readonly password: string
}

/**
 * Finds the repository of a ledger and the credentials for it: those of CARBON_GATE_LEDGER_URL, of the forge's own token, or what a
 * checkout left in the local git configuration. None of them becomes an argument of git.
 * @param cwd folder of the current repository; it need not be one
 * @param token token of the forge that was given otherwise than by the environment; null: none
 * @throws ConfigurationError when there is no repository to be found
 */
export async function findAddress(
  { repository }: GitPlace,
  { env, cwd, token = null }: { env: NodeJS.ProcessEnv; cwd: string; token?: string | null },
): Promise<GitAddress> {
  const named = repository ?? (await originOf(cwd, env)) ?? forgeRepository(env)
  if (named === null) {
    throw new ConfigurationError(
      `ledger names a branch, but ${cwd} is not a git repository with a remote called origin: give the path or URL of a repository`,
    )
  }
  const { url, login: own } = splitLogin(isLocalPath(named) ? path.resolve(cwd, expandHome(named, env)) : named)
  const login = own ?? loginFromVariable(url, env) ?? forgeLogin(url, env, token)
  const header = login ? basic(login) : await checkoutHeader(url, cwd, env)
  if (header === null) return { url, settings: [] }
  const key = `http.${rootOf(url)}.extraHeader`
  // The empty value drops headers of the user's own configuration: servers refuse two.
  return {
    url,
    settings: [
      [key, ''],
      [key, header],
    ],
  }
}

/** Address of the remote called origin; null without one. A relative one is resolved. */
async function originOf(cwd: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const environment = gitEnvironment(env)
  const result = await runGit(['remote', 'get-url', 'origin'], { cwd, env: environment })
  const url = result.stdout.toString('utf8').trim()
  if (result.status !== 0 || url === '') return null
  if (!isLocalPath(url) || path.isAbsolute(url)) return url
  const top = await runGit(['rev-parse', '--show-toplevel'], { cwd, env: environment })
  return path.resolve(top.status === 0 ? top.stdout.toString('utf8').trim() : cwd, url)
}

/** Address of the repository that a job belongs to, where it has no checkout. */
function forgeRepository(env: NodeJS.ProcessEnv): string | null {
  const [server, name] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY']]
  if (server && name) return `${server}/${name}.git`
  const [gitlab, project] = [env['CI_SERVER_URL'], env['CI_PROJECT_PATH']]
  if (gitlab && project) return `${gitlab}/${project}.git`
  return null
}

function isLocalPath(text: string): boolean {
  if (text.includes('://')) return false
  return existsSync(text) || !/^(?:[\w.-]+@)?[\w.-]+:/.test(text) || /^[a-z]:[\\/]/i.test(text)
}

function expandHome(text: string, env: NodeJS.ProcessEnv): string {
  return text.startsWith('~/') ? path.join(env['HOME'] ?? '', text.slice(2)) : text
}

/** Takes user and password out of an http(s) address; ssh keeps its user. */
function splitLogin(text: string): { url: string; login: Login | null } {
  if (!/^https?:\/\//i.test(text)) return { url: text, login: null }
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new ConfigurationError('ledger is not an address that can be read: use `https://HOST/OWNER/REPOSITORY`')
  }
  const login = url.password === '' ? null : loginOf(url)
  url.password = ''
  url.username = ''
  return { url: url.href, login }
}

function loginOf({ username, password }: URL): Login {
  return { user: decodedPart(username, 'ledger'), password: decodedPart(password, 'ledger') }
}

/** Credentials in CARBON_GATE_LEDGER_URL, if it is the same repository. */
function loginFromVariable(url: string, env: NodeJS.ProcessEnv): Login | null {
  const variable = env['CARBON_GATE_LEDGER_URL']
  if (!variable || !/^https?:\/\//i.test(variable)) return null
  const { url: other, login } = splitLogin(variable.replace(/#.*$/, ''))
  return repositoryOf(other) === repositoryOf(url) ? login : null
}

function repositoryOf(url: string): string {
  return url.replace(/\.git$|\/$/, '').toLowerCase()
}

/** The forge's own token for its own server. It is sent to no other host. */
function forgeLogin(url: string, env: NodeJS.ProcessEnv, token: string | null): Login | null {
  const host = hostOf(url)
  if (host === null) return null
  const github = token ?? env['GITHUB_TOKEN'] ?? env['GH_TOKEN']
  if (github && host === hostOf(env['GITHUB_SERVER_URL'] ?? '')) return { user: 'x-access-token', password: github }
  const gitlab = env['CI_JOB_TOKEN']
  if (gitlab && host === hostOf(env['CI_SERVER_URL'] ?? '')) return { user: 'gitlab-ci-token', password: gitlab }
  return null
}

/** Host with its port, of http(s) addresses only. */
function hostOf(url: string): string | null {
  return /^https?:\/\/([^/@]+)(?:\/|$)/i.exec(url)?.[1]?.toLowerCase() ?? null
}

function basic({ user, password }: Login): string {
  return `Authorization: Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}

/** The header that actions/checkout leaves in the configuration of the current repository. */
async function checkoutHeader(url: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  if (hostOf(url) === null) return null
  const args = ['config', '--get-urlmatch', 'http.extraHeader', url]
  const { status, stdout } = await runGit(args, { cwd, env: gitEnvironment(env) })
  const header = stdout.toString('utf8').trim()
  return status === 0 && header !== '' ? header : null
}

function rootOf(url: string): string {
  return /^(https?:\/\/[^/]+)/i.exec(url)?.[1] ?? url
}
