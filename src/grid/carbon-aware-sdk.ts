import { note } from '../core/notes.ts'
import { MeasurementError } from '../core/errors.ts'
import { instantText } from '../core/instant.ts'
import type { Note } from '../core/report.ts'
import { type Fields, curveOf, list, noFigure, pointAt, sampleOf } from './answer.ts'
import { type GridClient, getJson, urlBelow } from './http.ts'
import { figureOfStep } from './live-figure.ts'
import type { CurveAnswer, GridProvider, Place, TimeSpan } from './provider.ts'

const SOURCE = 'Carbon Aware SDK'
const HOUR_S = 3600

const KIND_UNKNOWN: Note = note(
  'grid-kind-unknown',
  `${SOURCE} does not say whether its data source gives averages or marginal figures; it is taken as an average`,
)

/** The Web API of the Green Software Foundation's Carbon Aware SDK, run by the user. */
export function carbonAwareSdk(client: GridClient, token: string | null, base: URL): GridProvider {
  if (token !== null) client.secrets.add(token)
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }

  const ask = async (path: string, query: Readonly<Record<string, string>>): Promise<readonly Fields[]> => {
    return list(await getJson(client, { source: SOURCE, url: urlBelow(base, path, query), headers }), SOURCE)
  }

  const emissions = async (place: Place, span: TimeSpan | null): Promise<CurveAnswer> => {
    const times: Record<string, string> =
      span === null ? {} : { time: instantText(span.from), toTime: instantText(span.to) }
    const rows = await ask('emissions/bylocation', { location: locationOf(place), ...times })
    const samples = rows.map(({ time, rating, duration }) => sampleOf(time, rating, durationIn(duration)))
    return curve(place, curveOf(samples, HOUR_S))
  }

  return {
    name: SOURCE,
    async at(place, time) {
      const span = time === null ? null : { from: time - HOUR_S, to: time + HOUR_S }
      const answer = await emissions(place, span)
      return figureOfStep(answer, time === null ? answer.points.at(-1) : pointAt(answer.points, time))
    },
    history: emissions,
    async forecast(place) {
      // Without bounds, because it answers 400 to bounds outside its forecast.
      const rows = await ask('emissions/forecasts/current', { location: locationOf(place) })
      const samples = rows.flatMap(forecastSamples)
      return curve(place, curveOf(samples, HOUR_S))
    },
  }
}

function curve(place: Place, points: CurveAnswer['points']): CurveAnswer {
  if (points.length === 0) throw noFigure(SOURCE)
  return { points, zone: place.zone, kind: 'average', source: SOURCE, estimated: false, notes: [KIND_UNKNOWN] }
}

/** The SDK has its own list of locations: cloud regions by default. */
function locationOf({ region, zone }: Place): string {
  const location = region ?? zone
  if (location === null) throw new MeasurementError('the region is not known', SOURCE)
  return location
}

/** `forecastData`; failing that the optimal points alone, which releases spell `optimalDataPoint` or `optimalDataPoints`. */
function forecastSamples(row: Fields): ReturnType<typeof sampleOf>[] {
  const all = row['forecastData']
  const optimal = row['optimalDataPoints'] ?? row['optimalDataPoint']
  const points = Array.isArray(all) && all.length > 0 ? all : Array.isArray(optimal) ? optimal : [optimal]
  return points.map((point: Fields | null | undefined) =>
    sampleOf(point?.['timestamp'], point?.['value'], durationIn(point?.['duration'])),
  )
}

/** Minutes as a number in forecasts, `hh:mm:ss` elsewhere. @returns s */
function durationIn(value: unknown): number | null {
  if (typeof value === 'number') return value > 0 && value < 10_080 ? value * 60 : null
  const match = typeof value === 'string' ? /^(\d{1,3}):(\d\d):(\d\d)$/.exec(value) : null
  const seconds = match ? Number(match[1]) * HOUR_S + Number(match[2]) * 60 + Number(match[3]) : 0
  return seconds > 0 ? seconds : null
}
