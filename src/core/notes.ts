import { type Audience, type Level, NOTES, type NoteCode, type NoteRow } from './note-table.ts'
import { printable } from './text.ts'

export type { Audience, Level, NoteCode, NoteRow }

/** Code in a report of another version. It is not a row of the table and cannot be written by this one. */
export type ForeignNoteCode = string & { readonly foreign: unique symbol }

/** A remark on a figure or a decision, for the reader of a report. */
export interface Note {
  /** Stable, kebab-case: scripts test for it. */
  code: NoteCode | ForeignNoteCode
  level: Level
  text: string
}

/** Maximum length of a note's text, in characters. */
const NOTE_LENGTH = 2000

/** Codes whose rows allow more than one level. */
type VariableCode = {
  [C in NoteCode]: (typeof NOTES)[C]['levels'] extends readonly [Level] ? never : C
}[NoteCode]

/** Levels that the row of a code allows. */
type LevelOf<C extends NoteCode> = (typeof NOTES)[C]['levels'][number]

/**
 * Makes a note. Control characters in the text are escaped, and the text is cut after 2,000 characters.
 * @param level only for codes with several levels; otherwise, and by default, the level comes from the table
 * @example note('grid-fallback', 'electricitymaps did not answer within 10 s') // level: 'warning'
 * @example note('log-counts', 'counts of 2 files are added up', 'warning')
 */
export function note(code: NoteCode, text: string): Note
export function note<C extends VariableCode>(code: C, text: string, level: LevelOf<C>): Note
export function note(code: NoteCode, text: string, level: Level = NOTES[code].levels[0]): Note {
  return { code, level, text: printable(text, NOTE_LENGTH) }
}

/**
 * Returns the table's row for a code, or null for a code of another version.
 * @example noteRow('waived')?.audience // 'policy'
 */
export function noteRow(code: string): NoteRow | null {
  return Object.hasOwn(NOTES, code) ? NOTES[code as NoteCode] : null
}

/** Returns the audience of a note. Unknown codes are about the figure, so that no remark of another version is lost. */
export function audienceOf({ code }: Pick<Note, 'code'>): Audience {
  return noteRow(code)?.audience ?? 'figure'
}

/**
 * Whether a note has one of these codes. Misspelled codes do not compile.
 * @example report.notes.some((note) => hasCode(note, 'waived'))
 */
export function hasCode({ code }: Pick<Note, 'code'>, ...codes: readonly NoteCode[]): boolean {
  return codes.some((each) => each === code)
}

/** Whether a note is about what was decided rather than about the data. */
export function isPolicyNote(note: Pick<Note, 'code'>): boolean {
  return audienceOf(note) === 'policy'
}

/** Removes repeated notes and keeps the order of first appearance. */
export function uniqueNotes(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((each) => [`${each.code}\n${each.text}`, each])).values()]
}
