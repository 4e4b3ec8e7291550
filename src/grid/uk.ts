import { note } from '../core/notes.ts'
import { MeasurementError } from '../core/errors.ts'
import { instantOf, instantText } from '../core/instant.ts'
import type { Note } from '../core/report.ts'
import { type Fields, curveOf, fields, intensityIn, list, noFigure, pointAt, sampleOf } from './answer.ts'
import { type GridClient, getJson, urlBelow } from './http.ts'
import { figureOfStep } from './live-figure.ts'
import type { CurveAnswer, GridProvider, Place, TimeSpan } from './provider.ts'

export const UK_URL = 'https://api.carbonintensity.org.uk'

const SOURCE = 'UK Carbon Intensity API'
const HALF_HOUR_S = 1800

const FORECAST_USED: Note = note('grid-estimated', `${SOURCE} had no actual figure for this time; its forecast is used`)

/** The carbon intensity of Great Britain (NESO and others), no key. National, or regional by outward postcode (forecast only). */
export function ukCarbonIntensity(client: GridClient, base: URL): GridProvider {
  const ask = async (path: string): Promise<Fields> => {
    return fields(await getJson(client, { source: SOURCE, url: urlBelow(base, path) }), SOURCE)
  }

  const curve = async (place: Place, span: TimeSpan | null, when: 'past' | 'future'): Promise<CurveAnswer> => {
    assertBritain(place)
    const answer = await ask(pathOf(place, span))
    const halfHours = halfHoursIn(answer['data'])
    const forecast = halfHours.some(({ intensity }) => actual(intensity) === null)
    const samples = halfHours.map((row) => sampleOf(row['from'], figureIn(row['intensity']), lengthOf(row)))
    const points = curveOf(samples, HALF_HOUR_S)
    if (points.length === 0) throw noFigure(SOURCE)
    return {
      points,
      zone: zoneOf(place),
      kind: 'direct',
      source: SOURCE,
      estimated: forecast,
      notes: forecast && when === 'past' ? [FORECAST_USED] : [],
    }
  }

  return {
    name: SOURCE,
    async at(place, time) {
      const span = time === null ? null : { from: time, to: time + HALF_HOUR_S }
      const answer = await curve(place, span, 'past')
      return figureOfStep(answer, time === null ? answer.points[0] : pointAt(answer.points, time))
    },
    history: (place, span) => curve(place, span, 'past'),
    forecast: (place, span) => curve(place, span, 'future'),
  }
}

function assertBritain({ zone }: Place): void {
  if (zone !== 'GB')
    throw new MeasurementError(`it knows Great Britain only, not ${zone ?? 'an unknown place'}`, SOURCE)
}

function zoneOf({ postcode }: Place): string {
  return postcode === undefined ? 'GB' : `GB:${postcode}`
}

/** The API accepts times to the minute, at whole half hours. */
function pathOf({ postcode }: Place, span: TimeSpan | null): string {
  if (span === null) return postcode === undefined ? 'intensity' : `regional/postcode/${postcode}`
  const minute = (time: number): string => instantText(time).replace(/:\d\dZ$/, 'Z')
  const from = minute(Math.floor(span.from / HALF_HOUR_S) * HALF_HOUR_S)
  const to = minute(Math.ceil(span.to / HALF_HOUR_S) * HALF_HOUR_S)
  return postcode === undefined ? `intensity/${from}/${to}` : `regional/intensity/${from}/${to}/postcode/${postcode}`
}

/** National answers are a list of half hours. Regional answers wrap it in an object or in a list of one. */
function halfHoursIn(data: unknown): readonly Fields[] {
  const inner = Array.isArray(data) ? (data[0] as unknown) : data
  const wrapped = typeof inner === 'object' && inner !== null && 'data' in inner ? inner.data : data
  return list(wrapped, SOURCE)
}

/** From `from` to `to`: half an hour, unless the answer says otherwise, s. */
function lengthOf({ from, to }: Fields): number {
  const length = (instantOf(to) ?? Number.NaN) - (instantOf(from) ?? Number.NaN)
  return length >= 60 && length <= 24 * 3600 ? length : HALF_HOUR_S
}

function actual(intensity: unknown): number | null {
  return intensityIn((intensity as Fields | null | undefined)?.['actual'])
}

/** The measured figure, or the forecast if it is not measured yet. */
function figureIn(intensity: unknown): number | null {
  return actual(intensity) ?? intensityIn((intensity as Fields | null | undefined)?.['forecast'])
}
