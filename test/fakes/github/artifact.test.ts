import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction, type ActionResult } from './action-process.ts'
import { FakeGitHub } from './fake-github.ts'
import type { Repository } from './repository.ts'
import { createRunnerEnvironment, type RunnerEnvironment } from './runner-environment.ts'
import { zip } from './zip.ts'

const bundle = fileURLToPath(new URL('actions/artifact.mjs', import.meta.url))
const at = { owner: 'octo', repo: 'shop' }

let fake: FakeGitHub
let repository: Repository
let runner: RunnerEnvironment
let rest: ReturnType<typeof getOctokit>['rest']

beforeEach(async () => {
  fake = await FakeGitHub.start()
  repository = fake.addRepository('octo/shop')
  runner = createRunnerEnvironment(fake, { repository, event: { name: 'push' } })
  rest = getOctokit(runner.token.secret, { baseUrl: fake.api }).rest
})

afterEach(async () => {
  runner.remove()
  await fake.close()
})

function upload(): Promise<ActionResult> {
  const report = join(runner.workspace, 'report.json')
  writeFileSync(report, '{"verdict":"pass"}')
  const target = join(runner.temp, 'download')
  return runAction({ bundle, runner, inputs: { name: 'carbon-gate-test', files: report, target } })
}

function twirp(method: string, message: unknown): Promise<Response> {
  return fetch(`${fake.artifactService.url}twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${runner.env['ACTIONS_RUNTIME_TOKEN']}` },
    body: JSON.stringify(message),
  })
}

async function location(id: number): Promise<string> {
  const { headers, status } = (await rest.actions.downloadArtifact({
    ...at,
    artifact_id: id,
    archive_format: 'zip',
    request: { redirect: 'manual' },
  })) as { headers: { location?: string }; status: number }
  expect(status).toBe(302)
  return headers.location ?? ''
}

describe('an artifact', () => {
  it('goes up and down through the real client, and down through the REST API', async () => {
    const result = await upload()
    expect(result.commands.filter(({ name }) => name === 'error')).toEqual([])
    expect(result.outputs).toMatchObject({ names: 'carbon-gate-test', mismatch: 'false' })
    const downloaded = join(result.outputs['download'] ?? '', 'report.json')
    expect(readFileSync(downloaded, 'utf8')).toBe('{"verdict":"pass"}')

    const { data } = await rest.actions.listWorkflowRunArtifacts({ ...at, run_id: runner.run.id })
    expect(data.artifacts).toMatchObject([{ id: Number(result.outputs['id']), name: 'carbon-gate-test' }])
    const bytes = Buffer.from(await (await fetch(await location(data.artifacts[0]?.id ?? 0))).arrayBuffer())
    expect(bytes.length).toBe(data.artifacts[0]?.size_in_bytes)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(result.outputs['digest'])
    const ids = { workflow_run_backend_id: runner.run.attempt.backendId, workflow_job_run_backend_id: 'x' }
    expect((await twirp('DeleteArtifact', { ...ids, name: 'carbon-gate-test' })).status).toBe(200)
    expect(repository.artifacts.size).toBe(0)
    expect(fake.violations).toEqual([])
    const authorizations = fake.blobs.requests.map((request) => request.headers.authorization)
    expect(authorizations.every((value) => value === undefined)).toBe(true)
  })

  it('has a name that no other in the attempt may have', async () => {
    repository.addArtifact(runner.run, 'carbon-gate-test', zip([{ name: 'x', content: 'x' }]))
    const ids = { workflow_run_backend_id: runner.run.attempt.backendId, workflow_job_run_backend_id: 'x' }
    const create = () => twirp('CreateArtifact', { ...ids, name: 'carbon-gate-test', version: 7 })
    expect((await create()).status).toBe(409)
    runner.run.rerun()
    ids.workflow_run_backend_id = runner.run.attempt.backendId
    expect((await create()).status).toBe(200)
    expect(fake.violations).toEqual([])
  })

  it('is stored where a stray token is refused and a signature is asked for', async () => {
    const artifact = repository.addArtifact(runner.run, 'report', zip([{ name: '../../etc/x', content: 'x' }]))
    const url = await location(artifact.id)
    expect(new URL(url).origin).not.toBe(new URL(fake.api).origin)
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url, { headers: { authorization: `Bearer ${runner.token.secret}` } })).status).toBe(403)
    expect((await fetch(url.replace(/sig=.*/, 'sig=x'))).status).toBe(403)
    artifact.expired = true
    await expect(location(artifact.id)).rejects.toMatchObject({ status: 410 })
  })

  it('is refused by name when the service is asked wrongly', async () => {
    const response = await twirp('CreateArtifact', { name: 'x' })
    expect(response.status).toBe(400)
    expect(fake.violations).toMatchObject([{ kind: 'request' }])
  })
})
