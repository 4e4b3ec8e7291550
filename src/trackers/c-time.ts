const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const C_TIME = /^\w{3} (\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})(?: ([+-])(\d\d)(\d\d))?$/

/**
 * Reads the time stamp of C's `ctime`, with or without a zone: `Fri May  8 09:35:17 2026 +0200`.
 * @returns s since 1970, of the local clock without a zone; null when the text is not one
 */
export function cTimeSeconds(text: string): number | null {
  const [, month = '', day, hour, minute, second, year, sign, zoneHour, zoneMinute] = C_TIME.exec(text) ?? []
  const monthIndex = MONTHS.indexOf(month)
  if (monthIndex === -1) return null
  const local = Date.UTC(Number(year), monthIndex, Number(day), Number(hour), Number(minute), Number(second)) / 1000
  if (sign === undefined) return local
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60
  return sign === '-' ? local + offset : local - offset
}
