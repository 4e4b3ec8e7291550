import type { ProcessIdentity } from '../../sensors/process-identity.ts'
import type { ListedProcess } from '../../sensors/process-list.ts'
import { ProcessSet } from './process-set.ts'
import { isMeasured, marksOf } from './tree-mark.ts'

/**
 * A command with all of its descendants, also those that left its process group or session or whose parent ended (setsid,
 * double fork, nohup). Only a program that both clears its environment and gives up its parent before anyone looks escapes.
 */
export class ProcessTree extends ProcessSet {
  readonly #mark: string

  /**
   * @param root the command
   * @param mark what `newMark` gave and the command has in its environment
   */
  constructor(root: ProcessIdentity, mark: string) {
    super()
    this.#mark = mark
    this.known.set(root.pid, root.startTicks)
  }

  protected override isMember({ pid }: ListedProcess): boolean {
    return marksOf(pid).includes(this.#mark)
  }

  protected override isExcluded(): boolean {
    return false
  }

  /** Whether a measurement inside ours owns the process and still runs. */
  protected override isNested({ pid }: ListedProcess): boolean {
    const marks = marksOf(pid)
    return marks.includes(this.#mark) && isMeasured(marks.slice(marks.indexOf(this.#mark) + 1))
  }
}
