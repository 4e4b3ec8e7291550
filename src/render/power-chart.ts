import type { Part, Report } from '../core/report.ts'
import { inert } from './escape.ts'
import { decimal, duration, percent } from './quantities.ts'

/** Low and wide; the first colour can be seen on white and on black, where mermaid's own first colour is nearly white. */
function initOf(colours: readonly string[]): string {
  const palette = colours.join(', ')
  return `%%{init: {"xyChart": {"width": 800, "height": 240}, "themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`
}

const LINE_COLOUR = '#2DA44E'

/** Squares that every mail client has, with their colours: the legend of the steps. */
const STEP_COLOURS = [
  ['🟦', '#55ACEE'],
  ['🟧', '#F4900C'],
  ['🟪', '#AA8ED6'],
  ['🟩', '#78B159'],
  ['🟨', '#FDCB58'],
] as const

/** The time of all other steps, and between steps. Drawn last, because mermaid draws the foot of every bar in the last colour. */
const OTHER = ['⬜', '#8B949E'] as const

/** Points below which a picture says nothing. */
const FEWEST = 3

/** Power over the time of the run as a mermaid chart, which GitHub draws, with the steps in colours. Empty string without a profile. */
export function powerChart(report: Pick<Report, 'profile' | 'parts' | 'started_at' | 'energy'>): string {
  const { profile } = report
  const known = profile?.watts.filter((watts) => watts !== null) ?? []
  if (!profile || known.length < FEWEST) return ''
  const gaps = profile.watts.length - known.length
  const length = profile.step_s * profile.watts.length
  const [unit, seconds] = length < 300 ? ['s', 1] : length < 18_000 ? ['min', 60] : ['h', 3600]
  const highest = Math.max(...known)
  const end = decimal(length / seconds).replaceAll(',', '')
  const watts = profile.watts.map((value) => value ?? 0)
  const series = stepSeries(report, watts, profile.step_s)
  const lines = series.length > 0 ? series.map(({ values }) => `  bar ${listOf(values)}`) : [`  line ${listOf(watts)}`]
  const gapText = gaps > 0 ? `; at zero where nothing was sampled (${gaps} of ${watts.length} points)` : ''
  const legend = series.map(
    ({ square, name, share }) => `${square} ${name}${share === null ? '' : ` ${percent(share)}`}`,
  )
  return [
    [`**Power over ${duration(length)}**${gapText}`, legend.join(' · ')].filter(Boolean).join('  \n'),
    '',
    '```mermaid',
    initOf(series.length > 0 ? series.map(({ colour }) => colour) : [LINE_COLOUR]),
    'xychart-beta',
    `  x-axis "time (${unit})" 0 --> ${end}`,
    `  y-axis "power (W)" 0 --> ${ceiling(highest)}`,
    ...lines,
    '```',
  ].join('\n')
}

/** One colour of the chart: the power while its step ran, and zero elsewhere. */
interface Series {
  readonly square: string
  readonly colour: string
  /** Markdown. */
  readonly name: string
  /** Share of the report's energy. */
  readonly share: number | null
  readonly values: readonly number[]
}

/** The costliest steps in the order they ran, then everything else. Empty without steps whose times are known. */
function stepSeries(
  { parts, started_at, energy }: Pick<Report, 'parts' | 'started_at' | 'energy'>,
  watts: readonly number[],
  stepS: number,
): Series[] {
  const startMs = Date.parse(started_at ?? '')
  const steps = parts.filter((part) => part.kind === 'step' && spanOf(part) !== null)
  if (Number.isNaN(startMs) || steps.length < 2) return []
  const coloured = steps
    .toSorted((a, b) => (b.energy.total_wh ?? 0) - (a.energy.total_wh ?? 0))
    .slice(0, STEP_COLOURS.length)
    .toSorted(byStart)
  const owners = watts.map((_, at) => {
    const momentMs = startMs + (at + 0.5) * stepS * 1000
    return coloured.findIndex((step) => isDuring(step, momentMs))
  })
  const valuesOf = (owner: number): number[] => watts.map((value, at) => (owners[at] === owner ? value : 0))
  const whole = energy.total_wh
  const series = coloured.map((step, at): Series => {
    const [square, colour] = STEP_COLOURS[at] ?? OTHER
    const share = whole && step.energy.total_wh !== null ? step.energy.total_wh / whole : null
    return { square, colour, name: inert(step.name, 40) || 'unnamed', share, values: valuesOf(at) }
  })
  const [square, colour] = OTHER
  return [...series, { square, colour, name: 'everything else', share: null, values: valuesOf(-1) }]
}

function spanOf({ started_at, ended_at }: Part): readonly [startMs: number, endMs: number] | null {
  const [startMs, endMs] = [Date.parse(started_at ?? ''), Date.parse(ended_at ?? '')]
  return Number.isNaN(startMs) || Number.isNaN(endMs) ? null : [startMs, endMs]
}

function isDuring(step: Part, momentMs: number): boolean {
  const [startMs = 0, endMs = 0] = spanOf(step) ?? []
  return momentMs >= startMs && momentMs < endMs
}

function byStart(a: Part, b: Part): number {
  return Date.parse(a.started_at ?? '') - Date.parse(b.started_at ?? '')
}

function listOf(watts: readonly number[]): string {
  return `[${watts.map(fixed).join(', ')}]`
}

/** A round upper end for the axis. */
function ceiling(watts: number): string {
  if (watts <= 0) return '1'
  const decade = 10 ** Math.floor(Math.log10(watts))
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * decade >= watts * 1.05) ?? 15
  return fixed(step * decade)
}

/** Plain decimals, which mermaid reads: never an exponent. */
function fixed(watts: number): string {
  if (watts >= 100) return String(Math.round(watts))
  return watts.toFixed(watts >= 10 ? 1 : watts >= 0.1 ? 2 : 4).replace(/\.?0+$/, '')
}
