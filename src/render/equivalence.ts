import { ENERGY_EQUIVALENTS, EQUIVALENTS, type Equivalent } from '../data/equivalents.ts'
import { NBSP, decimal, quantity } from './quantities.ts'

/** A comparison that people can picture, with who vouches for it. */
export interface Equivalence {
  readonly text: string
  readonly source: string
  readonly url: string
}

/** The everyday thing that reads best at that size; null when the figure is unknown or too small for any. */
export function equivalenceOf(gramsCo2e: number | null): Equivalence | null {
  if (gramsCo2e === null) return null
  const fitting = EQUIVALENTS.findLast(({ fromGrams }) => gramsCo2e >= fromGrams)
  if (!fitting) return null
  const amount = amountOf(gramsCo2e / fitting.gramsEach, fitting.unit)
  return { text: fitting.phrase.replace('{}', amount), source: fitting.source, url: fitting.url }
}

/** What uses as much electricity; null when it is unknown or too little for any. */
export function energyEquivalenceOf(wattHours: number | null): string | null {
  const fitting = wattHours === null ? undefined : ENERGY_EQUIVALENTS.findLast(({ fromWh }) => wattHours >= fromWh)
  if (!fitting || wattHours === null) return null
  const value = wattHours / fitting.whEach
  const amount = fitting.unit === 'l' ? quantity(value, 'l', 2) : amountOf(value, 's')
  return fitting.phrase.replace('{}', amount)
}

function amountOf(value: number, unit: Equivalent['unit']): string {
  if (unit === 's') return roundTime(value)
  if (unit === 'count') return decimal(value, 2)
  return value < 950 ? `${decimal(value, 2)}${NBSP}m` : `${decimal(value / 1000, 2)}${NBSP}km`
}

/** A rounded time such as `52 min`. Comparisons are not exact to the second. @param seconds above 0 */
function roundTime(seconds: number): string {
  const [name, size] = TIMES.find((time) => seconds >= 2 * time[1]) ?? ['s', 1]
  return `${decimal(seconds / size, 2)}${NBSP}${name}`
}

/** Units of time with their seconds, largest first. */
const TIMES = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const
