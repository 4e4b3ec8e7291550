import { type Note, note } from '../../core/notes.ts'
import type { Stopped } from '../../core/report.ts'
import type { StopLines } from './stop-lines.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { plain } from '../../render/quantities.ts'
import { stopSentence } from '../../render/stop-sentence.ts'

/** Says which lines that `stop-at` names do not stop the work, and why. */
export function unarmedNotes(unarmed: StopLines['unarmed']): Note[] {
  return unarmed.map(({ line, reason }) =>
    note('stop-line-not-armed', `${line} stops nothing and is judged at the end: ${reason}.`),
  )
}

/** Adds a stop to a report, with the note that says so. */
export function withStop(draft: UnjudgedReport, stopped: Stopped | null): UnjudgedReport {
  if (!stopped) return draft
  return {
    ...draft,
    stopped,
    notes: [note('stopped-by-budget', plain(stopSentence(stopped, (line) => line))), ...draft.notes],
  }
}
