/**
 * How many processors a kernel list names (cpuset, online): `0-1,4,6-7` is 5.
 * @returns null when the text is not such a list, or is empty
 */
export function countCpus(list: string): number | null {
  let count = 0
  for (const part of list.trim().split(',')) {
    const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part)
    if (!match) return null
    const first = Number(match[1])
    const last = match[2] === undefined ? first : Number(match[2])
    if (last < first) return null
    count += last - first + 1
  }
  return count
}

/** The processor numbers in a kernel list; none when the text is not such a list. `0-1,4` is 0, 1, 4. */
export function cpusIn(list: string): number[] {
  if (countCpus(list) === null) return []
  return list
    .trim()
    .split(',')
    .flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number)
      return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    })
}
