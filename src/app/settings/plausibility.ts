import { type Note, note } from '../../core/notes.ts'
import type { Settings } from './table.ts'

/**
 * Grids whose intensity is known range from about 10 g/kWh (hydropower) to about 1,300 g/kWh (oil shale). Beyond these bounds a unit
 * is more likely mistaken: 0.45 is kg/kWh, 450,000 is g/MWh.
 */
const INTENSITY_G_PER_KWH = { from: 5, to: 2000 }

/** No processor that runs CI jobs draws less than 1 W; 0.3 is more likely kW. */
const LEAST_WATTS = 1

/** Warns about figures that are allowed and improbable, which a mistaken unit explains. 0 g/kWh is a deliberate choice. */
export function plausibilityNotes({ intensity, watts, 'gpu-watts': gpuWatts }: Settings): Note[] {
  const { from, to } = INTENSITY_G_PER_KWH
  const notes: Note[] = []
  if (intensity !== undefined && intensity !== 0 && (intensity < from || intensity > to)) {
    const unit = intensity < from ? `; ${intensity} kg/kWh is ${intensity * 1000} g/kWh` : ''
    notes.push(
      note(
        'setting-implausible',
        `intensity is ${intensity} g/kWh, and grids are between ${from} and ${to}: check the unit${unit}`,
      ),
    )
  }
  if (watts !== undefined && watts < LEAST_WATTS) {
    notes.push(
      note(
        'setting-implausible',
        `watts is ${watts} W a processor, less than any processor draws: check the unit; ${watts} kW is ${watts * 1000} W`,
      ),
    )
  }
  if (gpuWatts !== undefined && gpuWatts < LEAST_WATTS) {
    const text = `gpu-watts is ${gpuWatts} W a GPU, less than any GPU draws: check the unit; ${gpuWatts} kW is ${gpuWatts * 1000} W`
    notes.push(note('setting-implausible', text))
  }
  return notes
}
