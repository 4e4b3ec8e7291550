import { note } from '../core/notes.ts'
import type { GridFigure } from '../core/footprint.ts'
import type { Note } from '../core/report.ts'
import { type GridZone, WORLD, gridZone } from '../data/grid.ts'
import { yearlyRange } from '../data/grid-spread.ts'
import type { FigureAnswer, GridProvider, Place } from './provider.ts'

/** Relative error of a country's figure for one part of it: parts of large countries differ by half and more (India, Italy, Japan). */
const STAND_IN_SPREAD = 0.3

/** The world's figure for an unknown place: 90 % of the world's electricity lies between about 50 and 900 g/kWh. */
const WORLD_SPREAD = 0.7

/** The figure of the built-in tables. Never fails: a place that is not in them gets the world's average, flagged. */
export function staticFigure(place: Place): FigureAnswer {
  const zone = place.zone === null ? null : gridZone(place.zone)
  const world = gridZone(WORLD)
  if (world === null) throw new Error('grid table has no world')
  if (zone === null) return { figure: figureOf(world, null, WORLD_SPREAD, true), notes: [unknownNote(place)] }
  const { figureOf: substitute } = zone
  if (substitute === WORLD)
    return { figure: figureOf(zone, zone.zone, WORLD_SPREAD, true), notes: [noFigureNote(zone)] }
  const guessed = place.how === 'unknown' || (place.how === 'ci-provider' && place.region === null)
  if (substitute !== null) {
    return { figure: figureOf(zone, zone.zone, STAND_IN_SPREAD, guessed), notes: [standInNote(zone, substitute)] }
  }
  return { figure: figureOf(zone, zone.zone, guessed ? STAND_IN_SPREAD : 0, guessed), notes: [] }
}

function figureOf(row: GridZone, zone: string | null, spread: number, fallback: boolean): GridFigure {
  const { gPerKwh, year, kind, source } = row
  return {
    gPerKwh: yearlyRange(gPerKwh, year, spread),
    zone: zone ?? WORLD,
    kind,
    source: `${source.name} (${source.licence})`,
    asOf: String(year),
    fallback,
  }
}

function unknownNote({ zone, region, provider }: Place): Note {
  const what = zone ?? (provider && region ? `${provider}:${region}` : null)
  return note(
    'grid-world-average',
    `${what === null ? 'where this runs is not known' : `the tables do not know ${what}`}: the world's average grid is used; set region, zone or intensity`,
  )
}

function noFigureNote(zone: GridZone): Note {
  return note(
    'grid-world-average',
    `no source has a grid figure for ${zone.name} (${zone.zone}): the world's average is used`,
  )
}

function standInNote(zone: GridZone, substitute: string): Note {
  return note(
    'grid-stand-in',
    `no redistributable source has a figure for ${zone.name} (${zone.zone}): the figure for ${gridZone(substitute)?.name ?? substitute} is used`,
  )
}

/** The built-in tables as a provider: no network, no history, no forecast. */
export const staticProvider: GridProvider = {
  name: 'static',
  at: async (place) => staticFigure(place),
}
