import { type Note, note } from '../notes.ts'
import type { Report } from '../report.ts'
import { isDoubtful } from '../verdict.ts'
import type { Variant } from './variant.ts'

/** What makes the variants hard to compare. @param unit the functional unit that all of them count; null: none */
export function differences(variants: readonly Variant[], unit: string | null): Note[] {
  const notes: Note[] = []
  const reports = variants.map(({ report }) => report)
  const differ = (value: (report: Report) => unknown): boolean => new Set(reports.map(value)).size > 1
  if (differ(({ intensity }) => intensity?.g_per_kwh)) {
    notes.push(note('grids-differ', 'the grids differ: grams compare places as well, energy compares the work'))
  }
  if (differ(({ pue }) => pue)) {
    notes.push(
      note(
        'pue-differs',
        `the PUEs differ (${listed(reports.map(({ pue }) => pue))}): energy compares buildings as well`,
      ),
    )
  }
  if (differ(({ emissions, hardware }) => (emissions.embodied_g === null ? null : (hardware?.boundary ?? 'unknown')))) {
    const text = 'not all count the same share of the hardware: grams do not compare, energy does'
    notes.push(note('hardware-differs', text))
  }
  if (differ(({ method }) => method)) {
    notes.push(note('methods-differ', `${eachOf(variants, ({ method }) => method ?? 'unknown')}: methods differ`))
  }
  if (differ(({ machine }) => machineOf(machine))) {
    notes.push(note('machines-differ', 'the machines differ: part of the change is theirs'))
  }
  notes.push(...unitNotes(variants, unit))
  for (const { name, report } of variants) {
    if (isDoubtful(report)) notes.push(note('part-indeterminate', `${name} has no trustworthy figure`))
  }
  return notes
}

function unitNotes(variants: readonly Variant[], unit: string | null): Note[] {
  const counts = (report: Report): string => (report.units ? `${report.units.name}s` : 'nothing')
  if (unit !== null || variants.every(({ report }) => report.units === null)) return []
  const text = `the variants count different units (${eachOf(variants, counts)}): no figure per unit is compared and nothing is ranked`
  return [note('units-differ', text)]
}

/** CPU and accelerators: a variant on a GPU differs from one beside it. */
function machineOf(machine: Report['machine']): string | undefined {
  return machine ? JSON.stringify([machine.cpu, machine.gpus.map(({ name }) => name).sort()]) : undefined
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
