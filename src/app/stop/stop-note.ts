import { type Note, note } from '../../core/notes.ts'
import type { Stopped } from '../../core/report.ts'
import type { StopLines } from './stop-lines.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { duration, percent, plain, quantity } from '../../render/quantities.ts'

/** What a stop means in one plain sentence. */
export function stopSentence({ line, at_share, grace_s, after_wh, killed }: Stopped): string {
  const asked = `Stopped by its budget: at ${percent(at_share)} of ${line} its processes were asked to end`
  const cost = after_wh === null ? '' : ` and used ${quantity(after_wh, 'wh', 2)} more`
  if (killed) {
    const after = grace_s === null ? '' : ` after ${duration(grace_s)}`
    return plain(
      `${asked}, and those that were left${after} were killed${cost && `, having used ${quantity(after_wh, 'wh', 2)} more`}.`,
    )
  }
  if (grace_s === null) return plain(`${asked}.`)
  return plain(`${asked}; they ended within ${duration(Math.max(1, grace_s))}${cost}.`)
}

/** Says which lines that `stop-at` names do not stop the work, and why. */
export function unarmedNotes(unarmed: StopLines['unarmed']): Note[] {
  return unarmed.map(({ line, reason }) =>
    note('stop-line-not-armed', `${line} stops nothing and is judged at the end: ${reason}.`),
  )
}

/** Adds a stop to a report, with the note that says so. */
export function withStop(draft: UnjudgedReport, stopped: Stopped | null): UnjudgedReport {
  if (!stopped) return draft
  return { ...draft, stopped, notes: [note('stopped-by-budget', stopSentence(stopped)), ...draft.notes] }
}
