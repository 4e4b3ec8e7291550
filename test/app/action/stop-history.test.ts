import { type AddressInfo, createServer } from 'node:net'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { compareWithLedger } from '../../../src/app/action/compare-baseline.ts'
import { stopHistoryOf } from '../../../src/app/action/stop-history.ts'
import { openLedger } from '../../../src/app/ledger/open-ledger.ts'
import { originOf } from '../../../src/app/ledger/origin.ts'
import { DEFAULTS, type Settings } from '../../../src/app/settings/table.ts'
import { nothingUsed } from '../../../src/app/stop/named-lines.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import type { Entry } from '../../../src/ledger/entry.ts'
import { entryFromReport } from '../../../src/ledger/from-report.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import { report } from '../../fixtures/report.ts'
import { firstWithin } from '../../wait-until.ts'
import { GIT_ENV, bareRepository } from '../../ledger/git-server.ts'
import { SHA, at, clientOf, closed } from '../join/scene.ts'

const NOW_MS = Date.now()
const temp = mkdtempSync(path.join(tmpdir(), 'carbon-gate-stop-history-'))
const CONTEXT = {
  env: { ...GIT_ENV, RUNNER_TEMP: temp },
  event: { repository: { owner: 'octo', repo: 'shop' } },
  job: { name: 'test', workflow: 'CI', runId: 999 },
  token: null,
  client: null,
} as never

function policyOf(settings: Partial<Settings>): never {
  const budgets = ['+10 % vs main', '+10 % vs release'].map((line) => ({ budget: parseBudget(line), source: 'file' }))
  return { settings: { ...DEFAULTS, 'stop-at': ['growth'], ...settings }, budgets } as never
}

/** A ledger with one earlier run of a job on main, which used 20 Wh. */
async function ledgerWith(job: string): Promise<string> {
  const ledger = bareRepository()
  const store = openLedger(ledger, { env: GIT_ENV, cwd: temp })
  const { entry } = entryFromReport(report(), originOf({}), NOW_MS)
  const ended_at = `${new Date(NOW_MS - 3_600_000).toISOString().slice(0, 19)}Z`
  const origin = { repository: 'octo/shop', branch: 'main', event: 'push', workflow: 'CI', job }
  await store.add([{ entry: { ...(entry as Entry), ...origin, key: '1/1/10', trust: 'measured', wh: 20, ended_at } }])
  await store.close()
  return ledger
}

it('has the branches that the ledger knows at the start of a job, by the name that GitHub shows for the job', async () => {
  const [name, runnerName] = ['call / Unit tests (20)', 'runner 7']
  const ledger = await ledgerWith(name)
  expect((await stopHistoryOf(CONTEXT, policyOf({ ledger })))?.baselineWh).toEqual({})
  const fake = await FakeGitHub.start()
  const run = fake.addRepository('octo/shop', { private: true }).addRun({ headSha: SHA, headBranch: 'main' })
  const { id } = run.addJob({ name, startedAt: at(0), runnerName })
  const job = { name: 'test (20)', workflow: 'CI', runId: run.id, attempt: 1, checkRunId: id, runnerName }
  const context = { ...(CONTEXT as object), job, client: await clientOf(fake) } as never
  // A busy machine takes longer than the start of a job may wait.
  const history = await firstWithin(
    (found) => found?.baselineWh?.['main'] !== undefined,
    () => stopHistoryOf(context, policyOf({ ledger })),
  )
  await closed(fake)
  // The second branch of the policy has no runs.
  expect(history).toMatchObject({ baselineWh: { main: 20 }, jobName: name })
})

it('waits for the ledger only as long as it is given', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const ledger = `postgres://reader@127.0.0.1:${(silent.address() as AddressInfo).port}/ledger`
  const start = { context: CONTEXT, policy: policyOf({ ledger }), kind: 'job' as const, ...nothingUsed('test') }
  const startMs = performance.now()
  expect(await compareWithLedger(start, ['main'], { waitMs: 200, isStart: true })).toEqual({
    compared: null,
    isRead: false,
  })
  expect(performance.now() - startMs).toBeLessThan(3_000)
  silent.close()
})
