import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FORK_PERMISSIONS, GATE_PERMISSIONS } from './account.ts'
import { FakeGitHub, type NewToken } from './fake-github.ts'
import type { Repository } from './repository.ts'

const at = { owner: 'octo', repo: 'shop' }
let fake: FakeGitHub
let repository: Repository

function client(token: NewToken = {}): ReturnType<typeof getOctokit> {
  return getOctokit(fake.addToken(token).secret, { baseUrl: fake.api })
}

beforeEach(async () => {
  fake = await FakeGitHub.start()
  repository = fake.addRepository('octo/shop', {
    private: true,
    files: { '.github/carbon-gate.yml': 'budgets: [5 g]\n' },
  })
})

afterEach(() => fake.close())

describe('comments', () => {
  it('are created by the identity of the token, updated in place and deleted once', async () => {
    const pull = repository.addPull({ head: { branch: 'faster' } })
    const { rest } = client({ permissions: GATE_PERMISSIONS })
    const { data: comment } = await rest.issues.createComment({ ...at, issue_number: pull.number, body: 'one' })
    expect(comment).toMatchObject({ user: { login: 'github-actions[bot]', type: 'Bot' }, body: 'one' })
    expect(comment.id).toBeGreaterThan(2 ** 31)

    await rest.issues.updateComment({ ...at, comment_id: comment.id, body: 'two' })
    expect(repository.commentsOn(pull).map(({ body }) => body)).toEqual(['two'])

    await rest.issues.deleteComment({ ...at, comment_id: comment.id })
    const again = rest.issues.updateComment({ ...at, comment_id: comment.id, body: 'three' })
    await expect(again).rejects.toMatchObject({ status: 404 })
    expect(repository.commentsOn(pull)).toEqual([])
    expect(fake.violations).toEqual([])
  })

  it('come in pages with links to the neighbours', async () => {
    const pull = repository.addPull({ head: { branch: 'faster' } })
    for (let number = 1; number <= 250; number++) repository.addComment(pull, fake.actionsBot, `#${number}`)
    const { rest, paginate } = client()
    const first = await rest.issues.listComments({ ...at, issue_number: pull.number })
    expect(first.data).toHaveLength(30)
    expect(first.headers.link).toContain('page=2>; rel="next"')

    const all = await paginate(rest.issues.listComments, { ...at, issue_number: pull.number, per_page: 100 })
    expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, index) => `#${index + 1}`))
    expect(fake.requestsTo('issues/list-comments')).toHaveLength(4)
    expect(fake.violations).toEqual([])
  })

  it('are refused when they are too long, blank, or on a locked pull request', async () => {
    const pull = repository.addPull({ head: { branch: 'faster' } })
    const { rest } = client()
    const create = (body: string) => rest.issues.createComment({ ...at, issue_number: pull.number, body })
    await expect(create('x'.repeat(65_537))).rejects.toThrow('Body is too long (maximum is 65536 characters)')
    await expect(create(' ')).rejects.toThrow('Body cannot be blank')
    await create('🌱'.repeat(65_536))
    pull.locked = true
    await expect(create('late')).rejects.toMatchObject({ status: 403 })
    expect(fake.violations).toEqual([])
  })
})

describe('what happens between two requests', () => {
  it('can be announced, and is reported as missing when it does not happen', async () => {
    const pull = repository.addPull({ head: { branch: 'faster' } })
    const comment = repository.addComment(pull, fake.actionsBot, 'row of job 1')
    fake.beforeNext('issues/update-comment', () => repository.comments.delete(comment.id))
    expect(fake.complaints).toEqual(['never called: issues/update-comment'])
    const { rest } = client()
    const { data } = await rest.issues.listComments({ ...at, issue_number: pull.number })
    const update = rest.issues.updateComment({ ...at, comment_id: data[0]?.id ?? 0, body: 'row of job 2' })
    await expect(update).rejects.toMatchObject({ status: 404 })
    expect(fake.complaints).toEqual([])
  })
})

describe('permissions', () => {
  it('are reported in the words and the header of the real service', async () => {
    const pull = repository.addPull({ head: { branch: 'faster' } })
    const { rest } = client({ permissions: FORK_PERMISSIONS })
    const create = rest.issues.createComment({ ...at, issue_number: pull.number, body: 'x' })
    const error = await create.catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      status: 403,
      response: {
        headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
        data: { message: 'Resource not accessible by integration', status: '403' },
      },
    })
    expect(fake.violations).toEqual([])
  })

  it('to read are needed in private repositories only, except for the bytes of an artifact', async () => {
    const open = fake.addRepository('octo/open')
    const run = open.addRun({ headSha: open.tip('main') ?? '', headBranch: 'main' })
    const hidden = repository.addRun({ headSha: repository.tip('main') ?? '', headBranch: 'main' })
    const artifact = open.addArtifact(run, 'report', Buffer.from('x'))
    const { rest } = client({ permissions: { pull_requests: 'write' } })
    const jobs = (repo: string, id: number) => rest.actions.listJobsForWorkflowRun({ owner: 'octo', repo, run_id: id })
    await expect(jobs('shop', hidden.id)).rejects.toMatchObject({ status: 403 })
    await expect(jobs('open', run.id)).resolves.toMatchObject({ status: 200 })
    const download = { owner: 'octo', repo: 'open', artifact_id: artifact.id, archive_format: 'zip' }
    await expect(rest.actions.downloadArtifact(download)).rejects.toMatchObject({ status: 403 })
  })

  it('of no use to an unknown token, and a private repository does not exist for a stranger', async () => {
    const stranger = getOctokit('ghs_unknown', { baseUrl: fake.api })
    await expect(stranger.rest.repos.get(at)).rejects.toMatchObject({ status: 401 })
    const other = client({ repositories: [] })
    await expect(other.rest.repos.get(at)).rejects.toMatchObject({ status: 404 })
  })
})

describe('pull requests', () => {
  it('from a fork are found by the head repository and branch, or by asking the fork for its commit', async () => {
    const base = fake.addRepository('octo/open')
    const fork = fake.addRepository('mallory/open', { parent: base })
    const pull = base.addPull({ head: { repository: fork, branch: 'main-2' } })
    const { rest } = client()
    const ofCommit = (owner: string) =>
      rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo: 'open', commit_sha: pull.headSha })
    expect((await ofCommit('octo')).data).toEqual([])
    expect((await ofCommit('mallory')).data.map(({ number }) => number)).toEqual([pull.number])
    const list = await rest.pulls.list({ owner: 'octo', repo: 'open', head: 'mallory:main-2', state: 'all' })
    expect(list.data).toMatchObject([{ number: pull.number, head: { repo: { full_name: 'mallory/open' } } }])
    pull.headRepository = null
    const gone = await rest.pulls.get({ owner: 'octo', repo: 'open', pull_number: pull.number })
    expect(gone.data.head.repo).toBeNull()
    expect(fake.violations).toEqual([])
  })
})

describe('contents', () => {
  it('are read at a commit, raw or as JSON, and 404 where there are none', async () => {
    const base = repository.tip('main') ?? ''
    const pull = repository.addPull({ head: { branch: 'loose' } })
    repository.push(pull, { '.github/carbon-gate.yml': 'budgets: [500 g]\n' })
    const { rest } = client({ permissions: GATE_PERMISSIONS })
    const path = '.github/carbon-gate.yml'
    const raw = await rest.repos.getContent({ ...at, path, ref: base, mediaType: { format: 'raw' } })
    expect(raw.data).toBe('budgets: [5 g]\n')
    const json = await rest.repos.getContent({ ...at, path, ref: pull.headSha })
    expect(Buffer.from((json.data as { content: string }).content, 'base64').toString()).toBe('budgets: [500 g]\n')
    await expect(rest.repos.getContent({ ...at, path: 'nothing.yml', ref: base })).rejects.toMatchObject({
      status: 404,
    })
    expect(fake.violations).toEqual([])
  })
})

describe('jobs', () => {
  it('are those of the latest attempt, or of one, or of all', async () => {
    const run = repository.addRun({ headSha: repository.tip('main') ?? '', headBranch: 'main', conclusion: 'failure' })
    run.addJob({ name: 'lint', conclusion: 'success' })
    run.addJob({ name: 'test', conclusion: 'failure', labels: ['self-hosted', 'arm'] })
    run.rerun({ keep: (job) => job.conclusion === 'success' })
    run.addJob({ name: 'test' })
    const { rest } = client()
    const names = async (filter: 'latest' | 'all') => {
      const { data } = await rest.actions.listJobsForWorkflowRun({ ...at, run_id: run.id, filter })
      return data.jobs.map((job) => `${job.name} ${job.run_attempt} ${job.status}`)
    }
    expect(await names('latest')).toEqual(['lint 2 completed', 'test 2 in_progress'])
    expect(await names('all')).toHaveLength(4)
    const first = await rest.actions.listJobsForWorkflowRunAttempt({ ...at, run_id: run.id, attempt_number: 1 })
    expect(first.data.jobs[1]).toMatchObject({ name: 'test', conclusion: 'failure', labels: ['self-hosted', 'arm'] })
    expect(fake.violations).toEqual([])
  })
})

describe('rate limits', () => {
  it('count down in the headers and then refuse', async () => {
    await fake.close()
    fake = await FakeGitHub.start({ rateLimit: 2, writesPerMinute: 1 })
    fake.addRepository('octo/shop')
    const { rest } = client()
    const first = await rest.repos.get(at)
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' })
    await rest.repos.get(at)
    await expect(rest.repos.get(at)).rejects.toThrow('API rate limit exceeded')
  })
})
