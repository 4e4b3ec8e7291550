import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Grid } from '../../src/grid/choose.ts'
import { resolvePlace } from '../../src/grid/resolve.ts'
import { type GridServer, gridServer } from '../fakes/grid-server.ts'
import type { GridProviderName } from '../../src/grid/settings.ts'

const NOW = Date.parse('2026-11-24T12:10:00Z') / 1000

let server: GridServer
let answer: unknown
beforeAll(async () => {
  server = await gridServer(({ path }) => ({ json: path === '/login' ? { token: 'bearer-abc' } : answer }))
})
afterAll(() => server.close())

/** Fields of all the documented answers, holding anything at all. */
const FIELDS = [
  'zone',
  'carbonIntensity',
  'datetime',
  'history',
  'forecast',
  'data',
  'meta',
  'units',
  'region',
  'point_time',
  'value',
  'intensity',
  'actual',
  'from',
  'rating',
  'time',
  'duration',
  'forecastData',
  'optimalDataPoint',
  'optimalDataPoints',
  'timestamp',
]

const strange = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      true,
      '',
      'DE',
      'GB',
      '2026-11-24T12:00:00Z',
      '2026-13-99T99:00Z',
      'lbs_co2_per_mwh',
      0,
      -1,
      300,
      1e308,
      1e-320,
    ),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie('node'), { maxKeys: 6 }),
  ),
})).node

describe('an answer of any form', () => {
  it.each<[GridProviderName, string]>([
    ['electricitymaps', 'DE'],
    ['watttime', 'azure:westus'],
    ['uk', 'GB'],
    ['carbon-aware-sdk', 'azure:eastus'],
  ])('of %s gives a figure that an intensity can be, or the built-in one', async (provider, where) => {
    const place = resolvePlace(where)
    await fc.assert(
      fc.asyncProperty(strange, async (json) => {
        answer = json
        const grid = new Grid({
          provider,
          token: 'user:password',
          url: `${server.url}/v3`,
          maxWaitS: 5,
          now: () => NOW,
        })
        const span = { from: NOW - 7200, to: NOW }
        const figures = [await grid.at(place, null), await grid.over(place, span)]
        for (const { figure } of figures) {
          expect(figure.gPerKwh.value).toBeGreaterThanOrEqual(0)
          expect(figure.gPerKwh.value).toBeLessThanOrEqual(5000)
          expect(figure.gPerKwh.high).toBeGreaterThanOrEqual(figure.gPerKwh.low)
        }
        const { curve } = await grid.forecast(place, { from: NOW, to: NOW + 86_400 })
        for (const { durationS } of curve?.points ?? []) expect(durationS).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})
