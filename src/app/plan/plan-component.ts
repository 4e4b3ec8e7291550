import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import type { Range } from '../../core/range.ts'

/** One component of the plan, W. */
export interface Component {
  readonly watts: Range
  readonly basis: string
}

/** Says that a setting is missing. Shows both spellings, because this code does not know whether it would come from a flag or a file. */
export function lacking(name: string, example: string, instead = ''): ConfigurationError {
  const spelled = `--${name} ${example} (in a workflow or a file \`${name}: ${example}\`)`
  return new ConfigurationError(`${name} is missing: an estimate needs it, such as ${spelled}${instead}`)
}

/** Warns about a figure that has no effect. */
export function unused(name: 'utilization' | 'gpu-utilization', where: string): Note {
  return note(`${name}-unused`, `${name} has no effect ${where}`)
}
