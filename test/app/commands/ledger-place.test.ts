import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { GIT_ENV, bareRepository } from '../../ledger/git-server.ts'
import { report } from '../../fixtures/report.ts'
import { runCommand } from '../../run-command.ts'

const EMPTY = '2026-11-01 to 2026-11-30: 0 entries\n'

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
    stderr: `ledger: ${repository}#carbon-ledger, as CARBON_GATE_LEDGER_URL says\n`,
  })
  expect(await command(TOTALS)).toMatchObject({
    status: 0,
    stdout: EMPTY,
    stderr: `ledger: ${repository}#refs/x/y, as ../.github/carbon-gate.yml says\n`,
  })
  expect(await command([...TOTALS, '--ledger', repository], env)).toMatchObject({ stdout: EMPTY, stderr: '' })
  expect(await command([...TOTALS, '--ledger', ''])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('ledger is blank'),
  })
  writeConfig('ledger:\n')
  expect(await command(TOTALS)).toMatchObject({ status: 2, stderr: expect.stringContaining('not a blank') })
})

it.each([
  ['a pull request', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }],
  ['a merge group', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'merge_group' }],
  ['a merge request', { GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7' }],
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
