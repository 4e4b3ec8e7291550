import { type Audience, type Level, NOTES, type NoteCode, type NoteRow } from './note-table.js';
export type { Audience, Level, NoteCode, NoteRow };
/** Code in a report of another version. It is not a row of the table and cannot be written by this one. */
export type ForeignNoteCode = string & {
    readonly foreign: unique symbol;
};
/** A remark on a figure or a decision, for the reader of a report. */
export interface Note {
    /** Stable, kebab-case: scripts test for it. */
    code: NoteCode | ForeignNoteCode;
    level: Level;
    text: string;
}
/** Codes whose rows allow more than one level. */
type VariableCode = {
    [C in NoteCode]: (typeof NOTES)[C]['levels'] extends readonly [Level] ? never : C;
}[NoteCode];
/** Levels that the row of a code allows. */
type LevelOf<C extends NoteCode> = (typeof NOTES)[C]['levels'][number];
/**
 * Makes a note. Control characters in the text are escaped, and the text is cut after 2,000 characters.
 * @param level only for codes with several levels; otherwise, and by default, the level comes from the table
 * @example note('grid-fallback', 'electricitymaps did not answer within 10 s') // level: 'warning'
 * @example note('log-counts', 'counts of 2 files are added up', 'warning')
 */
export declare function note(code: NoteCode, text: string): Note;
export declare function note<C extends VariableCode>(code: C, text: string, level: LevelOf<C>): Note;
/**
 * Returns the table's row for a code, or null for a code of another version.
 * @example noteRow('waived')?.audience // 'policy'
 */
export declare function noteRow(code: string): NoteRow | null;
/** Returns the audience of a note. Unknown codes are about the figure, so that no remark of another version is lost. */
export declare function audienceOf({ code }: Pick<Note, 'code'>): Audience;
/**
 * Whether a note has one of these codes. Misspelled codes do not compile.
 * @example report.notes.some((note) => hasCode(note, 'waived'))
 */
export declare function hasCode({ code }: Pick<Note, 'code'>, ...codes: readonly NoteCode[]): boolean;
/** Whether a note is about what was decided rather than about the data. */
export declare function isPolicyNote(note: Pick<Note, 'code'>): boolean;
/** Removes repeated notes and keeps the order of first appearance. */
export declare function uniqueNotes(notes: readonly Note[]): Note[];
