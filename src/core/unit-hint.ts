import { LIMIT_UNITS } from './units.ts'

/** Words and spellings that people write for a unit of a limit, in lower case and singular. */
const SPELLINGS: Readonly<Record<string, string>> = {
  gram: 'g',
  gramme: 'g',
  milligram: 'mg',
  kilogram: 'kg',
  kilo: 'kg',
  tonne: 't',
  pound: 'lb',
  lb: 'lb',
  liter: 'L',
  litre: 'L',
  milliliter: 'mL',
  millilitre: 'mL',
  joule: 'J',
  kilojoule: 'kJ',
  megajoule: 'MJ',
  wattsecond: 'J',
  watthour: 'Wh',
  kilowatthour: 'kWh',
  milliwatthour: 'mWh',
  metricton: 't',
  metrictonne: 't',
  mt: 't',
  megawatthour: 'MWh',
}

/**
 * Spellings that differ from a unit only in the case of a letter. The example must not guess, because the candidates differ by a factor
 * of a thousand or more.
 */
const TWINS: Readonly<Record<string, string>> = {
  Mg: 'mg or t',
  MG: 'mg or t',
  mJ: 'J or MJ',
  mj: 'J or MJ',
  ML: 'mL or L',
  Ml: 'mL or L',
  Mt: 't (a megatonne is 1000000 t)',
  MT: 't (a megatonne is 1000000 t)',
}

/** Why the unit of a limit cannot be read. */
export interface UnitHint {
  readonly text: string
  /** What means the same in place of the unit, with the scope that was written into it; null: unknown. */
  readonly fixed: string | null
}

/**
 * Explains an unknown unit. Case is never guessed where it changes the size: mWh and MWh differ by a factor of a billion.
 * @example unitHint('grams').fixed // 'g'
 */
export function unitHint(unit: string): UnitHint {
  const twin = Object.hasOwn(TWINS, unit) ? TWINS[unit] : undefined
  if (twin !== undefined) return { text: `did you mean ${twin}?`, fixed: null }
  const near = LIMIT_UNITS.filter((known) => known.toLowerCase() === unit.toLowerCase())
  if (near.length > 0)
    return { text: `did you mean ${near.join(' or ')}?`, fixed: (near.length === 1 && near[0]) || null }
  const word = unit
    .toLowerCase()
    .replaceAll(/[\s\u00b7*-]/g, '')
    .replace(/s$/, '')
  const meant = /^W ?s$/i.test(unit) ? 'J' : SPELLINGS[word]
  if (meant !== undefined) return { text: `did you mean ${meant}?`, fixed: meant }
  if (/^[kM]?W[\s\u00b7*-]h$/.test(unit)) return unitHint(unit.replace(/[\s\u00b7*-]/, ''))
  if (/^[kM]?W(?:atts?)?$/i.test(unit))
    return { text: 'a watt is power, and a budget limits energy, such as Wh', fixed: null }
  const [, known = '', sign = '', rest = ''] =
    /^(\S*?)( an? | each | every | ?\/ ?| and | or |\W)(.+)$/i.exec(unit) ?? []
  if (!LIMIT_UNITS.includes(known)) return { text: `known units are ${LIMIT_UNITS.join(', ')}`, fixed: null }
  if (LIMIT_UNITS.includes(rest)) return { text: `a budget limits a total, not a ratio to ${rest}`, fixed: null }
  if (/[;,&+]|and|or/i.test(sign)) return { text: 'every budget is a line of its own', fixed: null }
  if (!/[/a-z]/i.test(sign)) return { text: `after ${known} only \`per SCOPE\` may follow`, fixed: null }
  return { text: `did you mean ${known} per ${rest}?`, fixed: `${known} per ${rest}` }
}
