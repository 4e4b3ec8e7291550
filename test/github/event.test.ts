import { describe, expect, it } from 'vitest'
import { readEvent } from '../../src/github/event.ts'

const SHA = { head: 'a'.repeat(40), base: 'b'.repeat(40), run: 'c'.repeat(40) }

function pull(head: string | null): object {
  return {
    number: 7,
    user: { login: 'ann' },
    head: { sha: SHA.head, ref: 'faster', repo: head === null ? null : { full_name: head } },
    base: { sha: SHA.base, ref: 'main', repo: { full_name: 'octo/shop' } },
  }
}

function event(payload: unknown, env: Record<string, string> = {}) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return readEvent(
    {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: 'event.json',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_SHA: SHA.run,
      ...env,
    },
    () => text,
  )
}

describe('the event', () => {
  it('of a pull request', () => {
    const read = event({
      pull_request: pull('octo/shop'),
      repository: { full_name: 'octo/shop', default_branch: 'main' },
    })
    expect(read).toEqual({
      name: 'pull_request',
      repository: { owner: 'octo', repo: 'shop' },
      sha: SHA.run,
      defaultBranch: 'main',
      pullRequest: {
        number: 7,
        author: 'ann',
        fork: false,
        head: { sha: SHA.head, ref: 'faster', repository: 'octo/shop' },
        base: { sha: SHA.base, ref: 'main', repository: 'octo/shop' },
      },
      mergeGroup: null,
      readOnlyToken: false,
    })
  })

  it('of a fork, also of one that is gone, has a token that may only read', () => {
    for (const head of ['mallory/shop', 'octo/../shop', null]) {
      expect(event({ pull_request: pull(head) })).toMatchObject({ pullRequest: { fork: true }, readOnlyToken: true })
    }
    const target = event({ pull_request: pull('mallory/shop') }, { GITHUB_EVENT_NAME: 'pull_request_target' })
    expect(target).toMatchObject({ pullRequest: { fork: true }, readOnlyToken: false })
  })

  it('of Dependabot, too', () => {
    const read = event({ pull_request: pull('octo/shop') }, { GITHUB_ACTOR: 'dependabot[bot]' })
    expect(read).toMatchObject({ pullRequest: { fork: false }, readOnlyToken: true })
  })

  it('of a merge queue names its last pull request', () => {
    const merge_group = {
      head_sha: SHA.head,
      base_sha: SHA.base,
      head_ref: `refs/heads/gh-readonly-queue/main/pr-12-${SHA.base}`,
    }
    expect(event({ merge_group }, { GITHUB_EVENT_NAME: 'merge_group' })).toMatchObject({
      pullRequest: null,
      mergeGroup: { headSha: SHA.head, baseSha: SHA.base, number: 12 },
    })
  })

  it('of a push has neither', () => {
    expect(event({ ref: 'refs/heads/main' }, { GITHUB_EVENT_NAME: 'push' })).toMatchObject({
      pullRequest: null,
      mergeGroup: null,
    })
  })

  it.each([
    'not json',
    '[]',
    'null',
    '"text"',
    { pull_request: { number: '7' } },
    { pull_request: { ...pull('octo/shop'), number: -1 } },
    { pull_request: { ...pull('octo/shop'), head: { sha: 'x; rm', ref: 'r', repo: null } } },
    { pull_request: { ...pull('octo/shop'), base: null } },
  ])('that is not as documented counts as absent: %j', (payload) => {
    expect(event(payload)).toMatchObject({ repository: { owner: 'octo', repo: 'shop' }, pullRequest: null })
  })

  it.each([{ GITHUB_REF: 'refs/pull/8/merge' }, { GITHUB_BASE_REF: 'loose' }])(
    "of another pull request than the runner's variables say is not believed: %j",
    (env) => {
      expect(event({ pull_request: pull('octo/shop') }, env)?.pullRequest).toBeNull()
      const right = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'main' }
      expect(event({ pull_request: pull('octo/shop') }, right)?.pullRequest?.number).toBe(7)
    },
  )

  it('is none outside of a workflow', () => {
    expect(
      readEvent({}, () => {
        throw new Error('no file')
      }),
    ).toBeNull()
  })
})
