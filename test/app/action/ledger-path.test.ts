import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runMode } from '../../../src/app/action/run-mode.ts'
import { readReport } from '../../../src/core/report-file.ts'
import type { Report } from '../../../src/core/report.ts'
import { GATE_PERMISSIONS } from '../../fakes/github/account.ts'
import type { EventSpec } from '../../fakes/github/event.ts'
import { type RunnerEnvironment, createRunnerEnvironment } from '../../fakes/github/runner-environment.ts'
import { git } from '../../ledger/git-server.ts'
import { type Scene, openScene } from '../ledger/scene.ts'

/** The modes of the action with a ledger: the forge is the stateful fake, the ledger a real bare repository. */

const runners: RunnerEnvironment[] = []
let printed: string

beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  for (const runner of runners.splice(0)) runner.remove()
})

/** Runs a mode as a step of a job would, and returns the report that it wrote. */
async function step(scene: Scene, mode: string, event: EventSpec, inputs: Record<string, string> = {}) {
  const permissions = mode === 'collect' ? undefined : GATE_PERMISSIONS
  const token = scene.fake.addToken({ repositories: [scene.repository], ...(permissions && { permissions }) })
  const { repository } = scene
  const head = repository.tip('main') ?? ''
  const collector = () =>
    repository.addRun({
      workflow: repository.addWorkflow('Ledger'),
      event: 'schedule',
      headSha: head,
      headBranch: 'main',
    })
  const runner = createRunnerEnvironment(scene.fake, {
    repository,
    event,
    token,
    ...(mode === 'collect' && { run: collector() }),
  })
  runners.push(runner)
  const given = { 'github-token': token.secret, mode, ledger: scene.git, zone: 'DE', ...inputs }
  const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = { ...runner.env, ...(Object.fromEntries(variables) as Record<string, string>) }
  await runMode('main', { env, cancelled: new AbortController().signal })
  // Without GITHUB_OUTPUT in this process, outputs are commands.
  const file = /::set-output name=report::(.+)/.exec(printed)?.[1]
  return file ? readReport(readFileSync(file, 'utf8'), 'report') : null
}

const refs = (scene: Scene): string => git(scene.git, 'for-each-ref')
const codes = (report: Report | null): string[] => report?.notes.map(({ code }) => code) ?? []

describe('the action with a ledger', () => {
  it(
    'collects on a schedule; a pull request judges the month by it and writes nothing',
    { timeout: 180_000 },
    async () => {
      const scene = await openScene()
      for (const minutes of [300, 200, 100]) scene.addRun(minutes, { wh: 0.5 })
      await step(scene, 'collect', { name: 'schedule' })
      expect(printed).toMatch(/3 runs read, 3 entries added; complete until 2026-11-28T13:00:00Z/)
      const before = refs(scene)

      const pull = scene.repository.addPull({ head: { branch: 'faster' } })
      const budget = '1 kg per month\n1 Wh per month\n3 Wh per month'
      const report = await step(scene, 'workflow', { name: 'pull_request', pull }, { budget })
      const entries = 3 * 0.5 * 1.18
      const [month, spent, half] = report?.budgets ?? []
      expect(month).toMatchObject({ scope: 'month', verdict: 'pass' })
      // On a pull request a spent month only warns.
      expect(spent).toMatchObject({ verdict: 'not-judged', reason_code: 'period-exceeded' })
      expect(half?.used).toBeCloseTo(entries + (report?.energy.total_wh ?? 0), 6)
      expect(report?.ledger).toEqual({
        tip: git(scene.git, 'rev-parse', 'carbon-ledger'),
        entries: 3,
        as_of: '2026-11-28T13:00:00Z',
      })
      expect(report?.notes.find(({ code }) => code === 'ledger-forecast')?.text).toMatch(
        /as of 2026-11-28 13:00 UTC; at this pace/,
      )
      expect(codes(report)).toContain('period-exceeded')
      expect(refs(scene)).toBe(before)
    },
  )

  it('warns of a stale ledger, and fails a spent month outside of pull requests', { timeout: 180_000 }, async () => {
    const scene = await openScene()
    scene.addRun(60, { wh: 0.5 })
    await step(scene, 'collect', { name: 'schedule' })
    scene.nowMs += 30 * 3_600_000
    const report = await step(scene, 'workflow', { name: 'push' }, { budget: '0.1 Wh per month' })
    expect(codes(report)).toContain('ledger-stale')
    expect(report?.budgets[0]).toMatchObject({ verdict: 'fail' })
    expect(process.exitCode).toBe(1)
  })

  it.each([
    ['warn', 'not-judged'],
    ['fail', 'indeterminate'],
  ])('with on-ledger-error %s a ledger that is not there is %s', { timeout: 60_000 }, async (onError, verdict) => {
    const scene = await openScene()
    const inputs = { ledger: `${scene.git}-gone`, 'on-ledger-error': onError, budget: '1 kg per month' }
    const report = await step(scene, 'workflow', { name: 'push' }, inputs)
    expect(report?.budgets[0]).toMatchObject({ verdict, reason_code: 'ledger-unreadable' })
    expect(codes(report)).toContain('ledger-unreadable')
  })

  it.each([
    ['write', 'pass', 'waived', undefined],
    ['read', 'fail', 'waiver-refused', 1],
  ] as const)(
    'a label by an account with %s access on a pull request over a spent month: %s',
    { timeout: 60_000 },
    async (access, verdict, code, status) => {
      const scene = await openScene()
      scene.addRun(100, { wh: 0.5 })
      await step(scene, 'collect', { name: 'schedule' })
      scene.nowMs -= 3_600_000
      const pull = scene.repository.addPull({ head: { branch: 'faster' } })
      scene.nowMs += 3_600_000
      scene.repository.collaborators.set('sam', access)
      scene.repository.label(pull, 'carbon-waiver', scene.fake.addAccount('sam'))
      const inputs = { budget: '0.1 Wh per month', 'on-period-exceeded': 'fail' }
      const report = await step(scene, 'workflow', { name: 'pull_request', pull }, inputs)
      expect(report).toMatchObject({ verdict, budgets: [{ scope: 'month', verdict: 'fail' }] })
      expect(codes(report)).toContain(code)
      expect(process.exitCode).toBe(status)
    },
  )

  it('does not collect on a pull request', async () => {
    const scene = await openScene()
    const pull = scene.repository.addPull({ head: { branch: 'faster' } })
    await step(scene, 'collect', { name: 'pull_request', pull })
    expect(printed).toMatch(/::error.*mode: collect runs on a schedule, not on pull_request/)
    expect(refs(scene)).toBe('')
  })

  it('judges a line per pull request by its earlier runs', { timeout: 60_000 }, async () => {
    const scene = await openScene()
    scene.nowMs -= 3_600_000
    const pull = scene.repository.addPull({ head: { branch: 'faster' } })
    scene.nowMs += 3_600_000
    scene.addRun(30, { event: 'pull_request', branch: 'faster', pulls: [pull.number], wh: 0.5 })
    const inputs = { ledger: '', budget: '1 kg per pull-request' }
    const report = await step(scene, 'workflow', { name: 'pull_request', pull }, inputs)
    expect(report?.budgets[0]).toMatchObject({ scope: 'pull-request', verdict: 'pass' })
    expect(report?.budgets[0]?.used).toBeGreaterThan((report?.emissions.total_g ?? 0) * 1.0001)
  })
})
