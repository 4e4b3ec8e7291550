import { FUELS, type Fuel, type SiteWater, type WaterIntensity, waterIntensity } from '../core/water.ts'
import { makeRange, relativeRange } from '../core/range.ts'
import { GENERATION_MIX } from './generation-mix.ts'
import { gridZone } from './grid.ts'

/**
 * Water that a power station consumes, US gal/MWh: medians of Macknick, Newmark, Heath and Hallett, Environmental Research Letters 7
 * (2012) 045802, after NREL/TP-6A20-50900; plants with cooling towers. Gas: mean of combined cycle (205) and steam (826).
 * Hydropower: evaporation from reservoirs. Other renewables: geothermal, between flash steam (15) and binary hybrid (461).
 */
export const GALLONS_PER_MWH: Readonly<Record<Fuel, number>> = {
  coal: 687,
  gas: 515.5,
  oil: 826,
  nuclear: 672,
  hydro: 4491,
  biofuel: 553,
  other_renewable: 251,
  solar: 1,
  wind: 0,
}

/** Zone of the figure for the whole world. */
const WORLD_MIX = 'the world'

/**
 * Water intensity of a zone's electricity, from its country's generation.
 * @param zone grid zone such as `DE` or `US-CAL-CISO`, `WORLD`, or null for an unknown place
 * @returns L/kWh; null for an unknown place or one without a known generation mix
 * @example ewifOf('DE')?.lPerKwh // 2.01
 */
export function ewifOf(zone: string | null): (WaterIntensity & { readonly source: string }) | null {
  if (zone === null) return null
  const iso3 = zone === 'WORLD' ? WORLD_MIX : countryOf(zone)
  const mix = iso3 === null ? undefined : mixes().get(iso3)
  if (!mix) return null
  const source = `generation of ${iso3} in ${mix.year} (Our World in Data, Ember) x water by fuel (Macknick et al. 2012)`
  return { ...waterIntensity(mix.twh, GALLONS_PER_MWH), source }
}

/** ISO-3 of the country that a zone belongs to, or whose figure replaces it; null when unknown. */
function countryOf(zone: string): string | null {
  const country = gridZone(zone.split('-')[0] ?? '')
  if (country === null) return null
  const { iso3, figureOf } = country
  if (iso3 !== null && mixes().has(iso3)) return iso3
  return figureOf === null ? null : (gridZone(figureOf)?.iso3 ?? null)
}

interface Mix {
  readonly year: string
  /** TWh by fuel. */
  readonly twh: Readonly<Record<Fuel, number>>
}

let byCountry: ReadonlyMap<string, Mix> | undefined

/** Generation by country, and their sum as the world's. Read from the table on first use. */
function mixes(): ReadonlyMap<string, Mix> {
  byCountry ??= readMixes()
  return byCountry
}

function readMixes(): Map<string, Mix> {
  const found = new Map<string, Mix>()
  const world = Object.fromEntries(FUELS.map((fuel) => [fuel, 0])) as Record<Fuel, number>
  for (const line of GENERATION_MIX.split('\n')) {
    const [iso3 = '', year = '', ...amounts] = line.split(';')
    const twh = Object.fromEntries(FUELS.map((fuel, at) => [fuel, Number(amounts[at])])) as Record<Fuel, number>
    found.set(iso3, { year, twh })
    for (const fuel of FUELS) world[fuel] += twh[fuel]
  }
  return found.set(WORLD_MIX, { year: '2022-2023', twh: world })
}

/** AWS by region, L/kWh of IT energy, 2024: AWS sustainability pages. AWS counts withdrawal, not consumption. */
const AWS_WUE: Readonly<Record<string, number>> = {
  'eu-north-1': 0.02,
  'us-east-2': 0.1,
  'eu-west-1': 0.03,
  'eu-central-1': 0.01,
  'sa-east-1': 0.23,
  'us-east-1': 0.12,
  'ap-southeast-4': 0.02,
  'ap-northeast-1': 0.91,
  'us-west-2': 0.16,
  'us-west-1': 0.51,
  'ap-southeast-1': 1.68,
  'ap-southeast-2': 0.12,
  'ca-central-1': 0.04,
  'eu-south-2': 0.24,
  'ca-west-1': 0.08,
  'ap-southeast-3': 2.75,
}

/** A published yearly mean of a region may be this share more or less in one of its buildings. */
const REGION_SPREAD = 0.3

/** How far a place may be from its provider's mean: 13 of 16 AWS regions lie from 0.13 to 6 times the mean; the highest has 2.75 L/kWh. */
const FLEET_SPREAD = { low: 0.1, high: 6, most: 2.75 } as const

/** Means over a provider's own sites, L/kWh of IT energy. Microsoft: 0.30 a year before. Google: consumption; another figure is 1.0. */
const FLEET_WUE: Readonly<Record<string, readonly [lPerKwh: number, source: string]>> = {
  azure: [0.27, "mean of Microsoft's own sites, fiscal year 2025"],
  aws: [0.15, "mean of AWS's sites, 2024 (withdrawal)"],
  gcp: [1.15, "mean of Google's sites, 2024"],
}

/**
 * Water usage effectiveness of a place.
 * @param provider null: not a known cloud
 * @returns L/kWh of IT energy; null where nothing is published
 * @example wueOf('aws', 'eu-central-1')?.lPerKwh.value // 0.01
 */
export function wueOf(provider: string | null, region: string | null): SiteWater['wue'] {
  if (provider === null) return null
  const inRegion = provider === 'aws' && region !== null && Object.hasOwn(AWS_WUE, region) ? AWS_WUE[region] : undefined
  if (inRegion !== undefined) {
    return { lPerKwh: relativeRange(inRegion, REGION_SPREAD), source: `published for aws:${region}, 2024 (withdrawal)` }
  }
  const fleet = Object.hasOwn(FLEET_WUE, provider) ? FLEET_WUE[provider] : undefined
  if (fleet === undefined) return null
  const [mean, source] = fleet
  const { low, high, most } = FLEET_SPREAD
  return { lPerKwh: makeRange(mean, mean * low, Math.min(most, mean * high)), source }
}
