import type { IntensityKind } from '../core/footprint.ts'
import { GRID_SOURCES, type GridSource } from './grid-source.ts'
import { GRID_TABLE } from './grid-table.ts'

/** A grid zone with its yearly figure. */
export interface GridZone {
  /** Electricity Maps style: ISO 3166-1 alpha-2 of a country, `US-CAL-CISO`, `SE-SE3`; `WORLD`. */
  readonly zone: string
  /** ISO 3166-1 alpha-3; null for parts of a country. */
  readonly iso3: string | null
  readonly name: string
  readonly aliases: readonly string[]
  /** gCO2e/kWh, average of `year`. */
  readonly gPerKwh: number
  readonly year: number
  readonly kind: IntensityKind
  readonly source: GridSource
  /** The zone whose figure is used because no source has this one's; null if the figure is its own. */
  readonly figureOf: string | null
}

/** The average of the world, for places that are not known. */
export const WORLD = 'WORLD'

let zones: ReadonlyMap<string, GridZone> | undefined

/** All zones by id, read from the table on first use. */
export function gridZones(): ReadonlyMap<string, GridZone> {
  zones ??= read()
  return zones
}

/** A zone by its exact id. Finds its line without reading the others: a job asks for one. */
export function gridZone(id: string): GridZone | null {
  return zones?.get(id) ?? zoneOf(lineOf(id))
}

function read(): Map<string, GridZone> {
  return new Map(
    GRID_TABLE.split('\n')
      .map((line) => zoneOf(line))
      .flatMap((zone) => (zone ? [[zone.zone, zone]] : [])),
  )
}

function lineOf(id: string): string | null {
  if (!/^[A-Z][A-Z0-9-]*$/.test(id)) return null
  const start = `\n${GRID_TABLE}`.indexOf(`\n${id};`)
  return start < 0 ? null : GRID_TABLE.slice(start, (GRID_TABLE + '\n').indexOf('\n', start))
}

function zoneOf(line: string | null): GridZone | null {
  if (line === null) return null
  const cells = line.split(';')
  const [zone = '', iso3 = '', name = '', aliases = '', , , , of = WORLD] = cells
  const figureOf = cells[4] ? null : of || WORLD
  const [, , , , g, year, key = ''] = figureOf === null ? cells : (lineOf(figureOf)?.split(';') ?? [])
  const source = GRID_SOURCES[key]
  if (g === undefined || year === undefined || source === undefined)
    throw new Error(`grid table: ${zone} has no figure`)
  return {
    zone,
    iso3: iso3 || null,
    name,
    aliases: aliases === '' ? [] : aliases.split('|'),
    gPerKwh: Number(g),
    year: Number(year),
    kind: source.kind,
    source,
    figureOf,
  }
}
