import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../src/app/policy/policy.ts'
import { withWaiver } from '../../../src/app/policy/waive.ts'
import { sampleReport } from '../../sample-report.ts'
import { type Shop, shop } from '../../github/shop.ts'
import { eventOf } from './proposal-event.ts'

const CONFIG = '.github/carbon-gate.yml'
const failing = { ...sampleReport('build', 1), verdict: 'fail' as const }

function addRun({ repository, pull }: Shop, atMs: number): void {
  const createdAt = new Date(atMs)
  repository.addRun({ headSha: pull.headSha, headBranch: pull.headRef, event: 'pull_request', createdAt })
}

async function labelled(base: Record<string, string> = {}, head: Record<string, string> = {}): Promise<Shop> {
  const here = await shop({ files: { 'README.md': '', ...base } })
  here.repository.push(here.pull, { 'b.txt': '', ...head })
  addRun(here, Date.now() - 60_000)
  here.repository.label(here.pull, 'carbon-waiver', here.fake.addAccount('ann'))
  return here
}

describe('a waiver in a merge queue', () => {
  it('waives the head that the label was set on', async () => {
    const here = await labelled()
    const event = eventOf('merge_group', here)
    const { report } = await withWaiver(failing, {
      event,
      client: await here.client(),
      label: 'carbon-waiver',
      workflow: 'ci.yml',
    })
    expect(report.verdict).toBe('pass')
  })

  it('does not waive a head that was pushed after the label', async () => {
    const here = await labelled()
    here.repository.push(here.pull, { 'a.txt': 'more' })
    addRun(here, Date.now() + 90_000)
    const event = eventOf('merge_group', here)
    const { report } = await withWaiver(failing, {
      event,
      client: await here.client(),
      label: 'carbon-waiver',
      workflow: 'ci.yml',
    })
    expect([report.verdict, report.notes.at(-1)?.code]).toEqual(['fail', 'waiver-refused'])
  })
})

describe('a pull request that repairs an invalid config file of the base', () => {
  it.each(['pull_request', 'merge_group'] as const)('passes on %s with a waiver, and only with one', async (name) => {
    const here = await labelled({ [CONFIG]: 'budgets: [1 g, oops]\n' }, { [CONFIG]: 'budgets: [1 g]\n' })
    const client = await here.client()
    const event = eventOf(name, here)
    const policy = await readPolicy({ given: {}, event, client, readLocal: () => null })
    expect([policy.doubt, policy.trusted]).toEqual(['base-invalid', false])
    const doubtful = { ...sampleReport('build', 1), verdict: 'indeterminate' as const }
    const repaired = sampleReport('build', 1)
    const waived = await withWaiver(doubtful, { event, client, label: 'carbon-waiver', repaired, workflow: 'ci.yml' })
    expect([waived.report.verdict, waived.report.notes.at(-1)?.code]).toEqual(['pass', 'waived'])
    const other = await withWaiver(doubtful, { event, client, label: 'other-label', repaired, workflow: 'ci.yml' })
    expect(other.report.verdict).toBe('indeterminate')
  })
})
