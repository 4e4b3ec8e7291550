import { DAY_MS } from '../core/calendar.ts'

/** A repository that was not collected for longer is not collected any more: it was archived, or left the ledger. */
const RETIRED_MS = 35 * DAY_MS

/**
 * Cursors of the repositories that are still collected, the oldest first.
 * @param cursors until when each repository's collector has read runs, RFC 3339
 * @example activeCursors({ 'octo/shop': '2026-11-28T13:00:00Z' }, Date.now())
 */
export function activeCursors(
  cursors: Readonly<Record<string, string>>,
  nowMs: number,
): { readonly repository: string; readonly cursor: string }[] {
  return Object.entries(cursors)
    .map(([repository, cursor]) => ({ repository, cursor }))
    .filter(({ cursor }) => nowMs - Date.parse(cursor) <= RETIRED_MS)
    .sort((a, b) => Date.parse(a.cursor) - Date.parse(b.cursor))
}

/** The parts of a ledger that belong to one repository. Upper and lower case do not tell names apart. */
export function ofRepository<T>(byName: Readonly<Record<string, T>>, repository: string): T[] {
  const wanted = repository.toLowerCase()
  return Object.entries(byName).flatMap(([name, part]) => (name.toLowerCase() === wanted ? [part] : []))
}
