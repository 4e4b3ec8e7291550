// A fake that lets everything pass proves nothing: here it is made to object.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiDescription } from './api-description.ts'
import { FakeGitHub, type FakeOptions } from './fake-github.ts'

let fake: FakeGitHub

async function start(
  options: FakeOptions = {},
): Promise<(method: string, path: string, body?: unknown) => Promise<Response>> {
  fake = await FakeGitHub.start(options)
  const repository = fake.addRepository('octo/shop')
  repository.addPull({ head: { branch: 'faster' } })
  const headers = { authorization: `Bearer ${fake.addToken().secret}` }
  return (method, path, body) =>
    fetch(`${fake.api}/repos/octo/shop${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
}

afterEach(() => fake.close())

describe('a bad request', () => {
  it.each([
    ['an unknown query parameter', 'GET', '/issues/1/comments?per_page=100&state=open', undefined, 'state is unknown'],
    ['a query parameter of the wrong type', 'GET', '/issues/1/comments?per_page=all', undefined, 'must be integer'],
    ['a value outside its list', 'GET', '/pulls?state=merged', undefined, 'must be equal to one of the allowed values'],
    ['a path parameter of the wrong type', 'GET', '/actions/runs/undefined/jobs', undefined, 'must be integer'],
    ['a missing body', 'POST', '/issues/1/comments', undefined, 'the body is missing'],
    ['a body of the wrong type', 'POST', '/issues/1/comments', { body: 7 }, 'must be string'],
    ['a misspelt property', 'POST', '/issues/1/comments', { body: 'x', pull: 1 }, 'pull is unknown'],
    ['a missing property', 'POST', '/check-runs', { name: 'x' }, "must have required property 'head_sha'"],
  ])('is refused and remembered: %s', async (_, method, path, body, text) => {
    const request = await start()
    const response = await request(method, path, body)
    expect(response.status).toBe(422)
    expect(fake.violations).toHaveLength(1)
    expect(fake.violations[0]).toMatchObject({ kind: 'request', method })
    expect(fake.violations[0]?.errors.join()).toContain(text)
  })

  it('to an operation that is not in the extract is remembered', async () => {
    const request = await start()
    expect((await request('PUT', '/pulls/1/merge')).status).toBe(500)
    expect(fake.violations).toMatchObject([{ kind: 'unknown operation', path: '/repos/octo/shop/pulls/1/merge' }])
  })

  it('is remembered even when the answer is a fault that was ordered', async () => {
    const request = await start()
    fake.failNext({ fault: 502 })
    expect((await request('POST', '/issues/1/comments', { text: 'x' })).status).toBe(502)
    expect(fake.violations).toMatchObject([{ kind: 'request' }])
  })
})

describe('a bad answer of the fake', () => {
  it('is caught against the description', async () => {
    const extract = JSON.parse(readFileSync(new URL('openapi-extract.json', import.meta.url), 'utf8'))
    extract.schemas['issue-comment'].required.push('a_field_of_tomorrow')
    const request = await start({ description: new ApiDescription(extract) })
    expect((await request('POST', '/issues/1/comments', { body: 'x' })).status).toBe(500)
    expect(fake.violations).toMatchObject([
      { kind: 'response', errors: ["response must have required property 'a_field_of_tomorrow'"] },
    ])
  })

  it('is caught where state set up by a test cannot be real', async () => {
    const request = await start()
    const run = [...fake.repositories.values()][0]?.addRun({ headSha: 'a'.repeat(40), headBranch: 'main' })
    const job = run?.addJob({ name: 'x' })
    Object.assign(job ?? {}, { conclusion: 'exploded' })
    expect((await request('GET', `/actions/runs/${run?.id}/jobs`)).status).toBe(500)
    expect(fake.violations).toMatchObject([{ kind: 'response' }])
  })
})
