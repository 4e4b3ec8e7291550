import { afterEach, describe, expect, it } from 'vitest'
import { Grid } from '../../src/grid/choose.ts'
import { resolvePlace } from '../../src/grid/resolve.ts'
import { emForecast, emHistory, emLatest, sdkForecast, ukHalfHours, wattTimeData } from '../fakes/grid-answers.ts'
import { type GridServer, type Recorded, type Reply, gridServer } from '../fakes/grid-server.ts'
import type { GridProviderName } from '../../src/grid/settings.ts'

const NOW = Date.parse('2026-11-24T12:10:00Z') / 1000
const HOUR = 3600
const NOON = NOW - 600

let server: GridServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function open(
  provider: GridProviderName,
  token: string | null,
  answer: (r: Recorded) => Reply,
  path = '',
): Promise<Grid> {
  server = await gridServer(answer)
  return new Grid({ provider, token, url: `${server.url}${path}`, maxWaitS: 5, now: () => NOW })
}

const DE = resolvePlace('DE')
const EASTUS = resolvePlace('azure:eastus')
const GB = resolvePlace('GB')

describe('Electricity Maps', () => {
  it('gives the latest figure of a zone, and never that of the caller', async () => {
    const grid = await open('electricitymaps', 'tok-en', () => ({ json: emLatest('DE', 302, NOON) }), '/v3')
    const { figure, notes } = await grid.at(DE, null)
    expect(figure).toMatchObject({
      zone: 'DE',
      kind: 'lifecycle',
      source: 'Electricity Maps',
      asOf: '2026-11-24T12:00:00Z',
      fallback: false,
    })
    expect(figure.gPerKwh.value).toBe(302)
    expect(notes).toEqual([])
    expect(server?.requests[0]).toMatchObject({
      path: '/v3/carbon-intensity/latest',
      query: { zone: 'DE', shouldUseFallbackCallerLookup: 'false' },
    })
  })

  it('asks by data centre for a cloud region', async () => {
    const grid = await open('electricitymaps', 'tok-en', () => ({ json: emLatest('US-MIDA-PJM', 400, NOON) }), '/v3')
    expect((await grid.at(EASTUS, null)).figure.zone).toBe('US-MIDA-PJM')
    expect(server?.requests[0]?.query).toMatchObject({ dataCenterProvider: 'azure', dataCenterRegion: 'eastus' })
  })

  it('takes a bare host as the service or as a relay', async () => {
    const grid = await open('electricitymaps', 'tok-en', ({ path }) =>
      path.startsWith('/v3') ? { status: 404, json: {} } : { json: emLatest('DE', 302, NOON) },
    )
    expect((await grid.at(DE, null)).figure.gPerKwh.value).toBe(302)
    expect((await grid.at(DE, null)).figure.fallback).toBe(false)
    expect(server?.requests.map(({ path }) => path)).toEqual([
      '/v3/carbon-intensity/latest',
      '/carbon-intensity/latest',
      '/carbon-intensity/latest',
    ])
  })

  it('says what is estimated, direct and old', async () => {
    const more = { isEstimated: true, estimationMethod: 'TIME_SLICER_AVERAGE', emissionFactorType: 'direct' }
    const grid = await open('electricitymaps', 'tok-en', () => ({ json: emLatest('DE', 302, NOON - 9 * HOUR, more) }))
    const { figure, notes } = await grid.at(DE, null)
    expect(figure.kind).toBe('direct')
    expect(notes.map(({ code }) => code)).toEqual(['grid-estimated', 'grid-stale'])
    expect(notes[0]?.text).toContain('TIME_SLICER_AVERAGE')
  })

  it.each([
    ['null', emLatest('DE', null, NOON)],
    ['a text', { ...emLatest('DE', 1, NOON), carbonIntensity: '302' }],
    ['negative', emLatest('DE', -5, NOON)],
    ['in another unit', emLatest('DE', 302_000, NOON)],
    ['of another zone', emLatest('US-CAL-CISO', 200, NOON)],
    ['without a time', { ...emLatest('DE', 302, NOON), datetime: null }],
  ])('falls back on an intensity that is %s', async (_, json) => {
    const grid = await open('electricitymaps', 'tok-en', () => ({ json }))
    expect((await grid.at(DE, null)).figure).toMatchObject({ fallback: true, asOf: '2024' })
  })

  it('finds an hour of the last day in the history, and an older one in the past', async () => {
    const grid = await open('electricitymaps', 'tok-en', ({ path }) =>
      path.endsWith('history')
        ? {
            json: emHistory(
              'DE',
              NOON - 24 * HOUR,
              Array.from({ length: 25 }, (_, i) => 100 + i),
            ),
          }
        : { json: emLatest('DE', 322, NOON - 48 * HOUR) },
    )
    expect((await grid.at(DE, NOON - 2 * HOUR + 60)).figure.gPerKwh.value).toBe(122)
    expect((await grid.at(DE, NOON - 48 * HOUR)).figure.gPerKwh.value).toBe(322)
    expect(server?.requests[1]).toMatchObject({ query: { datetime: '2026-11-22T12:00:00Z' } })
  })

  it('charges a run over hours by hour', async () => {
    const grid = await open('electricitymaps', 'tok-en', () => ({
      json: emHistory('DE', NOON - 3 * HOUR, [100, 200, 400]),
    }))
    const span = { from: NOON - 2.5 * HOUR, to: NOON - 0.5 * HOUR }
    const { figure, notes, aligned } = await grid.over(DE, span)
    expect(aligned).toEqual({ meanGPerKwh: (100 + 400 + 400) / 4, lowestGPerKwh: 100, highestGPerKwh: 400, covered: 1 })
    expect(figure.gPerKwh.value).toBe(225)
    expect(figure.asOf).toBe('2026-11-24T09:30:00Z/2026-11-24T11:30:00Z')
    expect(notes.at(-1)?.text).toContain('100 to 400 g/kWh, mean 225')
    const timeline = [
      { start: span.from, durationS: HOUR, wh: 9 },
      { start: span.from + HOUR, durationS: HOUR, wh: 1 },
    ]
    expect((await grid.over(DE, span, timeline)).figure.gPerKwh.value).toBeCloseTo((9 * 150 + 300) / 10, 9)
  })

  it('is less sure of a run where hours are missing or estimated', async () => {
    const width = async (hours: readonly (number | null)[], isEstimated: boolean): Promise<number> => {
      const json = emHistory('DE', NOON - 4 * HOUR, hours) as { history: object[] }
      const grid = await open('electricitymaps', 'tok-en', () => ({
        json: { ...json, history: json.history.map((row) => Object.assign(row, { isEstimated })) },
      }))
      const { figure } = await grid.over(DE, { from: NOON - 4 * HOUR, to: NOON })
      await server?.close()
      expect(figure.gPerKwh.value).toBe(100)
      return figure.gPerKwh.high
    }
    expect(await width([100, 100, 100, 100], false)).toBeCloseTo(110, 9)
    expect(await width([100, 100, 100, 100], true)).toBeCloseTo(125, 9)
    expect(await width([100, null, null, null], false)).toBeCloseTo(132.5, 9)
  })

  it('reads longer spans with past-range', async () => {
    const start = NOON - 72 * HOUR
    const grid = await open('electricitymaps', 'tok-en', () => ({ json: emHistory('DE', start, [10, 20], 'data') }))
    const { curve } = await grid.history(DE, { from: start + 60, to: start + 2 * HOUR - 60 })
    expect(curve?.points.map(({ gPerKwh }) => gPerKwh)).toEqual([10, 20])
    expect(server?.requests[0]?.query).toMatchObject({ start: '2026-11-21T12:00:00Z', end: '2026-11-21T14:00:00Z' })
  })

  it('reads forecasts and leaves out hours without a figure', async () => {
    const grid = await open('electricitymaps', 'tok-en', () => ({ json: emForecast('DE', NOON, [300, 200, 100], 900) }))
    const { curve } = await grid.forecast(DE, { from: NOW, to: NOW + HOUR })
    expect(curve?.points).toEqual(
      [300, 200, 100].map((gPerKwh, i) => ({ start: NOON + i * 900, durationS: 900, gPerKwh })),
    )
  })
})

describe('WattTime', () => {
  const answer = ({ path }: Recorded): Reply => {
    if (path === '/login') return { json: { token: 'bearer-abc' } }
    if (path === '/v3/region-from-loc') return { json: { region: 'CAISO_NORTH', signal_type: 'co2_moer' } }
    if (path === '/v3/forecast') return { json: wattTimeData(NOON, [1000, 500]) }
    return { json: wattTimeData(NOON - 600, [870, 900, 1000]) }
  }

  it('logs in once, converts pounds, and says that it is marginal', async () => {
    const grid = await open('watttime', 'user:pass:word', answer)
    const { figure, notes } = await grid.at(resolvePlace('azure:westus'), null)
    expect(figure).toMatchObject({ zone: 'CAISO_NORTH', kind: 'marginal', fallback: false })
    expect(figure.gPerKwh.value).toBeCloseTo(453.59237, 9)
    expect(notes.map(({ code }) => code)).toEqual(['grid-marginal'])
    await grid.forecast(resolvePlace('US-CAL-CISO'), { from: NOW, to: NOW + HOUR })
    expect(server?.requests.map(({ path }) => path)).toEqual([
      '/login',
      '/v3/region-from-loc',
      '/v3/historical',
      '/v3/region-from-loc',
      '/v3/forecast',
    ])
    expect(server?.requests[0]?.headers.authorization).toBe(`Basic ${btoa('user:pass:word')}`)
    expect(server?.requests[2]?.headers.authorization).toBe('Bearer bearer-abc')
    expect(server?.requests[1]?.query).toMatchObject({
      latitude: '37.78',
      longitude: '-122.42',
      signal_type: 'co2_moer',
    })
  })

  it('takes no other unit', async () => {
    const grid = await open('watttime', 'user:password', (request) =>
      request.path === '/v3/historical' ? { json: wattTimeData(NOON, [870], 'kg_per_mwh') } : answer(request),
    )
    expect((await grid.at(EASTUS, null)).figure.fallback).toBe(true)
  })

  it('needs coordinates and a whole login', async () => {
    const grid = await open('watttime', 'user:password', answer)
    expect((await grid.at(resolvePlace('AQ'), null)).notes[0]?.text).toContain('needs coordinates')
    const other = new Grid({ provider: 'watttime', token: 'only-a-token', url: server?.url, maxWaitS: 5 })
    expect((await other.at(EASTUS, null)).notes[0]?.text).toContain('user:password')
  })
})

describe('UK Carbon Intensity', () => {
  it('takes the actual figure, and the forecast where that is null', async () => {
    let actual: number | null = 263
    const grid = await open('uk', null, () => ({ json: { data: ukHalfHours(NOON, [{ actual, forecast: 266 }]) } }))
    expect((await grid.at(GB, null)).figure.gPerKwh.value).toBe(263)
    actual = null
    const { figure, notes } = await grid.at(GB, null)
    expect(figure).toMatchObject({ zone: 'GB', kind: 'direct', fallback: false })
    expect(figure.gPerKwh.value).toBe(266)
    expect(notes.map(({ code }) => code)).toEqual(['grid-estimated'])
  })

  it('asks for whole half hours', async () => {
    const rows = ukHalfHours(
      NOON - 7200,
      [100, 200, 300, 400].map((forecast) => ({ actual: forecast, forecast })),
    )
    const grid = await open('uk', null, () => ({ json: { data: rows } }))
    expect((await grid.at(GB, NOON - 3000)).figure.gPerKwh.value).toBe(300)
    expect(server?.requests[0]?.path).toBe('/intensity/2026-11-24T11:00Z/2026-11-24T12:00Z')
  })

  it('is regional by postcode', async () => {
    const grid = await open('uk', null, ({ path }) => {
      const data = ukHalfHours(NOON, [{ forecast: 55 }, { forecast: 66 }])
      return {
        json: { data: path === '/regional/postcode/RG10' ? [{ regionid: 12, postcode: 'RG10', data }] : { data } },
      }
    })
    const place = resolvePlace('GB:rg10')
    expect((await grid.at(place, null)).figure).toMatchObject({ zone: 'GB:RG10', gPerKwh: { value: 55 } })
    const { curve } = await grid.forecast(place, { from: NOW, to: NOW + HOUR })
    expect(curve?.points.map(({ gPerKwh }) => gPerKwh)).toEqual([55, 66])
  })

  it('knows no other country', async () => {
    const grid = await open('uk', null, () => ({ json: {} }))
    expect((await grid.at(DE, null)).notes[0]?.text).toContain('Great Britain only, not DE')
    expect(server?.requests).toHaveLength(0)
  })
})

describe('Carbon Aware SDK', () => {
  it('reads the last rating of a location', async () => {
    const grid = await open('carbon-aware-sdk', null, () => ({
      json: [
        { location: 'eastus', time: '2026-11-24T11:05:11.5092741+00:00', rating: 70 },
        { location: 'eastus', time: '2026-11-24T12:05:11.5092741+00:00', rating: 80 },
      ],
    }))
    const { figure, notes } = await grid.at(EASTUS, null)
    expect(figure.gPerKwh.value).toBe(80)
    expect(notes.map(({ code }) => code)).toEqual(['grid-kind-unknown'])
    expect(server?.requests[0]).toMatchObject({ path: '/emissions/bylocation', query: { location: 'eastus' } })
  })

  it.each(['optimalDataPoint', 'optimalDataPoints'])('reads forecasts with %s', async (spelling) => {
    let rows = sdkForecast(NOON, [500, 400, 450], 10, spelling)
    const grid = await open('carbon-aware-sdk', null, () => ({ json: rows }))
    const whole = await grid.forecast(EASTUS, { from: NOW, to: NOW + HOUR })
    expect(whole.curve?.points).toHaveLength(3)
    expect(whole.curve?.points[1]).toEqual({ start: NOON + 600, durationS: 600, gPerKwh: 400 })
    // Bounds outside of its forecast would be answered with 400.
    expect(server?.requests[0]?.query).toEqual({ location: 'eastus' })
    rows = [{ ...rows[0], forecastData: [] }]
    const optimum = await grid.forecast(EASTUS, { from: NOW, to: NOW + HOUR })
    expect(optimum.curve?.points.map(({ gPerKwh }) => gPerKwh)).toEqual([400])
  })

  it('needs an address', () => {
    expect(() => new Grid({ provider: 'carbon-aware-sdk', maxWaitS: 1 })).toThrow(/needs grid-url/)
  })
})

describe('static', () => {
  it('sends no request', async () => {
    const { figure, notes } = await new Grid({ provider: 'static', maxWaitS: 10 }).at(DE, null)
    expect(figure).toMatchObject({ zone: 'DE', fallback: false, asOf: '2024' })
    expect(notes).toEqual([])
  })
})
