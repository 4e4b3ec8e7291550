import { describe, expect, it } from 'vitest'
import { identifySelf, isSelf, nowOf } from '../../../src/app/join/join-context.ts'
import type { RunJob } from '../../../src/github/jobs.ts'
import { at, contextOf } from './scene.ts'

function runningJob(id: number, runnerName: string, attempt = 1): RunJob {
  return {
    id,
    runId: 1,
    name: `job ${id}`,
    attempt,
    headSha: null,
    status: 'running',
    conclusion: null,
    startMs: at(0).getTime(),
    endMs: null,
    url: null,
    labels: ['ubuntu-latest'],
    runnerName,
    runnerGroup: null,
    steps: [],
  }
}

const LONG = runningJob(1, 'runner of the long job')
const JUDGE = runningJob(2, 'runner of the judge')

/** The judge, ten seconds old, claims a check run id in a run that is an hour old. */
function contextOfJudge(checkRunId: number | null, runnerName: string | null = 'runner of the judge') {
  const self = { checkRunId, runnerName, attempt: 1, elapsedS: 10 }
  return contextOf({ self, nowMs: at(3600).getTime() })
}

describe('the job that judges', () => {
  it('is not taken for another job because of a claimed check run id', () => {
    const context = identifySelf([LONG, JUDGE], contextOfJudge(LONG.id))
    expect([isSelf(LONG, context), isSelf(JUDGE, context)]).toEqual([false, true])
    // Otherwise an hour of the long job would count as ten seconds.
    expect(nowOf(LONG, context)).toBe(at(3600).getTime())
  })

  it('is the claimed one if the API does not list its runner', () => {
    const context = identifySelf([LONG, JUDGE], contextOfJudge(JUDGE.id, 'renamed'))
    expect([isSelf(LONG, context), isSelf(JUDGE, context)]).toEqual([false, true])
  })

  it('is the claimed one if an earlier attempt still runs on a runner of the same name', () => {
    const context = identifySelf([runningJob(3, 'runner of the judge', 2), JUDGE], contextOfJudge(null))
    expect(isSelf(JUDGE, context)).toBe(true)
  })
})
