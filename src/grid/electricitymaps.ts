import { note } from '../core/notes.ts'
import type { IntensityKind } from '../core/footprint.ts'
import { MeasurementError } from '../core/errors.ts'
import { instantOf, instantText } from '../core/instant.ts'
import type { Note } from '../core/report.ts'
import { cloudRegions } from '../data/cloud-regions.ts'
import { type Fields, type Sample, curveOf, fields, list, noFigure, pointAt, sampleOf, textIn } from './answer.ts'
import { type GridClient, StatusError, getJson, urlBelow } from './http.ts'
import { figureOfStep, liveFigure } from './live-figure.ts'
import type { CurveAnswer, FigureAnswer, GridProvider, Place, TimeSpan } from './provider.ts'

export const ELECTRICITY_MAPS_URL = 'https://api.electricitymaps.com/v3'

const SOURCE = 'Electricity Maps'
const HOUR_S = 3600
const DAY_S = 24 * HOUR_S

/** Providers whose regions Electricity Maps knows by `dataCenterProvider`. */
const DATA_CENTERS = new Set(['aws', 'gcp', 'azure'])

/** Electricity Maps, API v3 (v4 answers the same; set its base address). Needs a token. */
export function electricityMaps(client: GridClient, token: string, base: URL, now: () => number): GridProvider {
  client.secrets.add(token)

  // A bare host is the service itself, where the API is below /v3, or a relay that serves it at its root.
  const bases = base.pathname === '/' ? [new URL('/v3/', base), base] : [base]

  const ask = async (endpoint: string, place: Place, query: Readonly<Record<string, string>> = {}): Promise<Fields> => {
    // Without this an unknown zone silently becomes that of the caller's IP address.
    const all = { ...placeQuery(place), ...query, shouldUseFallbackCallerLookup: 'false' }
    for (;;) {
      const url = urlBelow(bases[0] ?? base, `carbon-intensity/${endpoint}`, all)
      try {
        const headers = { 'auth-token': token }
        const answer = fields(await getJson(client, { source: SOURCE, url, headers }), SOURCE)
        assertZone(answer, place)
        return answer
      } catch (error) {
        if (!(error instanceof StatusError) || error.status !== 404 || bases.length === 1) throw error
        bases.shift()
      }
    }
  }

  const curve = async (
    endpoint: string,
    place: Place,
    query: Readonly<Record<string, string>>,
  ): Promise<CurveAnswer> => {
    const answer = await ask(endpoint, place, query)
    const rows = list(answer[endpoint === 'past-range' ? 'data' : endpoint] ?? answer['history'], SOURCE)
    const samples = rows.map((row) => sampleOf(row['datetime'], row['carbonIntensity']))
    const unknown = rows.filter((_, i) => samples[i] === null).flatMap(({ datetime }) => instantOf(datetime) ?? [])
    const points = curveOf(samples, HOUR_S, unknown)
    if (points.length === 0) throw noFigure(SOURCE)
    const zone = textIn(answer['zone']) ?? place.zone
    const estimated = rows.some(({ isEstimated }) => isEstimated === true)
    return {
      points,
      zone,
      kind: kindOf(rows[0]),
      source: SOURCE,
      estimated,
      notes: estimated ? [estimatedNote(null)] : [],
    }
  }

  const history = (place: Place, span: TimeSpan): Promise<CurveAnswer> =>
    span.from >= now() - DAY_S
      ? curve('history', place, {})
      : curve('past-range', place, {
          start: instantText(Math.floor(span.from / HOUR_S) * HOUR_S),
          end: instantText(Math.ceil(span.to / HOUR_S) * HOUR_S),
        })

  const single = (answer: Fields, place: Place): FigureAnswer => {
    const sample = sampleOf(answer['datetime'], answer['carbonIntensity'])
    if (sample === null) throw noFigure(SOURCE)
    return figureAnswer(answer, sample, textIn(answer['zone']) ?? place.zone)
  }

  return {
    name: SOURCE,
    async at(place, time) {
      if (time === null) return single(await ask('latest', place), place)
      if (time < now() - DAY_S) return single(await ask('past', place, { datetime: instantText(time) }), place)
      const answer = await history(place, { from: time, to: time })
      return figureOfStep(answer, pointAt(answer.points, time))
    },
    history,
    forecast: (place, { to }) => curve('forecast', place, horizon(to - now())),
  }
}

/**
 * By provider and region where the place was given so: the service knows the grid of each data centre. A zone that is not the
 * region's own was named on purpose and decides.
 */
function placeQuery({ zone, provider, region }: Place): Record<string, string> {
  const own = cloudRegions().get(`${provider}:${region}`)?.zone ?? null
  if (provider !== null && region !== null && DATA_CENTERS.has(provider) && zone === own) {
    return { dataCenterProvider: provider, dataCenterRegion: region }
  }
  if (zone === null) throw new MeasurementError('the grid zone is not known', SOURCE)
  return { zone }
}

/** Forecasts reach a day ahead unless more is asked for; plans with a shorter horizon return what they have. */
function horizon(seconds: number): Record<string, string> {
  const hours = [48, 72].find((each) => seconds <= each * HOUR_S) ?? 72
  return seconds <= DAY_S ? {} : { horizonHours: String(hours) }
}

/** Rejects an answer for another zone than the requested one. */
function assertZone(answer: Fields, place: Place): void {
  const { zone } = answer
  const byZone = 'zone' in placeQuery(place)
  if (byZone && typeof zone === 'string' && zone.toUpperCase() !== place.zone?.toUpperCase()) {
    throw new MeasurementError(`it answers for ${textIn(zone) ?? 'another zone'} instead of ${place.zone}`, SOURCE)
  }
}

function kindOf(answer: Fields | undefined): IntensityKind {
  return answer?.['emissionFactorType'] === 'direct' ? 'direct' : 'lifecycle'
}

function figureAnswer(answer: Fields, sample: Sample, zone: string | null): FigureAnswer {
  const estimated = answer['isEstimated'] === true
  const { gPerKwh, start: time } = sample
  return {
    figure: liveFigure({ gPerKwh, zone, kind: kindOf(answer), source: SOURCE, time, estimated }),
    notes: estimated ? [estimatedNote(textIn(answer['estimationMethod']))] : [],
  }
}

function estimatedNote(method: string | null): Note {
  return note(
    'grid-estimated',
    `${SOURCE} estimated this grid figure${method === null ? '' : ` (${method})`}: plant data was not in yet`,
  )
}
