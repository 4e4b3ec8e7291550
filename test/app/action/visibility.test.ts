import { describe, expect, it } from 'vitest'
import { isPrivateRepository } from '../../../src/app/action/visibility.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { type Shop, shop } from '../../github/shop.ts'

async function isPrivate(here: Shop, name: string, visibility: string): Promise<boolean | null> {
  const event = { name, repository: { owner: 'octo', repo: 'shop' } } as GitHubEvent
  return isPrivateRepository({ env: { 'INPUT_REPOSITORY-VISIBILITY': visibility }, client: await here.client(), event })
}

describe('whether the repository is private', () => {
  it.each(['pull_request', 'merge_group', 'pull_request_review'])(
    'comes from the API on %s, whatever the input says',
    async (name) => {
      expect(await isPrivate(await shop(), name, 'private')).toBe(false)
      expect(await isPrivate(await shop({ private: true }), name, 'public')).toBe(true)
    },
  )

  it.each(['push', 'pull_request_target', 'workflow_run'])('comes from the input on %s, at no call', async (name) => {
    const here = await shop()
    expect([await isPrivate(here, name, 'private'), await isPrivate(here, name, '')]).toEqual([true, null])
    expect(here.fake.requests).toEqual([])
  })

  it('is unknown when the API does not say, so that runners count with the larger size', async () => {
    const here = await shop({ private: true })
    here.fake.failNext({ fault: 403, times: Infinity })
    expect(await isPrivate(here, 'pull_request', 'private')).toBeNull()
  })
})
