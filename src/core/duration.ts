import { ConfigurationError } from './errors.ts'
import { parseNumber } from './quantity.ts'

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec|secs|second|seconds)$/i, 1],
  [/^(?:m|min|mins|minute|minutes)$/i, 60],
  [/^(?:h|hr|hrs|hour|hours)$/i, 3600],
  [/^(?:d|day|days)$/i, 86_400],
]

/** A year: nothing that this tool plans is longer, and a slip of the unit is caught. */
const LONGEST_S = 366 * 86_400

const EXAMPLE = 'write it like `15 min`, `2 h`, `90m` or `PT2H`'

/**
 * Reads a duration: `15 min`, `2h`, `1 h 30 min`, `1.5 h`, or ISO 8601 `PT1H30M`. A number alone is refused: its unit would be a guess.
 * @param name of the setting, for the message
 * @returns s, above 0
 * @throws ConfigurationError
 */
export function parseDuration(text: string, name: string): number {
  const trimmed = text.trim()
  const seconds = /^P/i.test(trimmed) ? iso8601(trimmed) : inWords(trimmed)
  if (seconds === null || !(seconds > 0) || seconds > LONGEST_S) {
    throw new ConfigurationError(
      `${name} is ${JSON.stringify(trimmed.slice(0, 40))}: a duration up to a year is needed, ${EXAMPLE}`,
    )
  }
  return seconds
}

function inWords(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\s*/gi)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return null
  let seconds = 0
  let smallest = Number.POSITIVE_INFINITY
  for (const [, count = '', unit = ''] of parts) {
    const factor = UNITS.find(([pattern]) => pattern.test(unit))?.[1]
    const value = parseNumber(count)
    // Units go from large to small and none twice: `30 min 1 h 10 min` is a slip.
    if (factor === undefined || value === null || factor >= smallest) return null
    smallest = factor
    seconds += value * factor
  }
  return seconds
}

function iso8601(text: string): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text)
  if (!match) return null
  const [, days, hours, minutes, seconds] = match
  if (days === undefined && hours === undefined && minutes === undefined && seconds === undefined) return null
  const secondsOf = (count: string | undefined, factor: number): number =>
    count === undefined ? 0 : Number(count) * factor
  return secondsOf(days, 86_400) + secondsOf(hours, 3600) + secondsOf(minutes, 60) + secondsOf(seconds, 1)
}

/** A duration for people: `15 min`, `2 h`, `1 h 30 min`, `2 d 3 h`. */
export function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return `${Math.round(seconds)} s`
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const parts = [days && `${days} d`, hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`].filter(Boolean)
  return parts.slice(0, 2).join(' ')
}
