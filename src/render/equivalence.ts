import { ENERGY_EQUIVALENTS, EQUIVALENTS, type Equivalent } from '../data/equivalents.ts'
import { NBSP, decimal, duration, quantity } from './quantities.ts'

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
  if (unit === 's') return duration(value < 10 ? Number(value.toPrecision(2)) : Math.round(value))
  if (unit === 'count') return decimal(value, 2)
  return value < 950 ? `${decimal(value, 2)}${NBSP}m` : `${decimal(value / 1000, 2)}${NBSP}km`
}
