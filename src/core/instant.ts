import { ConfigurationError } from './errors.ts'

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i

/**
 * Reads an RFC 3339 time with its zone, seconds optional: APIs write `2018-01-20T12:00Z`, some with seven decimals.
 * @returns Unix time, s; null when the text is not such a time (also for 31 February)
 */
export function instantOf(text: unknown): number | null {
  if (typeof text !== 'string') return null
  const match = RFC_3339.exec(text.trim())
  if (!match) return null
  const [, year, month, day] = match
  const millis = Date.parse(text.trim().replace(' ', 'T').toUpperCase())
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (Number.isNaN(millis) || calendar.getUTCDate() !== Number(day)) return null
  return millis / 1000
}

/** Reads a time that a user wrote. @returns Unix time, s @throws ConfigurationError */
export function parseInstant(text: string, name: string): number {
  const instant = instantOf(text)
  if (instant === null) {
    throw new ConfigurationError(
      `${name} is ${JSON.stringify(text.slice(0, 40))}: a time with its zone is needed, such as \`2026-11-24T12:00:00Z\``,
    )
  }
  return instant
}

/** A time for APIs and reports: `2026-11-24T12:00:00Z`. @param instant Unix time, s */
export function instantText(instant: number): string {
  return new Date(Math.round(instant * 1000)).toISOString().replace('.000Z', 'Z')
}
