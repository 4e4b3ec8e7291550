import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noteMarker, writeMergeRequestNote } from '../../../src/app/forge/gitlab-note.ts'
import { type FakeGitLab, ME, TOKEN, startGitLab } from '../../fakes/gitlab.ts'

let gitlab: FakeGitLab
beforeEach(async () => {
  gitlab = await startGitLab()
})
afterEach(() => gitlab.close())

const place = (change = {}) => ({
  api: gitlab.api,
  token: TOKEN,
  project: 'octo/shop',
  mergeRequest: 12,
  key: 'ci',
  ...change,
})
const write = (body = 'A · 0.4 g', change = {}, wait?: number) => writeMergeRequestNote(place(change), body, wait)

describe('the note', () => {
  it('is created once and then updated in place', async () => {
    expect(await write()).toMatchObject({ kind: 'created' })
    expect(await write('B · 2 g')).toMatchObject({ kind: 'updated' })
    expect(await write('B · 2 g')).toMatchObject({ kind: 'unchanged' })
    expect(gitlab.notes.map(({ body }) => body)).toEqual([`${noteMarker('ci')}\nB · 2 g`])
  })
  it('is one for each key', async () => {
    await write('x', { key: 'a' })
    await write('y', { key: 'b' })
    expect(gitlab.notes).toHaveLength(2)
  })
  it('is never one by another user, whatever it begins with', async () => {
    gitlab.notes.push({ id: 1, body: `${noteMarker('ci')}\nplanted`, author: { id: 99 }, system: false })
    gitlab.notes.push({ id: 2, body: `see ${noteMarker('ci')}`, author: { id: ME }, system: false })
    expect(await write()).toMatchObject({ kind: 'created' })
    expect(gitlab.notes[0]?.body).toContain('planted')
    expect(gitlab.notes).toHaveLength(3)
  })
  it('is found behind hundreds of others', async () => {
    for (let id = 1; id <= 250; id += 1) gitlab.notes.push({ id, body: 'hi', author: { id: 99 }, system: false })
    await write('first')
    expect(await write('second')).toMatchObject({ kind: 'updated' })
    expect(gitlab.notes).toHaveLength(251)
  })
})

describe('a failure is reported in one line without the token', () => {
  it.each([
    [401, /does not accept the token/],
    [403, /scope `api`/],
    [404, /no such merge request/],
    [422, /refused it \(HTTP 422\)/],
  ])('%i', async (status, why) => {
    gitlab.faults.push({ status })
    const outcome = await write()
    expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringMatching(why) as never })
    expect(JSON.stringify(outcome)).not.toContain(TOKEN)
  })
  it('5xx: read again once, and then well', async () => {
    gitlab.faults.push({ status: 502 })
    expect(await write()).toMatchObject({ kind: 'created' })
  })
  it('5xx of a creation: not sent twice', async () => {
    expect(await failPosts()).toMatchObject({ kind: 'failed', why: expect.stringContaining('trouble') as never })
    expect(gitlab.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
  it('429 waits for the time of its Retry-After, within the allowance', async () => {
    gitlab.faults.push({ status: 429, headers: { 'retry-after': '1' } })
    expect(await write()).toMatchObject({ kind: 'created' })
    gitlab.faults.push({ status: 429, headers: { 'retry-after': '60' } })
    const start = performance.now()
    expect(await write('other')).toMatchObject({ kind: 'failed', why: expect.stringContaining('rate limit') as never })
    expect(performance.now() - start).toBeLessThan(30_000)
  })
  it('a server that never answers', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const api = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/api/v4`
    expect(await write('x', { api }, 200)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('in time') as never,
    })
    silent.closeAllConnections()
    silent.close()
  })
  it('a redirection elsewhere does not get the token', async () => {
    gitlab.faults.push({ status: 302, headers: { location: `${gitlab.api}/elsewhere` } })
    expect(await write()).toMatchObject({ kind: 'failed' })
    expect(gitlab.requests).toHaveLength(1)
  })
})

/** Lets the two reading calls through and fails the creation. */
async function failPosts() {
  const { faults } = gitlab
  const shift = faults.shift.bind(faults)
  faults.shift = () => (gitlab.requests.at(-1)?.method === 'POST' ? { status: 500 } : shift())
  return await write()
}
