import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { namesIn } from '../settings/find-config.ts'

/** Test commands by the file that shows them, the first that exists. All are on GitHub's hosted runners without a set-up step. */
const TEST_COMMANDS: readonly (readonly [string, string])[] = [
  ['package-lock.json', 'npm ci && npm test'],
  ['pnpm-lock.yaml', 'corepack enable && pnpm install && pnpm test'],
  ['yarn.lock', 'corepack enable && yarn install && yarn test'],
  ['package.json', 'npm install && npm test'],
  ['Cargo.toml', 'cargo test'],
  ['go.mod', 'go test ./...'],
  ['pyproject.toml', inVenv('.')],
  ['requirements.txt', inVenv('-r requirements.txt')],
  ['gradlew', './gradlew test'],
  ['pom.xml', 'mvn --batch-mode test'],
  ['Makefile', 'make test'],
]

/** Distributions refuse packages outside of a virtual environment (PEP 668); GitHub announced the same for its images. */
function inVenv(packages: string): string {
  return `python3 -m venv .venv && .venv/bin/python -m pip install ${packages} pytest && .venv/bin/python -m pytest`
}

/** Files of TEST_COMMANDS whose command runs the script `test` of package.json. */
const SCRIPT_FILES: ReadonlySet<string> = new Set(['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'package.json'])

/** The command that tests a project, by its files; null if none of them is known. */
export function findTestCommand(root: string): string | null {
  const isUsable = (file: string): boolean =>
    existsSync(path.join(root, file)) && (!SCRIPT_FILES.has(file) || hasTestScript(root))
  return TEST_COMMANDS.find(([file]) => isUsable(file))?.[1] ?? null
}

/** Whether package.json, where it can be read, has a script `test`. That of `npm init` only fails. */
function hasTestScript(root: string): boolean {
  const content = readYaml(path.join(root, 'package.json'))
  if (content === null) return true
  const { test } = Object(content['scripts']) as { readonly test?: unknown }
  return typeof test === 'string' && !test.includes('no test specified')
}

/** The pipeline of GitLab. */
export const GITLAB_PIPELINE = '.gitlab-ci.yml'

/** Whether a repository has a pipeline of its own for GitLab: one that `init` wrote is none. */
export function hasOwnPipeline(root: string): boolean {
  const file = path.join(root, GITLAB_PIPELINE)
  return existsSync(file) && !('.carbon' in (readYaml(file) ?? {}))
}

/** A workflow of a repository that pull requests or pushes to branches start. */
export interface ExistingWorkflow {
  readonly file: string
  /** Name by which `workflow_run` finds it: its `name`, else its path. */
  readonly name: string
  readonly jobs: readonly string[]
  readonly isStartedByPullRequest: boolean
  /** Whether one of its steps is this action. */
  readonly hasGate: boolean
}

/** Workflows below `.github/workflows` that pull requests or pushes to branches start. What cannot be read or parsed is left out. */
export function findWorkflows(root: string): ExistingWorkflow[] {
  const folder = '.github/workflows'
  return namesIn(path.join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      const content = readYaml(path.join(root, folder, name))
      const events = eventsOf(content?.['on'])
      const isStartedByPullRequest = 'pull_request' in events
      if (!isStartedByPullRequest && !isStartedByBranch(events)) return []
      const title = content?.['name']
      const jobs = Object(content?.['jobs']) as Record<string, unknown>
      return [
        {
          file: `${folder}/${name}`,
          name: typeof title === 'string' ? title : `${folder}/${name}`,
          jobs: Object.keys(jobs),
          isStartedByPullRequest,
          hasGate: Object.values(jobs).some(hasGateStep),
        },
      ]
    })
}

/** The events of `on` with their filters: `push`, `[push, pull_request]`, `{push: {tags: [v*]}}`. */
function eventsOf(on: unknown): Readonly<Record<string, unknown>> {
  if (typeof on === 'object' && on !== null && !Array.isArray(on)) return on as Record<string, unknown>
  return Object.fromEntries([on].flat().map((event) => [String(event), null]))
}

/** Whether pushes to a branch start it, not only those of tags. */
function isStartedByBranch(events: Readonly<Record<string, unknown>>): boolean {
  if (!('push' in events)) return false
  const filters = Object.keys(Object(events['push']) as object)
  return !filters.some((name) => name.startsWith('tags')) || filters.some((name) => name.startsWith('branches'))
}

function hasGateStep(job: unknown): boolean {
  const { steps } = Object(job) as { readonly steps?: unknown }
  return (
    Array.isArray(steps) &&
    steps.some((step) =>
      String((Object(step) as { readonly uses?: unknown }).uses).startsWith('carbon-gate/carbon-gate@'),
    )
  )
}

function readYaml(file: string): Record<string, unknown> | null {
  try {
    const content: unknown = parse(readFileSync(file, 'utf8'), { maxAliasCount: 10, logLevel: 'silent' })
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : null
  } catch {
    return null
  }
}
