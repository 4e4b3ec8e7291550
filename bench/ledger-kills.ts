/**
 * Kills `ledger add` and `ledger collect` before and after each git command that they run (`npm run proof:ledger -- kills`): nothing may be
 * lost and nothing counted twice. Real processes; a `git` in PATH kills the program that called it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { GitStore } from '../src/ledger/git/git-store.ts'
import { FakeGitHub } from '../test/fakes/github/fake-github.ts'
import { report } from '../test/fixtures/report.ts'
import { GIT_ENV, bareRepository, git } from '../test/ledger/git-server.ts'

const CLI = path.resolve('build/src/entries/cli.js')
const ALWAYS = { from: '2026-01-01', to: '2027-12-31' }

/** A folder with a `git` that kills its caller at the n-th call: before or after the call does its work. */
function killingGit(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-kill-'))
  const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()
  const script = `#!/bin/sh
echo x >> "$KILL_COUNT"
if [ "$(wc -l < "$KILL_COUNT")" -eq "$KILL_CALL" ]; then
  [ "$KILL_WHEN" = after ] && "${real}" "$@"
  kill -9 $PPID; exit 1
fi
exec "${real}" "$@"
`
  writeFileSync(path.join(folder, 'git'), script)
  chmodSync(path.join(folder, 'git'), 0o755)
  return folder
}

/** What is killed, and how many entries there must be once it was run again. */
interface Subject {
  readonly name: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly entries: number
}

function runToEnd(args: readonly string[], env: NodeJS.ProcessEnv): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...GIT_ENV, ...env }, stdio: 'ignore' })
  return new Promise((resolve) => void child.on('close', (status, signal) => resolve(signal ?? status)))
}

async function stateOf(repository: string): Promise<{ entries: number; counted: number; faults: number }> {
  const place = { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' } as const
  const store = new GitStore(place, { env: GIT_ENV, cwd: process.cwd() })
  try {
    const { entries, faults } = await store.verify()
    return { entries, counted: (await store.totals(ALWAYS)).entries, faults: faults.length }
  } finally {
    await store.close()
  }
}

/** How many git calls were counted. */
function callsIn(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
}

/** @returns how many git calls there are, each of which was tried */
async function proveSubject({ name, args, env, entries }: Subject, folder: string): Promise<number> {
  for (let call = 1; ; call += 1) {
    for (const when of ['before', 'after']) {
      const repository = bareRepository()
      const ledger = [...args, '--ledger', repository]
      const count = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-count-')), 'count')
      const kill = { KILL_CALL: String(call), KILL_WHEN: when, KILL_COUNT: count }
      const ended = await runToEnd(ledger, { ...env, ...kill, PATH: `${folder}:${process.env['PATH']}` })
      if (ended === 0) {
        if (callsIn(count) < call) return call - 1
        // The command had ended that git itself, a reader that it no longer needed: nothing was killed.
        continue
      }
      const at = `${name}, killed ${when} git call ${call}`
      if (ended !== 'SIGKILL') throw new Error(`${at}: ended with ${ended}`)
      const middle = await stateOf(repository)
      if (middle.faults > 0 || middle.counted > entries) throw new Error(`${at}: ${JSON.stringify(middle)}`)
      const again = await runToEnd(ledger, env)
      const after = await stateOf(repository)
      const isWhole = again === 0 && after.entries === entries && after.counted === entries && after.faults === 0
      if (!isWhole) throw new Error(`${at}, run again with status ${again}: ${JSON.stringify(after)}`)
      if (git(repository, 'for-each-ref', 'refs/carbon-gate') !== '') throw new Error(`${at}: refs are left`)
    }
  }
}

/** Two runs of a job each on the fake forge, without reports. */
async function forgeWithRuns(): Promise<{ fake: FakeGitHub; env: Record<string, string> }> {
  const nowMs = Date.parse('2026-11-28T13:00:00Z')
  // The compiler leaves out the fake's description of the API.
  const description = 'test/fakes/github/openapi-extract.json'
  cpSync(description, path.join('build', description))
  const fake = await FakeGitHub.start({ now: () => new Date(nowMs) })
  const repository = fake.addRepository('octo/shop')
  for (const minutesAgo of [60, 30]) {
    const startedAt = new Date(nowMs - minutesAgo * 60_000)
    const completedAt = new Date(startedAt.getTime() + 5 * 60_000)
    const headSha = repository.tip('main') ?? ''
    const run = repository.addRun({
      workflow: repository.addWorkflow('CI'),
      event: 'push',
      headSha,
      headBranch: 'main',
    })
    run.addJob({ name: 'test', startedAt, completedAt, conclusion: 'success' })
    run.finish('success')
  }
  const token = fake.addToken({ repositories: [repository] })
  const env = { GITHUB_API_URL: fake.api, GITHUB_TOKEN: token.secret, GITHUB_REPOSITORY: 'octo/shop' }
  return { fake, env }
}

/** Kills both commands at every git call. @throws Error that names the call after which something is lost or counted twice */
export async function proveKills(): Promise<void> {
  const folder = killingGit()
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-report-')), 'report.json')
  writeFileSync(file, JSON.stringify(report({ ended_at: '2026-11-28T13:05:00Z' })))
  const added = await proveSubject({ name: 'ledger add', args: ['ledger', 'add', file], env: {}, entries: 1 }, folder)
  console.log(`| ledger add | killed before and after each of ${added} git calls | nothing lost, nothing twice |`)
  const { fake, env } = await forgeWithRuns()
  try {
    const args = ['ledger', 'collect', '--since', '2026-11-01']
    const collected = await proveSubject({ name: 'ledger collect', args, env, entries: 2 }, folder)
    console.log(
      `| ledger collect | killed before and after each of ${collected} git calls | nothing lost, nothing twice |`,
    )
  } finally {
    await fake.close()
  }
}
