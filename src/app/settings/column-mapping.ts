import { ConfigurationError } from '../../core/errors.ts'
import { entriesOf, isScalar } from './config-values.ts'

/** Columns written as a mapping, as the lines of `log-columns`; a unit may be given as `unit` (of the energy) or `time-unit`. */
export function columnLines(value: unknown, key: string, file: string): readonly string[] {
  const columns = new Map<string, string>()
  const units = new Map<string, string>()
  for (const [name, column] of entriesOf(value, key, file)) {
    if (!isScalar(column)) throw new ConfigurationError(`${file}: ${key}.${name} needs a column name`)
    if (name === 'unit') units.set('energy', String(column))
    else if (name.endsWith('-unit')) units.set(name.slice(0, -'-unit'.length), String(column))
    else columns.set(name === 'name' ? 'run' : name, String(column))
  }
  for (const what of units.keys()) {
    if (!columns.has(what)) throw new ConfigurationError(`${file}: ${key} has a unit and no column of ${what}`)
  }
  return [...columns].map(([what, column]) => `${what}: ${column}${units.has(what) ? ` in ${units.get(what)}` : ''}`)
}
