/** Ways in which energy gets lost from a log, as changes of its text. */

/** A changed text and what was done to it, for the message of a failing test. */
export interface Damage {
  readonly what: string
  readonly text: string
  /** The text with which its figure is compared; the whole log where it is absent. */
  readonly comparedWith?: string
}

/** A number of its own, no part of a word, a time or a date; watts may stand behind it. */
const NUMBER = /(?<![\w./#-]|\d:)\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:(?![\w.:/-])|(?=m?W\b))/g

/** Where a number is. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** All numbers of a text; of many, some that are spread over it. */
export function numbersIn(text: string, most: number): Place[] {
  const all = [...text.matchAll(NUMBER)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  return spread(all, most)
}

/** A text with other words at some places. */
export function replaced(text: string, places: readonly Place[], by: string): string {
  return places.toReversed().reduce((sum, { from, to }) => sum.slice(0, from) + by + sum.slice(to), text)
}

/** What tools write where they have no value. */
const NO_VALUES = ['', 'N/A', '[N/A]', 'nan', 'ERR!', '-', 'None', '<not counted>']

/** Every number in turn without its value. */
export function withoutValues(text: string, most: number): Damage[] {
  return numbersIn(text, most).map((place, at) => {
    const word = NO_VALUES[at % NO_VALUES.length] as string
    return {
      what: `${text.slice(place.from, place.to)} at ${place.from} is ${JSON.stringify(word)}`,
      text: replaced(text, [place], word),
    }
  })
}

/** Each column of a table in turn, blank in its second half or in all rows. @param mayBeBlank the one that may be blank in all rows */
export function withBlankColumns(text: string, mayBeBlank?: string): Damage[] {
  const lines = text.split('\n')
  const header = lines[0] ?? ''
  const delimiter = [',', ';', '\t', '|'].find((sign) => header.includes(sign))
  // A table begins with the names of its columns.
  if (delimiter === undefined || header.includes('{') || header.split(delimiter).some((cell) => /^[\d\s]/.test(cell)))
    return []
  const columns = header.split(delimiter).length
  const rows = lines.filter((line, at) => at > 0 && line.split(delimiter).length === columns).length
  return Array.from({ length: columns }, (_, column) =>
    [...(header.split(delimiter)[column] === mayBeBlank ? [] : [0]), Math.ceil(rows / 2)].map((first) => ({
      what: `column ${column + 1} is blank from row ${first + 1} on`,
      text: lines
        .map((line, at) => {
          const cells = line.split(delimiter)
          if (at <= first || line === header || cells.length !== columns) return line
          return cells.map((cell, index) => (index === column ? '' : cell)).join(delimiter)
        })
        .join('\n'),
    })),
  ).flat()
}

/**
 * The text cut at some places within a line or an object, to be compared with the text to the end of that line: behind it, nothing
 * shows that more was to come.
 */
export function truncated(text: string, most: number): Damage[] {
  const cuts = Array.from({ length: text.length - 1 }, (_, at) => at + 1)
  return spread(
    cuts.filter((cut) => !/(?:\n[ \t]*|\}[\s\],]*)$/.test(text.slice(0, cut)) && !/^\s*$|^\n/.test(text.slice(cut))),
    most,
  ).map((cut) => ({
    what: `cut after ${cut} characters`,
    text: text.slice(0, cut),
    comparedWith: text.slice(0, text.indexOf('\n', cut) + 1 || undefined),
  }))
}

/** A pause of the machine's sampling, s. */
const PAUSE_S = 5 * 3600

/** Times as logs write them; the first group is what is moved. */
const TIMES =
  /(?<!\d|\.|Boot time: )(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\d{8} +\d\d:\d\d:\d\d|\d\d[-/]\d\d[-/]\d{4} \d\d:\d\d:\d\d|\w{3} \w{3} +\d+ \d\d:\d\d:\d\d(?= \d{4}| [+-])|1[67]\d{8})(?!\d)/g

/** The hour of a written time, or its seconds since 1970, five hours later. */
function later(time: string): string {
  if (/^\d+$/.test(time)) return String(Number(time) + PAUSE_S)
  return time.replace(
    /(\d\d)(:\d\d:\d\d)$/,
    (_, hour: string, rest: string) => `${Number(hour) + PAUSE_S / 3600}${rest}`,
  )
}

/** All times from the n-th different one on moved to hours later: the samples have a hole before it. */
export function withPauses(text: string): Damage[] {
  const times = [...new Set([...text.matchAll(TIMES)].map(([time]) => time))]
  return times.slice(1).map((start, at) => {
    const moved = new Set(times.slice(at + 1))
    return {
      what: `a pause of ${PAUSE_S / 3600} h before ${start}`,
      text: text.replaceAll(TIMES, (time) => (moved.has(time) ? later(time) : time)),
    }
  })
}

/** Some elements of a list, evenly spread. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(all.length, most) }, (_, at) => all[Math.floor(at * step)] as T)
}
