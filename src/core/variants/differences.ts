import { OMITTED_HARDWARE } from '../embodied.ts'
import { plural } from '../functional-unit.ts'
import { type Note, note } from '../notes.ts'
import type { Report } from '../report.ts'
import { isDoubtful } from '../verdict.ts'
import { type Variant, runsOf } from './variant.ts'

/** Notes on differences that a comparison of the variants would hide. @param unit the functional unit that all of them count; null: none */
export function differences(variants: readonly Variant[], unit: string | null): Note[] {
  const notes: Note[] = []
  const reports = variants.map(({ report }) => report)
  const differ = (value: (report: Report) => unknown): boolean => new Set(reports.map(value)).size > 1
  if (differ(({ intensity }) => intensity?.g_per_kwh)) {
    notes.push(note('grids-differ', 'the grids differ: a comparison of grams is also one of places; compare energy'))
  }
  if (differ(({ pue }) => pue)) {
    notes.push(
      note(
        'pue-differs',
        `the PUEs differ (${listed(reports.map(({ pue }) => pue))}): energy also compares the buildings`,
      ),
    )
  }
  const doesHardwareDiffer = new Set(reports.map(hardwareOf).filter((each) => each !== undefined)).size > 1
  if (doesHardwareDiffer) {
    const text = 'not all count the same hardware over the same life: compare energy, not grams'
    notes.push(note('hardware-differs', text))
  }
  // The difference in hardware is noted above, and where all lack embodied emissions there is none.
  const isHardwareSettled = doesHardwareDiffer || reports.every(({ emissions }) => emissions.embodied_g === null)
  const omitted = [...omissionsOf(reports)].filter((text) => !(isHardwareSettled && HARDWARE.has(text)))
  if (omitted.length > 0) {
    notes.push(note('boundary-differs', `some of the figures include ${listed(omitted)}, others do not`))
  }
  if (new Set(reports.flatMap(({ scope }) => scope ?? [])).size > 1) {
    const counted = eachOf(variants, ({ scope }) => (scope ? SCOPES[scope] : 'unknown'))
    notes.push(
      note('scopes-differ', `what is counted differs (${counted}): energy also compares the other work on the machine`),
    )
  }
  if (differ(({ method }) => method)) {
    notes.push(note('methods-differ', `${eachOf(variants, ({ method }) => method ?? 'unknown')}: methods differ`))
  }
  if (differ(machineOf)) {
    notes.push(note('machines-differ', 'the machines differ, which causes a part of the change'))
  }
  notes.push(...unitNotes(variants, unit), ...qualityNotes(variants))
  for (const { name, report } of variants) {
    if (isDoubtful(report)) notes.push(note('part-indeterminate', `${name} has no trustworthy figure`))
  }
  return notes
}

/** Omissions that concern hardware. */
const HARDWARE: ReadonlySet<string> = new Set(Object.values(OMITTED_HARDWARE))

/** What each scope counts. */
const SCOPES: Readonly<Record<NonNullable<Report['scope']>, string>> = {
  machine: 'the whole machine',
  cgroup: 'its container',
  command: 'only the command',
}

/** What some of the reports leave out and others do not. */
function omissionsOf(reports: readonly Report[]): Set<string> {
  const sets = reports.map(({ basis }) => new Set(basis.not_counted))
  return new Set(sets.flatMap((set) => [...set]).filter((text) => !sets.every((set) => set.has(text))))
}

function unitNotes(variants: readonly Variant[], unit: string | null): Note[] {
  const counts = (report: Report): string => (report.units ? plural(report.units.name) : 'nothing')
  if (unit !== null || variants.every(({ report }) => report.units === null)) return []
  const text = `the variants count different units (${eachOf(variants, counts)}): no figure per unit is compared and nothing is ranked`
  return [note('units-differ', text)]
}

/** A quality that some variants lack is shown, and ranks none of them. */
function qualityNotes(variants: readonly Variant[]): Note[] {
  const without = variants.filter(({ quality }) => quality === null)
  if (without.length === 0 || without.length === variants.length) return []
  const names = listed(without.map(({ name }) => name))
  return [note('quality-missing', `no quality is given for ${names}: variants are not ranked by quality`)]
}

/** What the embodied emissions cover, and over how many years. A sum of runs does not say it: undefined. */
function hardwareOf({ emissions, hardware, parts }: Report): string | null | undefined {
  if (emissions.embodied_g === null) return null
  if (!hardware && runsOf(parts).length > 0) return undefined
  return `${hardware?.boundary ?? 'unknown'}, ${hardware?.lifetime_years}`
}

/** CPU and accelerators: a variant on a GPU differs from one beside it. Of a sum of runs all that they ran on. */
function machineOf({ machine, parts }: Report): string {
  const machines = machine ? [machine] : runsOf(parts).map((run) => run.machine)
  const names = machines.map((each) => JSON.stringify(each && [each.cpu, each.gpus.map(({ name }) => name).sort()]))
  return [...new Set(names)].sort().join()
}

/** `pytorch inferences, onnx tokens`. */
function eachOf(variants: readonly Variant[], value: (report: Report) => string): string {
  const shown = variants.slice(0, 4).map(({ name, report }) => `${name} ${value(report)}`)
  return shown.join(', ') + (variants.length > 4 ? ' ...' : '')
}

function listed(values: readonly unknown[]): string {
  return [...new Set(values)]
    .slice(0, 4)
    .map((value) => String(value ?? 'unknown'))
    .join(', ')
}
