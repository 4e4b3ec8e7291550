import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { monthRange } from '../../src/core/calendar.ts'
import { GitStore } from '../../src/ledger/git/git-store.ts'
import { report } from '../fixtures/report.ts'
import { GIT_ENV, bareRepository, git } from '../ledger/git-server.ts'
import { sampleEntry } from '../ledger/sample-entry.ts'
import { runCommand } from '../run-command.ts'

/** Faults of the git store with real processes: the compiled command line, a git that kills its caller, a full disk. */

const CLI = path.resolve('build/src/entries/cli.js')
const NOVEMBER = monthRange('2026-11')
/** As GIT_ENV, for commands in this process. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const REAL_GIT = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()

/** A folder with a `git` that kills the program that called it: before or after the n-th call of a subcommand. */
function killingGit(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-kill-'))
  const script = `#!/bin/sh
if [ "$1" = "$KILL_AT" ]; then
  echo x >> "$KILL_COUNT"
  [ "$(wc -l < "$KILL_COUNT")" -eq "$KILL_CALL" ] && { [ "$KILL_WHEN" = after ] && "${REAL_GIT}" "$@"; kill -9 $PPID; exit 1; }
fi
exec "${REAL_GIT}" "$@"
`
  writeFileSync(path.join(folder, 'git'), script)
  chmodSync(path.join(folder, 'git'), 0o755)
  return folder
}

const KILLING = killingGit()

function reportFile(name: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-report-')), 'report.json')
  const own = report({ ended_at: '2026-11-28T13:05:00Z', subject: { kind: 'command', name } })
  writeFileSync(file, JSON.stringify(own))
  return file
}

interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command, by default the compiled command line, to its end. */
function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  command: readonly string[] = [process.execPath, CLI],
): Promise<Ended> {
  const [program = '', ...first] = command
  const child = spawn(program, [...first, ...args], { env: { ...GIT_ENV, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString('utf8')
  })
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString('utf8')
  })
  return new Promise(
    (resolve) => void child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr })),
  )
}

function storeOf(repository: string): GitStore {
  const place = { kind: 'git', repository, ref: 'refs/heads/carbon-ledger' } as const
  return new GitStore(place, { env: GIT_ENV, cwd: process.cwd() })
}

async function stateOf(repository: string): Promise<{ entries: number; counted: number; faults: readonly unknown[] }> {
  const store = storeOf(repository)
  try {
    const { entries, faults } = await store.verify()
    return { entries, counted: (await store.totals(NOVEMBER)).entries, faults }
  } finally {
    await store.close()
  }
}

describe('ledger add that is killed', () => {
  // After the inbox's push: the entry waits. `npm run proof:ledger -- kills` kills add and collect before and after each git call.
  it.each([['push', 1, 1]] as const)(
    'after %s %i loses nothing and counts nothing twice',
    { timeout: 90_000 },
    async (at, call, counted) => {
      const repository = bareRepository()
      const [first, second] = [reportFile('first'), reportFile('second')]
      const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-count-'))
      const killed = await run(['ledger', 'add', first, '--ledger', repository], {
        PATH: `${KILLING}:${process.env['PATH']}`,
        KILL_AT: at,
        KILL_CALL: String(call),
        KILL_WHEN: 'after',
        KILL_COUNT: path.join(folder, 'count'),
      })
      expect(killed.signal).toBe('SIGKILL')
      expect((await stateOf(repository)).counted).toBe(counted)
      const again = await runCommand(['ledger', 'add', first, second, '--ledger', repository], { env: ENVIRONMENT })
      expect([again.status, again.stderr]).toEqual([0, ''])
      expect(await stateOf(repository)).toEqual({ entries: 2, counted: 2, faults: [] })
      expect(git(repository, 'for-each-ref', 'refs/carbon-gate')).toBe('')
    },
  )
})

describe('ledger add that cannot write', () => {
  it.skipIf(process.platform === 'win32')(
    'names a full disk, and the ledger stays as it was',
    { timeout: 60_000 },
    async () => {
      const repository = bareRepository()
      const limited = ['bash', '-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, CLI]
      const { status, stderr } = await run(['ledger', 'add', reportFile('x'), '--ledger', repository], {}, limited)
      expect([status, stderr]).toEqual([3, expect.stringMatching(/disk is full|limit the size of files/)])
      expect(git(repository, 'for-each-ref')).toBe('')
    },
  )

  it('says what to do about a read-only repository, and keeps nothing half', { timeout: 60_000 }, async () => {
    const repository = bareRepository()
    writeFileSync(
      path.join(repository, 'hooks', 'pre-receive'),
      '#!/bin/sh\necho "this mirror is read-only" >&2\nexit 1\n',
    )
    chmodSync(path.join(repository, 'hooks', 'pre-receive'), 0o755)
    const add = ['ledger', 'add', reportFile('x'), '--ledger', repository]
    const { status, stderr } = await runCommand(add, { env: ENVIRONMENT })
    expect([status, stderr]).toEqual([3, expect.stringMatching(/rules of the repository forbid this push/)])
    expect(git(repository, 'for-each-ref')).toBe('')
  })
})

describe('a ledger that was force-pushed', () => {
  it('makes lines over time indeterminate where a report saw more entries', { timeout: 90_000 }, async () => {
    const repository = bareRepository()
    const store = storeOf(repository)
    for (const name of ['a', 'b']) await store.collect([sampleEntry(name)], null)
    await store.close()
    const judged = ['--ledger', repository, '--budget', '1000 kg per month', '--json']
    const before = await runCommand(['gate', reportFile('c'), ...judged, '-'], { env: ENVIRONMENT })
    const seen = JSON.parse(before.stdout) as { ledger: { entries: number; tip: string } }
    expect([before.status, seen.ledger.entries]).toEqual([0, 2])
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'carbon-gate-seen-')), 'seen.json')
    writeFileSync(file, before.stdout)
    for (const ref of ['carbon-ledger', 'carbon-ledger-totals']) {
      git(repository, 'update-ref', `refs/heads/${ref}`, `refs/heads/${ref}~1`)
    }
    const after = await runCommand(['gate', file, ...judged, '-'], { env: ENVIRONMENT })
    const { notes } = JSON.parse(after.stdout) as { notes: { code: string; text: string }[] }
    expect(after.status).toBe(3)
    expect(notes.find(({ code }) => code === 'ledger-entries-lost')?.text).toMatch(/saw 2 entries.*now it has 1/)
  })
})
