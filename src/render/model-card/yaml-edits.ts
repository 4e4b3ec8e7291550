import { type Pair, type Scalar, type YAMLMap, isMap, isScalar } from 'yaml'
import { unsafe } from './card-block.ts'

/** A replacement of `text` from `start` to `end`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The pair of a key. */
export function pairOf(map: YAMLMap, name: string): Pair<unknown, unknown> | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)
}

/** Adds an entry behind the last one in braces. */
export function addedToFlow(front: string, map: YAMLMap, entry: string): Edit {
  const { range } = map
  if (!range) throw unsafe('cannot be changed safely')
  const last = map.items.at(-1)
  if (!last) return { start: range[0] + 1, end: range[1] - 1, text: ` ${entry} ` }
  return insertion(pairEnd(last, front), `, ${entry}`)
}

function pairEnd({ key, value }: Pair<unknown, unknown>, front: string): number {
  const end = (value as Scalar | null)?.range?.[1]
  if (end !== undefined) return end
  return front.indexOf(':', (key as Scalar).range?.[1] ?? 0) + 1
}

/** The spaces before the first key of a mapping. */
export function indentOf(front: string, map: YAMLMap): string {
  const at = (map.items[0]?.key as Scalar | undefined)?.range?.[0] ?? 0
  return /[ ]*$/.exec(front.slice(front.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? ''
}

/** Where the last value of a mapping ends, before any comment behind it. */
export function endOf(map: YAMLMap): number {
  const last = map.items.at(-1)
  const value = last?.value as Scalar | YAMLMap | null | undefined
  if (isMap(value) && !value.flow) return endOf(value)
  return value?.range?.[1] ?? (last?.key as Scalar | undefined)?.range?.[1] ?? 0
}

/** The start of the next line; the position itself if it is at the start of a line. */
export function lineEndAfter(front: string, at: number): number {
  if (at > 0 && front[at - 1] === '\n') return at
  const end = front.indexOf('\n', at)
  return end < 0 ? front.length : end + 1
}

export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text }
}
