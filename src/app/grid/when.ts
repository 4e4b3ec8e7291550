import { note } from '../../core/notes.ts'
import { durationText } from '../../core/duration.ts'
import { instantText } from '../../core/instant.ts'
import type { Note } from '../../core/report.ts'
import type { IntensityPoint } from '../../core/time-aligned.ts'
import { bestStart, windowStarts } from '../../core/window.ts'
import type { Grid } from '../../grid/choose.ts'
import type { CurveAnswer, Place } from '../../grid/provider.ts'
import { round } from './intensity.ts'

const DAY_S = 86_400

/** Without a window a start within a day is looked for: forecasts reach that far. */
export const USUAL_WINDOW_S = DAY_S

/** Waiting for less than this is not worth it, as a share: no forecast is that exact. */
const WORTH_WAITING = 0.05

/** A forecast that begins with its next step begins now; one that begins later says nothing of now, s. */
const SOON_S = 3600

/** What is to run, and until when it must have started. */
export interface WhenQuestion {
  /** How long the work takes, s. */
  readonly durationS: number
  /** It starts within this time from now, s. */
  readonly withinS: number
  /** Energy of the work with the building's overhead, Wh; null when no report says. */
  readonly energyWh: number | null
}

/** What `when --json` prints. */
export interface WhenAnswer {
  readonly run_now: boolean
  readonly best_start: string
  readonly duration_s: number
  readonly within_s: number
  readonly now_g_per_kwh: number
  readonly best_g_per_kwh: number
  readonly saving: { readonly share: number; readonly g: number | null }
  /** `forecast`; `last-day`: the shape of the last 24 hours again; `yearly`: one figure, so that every start is as good. */
  readonly basis: 'forecast' | 'last-day' | 'yearly'
  readonly zone: string | null
  readonly kind: string
  readonly source: string
  readonly notes: readonly Note[]
}

/** The best start of work that may wait: by the forecast; failing that by the shape of the last day; failing that now. */
export async function whenToRun(grid: Grid, place: Place, question: WhenQuestion): Promise<WhenAnswer> {
  const now = Math.floor(grid.now())
  const until = now + question.withinS + question.durationS
  const ahead = await grid.forecast(place, { from: now, to: until })
  const answered = ahead.curve && fromCurve(ahead.curve, 'forecast', question, now, ahead.notes)
  if (answered) return answered
  const past = await grid.history(place, { from: now - DAY_S, to: now })
  const repeated = past.curve && { ...past.curve, points: repeatedDays(past.curve.points, until) }
  const notes = [...ahead.notes, ...past.notes]
  return (
    (repeated && fromCurve(repeated, 'last-day', question, now, [...notes, LAST_DAY])) ??
    flat(grid, place, question, now, notes)
  )
}

const LAST_DAY: Note = note(
  'grid-last-day',
  'no forecast covers a whole run: the shape of the last 24 hours is taken to repeat',
)

/** The last day's steps again on every day until a time. */
function repeatedDays(points: readonly IntensityPoint[], until: number): IntensityPoint[] {
  const first = points[0]?.start ?? until
  const days = Math.max(1, Math.ceil((until - first) / DAY_S))
  const result: IntensityPoint[] = []
  for (let day = 0; day <= days; day++) {
    for (const { start, durationS, gPerKwh } of points) {
      if (start < first + DAY_S) result.push({ start: start + day * DAY_S, durationS, gPerKwh })
    }
  }
  return result
}

function fromCurve(
  curve: CurveAnswer,
  basis: WhenAnswer['basis'],
  { durationS, withinS, energyWh }: WhenQuestion,
  now: number,
  notes: readonly Note[],
): WhenAnswer | null {
  const starts = windowStarts(curve.points, durationS, now, now + withinS)
  const [first] = starts
  const best = bestStart(starts)
  if (!first || !best) return null
  const saved = first.meanGPerKwh - best.meanGPerKwh
  const share = saved > 0 ? saved / first.meanGPerKwh : 0
  const { zone, kind, source } = curve
  return {
    run_now: (best.start === first.start && first.start - now <= SOON_S) || share < WORTH_WAITING,
    best_start: instantText(best.start),
    duration_s: durationS,
    within_s: withinS,
    now_g_per_kwh: first.meanGPerKwh,
    best_g_per_kwh: best.meanGPerKwh,
    saving: { share, g: energyWh === null ? null : (energyWh / 1000) * saved },
    basis,
    zone,
    kind,
    source,
    notes: [...notes, ...curve.notes, ...lateNotes(first.start, now), ...shortNotes(curve, now + withinS)],
  }
}

/** A curve that begins later says nothing of now: what is called now is its beginning. */
function lateNotes(start: number, now: number): Note[] {
  if (start - now <= SOON_S) return []
  const text = `nothing is known before ${instantText(start)}: the figure of now is of then`
  return [note('grid-forecast-late', text)]
}

/** A curve that ends before the window does leaves starts that nothing is known of. */
function shortNotes({ points }: CurveAnswer, until: number): Note[] {
  const last = points.at(-1)
  const end = last ? last.start + last.durationS : until
  if (end >= until) return []
  return [note('grid-forecast-short', `the forecast ends at ${instantText(end)}: later starts are not considered`)]
}

async function flat(
  grid: Grid,
  place: Place,
  { durationS, withinS, energyWh }: WhenQuestion,
  now: number,
  notes: readonly Note[],
): Promise<WhenAnswer> {
  const { figure, notes: own } = await grid.at(place, null)
  const known = new Set(notes.map(({ code }) => code))
  return {
    run_now: true,
    best_start: instantText(now),
    duration_s: durationS,
    within_s: withinS,
    now_g_per_kwh: figure.gPerKwh.value,
    best_g_per_kwh: figure.gPerKwh.value,
    saving: { share: 0, g: energyWh === null ? null : 0 },
    basis: 'yearly',
    zone: figure.zone,
    kind: figure.kind,
    source: figure.source,
    notes: [
      ...notes,
      ...own.filter(({ code }) => !known.has(code)),
      note(
        'grid-no-forecast',
        'neither a forecast nor the last 24 hours are available: with one figure for every start, now is as good as later; set grid-provider',
      ),
    ],
  }
}

/** Outputs of `mode: when`: `saving` in % as a plain number. */
export function whenOutputs({
  run_now,
  best_start,
  saving,
}: WhenAnswer): Record<'run-now' | 'best-start' | 'saving', string> {
  return {
    'run-now': String(run_now),
    'best-start': best_start,
    saving: String(Number((saving.share * 100).toFixed(1))),
  }
}

/** For people. @param now Unix time, s */
export function whenText(answer: WhenAnswer, now: number): string {
  const wait = Date.parse(answer.best_start) / 1000 - now
  const grams = answer.saving.g === null ? '' : `, ${round(answer.saving.g)} g`
  const later = `${answer.best_start} (in ${durationText(Math.max(0, wait))})`
  const saving = `${Math.round(answer.saving.share * 100)} %${grams}`
  return [
    answer.run_now ? 'run now' : `best start: ${later}`,
    `${round(answer.now_g_per_kwh)} gCO2e/kWh now, ${round(answer.best_g_per_kwh)} then: saves ${saving}`,
    `${answer.zone ?? 'unknown zone'}, ${answer.kind}, ${answer.source}, by ${BASES[answer.basis]}`,
    ...answer.notes.map(({ level, text }) => `${level}: ${text}`),
    '',
  ].join('\n')
}

const BASES: Readonly<Record<WhenAnswer['basis'], string>> = {
  forecast: 'its forecast',
  'last-day': 'the shape of the last day',
  yearly: 'a yearly average',
}
