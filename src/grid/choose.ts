import { note } from '../core/notes.ts'
import { MeasurementError } from '../core/errors.ts'
import type { Note } from '../core/report.ts'
import { type EnergyStretch, type TimeAligned, chargeByHour } from '../core/time-aligned.ts'
import { alignedFigure, alignedNote } from './aligned.ts'
import { openProvider, whatIsMissing } from './open-provider.ts'
import type { CurveAnswer, FigureAnswer, GridProvider, Place, TimeSpan } from './provider.ts'
import { Secrets } from './secrets.ts'
import type { GridSettings } from './settings.ts'
import { staticFigure, staticProvider } from './static.ts'
import { WaitBudget } from './wait-budget.ts'

/** Age from which a live figure gets a note, s. Services may answer with old figures. */
const STALE_S = 6 * 3600

const HOUR_S = 3600

/** A curve, or null with the note that says why there is none. */
interface CurveOrWhy {
  readonly curve: CurveAnswer | null
  readonly notes: readonly Note[]
}

/** The provider of one run. All requests share a time limit, and a missing answer is never a failure. */
export class Grid {
  readonly #provider: GridProvider
  readonly #now: () => number
  /** Why the live provider is not used; null if it is. */
  readonly #missing: string | null

  /** @throws ConfigurationError for an address that must not be asked */
  constructor(settings: GridSettings) {
    this.#now = settings.now ?? (() => Date.now() / 1000)
    const client = { budget: new WaitBudget(settings.maxWaitS, settings.signal), secrets: new Secrets(settings.mask) }
    this.#missing = whatIsMissing(settings)
    this.#provider = this.#missing === null ? openProvider(settings, client, this.#now) : staticProvider
  }

  /** Unix time, s. */
  now(): number {
    return this.#now()
  }

  /** The figure at a time (Unix s; now when null). Any failure gives the built-in table's figure with a note that says why. */
  async at(place: Place, time: number | null): Promise<FigureAnswer> {
    const answer = await this.#attempt(() => this.#provider.at(place, time))
    if ('why' in answer) return fallBack(place, answer.why)
    const { figure, notes } = answer.value
    return { figure, notes: [...notes, ...this.#stale(figure, time)] }
  }

  /** A past curve, or null with the note that says why there is none. */
  history(place: Place, span: TimeSpan): Promise<CurveOrWhy> {
    return this.#curve('history', place, span)
  }

  /** The curve ahead, or null with the note that says why there is none. */
  forecast(place: Place, span: TimeSpan): Promise<CurveOrWhy> {
    return this.#curve('forecast', place, span)
  }

  /**
   * One figure for a run over a span of time: the mean of its hours weighted by the energy of each, where the provider keeps history;
   * otherwise the current figure.
   * @param timeline energy over time; null: evenly over the span
   */
  async over(
    place: Place,
    span: TimeSpan,
    timeline: readonly EnergyStretch[] | null = null,
  ): Promise<FigureAnswer & { aligned: TimeAligned | null }> {
    const recent = this.#now() - span.to < HOUR_S
    // Starts within one hour need no alignment: one request is enough.
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
      const fallbackNotes = single.figure.fallback ? [] : [singleNote(error)]
      return { ...single, notes: [...single.notes, ...fallbackNotes], aligned: null }
    }
  }

  async #curve(what: 'history' | 'forecast', place: Place, span: TimeSpan): Promise<CurveOrWhy> {
    const method = this.#provider[what]
    if (!method) return { curve: null, notes: this.#missing === null ? [] : [noCurveNote(what, this.#missing)] }
    const answer = await this.#attempt(() => method(place, span))
    return 'why' in answer
      ? { curve: null, notes: [noCurveNote(what, answer.why)] }
      : { curve: answer.value, notes: [] }
  }

  async #attempt<T>(ask: () => Promise<T>): Promise<{ readonly value: T } | { readonly why: string }> {
    if (this.#missing !== null) return { why: this.#missing }
    try {
      return { value: await ask() }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      return { why: `${error.source ?? this.#provider.name}: ${error.message}` }
    }
  }

  #stale(figure: FigureAnswer['figure'], time: number | null): Note[] {
    const asOfS =
      figure.asOf === null || this.#provider === staticProvider ? Number.NaN : Date.parse(figure.asOf) / 1000
    if (time !== null || !(Math.abs(this.#now() - asOfS) > STALE_S)) return []
    return [note('grid-stale', `the newest figure of ${figure.source} is of ${figure.asOf}`)]
  }
}

function fallBack(place: Place, why: string): FigureAnswer {
  const { figure, notes } = staticFigure(place)
  const text = `the built-in yearly grid figure is used: ${why}`
  return { figure: { ...figure, fallback: true }, notes: [note('grid-fallback', text), ...notes] }
}

function noCurveNote(what: 'history' | 'forecast', why: string): Note {
  return note('grid-fallback', `there is no ${what}: ${why}`)
}

function singleNote({ message }: MeasurementError): Note {
  return note(
    'grid-not-aligned',
    `one grid figure is used for the whole run, because hourly figures are missing: ${message}`,
  )
}
