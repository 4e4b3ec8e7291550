import type { CollectionResult } from './collect-runs.ts'

/** One line about a collection, for people. */
export function collectionText({ runs, added, duplicates, left, cursor }: CollectionResult): string {
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
  const known = duplicates === 0 ? '' : `, ${duplicates} already there`
  const rest = left === 0 ? '' : `, ${count(left, 'run', 'runs')} left`
  return `${count(runs, 'run', 'runs')} read, ${count(added, 'entry', 'entries')} added${known}${rest}; complete until ${cursor}`
}
