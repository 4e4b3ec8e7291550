import { ConfigurationError } from '../../core/errors.ts'
import type { CardFields } from './card-fields.ts'
import { decimalText } from './decimal-text.ts'
import { yamlText } from './yaml-scalar.ts'

/** Our key in the front matter of a model card. */
export const KEY = 'co2_eq_emissions'

/** The fields that are known. */
export function entriesOf(fields: CardFields): [string, string | number][] {
  const { emissions, source, training_type, geographical_location, hardware_used, energy_consumed = null } = fields
  const all = { emissions, source, training_type, geographical_location, hardware_used, energy_consumed }
  return Object.entries(all).filter((entry): entry is [string, string | number] => entry[1] !== null)
}

export function blockOf(fields: CardFields, eol: string, indent = ''): string {
  const lines = entriesOf(fields).map(([key, value]) => `${indent}  ${key}: ${scalarText(value)}${eol}`)
  return `${indent}${KEY}:${eol}${lines.join('')}`
}

export function flowOf(fields: CardFields): string {
  return `{ ${entriesOf(fields)
    .map(([key, value]) => `${key}: ${scalarText(value)}`)
    .join(', ')} }`
}

export function scalarText(value: string | number): string {
  return typeof value === 'number' ? decimalText(value) : yamlText(value)
}

/** Front matter that cannot be edited without a doubt about what it means. */
export function unsafe(why: string): ConfigurationError {
  return new ConfigurationError(`its ${KEY} ${why}: change it to a block of keys, or remove it`)
}
