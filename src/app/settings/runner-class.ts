import { ConfigurationError } from '../../core/errors.ts'
import { assertReadings } from '../../core/power/wall-readings.ts'
import { OWN_KEYS } from './config-keys.ts'
import { entriesOf, inFile, isScalar } from './config-values.ts'
import { SETTINGS, type SettingName } from './table.ts'
import { readingsOf } from './wall-readings.ts'

/** A runner label of this project's own machines. */
export interface RunnerClass {
  readonly cpu?: string
  readonly vcpus?: number
  readonly 'memory-gb'?: number
  readonly gpu?: string
  readonly gpus?: number
  readonly watts?: number
  /** Wall power of the whole machine, W. */
  readonly 'idle-watts'?: number
  readonly 'full-watts'?: number
}

/** Reads `runners`: machines by label. @throws ConfigurationError */
export function runnersOf(value: unknown, file: string): Record<string, RunnerClass> {
  const runners: Record<string, RunnerClass> = Object.create(null) as Record<string, RunnerClass>
  for (const [label, row] of entriesOf(value, 'runners', file)) {
    const known = OWN_KEYS.runners.schema.additionalProperties.properties
    const machine: Record<string, unknown> = {}
    for (const [key, field] of entriesOf(row, `runners.${label}`, file)) {
      if (!Object.hasOwn(known, key) || !isScalar(field)) {
        throw new ConfigurationError(`${file}: runners.${label}.${key} is not one of ${Object.keys(known).join(', ')}`)
      }
      machine[key] = inFile(file, () => SETTINGS[key as SettingName].read(String(field), `runners.${label}.${key}`))
    }
    const runner = machine as RunnerClass
    inFile(file, () => assertReadings(readingsOf(runner), `runners.${label}.`))
    runners[label] = runner
  }
  return runners
}
