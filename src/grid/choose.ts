import type { GridFigure } from '../core/costing.ts'
import { ConfigurationError, MeasurementError } from '../core/errors.ts'
import { instantText } from '../core/instant.ts'
import { range } from '../core/range.ts'
import type { Note } from '../core/report.ts'
import { type EnergyStretch, type TimeAligned, chargeByHour } from '../core/time-aligned.ts'
import { checkedGridUrl } from './address.ts'
import { carbonAwareSdk } from './carbon-aware-sdk.ts'
import { ELECTRICITY_MAPS_URL, electricityMaps } from './electricitymaps.ts'
import type { GridClient } from './http.ts'
import type { CurveAnswer, FigureAnswer, GridProvider, Place, TimeSpan } from './provider.ts'
import { Secrets } from './secrets.ts'
import { staticFigure, staticProvider } from './static.ts'
import { UK_URL, ukCarbonIntensity } from './uk.ts'
import { WaitBudget } from './wait-budget.ts'
import { WATTTIME_URL, wattTime } from './watttime.ts'

export const GRID_PROVIDERS = ['static', 'electricitymaps', 'watttime', 'uk', 'carbon-aware-sdk'] as const
export type GridProviderName = (typeof GRID_PROVIDERS)[number]

/** How the grid is to be asked. */
export interface GridSettings {
  readonly provider: GridProviderName
  readonly token?: string | null | undefined
  /** Base address; null: the provider's own. */
  readonly url?: string | null | undefined
  /** All waiting together, s. */
  readonly maxWaitS: number
  /** Told of every secret as soon as it is known, such as GitHub's `add-mask`. */
  readonly mask?: (secret: string) => void
  /** Ends all waiting at once. */
  readonly signal?: AbortSignal
  /** Unix time, s; for tests. */
  readonly now?: () => number
}

/** A live figure older than this is told, s: services answer with what they have. */
const STALE_S = 6 * 3600

const HOUR_S = 3600

/** One provider for one run: every question shares its budget of waiting, and no answer is a reason to fail. */
export class Grid {
  readonly #provider: GridProvider
  readonly #now: () => number
  /** Why the live provider is not asked at all; null when it is. */
  readonly #missing: string | null

  /** @throws ConfigurationError for an address that must not be asked */
  constructor(settings: GridSettings) {
    this.#now = settings.now ?? (() => Date.now() / 1000)
    const client = { budget: new WaitBudget(settings.maxWaitS, settings.signal), secrets: new Secrets(settings.mask) }
    this.#missing = whatIsMissing(settings)
    this.#provider = this.#missing === null ? open(settings, client, this.#now) : staticProvider
  }

  /** Unix time, s. */
  now(): number {
    return this.#now()
  }

  /** The figure at a time (Unix s; now when null). Any failure gives the built-in table's figure with a note that says why. */
  async at(place: Place, time: number | null): Promise<FigureAnswer> {
    const answer = await this.#attempt((provider) => provider.at(place, time))
    if ('value' in answer)
      return { ...answer.value, notes: [...answer.value.notes, ...this.#stale(answer.value, time)] }
    return fallBack(place, answer.notes)
  }

  /** A past curve, or null with the note that says why there is none. */
  history(place: Place, span: TimeSpan): Promise<{ curve: CurveAnswer | null; notes: readonly Note[] }> {
    return this.#curve('history', place, span)
  }

  /** The curve ahead, or null with the note that says why there is none. */
  forecast(place: Place, span: TimeSpan): Promise<{ curve: CurveAnswer | null; notes: readonly Note[] }> {
    return this.#curve('forecast', place, span)
  }

  /**
   * One figure for a run over a span of time: the mean of its hours weighted by the energy of each, where the provider keeps history;
   * otherwise the figure of now.
   * @param timeline energy over time; null: evenly over the span
   */
  async over(
    place: Place,
    span: TimeSpan,
    timeline: readonly EnergyStretch[] | null = null,
  ): Promise<FigureAnswer & { aligned: TimeAligned | null }> {
    const recent = this.#now() - span.to < HOUR_S
    // Within an hour there is nothing to align, and one question does.
    if (this.#provider === staticProvider || (recent && span.to - span.from <= HOUR_S)) {
      return { ...(await this.at(place, recent ? null : span.from)), aligned: null }
    }
    const { curve, notes } = await this.history(place, span)
    const stretches = timeline ?? [{ start: span.from, durationS: span.to - span.from, wh: 1 }]
    try {
      if (curve === null) throw new MeasurementError(notes[0]?.text ?? `${this.#provider.name} keeps no history`)
      const aligned = chargeByHour(stretches, curve.points)
      return {
        figure: alignedFigure(aligned, curve, span),
        notes: [...curve.notes, ...notes, alignedNote(aligned)],
        aligned,
      }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      const single = await this.at(place, recent ? null : (span.from + span.to) / 2)
      const told = single.figure.fallback ? [] : [singleNote(error)]
      return { ...single, notes: [...single.notes, ...told], aligned: null }
    }
  }

  async #curve(
    what: 'history' | 'forecast',
    place: Place,
    span: TimeSpan,
  ): Promise<{ curve: CurveAnswer | null; notes: readonly Note[] }> {
    const method = this.#provider[what]
    if (!method) return { curve: null, notes: this.#missing === null ? [] : [missingNote(this.#missing)] }
    const answer = await this.#attempt(() => method(place, span))
    return 'value' in answer ? { curve: answer.value, notes: [] } : { curve: null, notes: answer.notes }
  }

  async #attempt<T>(
    ask: (provider: GridProvider) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly notes: readonly Note[] }> {
    if (this.#missing !== null) return { notes: [missingNote(this.#missing)] }
    try {
      return { value: await ask(this.#provider) }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      return { notes: [missingNote(`${error.source ?? this.#provider.name}: ${error.message}`)] }
    }
  }

  #stale({ figure }: FigureAnswer, time: number | null): Note[] {
    const of = figure.asOf === null || this.#provider === staticProvider ? Number.NaN : Date.parse(figure.asOf) / 1000
    if (time !== null || !(Math.abs(this.#now() - of) > STALE_S)) return []
    return [
      { code: 'grid-stale', level: 'warning', text: `the newest figure of ${figure.source} is of ${figure.asOf}` },
    ]
  }
}

/** One question and its answer; the figure of the built-in tables, with the note `grid-fallback`, when the provider has none. */
export async function gridFigure(
  request: GridSettings & { readonly place: Place; readonly time?: number | null; readonly span?: TimeSpan },
): Promise<FigureAnswer> {
  const grid = new Grid(request)
  if (request.span) {
    const { figure, notes } = await grid.over(request.place, request.span)
    return { figure, notes }
  }
  return grid.at(request.place, request.time ?? null)
}

function open({ provider, token, url }: GridSettings, client: GridClient, now: () => number): GridProvider {
  const base = (own: string): URL => checkedGridUrl(url || own)
  switch (provider) {
    case 'static':
      return staticProvider
    case 'electricitymaps':
      return electricityMaps(client, token ?? '', base(ELECTRICITY_MAPS_URL), now)
    case 'watttime':
      return wattTime(client, token ?? '', base(WATTTIME_URL), now)
    case 'uk':
      return ukCarbonIntensity(client, base(UK_URL))
    case 'carbon-aware-sdk':
      return carbonAwareSdk(client, token || null, base(''))
  }
}

/** @throws ConfigurationError for an address that must not be asked, or none where there is no default */
function whatIsMissing({ provider, token, url }: GridSettings): string | null {
  if (provider === 'static') return null
  if (url) checkedGridUrl(url)
  if (provider === 'carbon-aware-sdk' && !url) {
    throw new ConfigurationError(
      'grid-provider carbon-aware-sdk needs grid-url: the address at which you run its Web API',
    )
  }
  const needsToken = provider === 'electricitymaps' || provider === 'watttime'
  return needsToken && !token ? `${provider} needs a token and none is set (forks get none)` : null
}

function missingNote(why: string): Note {
  return { code: 'grid-fallback', level: 'warning', text: `the built-in yearly grid figure is used: ${why}` }
}

function fallBack(place: Place, notes: readonly Note[]): FigureAnswer {
  const { figure, notes: own } = staticFigure(place)
  return { figure: { ...figure, fallback: true }, notes: [...notes, ...own] }
}

/** The mean's range holds the spread of its own moments on each side no more than a live figure's uncertainty does. */
const HOURLY_SPREAD = 0.1

function alignedFigure(aligned: TimeAligned, curve: CurveAnswer, span: TimeSpan): GridFigure {
  const mean = aligned.meanGPerKwh
  return {
    gPerKwh: range(mean, mean * (1 - HOURLY_SPREAD), mean * (1 + HOURLY_SPREAD)),
    zone: curve.zone,
    kind: curve.kind,
    source: curve.source,
    asOf: `${instantText(span.from)}/${instantText(span.to)}`,
    fallback: false,
  }
}

function singleNote({ message }: MeasurementError): Note {
  return {
    code: 'grid-not-aligned',
    level: 'info',
    text: `one grid figure stands for the whole run, since there is none of each hour: ${message}`,
  }
}

function alignedNote({ meanGPerKwh, lowestGPerKwh, highestGPerKwh, covered }: TimeAligned): Note {
  const whole = (value: number): string => String(Math.round(value))
  const missing = covered < 0.995 ? `; ${Math.round(covered * 100)} % of the energy has a figure of its hour` : ''
  return {
    code: 'grid-time-aligned',
    level: 'info',
    text: `charged hour by hour: ${whole(lowestGPerKwh)} to ${whole(highestGPerKwh)} g/kWh, mean ${whole(meanGPerKwh)}${missing}`,
  }
}
