import { randomBytes } from 'node:crypto'
import { type ProcessIdentity, isRunning } from '../../sensors/process-identity.ts'
import { variableOf } from '../../sensors/process-list.ts'

/**
 * Every process of a tree inherits this variable, so that it is found after it has left its parent, its process group and its
 * session. A measurement inside another one appends its own mark to the outer one's.
 */
export const TREE_VARIABLE = 'CARBON_GATE_TREE'

/** Separates the marks of nested measurements. */
const SEPARATOR = ','

/** A mark that no other process tree of this machine has: the process that measures, and a random number. */
export function newMark(owner: ProcessIdentity): string {
  return `${owner.pid}-${owner.startTicks ?? ''}-${randomBytes(8).toString('hex')}`
}

/** The value of `TREE_VARIABLE` for the processes of a new tree. @param inherited the value in our own environment */
export function markVariable(mark: string, inherited: string | undefined): string {
  return inherited ? `${inherited}${SEPARATOR}${mark}` : mark
}

/** The marks of the measurements around a process, outermost first. */
export function marksOf(pid: number): string[] {
  return (variableOf(pid, TREE_VARIABLE) ?? '').split(SEPARATOR)
}

/** Whether the owner of one of these marks still runs. */
export function isMeasured(marks: readonly string[]): boolean {
  return marks.some((mark) => {
    const [owner = '', startTicks = ''] = mark.split('-')
    return isRunning({ pid: Number(owner), startTicks: startTicks || null })
  })
}
