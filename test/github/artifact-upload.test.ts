import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { uploadFile } from '../../src/entries/artifact.ts'
import { artifactName } from '../../src/github/artifact-name.ts'
import { type ArtifactModule, uploadReport } from '../../src/github/artifact-upload.ts'
import { MAX_REPORT_BYTES, REPORT_FILE, downloadReport, listReportArtifacts } from '../../src/github/artifacts.ts'
import { FakeGitHub } from '../fakes/github/fake-github.ts'
import { SHA, clientOf, closed } from '../app/join/scene.ts'

const repositoryName = { owner: 'octo', repo: 'shop' }
const never = new AbortController().signal
const place = { bundle: 'unused', env: { ACTIONS_RESULTS_URL: 'http://x', ACTIONS_RUNTIME_TOKEN: 't' } }
const loads = (upload: ArtifactModule['uploadFile']) => async () => ({ uploadFile: upload })
const file = { path: 'report.json', text: '{}' }

describe('the real client', () => {
  let fake: FakeGitHub
  let folder: string

  beforeEach(async () => {
    fake = await FakeGitHub.start()
    folder = mkdtempSync(path.join(tmpdir(), 'artifact-'))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
    await closed(fake)
  })

  it('leaves a report that is read back through the REST API', async () => {
    const repository = fake.addRepository('octo/shop', { private: true })
    const run = repository.addRun({ headSha: SHA, headBranch: 'main' })
    const job = run.addJob({ name: 'test' })
    vi.stubEnv('ACTIONS_RESULTS_URL', fake.artifactService.url)
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', fake.artifactService.runtimeToken(run, job))
    vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com')
    const text = JSON.stringify({ name: 'größe ✓', filler: Array.from({ length: 30_000 }, (_, i) => i * i) })
    const report = path.join(folder, REPORT_FILE)
    writeFileSync(report, text)
    const name = artifactName('job', {
      job: 'test',
      checkRunId: job.id,
      matrix: null,
      attempt: 1,
      tracking: '',
      action: '',
    })
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    const upload = await uploadReport(
      { bundle: '', env: process.env },
      name,
      { path: report, text },
      { signal: never, load: async () => ({ uploadFile }) },
    )
    write.mockRestore()
    expect(upload).toMatchObject({ kind: 'uploaded', name })

    const client = await clientOf(fake)
    const listed = await listReportArtifacts(client, repositoryName, run.id)
    expect(listed).toMatchObject({ ok: true, value: { total: 1, items: [{ title: name }] } })
    if (!listed.ok || !listed.value.items[0]) throw new Error('not listed')
    expect(await downloadReport(client, repositoryName, listed.value.items[0])).toEqual({ ok: true, value: text })
    expect(fake.blobs.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })
})

describe('without a service the report stays local, with a note of the reason', () => {
  const upload = (change: object, module = loads(async () => ({ id: 1 })), signal = never) =>
    uploadReport({ ...place, ...change }, 'n', file, { signal, load: module })

  it('a runner without one', async () => {
    expect(await upload({ env: {} })).toEqual({ kind: 'local', reason: 'this runner offers no artifact service' })
  })
  it.each(['FORGEJO_ACTIONS', 'GITEA_ACTIONS'])('%s', async (name) => {
    const env = { ...place.env, [name]: 'true' }
    expect(await upload({ env })).toMatchObject({ kind: 'local', reason: expect.stringMatching(/version 4/) as never })
  })
  it('GHES, without asking the client', async () => {
    const asked = loads(() => Promise.reject(new Error('asked')))
    const env = { ...place.env, GITHUB_SERVER_URL: 'https://git.example.org' }
    expect(await upload({ env }, asked)).toMatchObject({
      reason: 'GitHub Enterprise Server has no artifacts of version 4',
    })
  })
  it.each(['https://github.com', 'https://octo.ghe.com/', undefined])('%s has one', async (server) => {
    expect(await upload({ env: { ...place.env, GITHUB_SERVER_URL: server } })).toMatchObject({ kind: 'uploaded' })
  })
  it('a service that is down: one line, short', async () => {
    const down = loads(() => Promise.reject(new Error(`down\n::error::x ${'y'.repeat(1000)}`)))
    const { reason } = (await upload({}, down)) as { reason: string }
    expect(reason).not.toContain('\n')
    expect(reason.length).toBeLessThan(260)
  })
  it('a service that never answers', async () => {
    const hang = loads(() => new Promise(() => {}))
    const late = { kind: 'local', reason: 'the artifact service did not answer in time' }
    expect(await upload({}, hang, AbortSignal.timeout(50))).toEqual(late)
    expect(await uploadReport(place, 'n', file, { signal: never, load: hang, waitMs: 50 })).toEqual(late)
    expect(await upload({}, hang, AbortSignal.abort())).toEqual(late)
  })
  it('a bundle that is missing', async () => {
    expect(await uploadReport({ ...place, bundle: 'no/such/index.js' }, 'n', file, { signal: never })).toMatchObject({
      kind: 'local',
    })
  })
  it('a report beyond the cap', async () => {
    const text = 'x'.repeat(MAX_REPORT_BYTES + 1)
    expect(
      await uploadReport(place, 'n', { path: 'f', text }, { signal: never, load: loads(async () => ({ id: 1 })) }),
    ).toMatchObject({
      kind: 'local',
    })
  })
})
