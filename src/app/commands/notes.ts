import { ConfigurationError } from '../../core/errors.ts'
import { nearest } from '../../core/nearest.ts'
import { noteRow } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'
import { NOTES } from '../../core/note-table.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import { NOTE_REMEDIES } from './note-remedies.ts'

/** `notes [CODE]`: prints the meaning of one note code and what to do about it, or of all codes. @throws ConfigurationError for an unknown code */
export function notesCommand(code: string | undefined, console: Console): number {
  const codes = code === undefined ? Object.keys(NOTES).toSorted() : [code]
  for (const code of codes) console.out(`${lineOf(code)}\n`)
  return EXIT.ok
}

function lineOf(code: string): string {
  const row = noteRow(code)
  const remedy = (NOTE_REMEDIES as Readonly<Record<string, string>>)[code]
  if (row)
    return `${code} (${row.levels.join(' or ')}): ${row.meaning}${remedy === undefined ? '' : ` What to do: ${remedy}`}`
  const [near] = nearest(code, Object.keys(NOTES), 1)
  throw new ConfigurationError(
    `notes ${printable(JSON.stringify(code))} is unknown: \`carbon-gate notes\` prints all codes${near ? `; did you mean ${near}?` : ''}`,
  )
}
