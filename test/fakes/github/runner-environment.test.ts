import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventSpec } from './event.ts'
import { FakeGitHub } from './fake-github.ts'
import type { Pull, Repository } from './repository.ts'
import { createRunnerEnvironment } from './runner-environment.ts'

let fake: FakeGitHub
let base: Repository
let fork: Repository
let pull: Pull

beforeEach(async () => {
  fake = await FakeGitHub.start()
  base = fake.addRepository('octo/shop')
  fork = fake.addRepository('mallory/shop', { parent: base })
  pull = base.addPull({ head: { repository: fork, branch: 'faster' } })
})
afterEach(() => fake.close())

function enter(event: EventSpec): { env: Readonly<Record<string, string>>; payload: any } {
  const runner = createRunnerEnvironment(fake, { repository: base, event })
  const payload = JSON.parse(readFileSync(runner.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
  runner.remove()
  return { env: runner.env, payload }
}

describe('the environment of a job', () => {
  it('on a pull request names the merge, the base and the head', () => {
    const { env, payload } = enter({ name: 'pull_request', pull })
    expect(env).toMatchObject({
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_REF_NAME: '1/merge',
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'faster',
      GITHUB_SHA: pull.mergeCommitSha,
      GITHUB_ACTOR: 'mallory',
    })
    expect(payload).toMatchObject({
      number: 1,
      pull_request: { head: { sha: pull.headSha, repo: { full_name: 'mallory/shop' } }, base: { sha: pull.baseSha } },
    })
  })

  it('on the end of a fork’s run names no pull request', () => {
    const run = base.addRun({
      event: 'pull_request',
      headSha: pull.headSha,
      headBranch: 'faster',
      headRepository: fork,
      conclusion: 'success',
    })
    const { env, payload } = enter({ name: 'workflow_run', run })
    expect(env['GITHUB_SHA']).toBe(base.tip('main'))
    expect(payload.workflow_run).toMatchObject({
      id: run.id,
      head_sha: pull.headSha,
      head_repository: { full_name: 'mallory/shop' },
      pull_requests: [],
    })
  })

  it.each<[EventSpec['name'], () => EventSpec, string, string]>([
    ['push', () => ({ name: 'push' }), 'refs/heads/main', 'after'],
    ['schedule', () => ({ name: 'schedule' }), 'refs/heads/main', 'schedule'],
    ['workflow_dispatch', () => ({ name: 'workflow_dispatch' }), 'refs/heads/main', 'inputs'],
    ['release', () => ({ name: 'release', tag: 'v1' }), 'refs/tags/v1', 'release'],
    ['merge_group', () => ({ name: 'merge_group', pull }), 'refs/heads/gh-readonly-queue/main/pr-1-', 'merge_group'],
  ])('on %s has no pull request', (name, event, ref, key) => {
    const { env, payload } = enter(event())
    expect(env).toMatchObject({ GITHUB_EVENT_NAME: name, GITHUB_BASE_REF: '', GITHUB_HEAD_REF: '' })
    expect(env['GITHUB_REF']?.startsWith(ref)).toBe(true)
    expect(payload).toHaveProperty(key)
    expect(payload).not.toHaveProperty('pull_request')
  })
})
