import type { CollectionResult } from './collect-runs.ts'
import { counted } from '../../core/text.ts'

/** One line about a collection, for people. */
export function collectionText({ runs, added, duplicates, left, cursor }: CollectionResult): string {
  const known = duplicates === 0 ? '' : `, ${duplicates} already there`
  const rest = left === 0 ? '' : `, ${counted(left, 'run')} left`
  return `${counted(runs, 'run')} read, ${counted(added, 'entry', 'entries')} added${known}${rest}; complete until ${cursor}`
}
