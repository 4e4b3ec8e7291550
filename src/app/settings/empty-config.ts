import type { Budget } from '../../core/budget.ts'
import type { RunnerClass } from './runner-class.ts'
import type { SetValues } from './table.ts'

/** The file, read. */
export interface ConfigFile {
  /** The path that was given or found. Undefined if there is no file. */
  readonly path?: string
  /** A file with budgets further up, which is not read because of this one, although this one has none. */
  readonly hides?: string
  readonly budgets: readonly Budget[]
  readonly extends: string | null
  /** Whether inputs of a proposal that change the rules are ignored. */
  readonly protect: boolean
  readonly runners: Readonly<Record<string, RunnerClass>>
  readonly values: SetValues
}

export const EMPTY_CONFIG: ConfigFile = { budgets: [], extends: null, protect: false, runners: {}, values: {} }
