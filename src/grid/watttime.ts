import { note } from '../core/notes.ts'
import { MeasurementError } from '../core/errors.ts'
import { instantText } from '../core/instant.ts'
import type { Note } from '../core/report.ts'
import { GRAMS_PER, gramsPerKwhFromPoundsPerMwh } from '../core/units.ts'
import {
  type Fields,
  curveOf,
  fields,
  intensityIn,
  list,
  noFigure,
  pointAt,
  sampleOf,
  textIn,
  unexpected,
} from './answer.ts'
import { type GridClient, getJson, urlBelow } from './http.ts'
import { figureOfStep } from './live-figure.ts'
import type { CurveAnswer, GridProvider, Place, TimeSpan } from './provider.ts'

export const WATTTIME_URL = 'https://api.watttime.org'

const SOURCE = 'WattTime'
const STEP_S = 300
const HOUR_S = 3600

/** Marginal operating emissions: what one more kWh causes. */
const SIGNAL = 'co2_moer'

const MARGINAL: Note = note(
  'grid-marginal',
  `${SOURCE} gives the marginal intensity (what one more kWh causes); budgets and other figures here rest on averages, so the two must not be compared`,
)

/** WattTime, API v3. The setting is `user:password`, which is exchanged once a run for a token valid for 30 minutes. */
export function wattTime(client: GridClient, credentials: string, base: URL, now: () => number): GridProvider {
  client.secrets.add(credentials)
  client.secrets.add(credentials.slice(credentials.indexOf(':') + 1))
  const basic = Buffer.from(credentials, 'utf8').toString('base64')
  client.secrets.add(basic)
  let bearer: Promise<string> | undefined

  const login = async (): Promise<string> => {
    if (!credentials.includes(':')) throw new MeasurementError('its token must be `user:password`', SOURCE)
    const headers = { authorization: `Basic ${basic}` }
    const { token } = fields(await getJson(client, { source: SOURCE, url: urlBelow(base, 'login'), headers }), SOURCE)
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8192}$/.test(token)) throw unexpected(SOURCE)
    client.secrets.add(token)
    return token
  }

  const ask = async (path: string, query: Readonly<Record<string, string>>): Promise<Fields> => {
    bearer ??= login()
    const headers = { authorization: `Bearer ${await bearer}` }
    return fields(await getJson(client, { source: SOURCE, url: urlBelow(base, path, query), headers }), SOURCE)
  }

  const regionOf = async ({ latitude, longitude }: Place): Promise<string> => {
    if (latitude === null || longitude === null) {
      throw new MeasurementError('it needs coordinates: name a cloud region rather than a zone', SOURCE)
    }
    const query = { latitude: String(latitude), longitude: String(longitude), signal_type: SIGNAL }
    const { region } = await ask('v3/region-from-loc', query)
    const name = textIn(region)
    if (name === null) throw unexpected(SOURCE)
    return name
  }

  const curve = async (path: string, place: Place, query: Readonly<Record<string, string>>): Promise<CurveAnswer> => {
    const zone = await regionOf(place)
    const answer = await ask(path, { region: zone, signal_type: SIGNAL, ...query })
    const meta = fields(answer['meta'], SOURCE)
    if (meta['units'] !== 'lbs_co2_per_mwh') throw unexpected(SOURCE)
    const step = meta['data_point_period_seconds']
    const samples = list(answer['data'], SOURCE).map(({ point_time, value }) => {
      // The maximum of an intensity is in grams, and this value is in pounds.
      const pounds = typeof value === 'number' ? intensityIn((value * GRAMS_PER.lb) / 1000) : null
      return sampleOf(point_time, pounds === null ? null : gramsPerKwhFromPoundsPerMwh(value as number))
    })
    const points = curveOf(samples, typeof step === 'number' && step > 0 ? step : STEP_S)
    if (points.length === 0) throw noFigure(SOURCE)
    return { points, zone, kind: 'marginal', source: SOURCE, estimated: false, notes: [MARGINAL] }
  }

  const history = (place: Place, { from, to }: TimeSpan): Promise<CurveAnswer> =>
    curve('v3/historical', place, { start: instantText(from), end: instantText(to) })

  return {
    name: SOURCE,
    async at(place, time) {
      const answer =
        time === null
          ? await history(place, { from: now() - 2 * HOUR_S, to: now() })
          : await history(place, { from: time - HOUR_S, to: time + STEP_S })
      return figureOfStep(answer, time === null ? answer.points.at(-1) : pointAt(answer.points, time))
    },
    history,
    forecast: (place, { from, to }) =>
      curve('v3/forecast', place, { horizon_hours: String(Math.min(72, Math.ceil((to - from) / HOUR_S))) }),
  }
}
