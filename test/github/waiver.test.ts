import { describe, expect, it } from 'vitest'
import { readWaiver } from '../../src/github/waiver.ts'
import { type LabelEvent, labelling, waiverOf } from '../../src/github/waiver-decision.ts'
import { GATE_PERMISSIONS } from '../fakes/github/account.ts'
import type { Collaboration } from '../fakes/github/repository.ts'
import { type Shop, shop } from './shop.ts'

const LABEL = 'carbon-waiver'

function event(kind: LabelEvent['event'], actor: string | null, label = LABEL): LabelEvent {
  return { event: kind, label, actor, at: '2026-01-01T00:00:00Z' }
}

describe('the decision', () => {
  it('goes by the last event of the label', () => {
    const [ann, bob] = [event('labeled', 'ann'), event('labeled', 'bob')]
    expect(labelling([ann, event('unlabeled', 'ann'), bob], LABEL)).toBe(bob)
    expect(labelling([ann, event('labeled', 'eve', 'other')], 'Carbon-Waiver')).toBe(ann)
    expect(labelling([ann, event('unlabeled', 'bob')], LABEL)).toBeNull()
    expect(labelling([], LABEL)).toBeNull()
  })

  it('needs an account with write access', () => {
    expect(waiverOf(event('labeled', 'ann'), 'write')).toMatchObject({ by: 'ann' })
    expect(waiverOf(event('labeled', 'ann'), 'admin')).toMatchObject({ by: 'ann' })
    expect(waiverOf(event('labeled', 'ann'), 'read')).toBeNull()
    expect(waiverOf(event('labeled', 'ann'), 'none')).toBeNull()
    expect(waiverOf(event('labeled', null), 'admin')).toBeNull()
    expect(waiverOf(null, 'admin')).toBeNull()
  })
})

describe('a waiver on GitHub', () => {
  async function stateOf(here: Shop): Promise<unknown> {
    const client = await here.client({ token: { permissions: GATE_PERMISSIONS } })
    const state = await readWaiver(client, here.at, LABEL)
    return state.ok ? [state.value.waiver?.by ?? null, state.value.refused] : state.failure
  }

  function asUser(here: Shop, level: Collaboration, login = 'sam') {
    here.repository.collaborators.set(login, level)
    return here.fake.addAccount(login)
  }

  it.each(['admin', 'maintain', 'write'] as const)('counts from an account with %s', async (level) => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, asUser(here, level))
    expect(await stateOf(here)).toEqual(['sam', null])
  })

  it.each(['triage', 'read', 'none'] as const)('does not count from an account with %s', async (level) => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, asUser(here, level))
    expect(await stateOf(here)).toEqual([null, 'sam'])
  })

  it('does not count for a commit that was pushed after it', async () => {
    const here = await shop()
    const { repository, pull } = here
    repository.label(pull, LABEL, asUser(here, 'write'))
    const waived = pull.headSha
    const head = (sha: string) => ({ sha, branch: pull.headRef, repository: 'octo/shop', workflow: 'renamed.yml' })
    const run = (sha: string, createdAt: number) =>
      repository.addRun({
        headSha: sha,
        headBranch: pull.headRef,
        event: 'pull_request',
        createdAt: new Date(createdAt),
      })
    run(waived, Date.now() - 60_000)
    repository.push(pull, { 'a.txt': 'more' })
    run(pull.headSha, Date.now() + 60_000)
    const client = await here.client()
    // A pull request may rename its workflow, so the runs of all workflows count.
    here.repository.addRun({
      headSha: pull.headSha,
      headBranch: pull.headRef,
      event: 'pull_request',
      workflow: here.repository.addWorkflow('renamed'),
      createdAt: new Date(Date.now() + 90_000),
    })
    const stateAt = async (sha: string) => {
      const state = await readWaiver(client, here.at, LABEL, head(sha))
      return state.ok && [state.value.waiver?.by ?? null, state.value.isOutdated]
    }
    expect(await stateAt(waived)).toEqual(['sam', false])
    expect(await stateAt(pull.headSha)).toEqual([null, true])
  })

  it('does not count when the workflow of the pull request gave up the permission to read its runs', async () => {
    const here = await shop({ private: true })
    here.repository.label(here.pull, LABEL, asUser(here, 'write'))
    const client = await here.client({ token: { permissions: { pull_requests: 'write', contents: 'read' } } })
    const { headSha: sha, headRef: branch } = here.pull
    const head = { sha, branch, repository: 'octo/shop', workflow: 'ci.yml' }
    const state = await readWaiver(client, here.at, LABEL, head)
    expect(state).toMatchObject({ ok: false, failure: { kind: 'forbidden' } })
    expect(state.ok || state.failure.text).toContain('actions: read')
  })

  it('costs three requests', async () => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, asUser(here, 'write'))
    const { headSha: sha, headRef: branch } = here.pull
    const client = await here.client()
    await readWaiver(client, here.at, LABEL, { sha, branch, repository: 'octo/shop', workflow: 'ci.yml' })
    expect(here.fake.requests).toHaveLength(3)
  })

  it('does not count once it was taken off', async () => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, asUser(here, 'write'))
    here.repository.unlabel(here.pull, LABEL, asUser(here, 'read', 'eve'))
    expect(await stateOf(here)).toEqual([null, null])
  })

  it('does not count when an account without write access removed it and set it again', async () => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, asUser(here, 'write'))
    here.repository.unlabel(here.pull, LABEL, asUser(here, 'write'))
    here.repository.label(here.pull, LABEL, asUser(here, 'triage', 'eve'))
    expect(await stateOf(here)).toEqual([null, 'eve'])
  })

  it('does not count from a bot', async () => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, here.fake.addAccount('labeler[bot]', 'Bot'))
    expect(await stateOf(here)).toEqual([null, 'labeler[bot]'])
  })

  it('costs one request where the label is not set', async () => {
    const here = await shop()
    expect(await stateOf(here)).toEqual([null, null])
    expect(here.fake.requests).toHaveLength(1)
  })

  it('is found behind many other events', async () => {
    const here = await shop()
    here.repository.label(here.pull, LABEL, asUser(here, 'write'))
    for (let i = 0; i < 120; i++) here.repository.label(here.pull, `l${i}`, asUser(here, 'write', 'eve'))
    expect(await stateOf(here)).toEqual(['sam', null])
  })
})
