import { GREEN500 } from '../data/green500.ts'
import type { Intensity, Report } from '../core/report.ts'
import { METHODS, type Method } from '../core/method.ts'
import { gflopsPerWatt } from '../core/work-per-watt.ts'
import { shown } from './escape.ts'
import { summandsOf } from './parts.ts'
import { machineText, meanPower } from './machine-text.ts'
import { decimal, duration, joined, percent, perKwh, quantity, rangeOf } from './quantities.ts'
import { shownMinerals, waterText } from './water-text.ts'
import { counted } from '../core/text.ts'
import { wattHoursOf } from './headline.ts'

/** One line of how a figure was calculated. Values are plain, untrusted text: renderers escape them. */
export interface Working {
  readonly name: string
  readonly value: string
}

/** What each method is, for readers who have never heard of it. */
const METHOD_MEANINGS: Readonly<Record<Method, string>> = {
  measured: "measured: read from a meter (RAPL, a GPU's own sensor, or a tracker that metered)",
  modelled: 'modelled: utilisation through a power curve of such machines',
  estimated: 'estimated: time multiplied by a typical power',
}

/** Kinds of grid figure, in words. */
export const KINDS: Readonly<Record<Intensity['kind'], string>> = {
  average: 'average',
  lifecycle: 'average over the life cycle',
  direct: 'direct emissions only',
  marginal: 'marginal',
  given: 'given by you',
  log: "the log's own figure",
}

/** Machine, power, PUE, grid, hardware, method, coverage and what is left out, each in one line. */
export function workings(report: Report): Working[] {
  const rows: Working[] = []
  const add = (name: string, value: string | null): void => {
    if (value) rows.push({ name, value })
  }
  add('Machine', machineText(report))
  add('Power', powerOf(report))
  add('PUE', report.pue === null ? null : joined([decimal(report.pue, 3), report.basis.pue]))
  add('Grid', gridOf(report.intensity))
  add('Hardware', hardwareOf(report))
  add('Method', report.method && joined([METHOD_MEANINGS[report.method], ...otherMethods(report)]))
  add('Range', intervalOf(report.emissions))
  add('Measured for', coverageOf(report))
  if (report.baseline) {
    const { runs, branch, source } = report.baseline
    add('Compared with', `the median energy of ${counted(runs, 'run')} of ${branch} (${source})`)
  }
  add('Work per watt', workPerWatt(report))
  add('Water', waterText(report.water))
  const minerals = shownMinerals(report.minerals_kg_sb)
  add('Minerals', minerals && `${minerals} to make the hardware`)
  add('Not counted', report.basis.not_counted.slice(0, 8).join('; '))
  return rows
}

/** `estimated: docs, lint`: parts whose method is another one than the sum's. */
function otherMethods({ method, parts }: Report): string[] {
  return METHODS.filter((each) => each !== method).flatMap((other) => {
    const names = summandsOf(parts).filter((part) => part.method === other)
    if (names.length === 0) return []
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
    return [
      `${other}: ${names
        .slice(0, NAMED)
        .map(({ name }) => shown(name, 40))
        .join(', ')}${more}`,
    ]
  })
}

/** Parts named for a method of their own. */
const NAMED = 3

/** What the range means; figures that were given, or that a log states, bring none with them. */
function intervalOf({ low_g, high_g, embodied_g }: Report['emissions']): string | null {
  if (low_g === null) return null
  return low_g === high_g
    ? 'none: power, PUE and grid are taken as they were given'
    : `90 % interval of power, PUE${embodied_g === null ? ' and grid' : ', grid and hardware'} together`
}

/** Largest half-width of a range, as a share of its figure, that is written with ±. Both ends must be about equally far away. */
const NARROW = 0.3

function powerOf(report: Report): string | null {
  const { value, low, high } = wattHoursOf(report)
  const range = rangeOf({ value, low, high }, 'wh')
  const [below, above] = value && low !== null && high !== null ? [1 - low / value, high / value - 1] : [0, 0]
  const width = (below + above) / 2
  const isEven = width > 0 && width < NARROW && Math.abs(above - below) < width / 2
  const words = isEven ? `±${percent(width)} (${range})` : `likely ${range}`
  const ofTotal = (report.pue ?? 1) > 1 ? ' with PUE' : ''
  return joined([meanPower(report), report.basis.power, range && `${words}${ofTotal}`])
}

function gridOf(intensity: Intensity | null): string | null {
  if (!intensity) return null
  const { g_per_kwh, low_g_per_kwh, high_g_per_kwh, zone, kind, source, as_of, fallback } = intensity
  const [low, high] = [low_g_per_kwh ?? g_per_kwh, high_g_per_kwh ?? g_per_kwh]
  const ends = low < high ? ` (${decimal(low, 3)} to ${decimal(high, 3)})` : ''
  return joined([
    `${perKwh(g_per_kwh)}${ends}`,
    zone,
    KINDS[kind],
    [source, as_of].filter(Boolean).join(', '),
    fallback ? 'used in place of an unavailable figure' : null,
  ])
}

function hardwareOf({ emissions, basis }: Report): string | null {
  const { embodied_g, total_g } = emissions
  if (embodied_g === null) return basis.embodied
  const share = total_g ? ` (${percent(embodied_g / total_g)} of the total)` : ''
  return joined([`${quantity(embodied_g, 'g', 2)}${share} is the manufacture of the hardware`, basis.embodied])
}

/** `2.1 GFLOP/s per W` of the machine, for work that is counted in FLOP, with the ends of the Green500's first ten. */
function workPerWatt(report: Report): string | null {
  const value = gflopsPerWatt(report)
  return value === null ? null : `${Number(value.toPrecision(3))} GFLOP/s per W; ${GREEN500_RANGE}`
}

/** What work per watt compares with. */
export const GREEN500_RANGE = `the Green500 of ${GREEN500.edition} has ${GREEN500.first} (first) to ${GREEN500.tenth} (tenth), of HPL in FP64: nothing else compares with it`

function coverageOf({ coverage, duration_s, subject }: Report): string | null {
  if (coverage === null) return null
  const digits = coverage < 1 && coverage > 0.995 ? 'over 99.5 %' : percent(coverage)
  // Of a workflow's time, jobs without the step have a part too.
  if (subject.kind === 'workflow') return `${digits} of the time of the jobs that were measured`
  return `${digits} of ${duration(duration_s)}`
}
