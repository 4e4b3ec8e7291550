import { GREEN500 } from '../data/green500.ts'
import type { Intensity, Report } from '../core/report.ts'
import { METHODS, type Method } from '../core/method.ts'
import { gflopsPerWatt } from '../core/work-per-watt.ts'
import { shown } from './escape.ts'
import { summandsOf } from './parts.ts'
import { severalOf } from './per-unit.ts'
import { decimal, duration, percent, perKwh, quantity, rangeOf } from './quantities.ts'

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

const KINDS: Readonly<Record<Intensity['kind'], string>> = {
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
  add('Machine', machineOf(report))
  add('Power', powerOf(report))
  add('PUE', report.pue === null ? null : joined([decimal(report.pue, 3), report.basis.pue]))
  add('Grid', gridOf(report.intensity))
  add('Hardware', hardwareOf(report))
  add('Method', report.method && joined([METHOD_MEANINGS[report.method], ...otherMethods(report)]))
  add('Range', intervalOf(report.emissions))
  add('Measured for', coverageOf(report))
  if (report.baseline) {
    const { runs, branch, source } = report.baseline
    add('Compared with', `the median energy of ${runs} ${runs === 1 ? 'run' : 'runs'} of ${branch} (${source})`)
  }
  add('Work per watt', workPerWatt(report))
  add('Water', waterOf(report.water))
  add('Minerals', shownMinerals(report.minerals_kg_sb ?? null))
  if (report.units?.g_per_unit) {
    const { name, count, g_per_unit } = report.units
    const several = severalOf(name, [g_per_unit])
    const words = several.count === 1 ? `one ${name}` : several.words
    const figure = quantity(g_per_unit * several.count, 'g', 3)
    add('Per unit', `${figure} for ${words} (${count.toLocaleString('en-US')} counted)`)
  }
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

/** A processor's name without its trade marks and without what other figures say: `AMD EPYC 7763`. Untrusted. */
export function processorName(cpu: string): string {
  const short = cpu
    .slice(0, 200)
    .replace(/\((?:R|TM|C)\)|®|™/gi, ' ')
    .replace(/ (?:\d+-Core )?Processor\b| CPU\b| @ [\d.]+ ?GHz/gi, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return short || cpu
}

function machineOf({ machine }: Pick<Report, 'machine'>): string | null {
  if (!machine) return null
  const { cpu, vcpus, memory_gb, gpus, provider, region } = machine
  return joined([
    cpu && processorName(cpu),
    vcpus === null ? null : `${decimal(vcpus, 2)} ${vcpus === 1 ? 'processor' : 'processors'}`,
    memory_gb === null ? null : `${decimal(memory_gb, 3)} GB memory`,
    ...counted(gpus.map(({ name }) => name)),
    [provider, region].filter(Boolean).join(' ') || null,
  ])
}

/** `2 × NVIDIA H100` for equal names. */
function counted(names: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return [...times].slice(0, 4).map(([name, count]) => (count > 1 ? `${count} × ${name}` : name))
}

/** Mean power of the machine itself, W. */
export function meanWatts({ energy, duration_s, parts = [] }: MeasuredPart): number | null {
  if (energy.it_wh === null || !duration_s) return null
  // What ran elsewhere was not drawn by this machine.
  const elsewhere = parts.filter(({ kind }) => kind === 'component')
  const own = elsewhere.reduce((wh, part) => wh - (part.energy.it_wh ?? 0), energy.it_wh)
  return (Math.max(0, own) * 3600) / duration_s
}

type MeasuredPart = Pick<Report, 'energy' | 'duration_s'> & { readonly parts?: Report['parts'] }

function powerOf(report: Report): string | null {
  const mean = meanWatts(report)
  const { total_wh, low_wh, high_wh } = report.energy
  // The whole of a workflow has no mean power: its jobs ran side by side.
  const watts = mean === null || report.subject.kind === 'workflow' ? null : `${quantity(mean, 'w', 2)} mean`
  const width = total_wh && low_wh !== null && high_wh !== null ? (high_wh - low_wh) / 2 / total_wh : null
  return joined([watts, report.basis.power, width ? `±${percent(width)} (${rangeOf(low_wh, high_wh, 'wh')})` : null])
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

/** Litres with their range, then the shares of the site and of the power stations. */
function waterOf(water: Report['water']): string | null {
  const amount = shownWater(water)
  if (!water || amount === null) return null
  const litres = (value: number | null | undefined, words: string): string | null =>
    value === null || value === undefined ? null : `${quantity(value, 'l', 2)} ${words}`
  const { total_l, onsite_l, offsite_l, low_l = null, high_l = null, without_hydro_l } = water
  const likely = low_l === high_l ? null : rangeOf(low_l, high_l, 'l')
  return joined([
    amount,
    likely && `likely ${likely}`,
    total_l === null ? 'cooling on site is unknown' : litres(onsite_l, 'on site'),
    total_l === null ? null : litres(offsite_l, 'at power stations'),
    litres(without_hydro_l, 'without hydropower'),
  ])
}

/** `2.1 GFLOP/s per W` of the machine, for work that is counted in FLOP, with the ends of the Green500's first ten. */
function workPerWatt(report: Report): string | null {
  const value = gflopsPerWatt(report)
  return value === null ? null : `${Number(value.toPrecision(3))} GFLOP/s per W; ${GREEN500_RANGE}`
}

/** What work per watt compares with. */
export const GREEN500_RANGE = `the Green500 of ${GREEN500.edition} has ${GREEN500.first} (first) to ${GREEN500.tenth} (tenth), of HPL in FP64: nothing else compares with it`

/** `0.32 g Sb eq`: scarcity of minerals and metals as antimony, not a mass of rare earths. */
export function shownMinerals(kgSb: number | null): string | null {
  return kgSb === null ? null : `${quantity(kgSb * 1000, 'g', 2)} Sb eq to make the hardware`
}

/** `13 mL`, `12 mL at power stations` where the site's is unknown; null where nothing is known. */
export function shownWater(water: Report['water']): string | null {
  if (!water) return null
  if (water.total_l !== null) return quantity(water.total_l, 'l', 2)
  const offsite = water.offsite_l ?? null
  return offsite === null ? null : `${quantity(offsite, 'l', 2)} at power stations`
}

function coverageOf({ coverage, duration_s, subject }: Report): string | null {
  if (coverage === null) return null
  const digits = coverage < 1 && coverage > 0.995 ? 'over 99.5 %' : percent(coverage)
  // Of a workflow's time, jobs without the step have a part too.
  if (subject.kind === 'workflow') return `${digits} of the time of the jobs that were measured`
  return `${digits} of ${duration(duration_s)}`
}

function joined(pieces: readonly (string | null | undefined)[]): string | null {
  return pieces.filter(Boolean).join('; ') || null
}
