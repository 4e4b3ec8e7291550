import { afterEach, describe, expect, it } from 'vitest'
import { Grid } from '../../src/grid/choose.ts'
import { resolvePlace } from '../../src/grid/resolve.ts'
import { type GridServer, type Reply, gridServer } from '../fakes/grid-server.ts'
import type { LiveProviderName } from '../../src/grid/open-provider.ts'

const TOKEN = 'secret-token-4711'
const PASSWORD = 'user:hunter2-hunter2'
/** A token with characters that messages and addresses do not keep. */
const ECHOED = 'tok-en+4711/0815=='
const GERMANY = resolvePlace('DE')
const BRITAIN = resolvePlace('GB')

let server: GridServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** What each provider is asked with. A provider without a case does not compile. */
const CASES: Readonly<Record<LiveProviderName, { token: string | null; place: typeof GERMANY }>> = {
  electricitymaps: { token: TOKEN, place: GERMANY },
  watttime: { token: PASSWORD, place: resolvePlace('azure:westus') },
  uk: { token: null, place: BRITAIN },
  'carbon-aware-sdk': { token: TOKEN, place: resolvePlace('azure:eastus') },
}
const PROVIDERS = Object.entries(CASES).map(([provider, each]) => ({
  provider: provider as LiveProviderName,
  token: each.token,
  place: each.place,
}))

const FAULTS: readonly { name: string; reply: Reply; says: RegExp }[] = [
  { name: '204', reply: 'no-content', says: /no data/ },
  { name: 'empty body', reply: 'empty', says: /no data/ },
  { name: 'other form', reply: { json: { hello: 1 } }, says: /documented form|no figure/ },
  { name: 'a list of nonsense', reply: { json: [null, 3, 'x'] }, says: /documented form|no figure/ },
  {
    name: '401',
    reply: { status: 401, json: { status: 'error', message: 'Invalid auth-token' } },
    says: /401.*Invalid auth-token/,
  },
  {
    name: '403',
    reply: { status: 403, json: { error: 'Token unauthorized for zoneKey' } },
    says: /403.*Token unauthorized/,
  },
  { name: '404', reply: { status: 404, json: {} }, says: /404/ },
  { name: '500', reply: { status: 500, text: '<html>oops</html>' }, says: /500/ },
  {
    name: '429 for an hour',
    reply: { status: 429, json: {}, headers: { 'retry-after': '3600' } },
    says: /429.*3600 s/,
  },
  {
    name: '429 for ever',
    reply: { status: 429, json: {}, headers: { 'retry-after': '99999999999' } },
    says: /429.*99999999999 s/,
  },
  { name: 'a hang', reply: 'hang', says: /within the 0.4 s/ },
  { name: 'a cut-off body', reply: 'truncated', says: /cut off/ },
  { name: 'a reset connection', reply: 'reset', says: /cannot be reached/ },
  { name: 'a 100 MB body', reply: 'huge', says: /longer than 1 MiB/ },
  { name: 'half a JSON', reply: { text: '{"zone": "DE", "carbon' }, says: /not JSON/ },
  {
    name: 'a redirect elsewhere',
    reply: { status: 302, text: '', headers: { location: 'https://evil.example/x' } },
    says: /redirects to another server/,
  },
]

describe.each(PROVIDERS)('$provider', ({ provider, token, place }) => {
  it.each(FAULTS)('falls back within the wait budget on $name', async ({ name, reply, says }) => {
    server = await gridServer(() => reply)
    const maxWaitS = name === 'a hang' ? 0.4 : 5
    const started = performance.now()
    const grid = new Grid({ provider, token, url: server.url, maxWaitS })
    const { figure, notes } = await grid.at(place, null)
    expect(performance.now() - started).toBeLessThan(maxWaitS * 1000 + 20_000)
    expect(figure.fallback).toBe(true)
    expect(figure.gPerKwh.value).toBeGreaterThan(0)
    expect(notes[0]?.code).toBe('grid-fallback')
    expect(notes[0]?.text).toMatch(says)
    const shown = JSON.stringify({ figure, notes })
    for (const secret of [TOKEN, PASSWORD, 'hunter2', Buffer.from(PASSWORD).toString('base64')]) {
      expect(shown).not.toContain(secret)
    }
    if (name === 'a 100 MB body') expect(server.sentBytes()).toBeLessThan(20 * 2 ** 20)
  })
})

describe('the token', () => {
  it('is nowhere but in its header', async () => {
    server = await gridServer(() => ({ status: 403, json: { message: `bad token ${TOKEN} ::error::x` } }))
    const masked: string[] = []
    const grid = new Grid({
      provider: 'electricitymaps',
      token: TOKEN,
      url: `${server.url}/v3`,
      maxWaitS: 3,
      mask: (word) => masked.push(word),
    })
    const { notes } = await grid.at(GERMANY, null)
    expect(masked).toEqual([TOKEN])
    expect(notes[0]?.text).toContain('bad token ***')
    expect(notes[0]?.text).not.toContain('::')
    const [request] = server.requests
    const { 'auth-token': header, ...others } = request?.headers ?? {}
    expect(header).toBe(TOKEN)
    expect(JSON.stringify([request?.path, request?.query, others])).not.toContain(TOKEN)
  })

  it.each([
    ['a zone', 'DE', { zone: ECHOED, carbonIntensity: 302, datetime: '2026-11-24T12:00:00Z' }],
    ['the zone of a region', 'azure:eastus', { zone: ECHOED, carbonIntensity: 302, datetime: '2026-11-24T12:00:00Z' }],
    [
      'a method',
      'DE',
      {
        zone: 'DE',
        carbonIntensity: 302,
        datetime: '2026-11-24T12:00:00Z',
        isEstimated: true,
        estimationMethod: ECHOED,
      },
    ],
    ['a message', 'DE', { message: `no such token: ${ECHOED}` }],
    ['a long message', 'DE', { message: `${'x'.repeat(100)} ${ECHOED}` }],
    ['an address', 'DE', { error: `not found: /v3/latest?auth-token=${encodeURIComponent(ECHOED)}` }],
  ])('is not shown when it comes back as %s', async (_, where, json) => {
    server = await gridServer(() => ({ status: 'zone' in json ? 200 : 403, json }))
    const grid = new Grid({ provider: 'electricitymaps', token: ECHOED, url: `${server.url}/v3`, maxWaitS: 3 })
    const shown = JSON.stringify(await grid.at(resolvePlace(where), null))
    for (const part of ['tok-en', '4711', '0815']) expect(shown).not.toContain(part)
  })

  it('does not follow a redirect to another host', async () => {
    const other = await gridServer(() => ({ json: {} }))
    server = await gridServer(() => ({ status: 307, text: '', headers: { location: `${other.url}/steal` } }))
    await new Grid({ provider: 'electricitymaps', token: TOKEN, url: server.url, maxWaitS: 3 }).at(GERMANY, null)
    expect(other.requests).toHaveLength(0)
    await other.close()
  })

  it('follows a redirect on its own server, and not for ever', async () => {
    const json = { zone: 'DE', carbonIntensity: 302, datetime: new Date().toISOString() }
    server = await gridServer(({ path }) =>
      path.startsWith('/new') ? { json } : { status: 301, text: '', headers: { location: '/new/latest?zone=DE' } },
    )
    const moved = new Grid({ provider: 'electricitymaps', token: TOKEN, url: `${server.url}/v3`, maxWaitS: 3 })
    expect((await moved.at(GERMANY, null)).figure.gPerKwh.value).toBe(302)
    expect(server.requests[1]?.headers['auth-token']).toBe(TOKEN)
    await server.close()
    server = await gridServer(() => ({ status: 302, text: '', headers: { location: '/round' } }))
    const round = new Grid({ provider: 'electricitymaps', token: TOKEN, url: `${server.url}/v3`, maxWaitS: 3 })
    expect((await round.at(GERMANY, null)).notes[0]?.text).toContain('too many redirects')
    expect(server.requests.length).toBeLessThanOrEqual(5)
  })

  it('is not needed to fall back: without one nothing is asked', async () => {
    server = await gridServer(() => ({ json: {} }))
    const { figure, notes } = await new Grid({ provider: 'electricitymaps', url: server.url, maxWaitS: 3 }).at(
      GERMANY,
      null,
    )
    expect(figure.fallback).toBe(true)
    expect(notes[0]?.text).toContain('needs a token')
    expect(server.requests).toHaveLength(0)
  })
})

describe('waiting', () => {
  it('honours Retry-After that fits', async () => {
    server = await gridServer((_, count) =>
      count === 1
        ? { status: 429, json: {}, headers: { 'retry-after': '1' } }
        : {
            json: {
              data: [{ from: '2026-11-24T12:00Z', to: '2026-11-24T12:30Z', intensity: { actual: 77, forecast: 80 } }],
            },
          },
    )
    const { figure } = await new Grid({ provider: 'uk', url: server.url, maxWaitS: 5 }).at(BRITAIN, null)
    expect(figure.gPerKwh.value).toBe(77)
    expect(server.requests).toHaveLength(2)
  })

  it('gives up on a server that stays busy', async () => {
    server = await gridServer(() => ({ status: 503, json: {}, headers: { 'retry-after': '0' } }))
    const { figure } = await new Grid({ provider: 'uk', url: server.url, maxWaitS: 5 }).at(BRITAIN, null)
    expect(figure.fallback).toBe(true)
    expect(server.requests).toHaveLength(3)
  })

  it('has one budget for all calls', async () => {
    server = await gridServer(() => 'hang')
    const grid = new Grid({ provider: 'uk', url: server.url, maxWaitS: 0.4 })
    const started = performance.now()
    await grid.at(BRITAIN, null)
    await grid.at(BRITAIN, 1_700_000_000)
    await Promise.all([grid.history(BRITAIN, { from: 0, to: 1 }), grid.forecast(BRITAIN, { from: 0, to: 1 })])
    // A budget for each would be 1.6 s.
    expect(performance.now() - started).toBeLessThan(1500)
    expect(server.requests).toHaveLength(1)
  })

  it('asks nothing at all with a budget of zero', async () => {
    server = await gridServer(() => ({ json: {} }))
    const { figure } = await new Grid({ provider: 'uk', url: server.url, maxWaitS: 0 }).at(BRITAIN, null)
    expect(figure.fallback).toBe(true)
    expect(server.requests).toHaveLength(0)
  })
})
