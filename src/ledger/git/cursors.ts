import type { Snapshot } from './snapshot.ts'

/** Cursor of each repository's collector. */
export function latestCursors({ months }: Pick<Snapshot, 'months'>): Record<string, string> {
  const latest: Record<string, string> = {}
  for (const [name, cursor] of [...months.values()].flatMap(({ cursors = {} }) => Object.entries(cursors))) {
    if (cursor > (latest[name] ?? '')) latest[name] = cursor
  }
  return latest
}

/** Cursor of one repository's collector, without a repository the latest of all; null before its first run. */
export function latestCursor({ months }: Pick<Snapshot, 'months'>, repository?: string): string | null {
  const cursors = [...months.values()].map(({ cursor, cursors: own }) =>
    repository === undefined ? cursor : (own?.[repository] ?? null),
  )
  return (
    cursors
      .filter((cursor) => cursor !== null)
      .sort()
      .at(-1) ?? null
  )
}
