import { afterEach, describe, expect, it } from 'vitest'
import { answered } from '../../../src/app/plan/plan-file.ts'
import { parsePlan } from '../../../src/app/plan/read-plan.ts'
import { assertSiteSettings } from '../../../src/app/grid/site-factors.ts'
import { INPUT_TRUST } from '../../../src/app/policy/input-trust.ts'
import { trustedInputs } from '../../../src/app/policy/trusted-inputs.ts'
import { DEFAULTS } from '../../../src/app/settings/table.ts'
import type { UnjudgedReport } from '../../../src/core/unjudged.ts'
import { mineralsOfTokens } from '../../../src/data/minerals.ts'
import { type GridServer, type Recorded, type Reply, gridServer } from '../../fakes/grid-server.ts'

let server: GridServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const answer = (impacts: unknown): Reply => ({ json: { impacts } })
const adpe = (value: unknown, unit: string = 'kgSbeq', warnings: readonly string[] = []): unknown => ({
  adpe: { unit, description: 'minerals', embedded: { value, min: 0, max: 1, warnings }, use: { value: 9 } },
})

async function draftOf(text: string, reply: (request: Recorded) => Reply): Promise<UnjudgedReport> {
  server = await gridServer(reply)
  const settings = { ...DEFAULTS, 'boavizta-url': server.url, 'max-api-wait': 2 }
  return (await answered(parsePlan(text, 'plan.yml'), { settings, given: {}, access: { gridToken: 'secret-token' } }))
    .draft
}

describe("minerals by the user's BoaviztAPI", () => {
  it('sums the share of the server and whole cards, for the hours that are reserved, and sends no token', async () => {
    const draft = await draftOf(
      'cpu: EPYC 7763\nvcpus: 4\nmemory-gb: 16\ngpu: H100 SXM\ngpus: 2\nhours: 10\n',
      ({ path }) => answer(path === '/v1/server/' ? adpe(0.064) : adpe(0.001)),
    )
    // 4 of 256 threads of a server with two chips of 64 cores, and two cards.
    expect(draft.minerals_kg_sb).toBeCloseTo((0.064 * 4) / 256 + 2 * 0.001, 9)
    const requests = server?.requests ?? []
    expect(requests.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'POST /v1/component/gpu',
      'POST /v1/server/',
    ])
    for (const { query, headers } of requests) {
      expect(query['duration']).toBe('10')
      expect(JSON.stringify(headers)).not.toContain('secret')
      expect(headers['authorization']).toBeUndefined()
    }
  })

  it('asks for an instance by its type, and stays unknown when the API answers for another one', async () => {
    const text = 'instance: aws:g5.xlarge\nhours: 10\n'
    const draft = await draftOf(text, () => answer(adpe(0.003, 'kgSbeq', ['End of life is not included'])))
    expect(draft.minerals_kg_sb).toBe(0.003)
    expect(server?.requests[0]).toMatchObject({
      method: 'GET',
      path: '/v1/cloud/instance',
      query: { provider: 'aws', instance_type: 'g5.xlarge', duration: '10' },
    })
    await server?.close()
    const other = await draftOf(text, () => answer(adpe(0.003, 'kgSbeq', ['instance not found, nearest is g4dn'])))
    expect(other.minerals_kg_sb).toBeNull()
  })

  it('counts failed and development runs in a project, and asks once for the same hardware', async () => {
    const phase = '{kind: pre-training, gpu: H100 SXM, gpus: 8, hours: 10}'
    const draft = await draftOf(`phases: [${phase}, ${phase}]\ndevelopment: 2\n`, () => answer(adpe(0.001)))
    expect(draft.minerals_kg_sb).toBeCloseTo(2 * 2 * 8 * 0.001, 9)
    expect(server?.requests).toHaveLength(1)
  })

  it('takes adp where there is no adpe, and says that it has fossil resources in it', async () => {
    const draft = await draftOf('gpu: A100\nhours: 1\n', () =>
      answer({ adpe: null, adp: { unit: 'kgSbeq', embedded: { value: 0.002 } } }),
    )
    expect(draft.minerals_kg_sb).toBe(0.002)
    expect(draft.notes.find(({ code }) => code === 'minerals-source')?.text).toContain('fossil')
  })

  it.each([
    ['an error', { json: { detail: 'no' }, status: 500 }],
    ['a hang', 'hang'],
    ['no figure', answer({ adpe: { unit: 'kgSbeq', embedded: null } })],
    ['a text in place of a number', answer(adpe('0.1'))],
    ['a negative figure', answer(adpe(-1))],
    ['another unit', answer(adpe(1, 'MJ'))],
    ['no JSON', { text: '<html>' }],
  ] as const)('stays unknown with a note on %s', async (_, reply) => {
    const draft = await draftOf('gpu: A100\nhours: 1\n', () => reply)
    expect(draft.minerals_kg_sb).toBeNull()
    expect(draft.notes.map(({ code }) => code)).toContain('minerals-unknown')
    expect(draft.emissions.total_g).not.toBeNull()
  })

  it('is not asked without an address, and never by an address that only a proposal gives', async () => {
    expect(INPUT_TRUST['boavizta-url'].kind).toBe('base-only')
    const given = { 'boavizta-url': 'https://evil.example' }
    expect(trustedInputs(given, {}, null, false).given).toEqual({})
    expect(trustedInputs(given, {}, { values: given, unknown: new Set(), otherConfigs: [] }, false).given).toEqual(
      given,
    )
  })

  it.each(['http://169.254.169.254/', 'http://boavizta.example/', 'https://user:pw@boavizta.example/', 'boavizta'])(
    'refuses the address %s before any work',
    (url) => {
      expect(() => assertSiteSettings({ ...DEFAULTS, 'boavizta-url': url }, { gridToken: null })).toThrow(
        'boavizta-url',
      )
    },
  )
})

it('publishes minerals of a model only where its maker does', () => {
  expect(mineralsOfTokens('mistralai/mistral-large-2411', 400)).toBeCloseTo(1.6e-7, 15)
  expect(mineralsOfTokens('mistral-large-latest', 400)).toBeNull()
  expect(mineralsOfTokens(null, 400)).toBeNull()
})
