import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { emptyLedgerText } from '../../../src/app/ledger/empty-ledger.ts'
import { refuseProposedLedger } from '../../../src/app/ledger/default-ledger.ts'
import type { ConfigFile } from '../../../src/app/settings/empty-config.ts'
import { GIT_ENV, bareRepository } from '../../ledger/git-server.ts'
import { report } from '../../fixtures/report.ts'
import { runCommand } from '../../run-command.ts'

const FILE = { path: 'carbon-gate.yml' } as ConfigFile
const EMPTY = '2026-11-01 to 2026-11-30: 0 entries\n'
const warning = (name: string): string => `warning: ${emptyLedgerText(name)}\n`

/** A repository with a ledger, and a folder below a config file. */
function place() {
  const repository = bareRepository()
  const root = mkdtempSync(path.join(tmpdir(), 'carbon-gate-place-'))
  const cwd = path.join(root, 'sub')
  for (const folder of ['.git', '.github', 'sub']) mkdirSync(path.join(root, folder))
  const writeConfig = (text: string): void => writeFileSync(path.join(root, '.github/carbon-gate.yml'), text)
  const command = (args: string[], env: Record<string, string> = {}): ReturnType<typeof runCommand> =>
    runCommand(args, { cwd, env: { ...(GIT_ENV as Record<string, string>), ...env } })
  return { repository, cwd, writeConfig, command }
}

const TOTALS = ['ledger', 'totals', '--month', '2026-11']

it('takes the ledger from the flag, else from the variable, else from the config file above the folder, and names the last two', async () => {
  const { repository, writeConfig, command } = place()
  const env = { CARBON_GATE_LEDGER_URL: repository }
  writeConfig(`ledger: ${repository}#refs/x/y\n`)
  expect(await command(TOTALS, env)).toMatchObject({
    status: 0,
    stdout: EMPTY,
    stderr: `ledger: ${repository}#carbon-ledger, as CARBON_GATE_LEDGER_URL says\n${warning(`${repository}#carbon-ledger`)}`,
  })
  expect(await command(TOTALS)).toMatchObject({
    status: 0,
    stdout: EMPTY,
    stderr: `ledger: ${repository}#refs/x/y, as ../.github/carbon-gate.yml says\n${warning(`${repository}#refs/x/y`)}`,
  })
  expect(await command([...TOTALS, '--ledger', repository], env)).toMatchObject({
    stdout: EMPTY,
    stderr: warning(`${repository}#carbon-ledger`),
  })
  expect(await command([...TOTALS, '--ledger', ''])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('ledger is blank'),
  })
  writeConfig('ledger:\n')
  expect(await command(TOTALS)).toMatchObject({ status: 2, stderr: expect.stringContaining('not a blank') })
})

it.each([
  ['ledger show', 'no entries from'],
  ['ledger show --json -', ''],
  ['ledger totals', '0 entries'],
  ['ledger totals --json -', '"entries": 0'],
  ['ledger export --csv -', 'v,key,'],
  ['ledger export --prometheus -', ''],
  ['ledger verify', '0 entries: intact'],
  ['badge --json', 'no entries', '--budget', '2 kg per month'],
])('warns in `%s` of a ledger that does not exist', async (text, found, ...more) => {
  const { repository, command } = place()
  const name = `${repository}#mistyped`
  const { status, stdout, stderr } = await command([...text.split(' '), ...more, '--ledger', name])
  expect(status).toBe(0)
  expect(stdout).toContain(found)
  expect(stderr).toContain(warning(name))
})

it.each(['ledger show', 'ledger show --json -', 'ledger totals', 'ledger export --csv -', 'ledger verify'])(
  'does not warn in `%s` of a ledger with an entry in another month',
  async (text) => {
    const { repository, cwd, command } = place()
    writeFileSync(path.join(cwd, 'report.json'), JSON.stringify({ ...report(), ended_at: '2026-01-02T03:04:05Z' }))
    await command(['ledger', 'add', 'report.json', '--ledger', repository])
    expect(await command([...text.split(' '), '--ledger', repository])).toMatchObject({
      status: 0,
      stderr: expect.not.stringContaining('does not exist'),
    })
  },
)

it('sums only water that includes cooling, and names a workflow without a name as the dashboard does', async () => {
  const { repository, cwd, command } = place()
  const water = { onsite_l: 0.001, offsite_l: 0.002, total_l: 0.003 }
  for (const [name, known] of [
    ['a', water],
    ['b', { ...water, onsite_l: null, total_l: null }],
  ] as const) {
    writeFileSync(
      path.join(cwd, `${name}.json`),
      JSON.stringify({ ...report(), subject: { kind: 'job', name }, water: known }),
    )
  }
  await command(['ledger', 'add', 'a.json', 'b.json', '--ledger', repository])
  const { stdout } = await command(['ledger', 'totals', '--from', '2020-01-01', '--ledger', repository])
  expect(stdout).toContain(' 3 mL water\n  1 of them without known water (cooling included) is not in the sum\n')
  expect(stdout).toMatch(/ 2 {2}unnamed\n$/)
})

it.each([
  ['a pull request', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }],
  ['a merge group', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'merge_group' }],
  ['a merge request', { GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7' }],
  ['a comment that starts a build', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'issue_comment' }],
])('opens no ledger that the config file of %s names', async (_, build) => {
  const { repository, cwd, writeConfig, command } = place()
  // No server listens there, so an attempt to connect would give another error.
  writeConfig('ledger: postgres://ci@127.0.0.1:9/db\nbudgets: [1 kg per month]\n')
  writeFileSync(path.join(cwd, 'report.json'), JSON.stringify(report()))
  const env = { ...build, PGPASSWORD: 's3cret' }
  const refusal = 'carbon-gate.yml is not used in the build of a proposed change: name it with --ledger'
  for (const args of [['ledger', 'add', 'report.json'], TOTALS])
    expect(await command(args, env)).toMatchObject({ status: 2, stderr: expect.stringContaining(refusal) })
  const gate = await command(['gate', 'report.json'], env)
  expect(gate.stdout + gate.stderr).toContain(`the ledger cannot be read: ledger of ../.github/${refusal}`)
  expect(await command([...TOTALS, '--ledger', repository], env)).toMatchObject({ status: 0, stdout: EMPTY })
})

it.each<Record<string, string>>([
  { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-1-abc' },
  { CI_PIPELINE_SOURCE: 'external_pull_request_event', CI_EXTERNAL_PULL_REQUEST_IID: '12' },
  { CI_OPEN_MERGE_REQUESTS: 'g/p!12' },
  { TRAVIS_PULL_REQUEST: '12' },
  { CI_COMMIT_PULL_REQUEST: '12' },
  { ghprbPullId: '12' },
  { gitlabMergeRequestIid: '12' },
  { GERRIT_CHANGE_NUMBER: '12' },
  { CODEBUILD_WEBHOOK_TRIGGER: 'pr/12' },
  { CIRRUS_PR: '12' },
  { PULL_NUMBER: '12' },
  { SEMAPHORE_GIT_PR_NUMBER: '12' },
  { CIRCLE_PULL_REQUESTS: 'https://github.com/o/r/pull/12' },
  { BUILD_REASON: 'PullRequest' },
  { CHANGE_ID: '12', BUILDKITE: 'true' },
])('is not named by the config file where %o is set', (env) => {
  expect(refuseProposedLedger(FILE, env)).toContain('a proposed change')
})

it.each<Record<string, string>>([
  {},
  { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_HEAD_REF: '', GITHUB_BASE_REF: '' },
  { GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' },
  { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push', CI_COMMIT_REF_NAME: 'main' },
  { TRAVIS_PULL_REQUEST: 'false' },
  { BUILDKITE_PULL_REQUEST: 'false' },
  { BUILD_REASON: 'IndividualCI', BUILD_SOURCEBRANCH: 'refs/heads/main', SYSTEM_PULLREQUEST_ISFORK: 'False' },
  { CODEBUILD_WEBHOOK_TRIGGER: 'branch/main' },
])('is named by the config file where %o is set', (env) => {
  expect(refuseProposedLedger(FILE, env)).toBeNull()
})
