/**
 * Names that resemble a mistyped one, nearest first: at most `count`, at most `limit` edits away.
 * @param limit a third of the name's length by default
 */
export function nearest(
  name: string,
  known: Iterable<string>,
  count: number = 3,
  limit: number = Math.max(1, Math.ceil(name.length / 3)),
): string[] {
  const wanted = name.toLowerCase()
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** Levenshtein distance, with two letters in the wrong order as one edit; anything above `limit` is reported as limit + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  let beforeThat: readonly number[] = []
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwapped ? (beforeThat[j - 2] ?? limit) + 1 : limit + 1
      row.push(Math.min(substitution, swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    beforeThat = previous
    previous = row
  }
  return previous[b.length] ?? limit + 1
}
