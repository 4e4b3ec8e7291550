import type { Note } from './report.ts'

/** The same note once, in order of first appearance. */
export function uniqueNotes(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [`${note.code}\n${note.text}`, note])).values()]
}
