/**
 * The first names of a list, and how many more it has.
 * @param most names that are written
 * @example firstNames(['a', 'b', 'c', 'd', 'e']) // 'a, b, c and 2 more'
 */
export function firstNames(names: readonly string[], most: number = 3): string {
  const more = names.length > most ? ` and ${names.length - most} more` : ''
  return names.slice(0, most).join(', ') + more
}
