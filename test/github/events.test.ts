import { describe, expect, it } from 'vitest'
import { eventTraits } from '../../src/github/events.ts'

describe('the table of GitHub events', () => {
  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'answers in the second stage wherever the token of a fork is read-only: %s',
    (name) => {
      const { proposes, workflowOf, cutsToken, hasSecondStage } = eventTraits(name)
      expect({ proposes, workflowOf }).toEqual({ proposes: 'pull-request', workflowOf: 'proposal' })
      expect(hasSecondStage).toBe(cutsToken)
      expect(cutsToken).toBe(true)
    },
  )

  it('trusts the workflow of pull_request_target and workflow_run, but not what they are about', () => {
    expect(eventTraits('pull_request_target')).toMatchObject({ proposes: 'pull-request', workflowOf: 'repository' })
    expect(eventTraits('workflow_run')).toMatchObject({ proposes: 'finished-run', workflowOf: 'repository' })
  })

  it('treats a merge group as a proposal with its own workflow and a full token', () => {
    expect(eventTraits('merge_group')).toMatchObject({
      proposes: 'merge-group',
      workflowOf: 'proposal',
      cutsToken: false,
    })
  })

  it.each(['push', 'schedule', 'workflow_dispatch', 'release', '', 'constructor'])(
    'proposes nothing for %j',
    (name) => {
      expect(eventTraits(name)).toMatchObject({ proposes: null, workflowOf: 'repository', hasSecondStage: false })
    },
  )

  it('does not trust an unknown pull request event', () => {
    expect(eventTraits('pull_request_merged')).toMatchObject({ proposes: 'pull-request', workflowOf: 'proposal' })
  })
})
