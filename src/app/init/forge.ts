import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

/** Forges whose dialect `init` can write. Gitea reads the same workflows as Forgejo from a folder of its own. */
export const INIT_FORGES = ['github', 'gitlab', 'forgejo', 'gitea'] as const

export type InitForge = (typeof INIT_FORGES)[number]

/** Where a repository's CI runs, and how that is known. */
export interface ForgeFinding {
  readonly forge: InitForge
  readonly reason: string
}

/** The remote called origin, as far as git answers. */
export interface Origin {
  /** Null without such a remote. */
  readonly address: string | null
  /** Why git did not answer; null if it did. */
  readonly problem: string | null
}

/** Hosts by name; the first that matches is used. A company's own host usually has the product in its name. */
const HOSTS: readonly (readonly [RegExp, InitForge])[] = [
  [/^(?:ssh\.)?github\.com$|\.ghe\.com$|github/i, 'github'],
  [/gitlab/i, 'gitlab'],
  [/^codeberg\.org$|forgejo/i, 'forgejo'],
  [/gitea/i, 'gitea'],
]

/** Hosts that `init` writes nothing for, with the file of docs/ci to copy. */
const OTHER_HOSTS: readonly (readonly [RegExp, string, string])[] = [
  [/bitbucket/i, 'Bitbucket', 'bitbucket-pipelines.yml'],
  [/dev\.azure\.com$|visualstudio\.com$/i, 'Azure DevOps', 'azure-pipelines.yml'],
]

/** Files of services that `init` writes nothing for, with the file of docs/ci to copy. */
const OTHER_MARKS: readonly (readonly [string, string, string])[] = [
  ['.woodpecker', 'Woodpecker', 'woodpecker.yml'],
  ['.woodpecker.yml', 'Woodpecker', 'woodpecker.yml'],
  ['.woodpecker.yaml', 'Woodpecker', 'woodpecker.yml'],
  ['.drone.yml', 'Drone', 'drone.yml'],
  ['.circleci/config.yml', 'CircleCI', 'circleci.yml'],
  ['.buildkite/pipeline.yml', 'Buildkite', 'buildkite.yml'],
  ['azure-pipelines.yml', 'Azure Pipelines', 'azure-pipelines.yml'],
  ['bitbucket-pipelines.yml', 'Bitbucket Pipelines', 'bitbucket-pipelines.yml'],
  ['Jenkinsfile', 'Jenkins', 'Jenkinsfile'],
]

/** Files that show the forge, the most specific first. */
const MARKS: readonly (readonly [string, InitForge])[] = [
  ['.forgejo/workflows', 'forgejo'],
  ['.gitea/workflows', 'gitea'],
  ['.gitlab-ci.yml', 'gitlab'],
  ['.github/workflows', 'github'],
]

/**
 * Finds the forge of a repository: by the host of its origin, else by its CI files, else GitHub.
 * @param origin address of the remote called origin, or why it is not known
 * @throws ConfigurationError for a host or a service that `init` writes nothing for, and where git does not answer and no file tells
 */
export function findForge(root: string, { address, problem }: Origin): ForgeFinding {
  const host = address === null ? null : hostOf(address)
  const mark = MARKS.find(([file]) => isFilled(path.join(root, file)))
  const service = mark ? undefined : OTHER_MARKS.find(([file]) => isFilled(path.join(root, file)))
  // A second CI beside it would run the tests twice, or never where its actions are off.
  if (service) throw nothingFor(`${service[0]} belongs to ${service[1]}`, service[2])
  const known = host === null ? undefined : HOSTS.find(([pattern]) => pattern.test(host))
  if (known && host !== null) return { forge: known[1], reason: `origin is on ${printable(host)}` }
  if (mark) return { forge: mark[1], reason: `${mark[0]} exists` }
  const other = host === null ? undefined : OTHER_HOSTS.find(([pattern]) => pattern.test(host))
  if (other) throw nothingFor(`origin is on ${other[1]}`, other[2])
  if (problem !== null) {
    throw new ConfigurationError(`${problem}, so the forge is unknown: choose it with --forge ${INIT_FORGES.join('|')}`)
  }
  const reason = host === null ? 'there is no origin that names a host' : `${printable(host)} is not known`
  return { forge: 'github', reason: `${reason}; choose another with --forge ${INIT_FORGES.join('|')}` }
}

function nothingFor(found: string, file: string): ConfigurationError {
  return new ConfigurationError(
    `${found}, for which init writes nothing: copy docs/ci/${file}, or choose with --forge ${INIT_FORGES.join('|')}`,
  )
}

/**
 * Host of a remote's address: `https://host/a/b`, `ssh://git@host:22/a/b`, `git@host:a/b`; null for a path.
 * @example hostOf('git@codeberg.org:octo/shop.git') // "codeberg.org"
 */
export function hostOf(address: string): string | null {
  if (address.includes('://')) {
    try {
      return new URL(address).hostname || null
    } catch {
      return null
    }
  }
  return /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):/.exec(address)?.[1] ?? null
}

/** A file, or a folder with something in it. */
function isFilled(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    return readdirSync(file).length > 0
  } catch {
    return true
  }
}
