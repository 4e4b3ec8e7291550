import { note } from '../../core/notes.ts'
import { instantText } from '../../core/instant.ts'
import type { Note } from '../../core/report.ts'
import type { IntensityPoint } from '../../core/time-aligned.ts'
import { bestStart, windowStarts } from '../../core/window.ts'
import type { Grid } from '../../grid/choose.ts'
import type { CurveAnswer, Place } from '../../grid/provider.ts'
import type { WhenAnswer } from '../../render/answers/when.ts'

const DAY_S = 86_400

/** Default window, s: a day, which forecasts cover. */
export const USUAL_WINDOW_S = DAY_S

/** Minimum saving for which waiting is advised, as a share: forecasts are not more exact than this. */
const WORTH_WAITING = 0.05

/** Maximum time until the first step of a forecast for it to count as now, s. */
const SOON_S = 3600

/** The work to run, and the time by which it must start. */
export interface WhenQuestion {
  /** Duration of the work, s. */
  readonly durationS: number
  /** Latest start from now, s. */
  readonly withinS: number
  /** Energy of the work with PUE, Wh; null if unknown. */
  readonly energyWh: number | null
}

/** The best start of work that may wait: by the forecast, else by the shape of the last day, else now. */
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

const LAST_DAY: Note = note('grid-last-day', 'no forecast covers a whole run: the last 24 hours are assumed to repeat')

/** Repeats the last day's steps on every day until a time. */
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

/** Notes that a curve begins later than now, so that its beginning is used for now. */
function lateNotes(start: number, now: number): Note[] {
  if (start - now <= SOON_S) return []
  const text = `the forecast begins at ${instantText(start)}: its first figure is used for now`
  return [note('grid-forecast-late', text)]
}

/** Notes that a curve ends before the window. */
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
