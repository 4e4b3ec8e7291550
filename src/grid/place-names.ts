import { gridZones } from '../data/grid.ts'

let names: ReadonlyMap<string, string> | undefined

/**
 * Maps every spelling of a zone to its id: ids, ISO codes, English and some own names, aliases.
 * An id wins over a code, a code over a name: `CA` is Canada, `US-CA` and `California` are not.
 */
export function zoneNames(): ReadonlyMap<string, string> {
  names ??= collect()
  return names
}

function collect(): Map<string, string> {
  const result = new Map<string, string>()
  const add = (name: string | null, zone: string): void => {
    if (name !== null && !result.has(folded(name))) result.set(folded(name), zone)
  }
  const zones = [...gridZones().values()]
  for (const { zone } of zones) add(zone, zone)
  for (const { zone, iso3 } of zones) add(iso3, zone)
  for (const { zone, name } of zones) add(name, zone)
  for (const { zone, aliases } of zones) for (const alias of aliases) add(alias, zone)
  return result
}

/** Normalizes a name: no case, accents, punctuation or filler words: `Côte d'Ivoire` is `cote d ivoire`. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\bthe (?=.)/g, '')
    .replace(/^st (?=.)/, 'saint ')
    .replace(/\bu s(?: a\b|\b)/, (short) => short.replaceAll(' ', ''))
}

/**
 * Normalized spellings of a name, its own first: `Korea, South` and `Korea (South)` are also `South Korea`,
 * `Macao SAR` also `Macao`.
 */
function spellings(name: string): string[] {
  const [, first = '', last = ''] = NAME_AND_MORE.exec(name) ?? []
  const inverted = last.trim() === '' ? [] : [`${last} ${first}`]
  return [name, ...inverted, name.replace(/\s+SAR\b.*$/, '')].map((each) => folded(each))
}

const NAME_AND_MORE = /^([^,(]+)[,(]([^)]*)\)?$/

/** The zone of a name. A name in brackets must be another name of the same zone: `Georgia (USA)` is not Georgia. */
export function zoneNamed(text: string): string | undefined {
  const name = text.trim()
  const known = zoneNames()
  const listed = known.get(spellings(name).find((each) => known.has(each)) ?? '')
  if (listed !== undefined) return listed
  const [, first = '', last = ''] = NAME_AND_MORE.exec(name) ?? []
  const zone = known.get(folded(first))
  return zone === known.get(folded(last)) ? zone : undefined
}
