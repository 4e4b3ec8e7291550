import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Render, type StickyOptions, writeSticky } from '../../src/github/comment.ts'
import { FORK_PERMISSIONS, GATE_PERMISSIONS } from '../fakes/github/account.ts'
import { type Shop, shop } from './shop.ts'

const MARKER = '<!-- ci -->'

function sticky({ at }: Shop, more: Partial<StickyOptions> = {}): StickyOptions {
  return {
    at,
    isMarked: (body) => body.startsWith(MARKER),
    isKeptIn: null,
    readOnlyToken: false,
    settleMs: 150,
    ...more,
  }
}

const OTHER = { isMarked: (body: string) => body.startsWith('<!-- nightly -->') }

const says =
  (text: string, marker = MARKER): Render =>
  () =>
    `${marker}\n${text}`

/** Joins rows as jobs that share a comment do: one a line, sorted. */
function row(name: string): Render {
  return (seen) => {
    const rows = seen.flatMap((body) => body.split('\n').slice(1).filter(Boolean))
    return [MARKER, ...[...new Set([...rows, name])].sort()].join('\n')
  }
}

const includesLine = (name: string) => (body: string) => body.split('\n').includes(name)

describe.concurrent('the sticky comment', () => {
  it('is created, updated in place, and left alone when nothing changed', async () => {
    const it = await shop()
    const client = await it.client({ token: { permissions: GATE_PERMISSIONS } })
    expect(await writeSticky(client, sticky(it), says('one'))).toMatchObject({
      ok: true,
      value: { outcome: 'created' },
    })
    expect(await writeSticky(client, sticky(it), says('two'))).toMatchObject({
      ok: true,
      value: { outcome: 'updated' },
    })
    expect(await writeSticky(client, sticky(it), says('two'))).toMatchObject({ value: { outcome: 'unchanged' } })
    const comments = it.repository.commentsOn(it.pull)
    expect(comments.map(({ body }) => body)).toEqual([`${MARKER}\ntwo`])
    expect(it.fake.requestsTo('issues/create-comment', 'issues/update-comment')).toHaveLength(2)
  })

  it('is found on the last of many pages', async () => {
    const it = await shop()
    const bob = it.fake.addAccount('bob')
    for (let i = 0; i < 230; i++) it.repository.addComment(it.pull, bob, `chat ${i}`)
    it.repository.addComment(it.pull, it.fake.actionsBot, `${MARKER}\nold`)
    expect(await writeSticky(await it.client(), sticky(it), says('new'))).toMatchObject({
      value: { outcome: 'updated' },
    })
    expect(it.fake.requestsTo('issues/list-comments').map(({ query }) => query['page'])).toEqual([undefined, '2', '3'])
  })

  it('belongs to one workflow', async () => {
    const it = await shop()
    const client = await it.client()
    await writeSticky(client, sticky(it), says('ci'))
    await writeSticky(client, sticky(it, OTHER), says('nightly', '<!-- nightly -->'))
    expect(it.repository.commentsOn(it.pull)).toHaveLength(2)
  })

  it('ignores a marker that a user planted, and one inside a quote', async () => {
    const it = await shop()
    const mallory = it.repository.addComment(it.pull, it.fake.addAccount('mallory'), `${MARKER}\nall green`)
    const echo = it.repository.addComment(it.pull, it.fake.actionsBot, `> ${MARKER}\nquoted`)
    expect(await writeSticky(await it.client(), sticky(it), says('red'))).toMatchObject({
      value: { outcome: 'created' },
    })
    expect([mallory.body, echo.body]).toEqual([`${MARKER}\nall green`, `> ${MARKER}\nquoted`])
  })

  it('ignores a marker that another bot was made to repeat, and asks GraphQL whose it is', async () => {
    const it = await shop()
    const echo = it.repository.addComment(it.pull, it.fake.addAccount('echo[bot]', 'Bot'), `${MARKER}\nall green`)
    const client = await it.client()
    client.octokit.hook.wrap('request', (request, options) =>
      options.url === '/graphql'
        ? ({ status: 200, headers: {}, url: '', data: { data: { viewer: { login: 'github-actions[bot]' } } } } as never)
        : request(options),
    )
    expect(await writeSticky(client, sticky(it), says('red'))).toMatchObject({ value: { outcome: 'created' } })
    expect(echo.body).toBe(`${MARKER}\nall green`)
  })

  it("is found again by an app's own bot", async () => {
    const it = await shop()
    const gate = it.fake.addAccount('gate[bot]', 'Bot')
    const own = it.repository.addComment(it.pull, gate, `${MARKER}\nold`)
    const client = await it.client()
    client.octokit.hook.wrap('request', (request, options) =>
      options.url === '/graphql'
        ? ({ status: 200, headers: {}, url: '', data: { data: { viewer: { login: 'gate[bot]' } } } } as never)
        : request(options),
    )
    await writeSticky(client, sticky(it), says('new'))
    expect(own.body).toBe(`${MARKER}\nnew`)
  })

  it('is written as the person whose token it is', async () => {
    const it = await shop()
    const ann = it.fake.addAccount('ann')
    const client = await it.client({ token: { account: ann } })
    it.repository.addComment(it.pull, it.fake.actionsBot, `${MARKER}\nthe job's`)
    await writeSticky(client, sticky(it), says('one'))
    await writeSticky(client, sticky(it), says('two'))
    expect(it.repository.commentsOn(it.pull).map(({ author, body }) => [author.login, body])).toEqual([
      ['github-actions[bot]', `${MARKER}\nthe job's`],
      ['ann', `${MARKER}\ntwo`],
    ])
  })

  it('keeps the oldest of several of ours and deletes the others', async () => {
    const it = await shop()
    const [oldest] = ['a', 'b', 'c'].map((text) =>
      it.repository.addComment(it.pull, it.fake.actionsBot, `${MARKER}\n${text}`),
    )
    expect(await writeSticky(await it.client(), sticky(it), says('now'))).toMatchObject({
      value: { outcome: 'updated' },
    })
    expect(it.repository.commentsOn(it.pull)).toEqual([oldest])
    expect(oldest?.body).toBe(`${MARKER}\nnow`)
  })

  it('is created again when it was deleted between list and update', async () => {
    const it = await shop()
    it.repository.addComment(it.pull, it.fake.actionsBot, `${MARKER}\nold`)
    const client = await it.client()
    client.octokit.hook.before('request', ({ method }) => {
      if (method === 'PATCH') it.repository.comments.delete([...it.repository.comments.keys()][0] ?? 0)
    })
    expect(await writeSticky(client, sticky(it), says('new'))).toMatchObject({ value: { outcome: 'recreated' } })
    expect(it.repository.commentsOn(it.pull).map(({ body }) => body)).toEqual([`${MARKER}\nnew`])
  })

  it('is not created twice when the answer to its creation was lost', async () => {
    const it = await shop()
    it.fake.failNext({ method: 'POST', fault: 'truncate', applied: true })
    expect(await writeSticky(await it.client(), sticky(it), says('one'))).toMatchObject({ ok: true })
    expect(it.repository.commentsOn(it.pull)).toHaveLength(1)
    it.fake.failNext({ method: 'POST', fault: 502, applied: true })
    const two = says('two', '<!-- nightly -->')
    expect(await writeSticky(await it.client(), sticky(it, OTHER), two)).toMatchObject({ ok: true })
    expect(it.repository.commentsOn(it.pull)).toHaveLength(2)
  })

  it('is created at the second try when the first was not carried out', async () => {
    const it = await shop()
    it.fake.failNext({ method: 'POST', fault: 502 })
    expect(await writeSticky(await it.client(), sticky(it), says('one'))).toMatchObject({
      value: { outcome: 'created' },
    })
    expect(it.repository.commentsOn(it.pull)).toHaveLength(1)
  })

  it('is never sent when it is too long', async () => {
    const it = await shop()
    const written = await writeSticky(await it.client(), sticky(it), says('x'.repeat(65_536)))
    expect(written).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
    expect(it.fake.requestsTo('issues/create-comment')).toEqual([])
  })

  it('names the missing permission', async () => {
    const it = await shop()
    const client = await it.client({ token: { permissions: { ...GATE_PERMISSIONS, pull_requests: 'read' } } })
    expect(await writeSticky(client, sticky(it), says('one'))).toEqual({
      ok: false,
      failure: {
        kind: 'forbidden',
        status: 403,
        text: 'cannot write the pull-request comment: the token lacks a permission, add `pull-requests: write` to `permissions` (HTTP 403)',
      },
    })
  })

  it('is calm where the token of a fork may only read', async () => {
    const it = await shop()
    const client = await it.client({ token: { permissions: FORK_PERMISSIONS } })
    const written = await writeSticky(client, sticky(it, { readOnlyToken: true }), says('one'))
    expect(written).toMatchObject({ ok: false, failure: { kind: 'read-only' } })
  })

  it('says that a conversation is locked', async () => {
    const it = await shop()
    it.pull.locked = true
    expect(await writeSticky(await it.client(), sticky(it), says('one'))).toMatchObject({ failure: { kind: 'locked' } })
  })
})

describe.concurrent('a comment that jobs share', () => {
  it('ends with the rows of all, in one comment', { timeout: 20_000 }, async () => {
    const it = await shop()
    const names = [...'abcdefghijkl']
    const written = await Promise.all(
      names.map(async (name) =>
        writeSticky(await it.client(), sticky(it, { isKeptIn: includesLine(name) }), row(name)),
      ),
    )
    expect(written.filter(({ ok }) => !ok)).toEqual([])
    expect(it.repository.commentsOn(it.pull).map(({ body }) => body)).toEqual([`${MARKER}\n${names.join('\n')}`])
  })

  it('keeps the rows of twelve that write at once also where every answer is slow', { timeout: 20_000 }, async () => {
    const it = await shop()
    const names = [...'abcdefghijkl']
    // A server that takes half a second to read and one to write, at a fifth of its pace.
    const slowly = async (name: string) => {
      const client = await it.client({ ms: 8000 })
      client.octokit.hook.wrap('request', async (request, options) => {
        const ms = (options.method === 'GET' ? 90 : 180) * (0.6 + Math.random() * 0.8)
        await sleep(ms / 2)
        const answer = await request(options)
        await sleep(ms / 2)
        return answer
      })
      return writeSticky(client, sticky(it, { isKeptIn: includesLine(name) }), row(name))
    }
    const written = await Promise.all(names.map(slowly))
    expect(written.filter(({ ok }) => !ok)).toEqual([])
    expect(it.repository.commentsOn(it.pull).map(({ body }) => body)).toEqual([`${MARKER}\n${names.join('\n')}`])
    expect(it.fake.requests.length).toBeLessThan(12 * 20)
  })

  it('has the rows of two jobs that both created it, in the older one', async () => {
    const it = await shop()
    const [first, second] = [await it.client(), await it.client()]
    let listed = 0
    let both = (): void => {}
    const meeting = new Promise<void>((resolve) => (both = resolve))
    for (const client of [first, second]) {
      client.octokit.hook.before('request', async ({ method }) => {
        if (method !== 'POST') return
        if (++listed === 2) both()
        await meeting
      })
    }
    const written = await Promise.all(
      [first, second].map((client, i) =>
        writeSticky(client, sticky(it, { isKeptIn: includesLine(`${i}`) }), row(`${i}`)),
      ),
    )
    expect(written).toMatchObject([{ ok: true }, { ok: true }])
    expect(it.repository.commentsOn(it.pull)).toMatchObject([{ body: `${MARKER}\n0\n1` }])
    const created = it.fake.requestsTo('issues/create-comment')
    const deleted = it.fake.requestsTo('issues/delete-comment').map(({ path }) => path)
    expect(created).toHaveLength(2)
    // Both may notice the duplicate at the same time, and both then delete the same comment.
    expect(new Set(deleted).size).toBe(1)
  })

  it('gets a lost row back', async () => {
    const it = await shop()
    const comment = it.repository.addComment(it.pull, it.fake.actionsBot, `${MARKER}\na`)
    const client = await it.client()
    let lost = false
    client.octokit.hook.after('request', (_, { method }) => {
      if (method !== 'PATCH' || lost) return
      lost = true
      comment.body = `${MARKER}\na\nc`
    })
    await writeSticky(client, sticky(it, { isKeptIn: includesLine('b') }), row('b'))
    expect(comment.body).toBe(`${MARKER}\na\nb\nc`)
  })

  it('is written also when it cannot be read back', async () => {
    const it = await shop()
    it.fake.failNext({ method: 'GET', skip: 1, fault: 403, times: Infinity })
    const written = await writeSticky(await it.client(), sticky(it, { isKeptIn: includesLine('a') }), row('a'))
    expect(written).toMatchObject({ ok: true, value: { outcome: 'created' } })
  })

  it('gives up on a comment that is never left alone', { timeout: 20_000 }, async () => {
    const it = await shop()
    const comment = it.repository.addComment(it.pull, it.fake.actionsBot, `${MARKER}\na`)
    const client = await it.client({ ms: 1000 })
    client.octokit.hook.after('request', (_, { method }) => {
      if (method === 'PATCH') comment.body = `${MARKER}\nz`
    })
    const started = performance.now()
    await writeSticky(client, sticky(it, { isKeptIn: includesLine('b') }), row('b'))
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
