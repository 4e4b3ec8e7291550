import { describe, expect, it } from 'vitest'
import { withWaiver } from '../../../src/app/policy/waive.ts'
import type { Report } from '../../../src/core/report.ts'
import type { Collaboration } from '../../fakes/github/repository.ts'
import { type Shop, shop } from '../../github/shop.ts'
import { sampleReport } from '../../sample-report.ts'
import { eventOf } from './proposal-event.ts'

const LABEL = 'carbon-waiver'
/** A budget line that the report exceeds. */
function lineOf(verdict: Report['verdict']): Report['budgets'][number] {
  return {
    line: '1 g',
    scope: 'job',
    metric: 'emissions',
    limit: 1,
    used: 2,
    share: 2,
    source: 'base',
    reason: null,
    verdict,
  }
}

/** A report over its budget, with lines of these verdicts. */
function reportWith(...verdicts: Report['verdict'][]): Report {
  return { ...sampleReport('build', 5), verdict: 'fail', budgets: verdicts.map(lineOf) }
}

const failing = reportWith('fail')

/** A pull request on which an account with this access has set the label. */
async function labelled(access: Collaboration = 'write', at?: Date): Promise<Shop> {
  const here = await shop()
  here.repository.collaborators.set('sam', access)
  here.repository.label(here.pull, LABEL, here.fake.addAccount('sam'), at)
  return here
}

describe.concurrent('a waiver', () => {
  it.each([
    ['of a report over its budget passes', ['fail'], 'pass'],
    ['does not hide an indeterminate line', ['fail', 'indeterminate'], 'indeterminate'],
    ['passes beside a line that passes', ['pass', 'fail'], 'pass'],
  ] as const)('%s', async (_case, verdicts, verdict) => {
    const here = await labelled('write', new Date('2026-11-28T13:00:00Z'))
    const report = reportWith(...verdicts)
    const question = { event: eventOf('pull_request', here), client: await here.client(), label: LABEL }
    const waived = await withWaiver(report, question)
    expect(waived).toMatchObject({ failures: [], report: { verdict, budgets: report.budgets } })
    const text = 'Waived by sam with the label carbon-waiver on 2026-11-28.'
    expect(waived.report.notes).toMatchObject([...report.notes, { code: 'waived', text }])
  })

  it('costs no request for a report that passes, without a label, without a pull request, or without a token', async () => {
    const here = await labelled()
    const [event, client] = [eventOf('pull_request', here), await here.client()]
    const question = { event, client, label: LABEL }
    const push = { ...event, name: 'push', pullRequest: null }
    const asked = here.fake.requests.length
    const passing = { ...failing, verdict: 'pass' as const }
    for (const [report, each] of [
      [passing, question],
      [failing, { ...question, label: '' }],
      [failing, { ...question, event: null }],
      [failing, { ...question, event: push }],
      [failing, { ...question, client: null }],
    ] as const) {
      const { report: same, failures } = await withWaiver(report, each)
      expect([same === report, failures]).toEqual([true, []])
    }
    const silent = Object.create(client, { server: { value: { isUnresponsive: true } } }) as typeof client
    expect((await withWaiver(failing, { ...question, client: silent })).report).toBe(failing)
    expect(here.fake.requests).toHaveLength(asked)
  })

  it('that is missing changes nothing', async () => {
    const here = await shop()
    const question = { event: eventOf('pull_request', here), client: await here.client(), label: LABEL }
    const { report, failures } = await withWaiver(failing, question)
    expect([report === failing, failures]).toEqual([true, []])
  })

  it('of an account that may not write waives nothing, and the report says why', async () => {
    const here = await labelled('read')
    const question = { event: eventOf('pull_request', here), client: await here.client(), label: LABEL }
    const { report, failures } = await withWaiver(failing, question)
    expect([report.verdict, failures]).toEqual(['fail', []])
    expect(report.notes.at(-1)).toMatchObject({
      code: 'waiver-refused',
      text: 'The label carbon-waiver was set by sam, who may not write to this repository: it waives nothing.',
    })
  })

  it('that is older than the newest commit waives nothing, and the report says why', async () => {
    const here = await labelled()
    const { headSha, headRef: headBranch } = here.pull
    here.repository.addRun({ headSha, headBranch, event: 'pull_request', createdAt: new Date(Date.now() + 90_000) })
    const event = eventOf('pull_request', here)
    const question = { event, client: await here.client(), label: LABEL, workflow: 'ci.yml' }
    const { report, failures } = await withWaiver(failing, question)
    expect([report.verdict, failures]).toEqual(['fail', []])
    expect(report.notes.at(-1)).toMatchObject({
      code: 'waiver-refused',
      text: 'The label carbon-waiver was set before the newest commit, so it does not waive it: remove it and set it again.',
    })
  })

  it.each([
    ['the events of the pull request', 'pull_request', /\/issues\//, 'cannot look for a waiver'],
    ['the pull request of a merge group', 'merge_group', /\/pulls\//, 'cannot read the pull request'],
  ] as const)('cannot be found without %s, which is a failure and no pass', async (_case, name, path, text) => {
    const here = await labelled()
    here.fake.failNext({ path, fault: 403, times: Infinity })
    const question = { event: eventOf(name, here), client: await here.client(), label: LABEL, workflow: 'ci.yml' }
    const { report, failures } = await withWaiver(failing, question)
    expect(report).toBe(failing)
    expect(failures).toMatchObject([{ kind: 'forbidden', text: expect.stringContaining(text) as string }])
  })
})
