import { z } from 'zod'
import { ConfigurationError } from '../../core/errors.ts'
import { parseNumber } from '../../core/quantity.ts'
import { SHARE } from '../settings/number-units.ts'
import { type NumberUnits, number } from '../settings/number-setting.ts'
import type { Setting } from '../settings/setting.ts'
import { SETTINGS, type SetValues, type SettingName } from '../settings/table.ts'

/** A key of a plan, as zod reads it: text or a number in the file, a value afterwards. */
type Field<T> = z.ZodType<T, string | number>

/** A plain value that a reader of settings reads. The reader's message becomes the issue. */
function plainField<T>(
  read: (text: string, context: z.RefinementCtx) => T,
  meta: Readonly<Record<string, unknown>>,
): Field<T> {
  return z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      try {
        return read(String(value), context)
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error
        context.addIssue({ code: 'custom', message: error.message })
        return z.NEVER
      }
    })
    .meta(meta)
}

/** A key that is a setting as well, with the setting's own bounds and units. */
export function settingField<Name extends SettingName>(name: Name): Field<NonNullable<SetValues[Name]>> {
  return readBy(name, SETTINGS[name] as unknown as Setting<NonNullable<SetValues[Name]>>)
}

function readBy<T>(name: string, { about, unit, schema, read }: Setting<T>): Field<T> {
  const { type: _, ...bounds } = schema
  return plainField((text) => read(text, name), { description: unit ? `${about} (${unit})` : about, ...bounds })
}

/** A number within bounds. */
export function numberField(
  name: string,
  about: string,
  unit: string,
  bounds: { above?: number; from?: number; to?: number; whole?: boolean },
  units: NumberUnits = {},
): Field<number> {
  return readBy(name, number(about, unit, bounds, units))
}

/** A share of 1, also in percent. */
export function shareField(name: string, about: string): Field<number> {
  return numberField(name, about, '', { above: 0, to: 1 }, SHARE)
}

/** What may follow a count: thousands, millions, billions, trillions (short scale). Case of K and of the words does not matter. */
const PREFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  B: 1e9,
  G: 1e9,
  billion: 1e9,
  T: 1e12,
  trillion: 1e12,
}

/** A number and its unit. */
const COUNT = /^\s*([+-]?[\d.,]*(?:[eE][+-]?\d+)?)\s*([A-Za-z]*)\s*$/

interface CountBounds {
  /** Smallest plausible count: less is a count whose unit is missing. */
  readonly least: number
  readonly most: number
  /** Shown in messages. */
  readonly example: string
}

/** A large count with its unit: `7 B`, `1.5T`, `300 million`, `7e9`. */
export function countField(name: string, about: string, { least, most, example }: CountBounds): Field<number> {
  // The name of the unit may follow the count: `2 T tokens`.
  const noun = new RegExp(`\\s*${/tokens|parameters|requests/.exec(name)?.[0] ?? name}\\s*$`, 'i')
  return plainField(
    (text) => {
      const refuse = (why: string): ConfigurationError =>
        new ConfigurationError(`${name} is ${JSON.stringify(text.slice(0, 80))}: ${why}`)
      const [, digits = '', unit = ''] = COUNT.exec(text.replace(noun, '')) ?? []
      const written = parseNumber(digits)
      if (written === null) throw refuse(`a count with its unit is needed, such as \`${example}\``)
      const key = unit.length > 1 ? unit.toLowerCase() : unit === 'K' ? 'k' : unit
      const factor = Object.hasOwn(PREFIXES, key) ? PREFIXES[key] : undefined
      if (factor === undefined)
        throw refuse(`the unit ${JSON.stringify(unit)} is unknown: use k, M, B (billion) or T, such as \`${example}\``)
      const value = written * factor
      if (value < 0 || value > most) throw refuse(`a count of at most ${most} is needed, such as \`${example}\``)
      if (value < least)
        throw refuse(`that is less than ${least}: is the unit missing? Write it, such as \`${example}\``)
      return value
    },
    { description: about, examples: [example] },
  )
}

/** One word of a list. */
export function wordField<const T extends string>(about: string, words: readonly [T, ...T[]]): z.ZodType<T, T> {
  return z.enum(words, { error: ({ input }) => `${JSON.stringify(input)} is unknown: use ${words.join(', ')}` }).meta({
    description: about,
  }) as unknown as z.ZodType<T, T>
}

/** Any text of at most 200 characters. */
export function textField(about: string): z.ZodType<string, string> {
  return z.string({ error: 'text is needed' }).min(1).max(200).meta({ description: about })
}
