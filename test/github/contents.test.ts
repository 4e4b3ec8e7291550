import { describe, expect, it } from 'vitest'
import { readFileAt } from '../../src/github/contents.ts'
import { readRawFile } from '../../src/github/raw-file.ts'
import { AT, shop } from './shop.ts'

const FILES = { 'conf/gate.yml': 'budgets: [5 g]  # größer\n', 'big.yml': 'x'.repeat(100_001) }

describe('a file at a commit', () => {
  it('is read as it is there', async () => {
    const here = await shop({ files: FILES })
    const client = await here.client()
    const at = { ...AT, path: './conf/gate.yml' }
    expect(await readFileAt(client, { ...at, ref: here.pull.baseSha })).toEqual({
      ok: true,
      value: FILES['conf/gate.yml'],
    })
    here.repository.push(here.pull, { 'conf/gate.yml': 'other' })
    expect(await readFileAt(client, { ...at, ref: here.pull.headSha })).toEqual({ ok: true, value: 'other' })
    expect(await readFileAt(client, { ...at, path: 'none.yml', ref: 'main' })).toEqual({ ok: true, value: null })
  })

  it('is refused when it is a folder, too large, outside, or of a commit that is not there', async () => {
    const client = await (await shop({ files: FILES })).client()
    const kindOf = async (path: string, ref = 'main'): Promise<string> => {
      const read = await readFileAt(client, { ...AT, path, ref })
      return read.ok ? 'ok' : read.failure.kind
    }
    expect([await kindOf('conf'), await kindOf('big.yml'), await kindOf('../x'), await kindOf('/')]).toEqual(
      Array.from({ length: 4 }, () => 'invalid'),
    )
    expect(await kindOf('conf/gate.yml', '0'.repeat(40))).toBe('not-found')
  })

  it('does not blame the path for an answer that GitHub does not document', async () => {
    const here = await shop({ files: FILES })
    for (const body of ['null', '{}']) {
      here.fake.failNext({ path: '/contents/', fault: 200, body })
      const read = await readFileAt(await here.client(), { ...AT, path: 'conf/gate.yml', ref: 'main' })
      expect(read).toMatchObject({
        failure: { kind: 'unexpected', text: expect.stringMatching(/not what it documents/) },
      })
    }
  })

  it('of a private repository that the token does not reach is not there', async () => {
    const here = await shop()
    here.fake.addRepository('octo/secret', { private: true, files: { 'a.yml': 'a' } })
    const client = await here.client({ token: { repositories: [here.repository] } })
    expect(await readFileAt(client, { owner: 'octo', repo: 'secret', path: 'a.yml', ref: 'main' })).toEqual({
      ok: true,
      value: null,
    })
  })

  it.each([
    [
      'a file',
      { type: 'file', encoding: 'base64', content: 'YnVkZ2V0czogWzUg\nZ10K\n' },
      { state: 'file', text: 'budgets: [5 g]\n' },
    ],
    ['a large file without its content', { type: 'file', encoding: 'none', content: '' }, { state: 'failed' }],
    ['a folder', [{ type: 'file', path: 'conf/gate.yml' }], { state: 'failed' }],
  ])('is read as %s from a server that does not know the raw format', async (_case, body, expected) => {
    const here = await shop()
    const headers = { 'content-type': 'application/json;charset=utf-8' }
    here.fake.failNext({ path: '/contents/', fault: 200, body: JSON.stringify(body), headers })
    const access = { api: here.fake.api, token: here.fake.addToken().secret }
    const place = { ...AT, path: 'conf/gate.yml', ref: 'main' }
    expect(await readRawFile(access, place, AbortSignal.timeout(5000))).toEqual(expected)
  })
})
