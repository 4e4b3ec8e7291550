import { firstNames } from '../../core/first-names.ts'
import { OMITTED_HARDWARE } from '../../core/embodied.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Note, note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import type { Recosting } from './record-to-part.ts'

/** Whose figures were used: always reported. */
export function basisNote(energies: readonly EnergyRecord[], { pue, grid }: Recosting): Note {
  const ours = [
    ...(grid ? [`grid ${grid.gPerKwh.value} g/kWh (${grid.source})`] : []),
    ...(pue ? [`PUE ${pue.pue.value} (${pue.source})`] : []),
  ]
  if (ours.length === 0) return note('log-own-figures', "energy, PUE and emissions are the logs' own")
  const kept = grid && pue ? 'the energy' : grid ? 'energy and PUE' : 'energy and grid'
  const divided =
    energies.some((energy) => energy.pue !== 1) && pue ? '; a PUE inside the energy was divided out first' : ''
  return note('log-recosted', `re-costed with ${ours.join(' and ')}; ${kept} of the logs kept${divided}`)
}

/** The machine is where the log says, its grid where the user says: both stand beside each other in the report. */
export function placeNotes(energies: readonly EnergyRecord[], { grid }: Recosting): Note[] {
  const places = [...new Set(energies.flatMap(({ place }) => place ?? []))].filter((place) => place !== grid?.zone)
  if (grid === null || places.length === 0) return []
  const named = firstNames(places)
  const used = grid.zone === null ? 'the given intensity' : `the grid of ${grid.zone}, as given`
  return [note('log-place-replaced', `the place in the logs (${named}) is replaced: emissions are those of ${used}`)]
}

export function basisOf(energies: readonly EnergyRecord[], { pue, grid }: Recosting): Report['basis'] {
  const methods = [...new Set(energies.map(({ method }) => method))]
  const embodied = energies.some(({ embodiedG }) => embodiedG !== null)
  return {
    power: `${energies.length === 1 ? '1 run' : `${energies.length} runs`} of tracker logs (${methods.join(', ')})${grid ? '; grid as given' : "; the logs' own grid"}`,
    pue: pue ? pue.source : "the logs' own",
    embodied: embodied ? "the logs' own" : null,
    not_counted: embodied ? [] : [OMITTED_HARDWARE.logs],
  }
}
