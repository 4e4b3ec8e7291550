import { describe, expect, it } from 'vitest'
import { JOB_REQUESTS } from '../../src/app/action/requests.ts'
import { readPolicy } from '../../src/app/policy/policy.ts'
import { artifactBaseline } from '../../src/app/baseline/baseline-artifacts.ts'
import { writeSticky } from '../../src/github/comment.ts'
import { findThisJob } from '../../src/github/this-job.ts'
import { type Shop, shop } from './shop.ts'

const CONFIG = '.github/carbon-gate.yml'

/** What a job on a pull request asks of GitHub, besides its baseline. */
async function askAll(here: Shop): Promise<void> {
  const client = await here.client()
  client.server.limitRequests(JOB_REQUESTS)
  const { pull, at } = here
  const place = (sha: string, ref: string) => ({ sha, ref, repository: 'octo/shop' })
  await readPolicy({
    given: {},
    event: {
      name: 'pull_request',
      repository: { owner: at.owner, repo: at.repo },
      sha: pull.headSha,
      defaultBranch: 'main',
      pullRequest: {
        number: pull.number,
        head: place(pull.headSha, pull.headRef),
        base: place(pull.baseSha, 'main'),
        fork: false,
        author: 'ann',
      },
      mergeGroup: null,
      readOnlyToken: false,
    },
    client,
    place: { workflowPath: '.github/workflows/ci.yml', job: 'test', action: null },
    readLocal: () => null,
  })
  const run = here.repository.addRun({ headSha: pull.headSha, headBranch: pull.headRef })
  const job = run.addJob({ name: 'test' })
  await findThisJob(client, {
    repository: { owner: at.owner, repo: at.repo },
    runId: run.id,
    attempt: 1,
    checkRunId: job.id,
    runnerName: null,
  })
  await writeSticky(
    client,
    { at, isMarked: (body) => body.startsWith('<!-- mark'), isKeptIn: () => true, readOnlyToken: false, settleMs: 1 },
    () => '<!-- mark --> text',
  )
}

describe('calls of one job', () => {
  it('are at most 8, with a look at the written comment and a config file at the base', async () => {
    const here = await shop({ files: { [CONFIG]: 'budgets: [5 g]' } })
    await askAll(here)
    expect(here.fake.requests.length).toBeLessThanOrEqual(JOB_REQUESTS)
  })

  it('are at most 4 more for the baseline, however many runs there were', async () => {
    const here = await shop()
    for (let index = 0; index < 12; index += 1) {
      here.repository.addRun({ headSha: here.pull.baseSha, headBranch: 'main', event: 'push', conclusion: 'success' })
    }
    const before = here.fake.requests.length
    const source = artifactBaseline(await here.client(), {
      repository: { owner: 'octo', repo: 'shop' },
      workflow: 'ci.yml',
      prefix: 'carbon-gate.job.test.0.',
      subject: null,
      runs: 1,
    })
    await source.runs('main', 10)
    expect(here.fake.requests.length - before).toBeLessThanOrEqual(4)
  })

  it('that the verdict does not need stop below 200 requests of the allowance', async () => {
    const here = await shop({ rateLimit: 100, files: { [CONFIG]: 'budgets: [5 g]' } })
    const client = await here.client()
    await client.octokit.rest.repos.get({ owner: 'octo', repo: 'shop' })
    expect(client.server.allowsOptional).toBe(false)
  })

  it('are not repeated on a server that does not answer', async () => {
    const here = await shop()
    here.fake.failNext({ path: '/contents/', fault: 'hang', times: Infinity })
    const client = await here.client({ ms: 400, attemptMs: 100 })
    await client.octokit.rest.repos.getContent({ owner: 'octo', repo: 'shop', path: 'x' }).catch(() => null)
    expect([client.server.allowsOptional, client.server.isUnresponsive]).toEqual([false, true])
  })
})
