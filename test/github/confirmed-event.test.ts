import { describe, expect, it } from 'vitest'
import { confirmEvent } from '../../src/github/confirmed-event.ts'
import type { GitHubEvent } from '../../src/github/event.ts'
import { type Shop, shop } from './shop.ts'

const FORGED = '9'.repeat(40)
const MERGE = 'c'.repeat(40)

function forged({ pull, at }: Shop, change: Partial<GitHubEvent> = {}): GitHubEvent {
  return {
    name: 'pull_request',
    repository: { owner: at.owner, repo: at.repo },
    sha: MERGE,
    defaultBranch: 'main',
    pullRequest: {
      number: pull.number,
      head: { sha: FORGED, ref: 'x', repository: 'octo/shop' },
      base: { sha: FORGED, ref: 'x', repository: 'octo/shop' },
      fork: false,
      author: 'ann',
    },
    mergeGroup: null,
    readOnlyToken: false,
    ...change,
  }
}

const variables = ({ pull }: Shop) => ({
  GITHUB_REF: `refs/pull/${pull.number}/merge`,
  GITHUB_BASE_REF: pull.baseRef,
  GITHUB_HEAD_REF: pull.headRef,
})

describe('an event file that a step of the job rewrote', () => {
  it('does not change the base or the head of the pull request', async () => {
    const here = await shop()
    const event = await confirmEvent(await here.client(), forged(here), variables(here))
    expect(event.pullRequest).toMatchObject({
      number: here.pull.number,
      base: { sha: here.pull.baseSha },
      head: { sha: here.pull.headSha },
    })
    expect(event.isHeadUnconfirmed).toBe(true)
  })

  it('does not lead to another pull request, and does not hide this one', async () => {
    const here = await shop()
    const other = here.repository.addPull({ head: { branch: 'other' } })
    const client = await here.client()
    for (const pullRequest of [{ ...forged(here).pullRequest!, number: other.number }, null]) {
      const event = await confirmEvent(client, forged(here, { pullRequest }), variables(here))
      expect(event.pullRequest?.number).toBe(here.pull.number)
    }
    const target = forged(here, {
      name: 'pull_request_target',
      pullRequest: { ...forged(here).pullRequest!, number: other.number },
    })
    const event = await confirmEvent(client, target, { ...variables(here), GITHUB_REF: 'refs/heads/main' })
    expect(event.pullRequest).toBeNull()
  })

  it('leaves the tip of the base branch when the API does not answer', { timeout: 10_000 }, async () => {
    const here = await shop()
    here.fake.failNext({ path: '/pulls/', fault: 403, times: Infinity })
    const event = await confirmEvent(await here.client(), forged(here), variables(here))
    expect(event).toMatchObject({ pullRequest: { base: { sha: 'main' } }, isHeadUnconfirmed: true })
  })

  it('does not change the base of a merge group', async () => {
    const here = await shop()
    const mergeGroup = { headSha: FORGED, baseSha: FORGED, number: 99 }
    const event = forged(here, { name: 'merge_group', pullRequest: null, mergeGroup })
    const GITHUB_REF = `refs/heads/gh-readonly-queue/main/pr-${here.pull.number}-${here.pull.baseSha}`
    const client = await here.client()
    const expected = { headSha: MERGE, baseSha: here.pull.baseSha, number: here.pull.number }
    expect((await confirmEvent(client, event, { GITHUB_REF })).mergeGroup).toEqual(expected)
    const gone = await confirmEvent(client, event, { GITHUB_REF: 'refs/heads/main' })
    expect(gone.mergeGroup).toBeNull()
  })

  it('does not turn a push into a pull request', async () => {
    const here = await shop()
    const event = await confirmEvent(await here.client(), forged(here, { name: 'push' }), variables(here))
    expect(event.pullRequest).toBeNull()
  })
})
