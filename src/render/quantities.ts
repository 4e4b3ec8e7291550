/**
 * Figures for people: at most three significant digits, a unit that keeps them short, never scientific notation, and
 * never "0" for something that is not nothing. Number and unit are joined by a no-break space, so that a phone does not
 * part them; `plain` puts an ordinary one in its place for the terminal. The decimal point is a point everywhere.
 */

/** Joins a number and its unit. */
export const NBSP = '\u00A0'
/** The typographic minus: a hyphen before a number may break away from it. */
const MINUS = '\u2212'
/** Shown for an unknown figure. */
export const UNKNOWN = '–'

/** A unit with its size in the family's base unit. */
type Scale = readonly (readonly [unit: string, size: number])[]

/** Smallest first. */
const MASS: Scale = [
  ['mg', 1e-3],
  ['g', 1],
  ['kg', 1e3],
  ['t', 1e6],
]
const ENERGY: Scale = [
  ['mWh', 1e-3],
  ['Wh', 1],
  ['kWh', 1e3],
  ['MWh', 1e6],
]
/** Those of a budget line, so that a printed figure may become a limit. */
const VOLUME: Scale = [
  ['mL', 1e-3],
  ['L', 1],
]
const POWER: Scale = [
  ['mW', 1e-3],
  ['W', 1],
  ['kW', 1e3],
  ['MW', 1e6],
]

/** Kinds of quantity, by what they are measured in. */
const FAMILIES = { g: MASS, wh: ENERGY, l: VOLUME, w: POWER } as const
export type Family = keyof typeof FAMILIES

/** In words: a raw "<" would have to be escaped differently in every place it is shown. */
const UNDER = `under${NBSP}`
/** Below this many of the smallest unit, a figure says only that it is less. */
const SMALLEST = 0.01
/** Share of the base unit (g, Wh, L, W) down to which it reads better than the smaller one: 0.41 g, but 41 mg. */
const BASE_FROM = 0.1

/** Significant digits: three, or two where the figure's own range is wider than 5 % to either side. */
export function digitsOf({ value, low, high }: Spread): 2 | 3 {
  if (value === null || low === null || high === null || value <= 0) return 3
  return (high - low) / 2 > 0.05 * value ? 2 : 3
}

/**
 * A quantity with its unit: `0.41 g`, `1.9 Wh`, `12.5 kg`, `under 0.01 mg`.
 * @param value in the family's base unit (g, Wh, L, W); null reads as a dash
 */
export function quantity(value: number | null, family: Family, digits: 2 | 3 = 3): string {
  if (value === null || !Number.isFinite(value)) return UNKNOWN
  const sign = value < 0 ? MINUS : ''
  const size = Math.abs(value)
  const [unit, factor] = unitFor(size, family, digits)
  if (size > 0 && size / factor < SMALLEST && Number((size / factor).toPrecision(digits)) < SMALLEST)
    return `${sign}${UNDER}${SMALLEST}${NBSP}${unit}`
  return `${sign}${decimal(size / factor, digits)}${NBSP}${unit}`
}

/** The value that `quantity` shows, in the family's base unit. A difference of two shown values then adds up for the reader. */
export function shownValue(value: number, family: Family, digits: 2 | 3 = 3): number {
  const [, factor] = unitFor(value, family, digits)
  const size = value / factor
  const shown = size >= 100 ? Math.round(Number(size.toPrecision(3))) : Number(size.toPrecision(digits))
  return Number((shown * factor).toPrecision(12))
}

/** A figure with the ends of its range, in the family's base unit. */
export interface Spread {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** Largest figure in one unit. A larger one reads better in the next unit. */
const LARGEST = 10_000
/** Smallest lower end of a range in the unit of its figure. A smaller one gets a unit of its own. */
const LEAST_END = 0.001

/**
 * A range in the unit of its figure, to be shown once, at the total: `0.33 to 0.52 g`, and `420 to 1,360 g` beside 839 g. Null when an
 * end is unknown, when both are the same, or are too small to show.
 */
export function rangeOf({ value, low, high }: Spread, family: Family): string | null {
  if (low === null || high === null || low === high) return null
  if (quantity(high, family, 2).startsWith(UNDER)) return null
  const own = unitFor(value || high, family, digitsOf({ value, low, high }))
  const isReadable = high / own[1] >= BASE_FROM && high / own[1] < LARGEST
  const [unit, factor] = isReadable ? own : unitFor(high, family, 2)
  const start = low > 0 && low / factor < LEAST_END ? quantity(low, family, 2) : decimal(low / factor, 2)
  return `${start} to${NBSP}${decimal(high / factor, 2)}${NBSP}${unit}`
}

/** A part in the unit of its whole: `0.87 kg` beside 5.8 kg. A part that is too small or large to read there has its own unit. */
export function quantityBeside(value: number | null, whole: number | null, family: Family): string {
  const [unit, factor] = unitFor(whole ?? 0, family, 2)
  const isReadable = value !== null && value / factor >= SMALLEST && value / factor < LARGEST
  return isReadable ? `${decimal(value / factor, 2)}${NBSP}${unit}` : quantity(value, family, 2)
}

/** Figures in one unit, so that they can be compared: the unit of the smallest, or of the largest if they are too far apart. */
export function quantities(values: readonly (number | null)[], family: Family): string[] {
  const known = values.filter((value) => value !== null && value > 0) as number[]
  const [smallest, largest] = [Math.min(...known), Math.max(...known)]
  const least = unitFor(smallest, family, 3)
  const [unit, factor] = largest / least[1] < LARGEST ? least : unitFor(largest, family, 3)
  return values.map((value) => {
    const isApart = value === null || !(value > 0) || value / factor < SMALLEST
    return isApart ? quantity(value, family) : `${decimal(value / factor)}${NBSP}${unit}`
  })
}

/** Figures of one table column: their unit and how each is written without it. */
export interface BareColumn {
  readonly unit: string
  /** Last shown place, in the family's base unit. */
  readonly step: number
  show(value: number | null): string
}

/**
 * Formats the figures of one table column alike: one unit and as many decimals for all, after the largest of them.
 * What is too small for them says so instead of reading 0.
 */
export function bareColumn(values: readonly (number | null)[], family: Family): BareColumn {
  const largest = Math.max(0, ...values.map((value) => value ?? 0))
  const [unit, factor] = unitFor(largest, family, 2)
  const size = largest / factor
  const places = size > 0 ? Math.min(2, Math.max(0, 2 - Math.floor(Math.log10(size)))) : 0
  const step = 10 ** -places
  const show = (value: number | null): string => {
    if (value === null || !Number.isFinite(value)) return UNKNOWN
    // With an ordinary space, so that the column can wrap and stays narrow.
    return value > 0 && value / factor < step / 2 ? `under ${step}` : (value / factor).toFixed(places)
  }
  return { unit, step: step * factor, show }
}

/** The unit that a value reads best in. */
function unitFor(value: number, family: Family, digits: 2 | 3): readonly [string, number] {
  const scale = FAMILIES[family]
  const chosen = scale.findLast(([, size]) => {
    // The base unit is what people think in: it serves down to a tenth. Others start at 1 after rounding.
    const from = size === 1 ? BASE_FROM : 1
    // Rounding adds less than a tenth, so the first condition saves it for most figures: a table may have thousands.
    return value / size > from * 0.9 && Number((value / size).toPrecision(digits)) >= from
  })
  return chosen ?? (value === 0 ? scale.find(([, size]) => size === 1) : undefined) ?? (scale[0] as Scale[number])
}

/** Figures of at least this much are written with the word: twelve zeros are hard to read and do not fit a picture. */
const BILLION = 1e9

/** A whole number with commas. Without the rules for all languages, which take longer to load than most commands take to print. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A number of at least 0 with so many significant digits, trailing zeros dropped, thousands set apart by a comma. */
export function decimal(value: number, digits: 2 | 3 = 3): string {
  if (value === 0) return '0'
  if (value >= BILLION) return `${decimal(value / BILLION, digits)}${NBSP}billion`
  if (value >= 100) return grouped(Math.round(Number(value.toPrecision(3))))
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(value)))
  const text = value.toFixed(Math.min(places, 12))
  return places === 0 ? text : text.replace(/\.?0+$/, '')
}

/** `8 % of the budget`, `12.5 times the budget`: a share, as `percent` writes it, with what it is a share of. */
export function shareOf(share: string, whole: string): string {
  return share.endsWith('times') ? `${share} ${whole}` : `${share} of ${whole}`
}

/** `76 % used`, `used 12.5 times`: a share, as `percent` writes it, of what is used up over time. */
export function shareUsed(share: string): string {
  return share.endsWith('times') ? `used ${share}` : `${share} used`
}

/** A share as a percentage: `8 %`, `0.4 %`, `under 0.1 %`, `184 %`; from 10 times upwards as `12.5 times`. */
export function percent(share: number): string {
  const value = share * 100
  if (!Number.isFinite(value)) return UNKNOWN
  if (value > 0 && value < 0.1) return `${UNDER}0.1${NBSP}%`
  if (value < 1) return `${decimal(Number(value.toFixed(1)), 2)}${NBSP}%`
  // Rounded to 100 %, something over the limit would look as if it were on it.
  if (share > 1 && value < 100.5) return `${value < 100.1 ? `just over${NBSP}100` : value.toFixed(1)}${NBSP}%`
  if (share < 1 && value >= 99.5) return `${Math.min(99.9, Number(value.toFixed(1)))}${NBSP}%`
  if (value < 1000) return `${Math.round(value)}${NBSP}%`
  if (share < 1e6) return `${decimal(share, 3)}${NBSP}times`
  return `over${NBSP}a${NBSP}million${NBSP}times`
}

/** A signed change: `+3 %`, `−12 %`, `±0 %`; from tenfold upwards as `12 times as much`. */
export function change(share: number): string {
  if (!Number.isFinite(share)) return UNKNOWN
  if (share >= 9) return `${decimal(share + 1, 2)}${NBSP}times as much`
  const value = Math.abs(share) * 100
  const rounded = value < 0.05 ? 0 : value < 1 ? Number(value.toFixed(1)) : Math.round(value)
  if (rounded === 0) return `±0${NBSP}%`
  return `${share < 0 ? MINUS : '+'}${rounded}${NBSP}%`
}

/** A length of time: `0.4 s`, `61 s`, `4 min 12 s`, `3 h 5 min`, `2 d 4 h`. */
export function duration(seconds: number | null, digits: 2 | 3 = 2): string {
  if (seconds === null || !Number.isFinite(seconds)) return UNKNOWN
  if (seconds > 0 && seconds < 0.01) return `${UNDER}0.01${NBSP}s`
  if (seconds < 99.5) return `${decimal(seconds, digits)}${NBSP}s`
  const steps = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ] as const
  const at = seconds < 3599.5 ? 2 : seconds < 86_370 ? 1 : 0
  const [large, largeS] = steps[at] as (typeof steps)[number]
  const [small, smallS] = steps[at + 1] as (typeof steps)[number]
  const whole = Math.round(seconds / smallS)
  const per = largeS / smallS
  const rest = whole % per
  const head = `${grouped(Math.floor(whole / per))}${NBSP}${large}`
  return rest === 0 ? head : `${head}${NBSP}${rest}${NBSP}${small}`
}

/** A length of time for a table: `0:04`, `1:44`, `62:03`. */
export function minutes(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return UNKNOWN
  const whole = Math.round(seconds)
  return `${grouped(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`
}

/** Grid intensity with its zone: `369 g/kWh US-MIDA-PJM`; null if it is unknown. */
export function shownGrid(
  intensity: { readonly g_per_kwh: number; readonly zone: string | null } | null,
): string | null {
  return intensity && [perKwh(intensity.g_per_kwh), intensity.zone].filter(Boolean).join(' ')
}

/** Grid intensity: `369 g/kWh`. */
export function perKwh(grams: number): string {
  return `${decimal(grams, 3)}${NBSP}g/kWh`
}

/** Ordinary spaces and an ASCII minus, for terminals and for lines to copy. */
export function plain(text: string): string {
  return text.replaceAll(NBSP, ' ').replaceAll(MINUS, '-')
}

/** Facts of one line, those that are known; null without any. */
export function joined(pieces: readonly (string | null | undefined)[]): string | null {
  return pieces.filter(Boolean).join('; ') || null
}
