import { afterEach, describe, expect, it } from 'vitest'
import { intensityAt } from '../../../src/app/grid/intensity.ts'
import { renderWhen } from '../../../src/render/answers/when.ts'
import { renderWhere } from '../../../src/render/answers/where.ts'
import { whenOutputs, whenToRun } from '../../../src/app/grid/when.ts'
import { placesOf, whereToRun } from '../../../src/app/grid/where.ts'
import type { Report } from '../../../src/core/report.ts'
import { Grid } from '../../../src/grid/choose.ts'
import { resolvePlace } from '../../../src/grid/resolve.ts'
import { emForecast, emHistory, sdkForecast, ukHalfHours } from '../../fakes/grid-answers.ts'
import { type GridServer, type Recorded, type Reply, gridServer } from '../../fakes/grid-server.ts'

const NOON = Date.parse('2026-11-24T12:00:00Z') / 1000
const HOUR = 3600
const DE = resolvePlace('DE')

/** 24 hours from noon: a dip at 15:00, a broad valley from 23:00 to 06:00. */
const DAY = [
  400, 390, 380, 150, 380, 370, 360, 350, 340, 300, 250, 220, 200, 180, 170, 175, 190, 240, 300, 350, 390, 410, 420,
  410,
]

let server: GridServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function grid(
  answer: (request: Recorded) => Reply,
  provider: 'electricitymaps' | 'uk' | 'carbon-aware-sdk' = 'electricitymaps',
  now = NOON,
): Promise<Grid> {
  server = await gridServer(answer)
  return new Grid({ provider, token: 'tok-en', url: server.url, maxWaitS: 5, now: () => now })
}

const ask = (durationS: number, withinS = 24 * HOUR, energyWh: number | null = null) => ({
  durationS,
  withinS,
  energyWh,
})

describe('when', () => {
  it.each([
    [15 * 60, '2026-11-24T15:00:00Z', 150],
    [2 * HOUR, '2026-11-25T02:00:00Z', 172.5],
    [7 * HOUR, '2026-11-24T23:00:00Z', 1375 / 7],
  ])('finds the best %d s of a forecast', async (durationS, start, mean) => {
    const answer = await whenToRun(
      await grid(() => ({ json: emForecast('DE', NOON, DAY) })),
      DE,
      ask(durationS, 24 * HOUR, 2000),
    )
    expect(answer).toMatchObject({
      run_now: false,
      best_start: start,
      basis: 'forecast',
      zone: 'DE',
      kind: 'lifecycle',
    })
    expect(answer.best_g_per_kwh).toBeCloseTo(mean, 9)
    expect(answer.saving.share).toBeCloseTo(1 - mean / answer.now_g_per_kwh, 9)
    expect(answer.saving.g).toBeCloseTo(2 * (answer.now_g_per_kwh - mean), 9)
  })

  it('keeps to the window and starts between steps', async () => {
    const late = await grid(() => ({ json: emForecast('DE', NOON, DAY) }), 'electricitymaps', NOON + 1800)
    const answer = await whenToRun(late, DE, ask(HOUR, 90 * 60))
    expect(answer.best_start).toBe('2026-11-24T14:00:00Z')
    expect(answer.now_g_per_kwh).toBe(395)
  })

  it('runs now when waiting gains next to nothing', async () => {
    const answer = await whenToRun(await grid(() => ({ json: emForecast('DE', NOON, [100, 99, 98]) })), DE, ask(HOUR))
    expect(answer).toMatchObject({ run_now: true, best_start: '2026-11-24T14:00:00Z' })
    expect(whenOutputs(answer)).toEqual({ 'run-now': 'true', 'best-start': '2026-11-24T14:00:00Z', saving: '2' })
  })

  it('repeats the last day where there is no forecast, and says so', async () => {
    const answer = await whenToRun(
      await grid(({ path }) =>
        path.endsWith('forecast')
          ? { status: 403, json: { error: 'Endpoint not available' } }
          : { json: emHistory('DE', NOON - 24 * HOUR, DAY) },
      ),
      DE,
      ask(2 * HOUR),
    )
    expect(answer).toMatchObject({ best_start: '2026-11-25T02:00:00Z', basis: 'last-day' })
    expect(answer.notes.map(({ code }) => code)).toEqual(['grid-fallback', 'grid-last-day'])
  })

  it('repeats the last day where the forecast is shorter than the run, and says so', async () => {
    const answer = await whenToRun(
      await grid(({ path }) => ({
        json: path.endsWith('forecast') ? emForecast('DE', NOON, [400, 100]) : emHistory('DE', NOON - 24 * HOUR, DAY),
      })),
      DE,
      ask(7 * HOUR),
    )
    expect(answer).toMatchObject({ best_start: '2026-11-24T23:00:00Z', basis: 'last-day' })
    expect(answer.notes.map(({ text }) => text).join()).toContain('no forecast covers a whole run')
  })

  it('says when the forecast begins later than now', async () => {
    const answer = await whenToRun(
      await grid(() => ({ json: emForecast('DE', NOON + 3 * HOUR, [400, 100, 300]) })),
      DE,
      ask(HOUR),
    )
    expect(answer).toMatchObject({ now_g_per_kwh: 400, best_start: '2026-11-24T16:00:00Z' })
    expect(answer.notes.map(({ text }) => text).join()).toContain('the forecast begins at 2026-11-24T15:00:00Z')
  })

  it('has no opinion on a yearly figure, and says so', async () => {
    const still = new Grid({ provider: 'static', maxWaitS: 5, now: () => NOON })
    const answer = await whenToRun(still, DE, ask(2 * HOUR, 24 * HOUR, 500))
    expect(answer).toMatchObject({
      run_now: true,
      basis: 'yearly',
      saving: { share: 0, g: 0 },
      best_start: '2026-11-24T12:00:00Z',
    })
    expect(answer.notes.map(({ code }) => code)).toEqual(['grid-no-forecast'])
    const down = await whenToRun(await grid(() => ({ status: 500, text: '' })), DE, ask(2 * HOUR))
    expect(down.notes.map(({ code }) => code)).toContain('grid-fallback')
    expect(down.run_now).toBe(true)
  })

  it('works on half hours of Great Britain and on ten minutes of the SDK', async () => {
    const rows = ukHalfHours(
      NOON,
      [300, 200, 100, 400].map((forecast) => ({ actual: null, forecast })),
    )
    const uk = await whenToRun(await grid(() => ({ json: { data: rows } }), 'uk'), resolvePlace('GB'), ask(45 * 60))
    expect(uk.best_start).toBe('2026-11-24T12:45:00Z')
    await server?.close()
    const json = sdkForecast(NOON, [500, 400, 450], 10, 'optimalDataPoints')
    const sdk = await whenToRun(
      await grid(() => ({ json }), 'carbon-aware-sdk'),
      resolvePlace('azure:northeurope'),
      ask(600),
    )
    expect(sdk).toMatchObject({ best_start: '2026-11-24T12:10:00Z', saving: { share: 0.2 } })
  })

  it('is described in words', async () => {
    const answer = await whenToRun(
      await grid(() => ({ json: emForecast('DE', NOON, DAY) })),
      DE,
      ask(2 * HOUR, 24 * HOUR, 1000),
    )
    expect(renderWhen(answer, NOON)).toBe(
      'best start: 2026-11-25T02:00:00Z (in 14 h)\n' +
        '395 gCO2e/kWh now, 173 then: saves 56 %, 223 g\n' +
        'DE, lifecycle, Electricity Maps, by its forecast\n',
    )
  })
})

describe('where', () => {
  const still = new Grid({ provider: 'static', maxWaitS: 5, now: () => NOON })
  const report = {
    energy: { it_wh: 1000 },
    intensity: { g_per_kwh: 400, zone: 'US-MIDA-PJM' },
    pue: 1.2,
    machine: { provider: 'azure', region: 'eastus' },
  } as Report

  it('ranks as a hand calculation does', async () => {
    const answer = await whereToRun(still, ['azure:eastus, aws:eu-north-1', 'gcp:europe-west1'], report)
    expect(answer.ranked.map(({ region, g_per_kwh, pue }) => [region, g_per_kwh, pue])).toEqual([
      ['aws:eu-north-1', 18, 1.12],
      ['gcp:europe-west1', 127, 1.09],
      ['azure:eastus', 343.5, 1.14],
    ])
    const [sweden, belgium, virginia] = answer.ranked
    expect(answer.baseline).toEqual({ region: 'azure:eastus', g_per_it_kwh: 480 })
    expect(sweden?.g_per_it_kwh).toBeCloseTo(20.16, 9)
    expect(sweden?.saving.share).toBeCloseTo(1 - 20.16 / 480, 9)
    expect(sweden?.saving.g).toBeCloseTo(480 - 20.16, 9)
    expect(belgium?.saving.g).toBeCloseTo(480 - 127 * 1.09, 9)
    expect(virginia?.saving.g).toBeCloseTo(480 - 343.5 * 1.14, 9)
    expect(answer.best).toBe('aws:eu-north-1')
    expect(answer.notes.map(({ code }) => code)).toEqual(['grid-kinds-differ'])
  })

  it('measures against the dirtiest without a report, and takes a PUE for all', async () => {
    const answer = await whereToRun(still, ['PL', 'France', 'aws:eu-west-3'], null, 1.5)
    expect(answer.baseline.region).toBe('PL')
    expect(answer.ranked.map(({ region, saving }) => [region, saving.g])).toEqual([
      ['aws:eu-west-3', null],
      ['France', null],
      ['PL', null],
    ])
    expect(new Set(answer.ranked.map(({ pue }) => pue))).toEqual(new Set([1.5]))
    expect(answer.ranked.at(-1)?.saving.share).toBe(0)
    expect(renderWhere(answer)).toMatch(/^PL +\d+ g per kWh {2}the same +\(.*\ncompared with PL/m)
  })

  it('says when only some of the buildings are known', async () => {
    const mixed = await whereToRun(still, ['DE', 'azure:westeurope'], null)
    expect(mixed.notes.find(({ code }) => code === 'pue-assumed')?.text).toContain('the building in DE is unknown')
    for (const [list, pue] of [
      [['DE', 'FR'], null],
      [['DE', 'azure:westeurope'], 1.2],
    ] as const) {
      expect((await whereToRun(still, list, null, pue)).notes).toEqual([])
    }
  })

  it('warns that a marginal figure says nothing next to an average', async () => {
    const live = new Grid({ provider: 'static', maxWaitS: 5, now: () => NOON })
    const at: Grid['at'] = async (place, time) => {
      const answer = await still.at(place, time)
      const kind = place.provider === null ? answer.figure.kind : ('marginal' as const)
      return { ...answer, figure: { ...answer.figure, kind } }
    }
    const { notes } = await whereToRun(Object.assign(live, { at }), ['DE', 'azure:westus'], null)
    expect(notes).toContainEqual(expect.objectContaining({ code: 'grid-kinds-differ', level: 'warning' }))
  })

  it('needs a list of places that are known', () => {
    expect(() => placesOf([])).toThrow(/regions is missing/)
    expect(() => placesOf(['aws:eu-north-1,azur:eastus'])).toThrow(/azur/)
    expect(placesOf(['DE, DE', 'FR']).map(({ name }) => name)).toEqual(['DE', 'FR'])
  })
})

describe('intensity', () => {
  it('does not look ahead, and adds a note when a yearly figure replaces an hourly one', async () => {
    const still = new Grid({ provider: 'static', maxWaitS: 5, now: () => NOON })
    await expect(intensityAt(still, DE, NOON + HOUR)).rejects.toThrow(/a time in the past is needed/)
    const { notes, as_of } = await intensityAt(still, DE, NOON - HOUR)
    expect(as_of).toBe('2024')
    expect(notes.map(({ code }) => code)).toEqual(['grid-yearly'])
  })
})
