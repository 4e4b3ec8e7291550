import { textOrNull } from '../field.ts'
import type { Lookup } from './entry.ts'

/** Maximum number of names that are distinguished; beyond it, tasks of one name are summed. */
const MAX_NAMES = 10_000

/** Names of the tasks of a log, numbered where a run has several of one name. */
export class TaskNames {
  readonly #counts = new Map<string, number>()

  named(value: Lookup): string {
    const name = textOrNull(value('task_name')) ?? 'task'
    const key = `${value('run_id') ?? ''} ${name}`
    const count = (this.#counts.get(key) ?? 0) + 1
    if (this.#counts.size < MAX_NAMES) this.#counts.set(key, count)
    return count === 1 ? name : `${name} #${count}`
  }
}
