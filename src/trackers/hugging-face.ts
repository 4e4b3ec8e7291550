import { MeasurementError, QuantityError } from '../core/errors.ts'
import { parseNumber } from '../core/quantity.ts'
import { GRAMS_PER } from '../core/units.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { isFields, member, textAt } from './field.ts'
import { isTracker, methodOfTool } from './method-of-tool.ts'
import { note } from '../core/notes.ts'
import type { Log } from './log.ts'
import { readTextLog } from './log-reading.ts'
import { NO_MACHINE } from './record.ts'
import type { LogFormat } from './tracker.ts'
import { yamlDocument } from './yaml-document.ts'

const FRONT_MATTER = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/** Below this, a figure whose source is CodeCarbon is nearly always its kg: several authors copied them unchanged. g. */
const SURELY_KG_BELOW_G = 1

/** Model cards (huggingface.co/docs/hub/model-cards-co2): `co2_eq_emissions` in grams, from the front matter alone. */
export const huggingFace: LogFormat = {
  name: 'huggingface',
  title: 'Hugging Face model card (`co2_eq_emissions` in the front matter), MLCO2',
  figures:
    'g, energy only as `energy_consumed` (kWh, Sentence Transformers); modelled when the source is a tracker, else estimated; a value that must be kg gets a warning',
  detect: (head) => /^\uFEFF?---[ \t]*[\r\n][\s\S]*?^co2_eq_emissions[ \t]*:/m.test(head),
  read: (source) =>
    readTextLog(source, (text, log) => {
      const front = FRONT_MATTER.exec(text)
      if (!front) throw new MeasurementError('the front matter is not closed with ---')
      return [card(member(yamlDocument(front[1] ?? ''), 'co2_eq_emissions'), log)]
    }),
}

function card(value: unknown, log: Log): EnergyRecord {
  const details = isFields(value) ? value : {}
  const written = isFields(value) ? member(value, 'emissions') : value
  if (typeof written !== 'string') throw new MeasurementError('co2_eq_emissions has no emissions')
  const grams = gramsOf(written)
  const text = (key: string): string | null => textAt(details, key)
  const source = text('source')
  const itWh = energyOf(member(details, 'energy_consumed'))
  if (itWh === null) log.note(note('log-no-energy', 'a model card has emissions and no energy: it cannot be re-costed'))
  if (source !== null && isTracker(source) && grams > 0 && grams < SURELY_KG_BELOW_G) {
    const meant = Number((grams * GRAMS_PER.kg).toPrecision(12))
    const kg = `${written} g from ${source} looks like kilograms (CodeCarbon writes kg, a card wants grams): it would be ${meant} g`
    log.note(note('log-surely-kg', kg))
  }
  const [cpu, gpu] = [text('cpu_model'), text('hardware_used')]
  return log.record({
    name: text('training_type') ?? 'model card',
    itWh,
    emissionsG: grams,
    place: text('geographical_location'),
    machine: cpu === null && gpu === null ? null : { ...NO_MACHINE, cpu, gpus: gpu === null ? [] : [gpu] },
    method: methodOfTool(source),
  })
}

/** Energy in Wh: Sentence Transformers adds CodeCarbon's `energy_consumed`, in kWh. */
function energyOf(written: unknown): number | null {
  if (typeof written !== 'string') return null
  const kwh = parseNumber(written)
  if (kwh === null || kwh < 0) throw new QuantityError('energy_consumed', written, 'a number of kWh is needed')
  return kwh * 1000
}

/** Grams; a unit may follow the number, as on some cards. */
function gramsOf(written: string): number {
  const match = /^([^a-zA-Z]*?(?:[eE][+-]?\d+)?)\s*(mg|g|kg|t|grams?|kilograms?)?(?:\s*CO2(?:e|eq)?)?$/.exec(
    written.trim(),
  )
  const number = match ? parseNumber(match[1] ?? '') : null
  if (number === null || number < 0) throw new QuantityError('emissions', written, 'a number of grams is needed')
  const unit = match?.[2] ?? 'g'
  return number * (unit.startsWith('k') ? GRAMS_PER.kg : unit === 'mg' ? GRAMS_PER.mg : unit === 't' ? GRAMS_PER.t : 1)
}
