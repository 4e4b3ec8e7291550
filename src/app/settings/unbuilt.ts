import type { Note } from '../../core/report.ts'
import type { Settings } from './table.ts'

/** Tells of settings that are known by name and do nothing yet: whoever sets one would count on it. */
export function unbuiltNotes({ ledger }: Pick<Settings, 'ledger'>): Note[] {
  if (ledger === '') return []
  const text = `ledger is ${JSON.stringify(ledger)}, and this version keeps no history yet: nothing is written there`
  return [{ code: 'ledger-unbuilt', level: 'warning', text }]
}
