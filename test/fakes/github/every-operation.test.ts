// Each operation of the extract answered once by the fake, through the client that the product uses.
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiDescription } from './api-description.ts'
import { FakeGitHub } from './fake-github.ts'
import type { Pull, Repository } from './repository.ts'
import type { WorkflowRun } from './workflow-run.ts'
import { zip } from './zip.ts'

type Client = ReturnType<typeof getOctokit>

let fake: FakeGitHub
let repository: Repository
let pull: Pull
let run: WorkflowRun
let client: Client
const at = { owner: 'octo', repo: 'shop' }

beforeAll(async () => {
  fake = await FakeGitHub.start()
  repository = fake.addRepository('octo/shop', { private: true, files: { 'a.txt': 'a\n', 'lib/b.txt': 'b\n' } })
  const ann = fake.addAccount('ann')
  repository.collaborators.set('ann', 'maintain')
  pull = repository.addPull({ head: { branch: 'faster' }, author: ann })
  repository.label(pull, 'carbon-waiver', ann)
  run = repository.addRun({ headSha: pull.headSha, headBranch: 'faster', event: 'pull_request', pulls: [pull.number] })
  run.addJob({ name: 'queued', status: 'queued', runnerName: null })
  run.addJob({ name: 'test', conclusion: 'success', steps: [{ name: 'Set up job' }, { name: 'npm test' }] })
  repository.addArtifact(run, 'report', zip([{ name: 'report.json', content: '{}' }]))
  client = getOctokit(fake.addToken().secret, { baseUrl: fake.api })
})

afterAll(() => fake.close())

/** By operation; the order is that of a life: what is created is then read, changed and deleted. */
const CALLS: Record<string, (rest: Client['rest']) => Promise<{ status: number; data: unknown }>> = {
  'repos/get': (rest) => rest.repos.get(at),
  'repos/get-content': (rest) => rest.repos.getContent({ ...at, path: 'lib/b.txt' }),
  'repos/get-commit': (rest) => rest.repos.getCommit({ ...at, ref: 'main' }),
  'repos/get-collaborator-permission-level': (rest) =>
    rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'ann' }),
  'repos/compare-commits-with-basehead': (rest) =>
    rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...faster' }),
  'repos/list-pull-requests-associated-with-commit': (rest) =>
    rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: pull.headSha }),
  'pulls/list': (rest) => rest.pulls.list({ ...at, head: 'octo:faster' }),
  'pulls/get': (rest) => rest.pulls.get({ ...at, pull_number: pull.number }),
  'pulls/list-files': (rest) => rest.pulls.listFiles({ ...at, pull_number: pull.number }),
  'issues/get': (rest) => rest.issues.get({ ...at, issue_number: pull.number }),
  'issues/list-labels-on-issue': (rest) => rest.issues.listLabelsOnIssue({ ...at, issue_number: pull.number }),
  'issues/list-events': (rest) => rest.issues.listEvents({ ...at, issue_number: pull.number }),
  'issues/create-comment': (rest) => rest.issues.createComment({ ...at, issue_number: pull.number, body: 'Hello' }),
  'issues/list-comments': (rest) => rest.issues.listComments({ ...at, issue_number: pull.number, per_page: 100 }),
  'issues/get-comment': (rest) => rest.issues.getComment({ ...at, comment_id: onlyComment() }),
  'issues/update-comment': (rest) => rest.issues.updateComment({ ...at, comment_id: onlyComment(), body: 'Bye' }),
  'issues/delete-comment': (rest) => rest.issues.deleteComment({ ...at, comment_id: onlyComment() }),
  'actions/get-workflow': (rest) => rest.actions.getWorkflow({ ...at, workflow_id: 'ci.yml' }),
  'actions/get-workflow-run': (rest) => rest.actions.getWorkflowRun({ ...at, run_id: run.id }),
  'actions/get-workflow-run-attempt': (rest) =>
    rest.actions.getWorkflowRunAttempt({ ...at, run_id: run.id, attempt_number: 1 }),
  'actions/list-workflow-runs': (rest) =>
    rest.actions.listWorkflowRuns({ ...at, workflow_id: run.workflow.id, branch: 'faster', per_page: 1 }),
  'actions/list-workflow-runs-for-repo': (rest) =>
    rest.actions.listWorkflowRunsForRepo({ ...at, head_sha: run.headSha }),
  'actions/list-jobs-for-workflow-run': (rest) => rest.actions.listJobsForWorkflowRun({ ...at, run_id: run.id }),
  'actions/list-jobs-for-workflow-run-attempt': (rest) =>
    rest.actions.listJobsForWorkflowRunAttempt({ ...at, run_id: run.id, attempt_number: 1 }),
  'actions/get-job-for-workflow-run': (rest) =>
    rest.actions.getJobForWorkflowRun({ ...at, job_id: run.attempt.jobs[0]?.id ?? 0 }),
  'actions/list-workflow-run-artifacts': (rest) => rest.actions.listWorkflowRunArtifacts({ ...at, run_id: run.id }),
  'actions/list-artifacts-for-repo': (rest) => rest.actions.listArtifactsForRepo({ ...at, name: 'report' }),
  'actions/get-artifact': (rest) => rest.actions.getArtifact({ ...at, artifact_id: onlyArtifact() }),
  'actions/download-artifact': (rest) =>
    rest.actions.downloadArtifact({
      ...at,
      artifact_id: onlyArtifact(),
      archive_format: 'zip',
      request: { redirect: 'manual' },
    }),
  'checks/create': (rest) =>
    rest.checks.create({ ...at, name: 'carbon', head_sha: pull.headSha, output: { title: 'A', summary: 'Fine' } }),
  'checks/update': (rest) => rest.checks.update({ ...at, check_run_id: onlyCheck(), conclusion: 'success' }),
  'checks/get': (rest) => rest.checks.get({ ...at, check_run_id: onlyCheck() }),
  'checks/list-for-ref': (rest) => rest.checks.listForRef({ ...at, ref: pull.headSha }),
  'git/create-blob': (rest) => rest.git.createBlob({ ...at, content: 'row\n' }),
  'git/get-blob': (rest) => rest.git.getBlob({ ...at, file_sha: blobOf('row\n') }),
  'git/create-tree': (rest) =>
    rest.git.createTree({ ...at, tree: [{ path: 'x/y.txt', mode: '100644', type: 'blob', sha: blobOf('row\n') }] }),
  'git/get-tree': (rest) => rest.git.getTree({ ...at, tree_sha: 'main', recursive: '1' }),
  'git/create-commit': (rest) =>
    rest.git.createCommit({ ...at, message: 'Row', tree: treeOfMain(), parents: [repository.tip('main') ?? ''] }),
  'git/get-commit': (rest) => rest.git.getCommit({ ...at, commit_sha: repository.tip('main') ?? '' }),
  'git/create-ref': (rest) =>
    rest.git.createRef({ ...at, ref: 'refs/heads/ledger', sha: repository.tip('main') ?? '' }),
  'git/get-ref': (rest) => rest.git.getRef({ ...at, ref: 'heads/ledger' }),
  'git/list-matching-refs': (rest) => rest.git.listMatchingRefs({ ...at, ref: 'heads/l' }),
  'git/update-ref': (rest) =>
    rest.git.updateRef({ ...at, ref: 'heads/ledger', sha: repository.commit('main', { 'c.txt': 'c\n' }) }),
  'git/delete-ref': (rest) => rest.git.deleteRef({ ...at, ref: 'heads/ledger' }),
  'rate-limit/get': (rest) => rest.rateLimit.get(),
  'users/get-authenticated': () =>
    getOctokit(fake.addToken({ account: fake.addAccount('ann') }).secret, {
      baseUrl: fake.api,
    }).rest.users.getAuthenticated(),
}

const onlyComment = (): number => [...repository.comments.keys()][0] ?? 0
const onlyArtifact = (): number => [...repository.artifacts.keys()][0] ?? 0
const onlyCheck = (): number => [...repository.checkRuns.keys()][0] ?? 0
const blobOf = (text: string): string => repository.git.addBlob(Buffer.from(text))
const treeOfMain = (): string => repository.resolve('main')?.tree ?? ''

describe('every operation of the extract', () => {
  it('is called here', () => {
    expect(Object.keys(CALLS).sort()).toEqual(ApiDescription.shared().operations.map((operation) => operation.id))
  })

  it.each(Object.entries(CALLS))('%s', async (operation, call) => {
    const { status } = await call(client.rest)
    expect(fake.violations.splice(0)).toEqual([])
    expect(fake.requests.at(-1)).toMatchObject({ operation, status })
    expect(status).toBeLessThan(400)
  })
})
