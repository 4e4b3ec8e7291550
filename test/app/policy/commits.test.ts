import { describe, expect, it } from 'vitest'
import { commitsOf, isUnnamedProposal, runsProposedWorkflow } from '../../../src/app/policy/commits.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'

const AT = { owner: 'octo', repo: 'shop' }
const pullRequest: NonNullable<GitHubEvent['pullRequest']> = {
  number: 1,
  head: { sha: 'head', ref: 'topic', repository: 'octo/shop' },
  base: { sha: 'base', ref: 'main', repository: 'octo/shop' },
  fork: false,
  author: 'ann',
}
const mergeGroup = { headSha: 'merged', baseSha: 'queue', number: 1 }

function event(name: string, more: Partial<GitHubEvent> = {}): GitHubEvent {
  const none = { pullRequest: null, mergeGroup: null, defaultBranch: 'main', readOnlyToken: false }
  return { name, repository: AT, sha: 'own', ...none, ...more }
}

describe('the commits whose files count', () => {
  it.each([
    ['a pull request', event('pull_request', { pullRequest }), 'base', 'head'],
    ['a merge group', event('merge_group', { mergeGroup }), 'queue', 'merged'],
    ['the end of another run', event('workflow_run'), 'own', null],
    ['a push', event('push'), null, 'own'],
    ['a schedule', event('schedule'), null, 'own'],
  ])('of %s', (_, given, base, head) => {
    const at = (ref: string | null): object | null => (ref === null ? null : { ...AT, ref })
    expect(commitsOf(given)).toEqual({ base: at(base), head: at(head) })
  })

  it('of a commit that is not known are null', () => {
    const unknown = { ...pullRequest, base: { ...pullRequest.base, sha: null as never } }
    expect(commitsOf(event('pull_request', { pullRequest: unknown })).base).toBeNull()
  })
})

it.each([
  ['pull_request', true],
  ['merge_group', true],
  ['pull_request_target', false],
  ['workflow_run', false],
  ['push', false],
])('the workflow of %s is written by the proposal: %s', (name, isProposed) => {
  expect(runsProposedWorkflow(event(name))).toBe(isProposed)
})

it('outside of a forge nothing is proposed', () => {
  expect([runsProposedWorkflow(null), isUnnamedProposal(null)]).toEqual([false, false])
})

it.each([
  ['pull_request', {}, true],
  ['pull_request', { pullRequest }, false],
  ['pull_request', { mergeGroup }, true],
  ['merge_group', {}, true],
  ['merge_group', { mergeGroup }, false],
  ['merge_group', { pullRequest }, true],
  ['push', {}, false],
  ['workflow_run', {}, false],
] as const)('%s with %o does not say what it proposes: %s', (name, more, isUnnamed) => {
  expect(isUnnamedProposal(event(name, more))).toBe(isUnnamed)
})
