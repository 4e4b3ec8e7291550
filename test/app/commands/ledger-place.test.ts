import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { GIT_ENV, bareRepository } from '../../ledger/git-server.ts'
import { runCommand } from '../../run-command.ts'

const EMPTY = '2026-11-01 to 2026-11-30: 0 entries\n'

it('takes the ledger from the flag, else from the config file above the folder, else from the variable, and names the last two', async () => {
  const repository = bareRepository()
  const env = { ...GIT_ENV, CARBON_GATE_LEDGER_URL: repository } as Record<string, string>
  const root = mkdtempSync(path.join(tmpdir(), 'carbon-gate-place-'))
  const cwd = path.join(root, 'sub')
  for (const folder of ['.git', '.github', 'sub']) mkdirSync(path.join(root, folder))
  const totals = (...flags: string[]): ReturnType<typeof runCommand> =>
    runCommand(['ledger', 'totals', '--month', '2026-11', ...flags], { cwd, env })
  expect(await totals()).toMatchObject({
    status: 0,
    stdout: EMPTY,
    stderr: `ledger: ${repository}#carbon-ledger, as CARBON_GATE_LEDGER_URL says\n`,
  })
  writeFileSync(path.join(root, '.github/carbon-gate.yml'), `ledger: ${repository}#refs/x/y\n`)
  expect(await totals()).toMatchObject({
    status: 0,
    stdout: EMPTY,
    stderr: `ledger: ${repository}#refs/x/y, as ../.github/carbon-gate.yml says\n`,
  })
  expect(await totals('--ledger', repository)).toMatchObject({ status: 0, stdout: EMPTY, stderr: '' })
  expect(await totals('--ledger', '')).toMatchObject({ status: 2, stderr: expect.stringContaining('ledger is blank') })
  writeFileSync(path.join(root, '.github/carbon-gate.yml'), 'ledger:\n')
  expect(await totals()).toMatchObject({ status: 2, stderr: expect.stringContaining('not a blank') })
})
