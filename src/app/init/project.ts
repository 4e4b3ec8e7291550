import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/** Test commands by the file that shows them, the first that exists. All are on GitHub's hosted runners without a set-up step. */
const TEST_COMMANDS: readonly (readonly [string, string])[] = [
  ['package-lock.json', 'npm ci && npm test'],
  ['pnpm-lock.yaml', 'corepack enable && pnpm install && pnpm test'],
  ['yarn.lock', 'corepack enable && yarn install && yarn test'],
  ['package.json', 'npm install && npm test'],
  ['Cargo.toml', 'cargo test'],
  ['go.mod', 'go test ./...'],
  ['pyproject.toml', 'python3 -m pip install . pytest && python3 -m pytest'],
  ['requirements.txt', 'python3 -m pip install -r requirements.txt pytest && python3 -m pytest'],
  ['gradlew', './gradlew test'],
  ['pom.xml', 'mvn --batch-mode test'],
  ['Makefile', 'make test'],
]

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

/** A workflow of a repository that pull requests start. */
export interface ExistingWorkflow {
  readonly file: string
  /** Name by which `workflow_run` finds it: its `name`, else its path. */
  readonly name: string
}

/** Workflows below `.github/workflows` that pull requests start. What cannot be read or parsed is left out. */
export function findPullRequestWorkflows(root: string): ExistingWorkflow[] {
  const folder = '.github/workflows'
  return namesIn(path.join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      const content = readYaml(path.join(root, folder, name))
      if (!isStartedByPullRequest(content?.['on'])) return []
      const title = content?.['name']
      return [{ file: `${folder}/${name}`, name: typeof title === 'string' ? title : `${folder}/${name}` }]
    })
}

function isStartedByPullRequest(on: unknown): boolean {
  if (Array.isArray(on)) return on.includes('pull_request')
  return on === 'pull_request' || (typeof on === 'object' && on !== null && 'pull_request' in on)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readYaml(file: string): Record<string, unknown> | null {
  try {
    const content: unknown = parse(readFileSync(file, 'utf8'), { maxAliasCount: 10, logLevel: 'silent' })
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : null
  } catch {
    return null
  }
}
