import { describe, expect, it } from 'vitest'
import { CPU_TDP } from '../../src/data/cpu-tdp.ts'
import { GPUS } from '../../src/data/gpu-table.ts'
import { POWER_RANGES } from '../../src/data/power-ranges.ts'
import { cloudProviders, cloudRegions, pueOf } from '../../src/data/cloud-regions.ts'
import { gridZones } from '../../src/data/grid.ts'
import { GRID_SOURCES } from '../../src/data/grid-source.ts'
import { TABLES_OF, yearlyRange } from '../../src/data/grid-spread.ts'

const zones = [...gridZones().values()]
const regions = [...cloudRegions().values()]

describe('grid table', () => {
  it('has every country and the zones of runners', () => {
    const countries = zones.filter(({ iso3 }) => iso3 !== null)
    expect(countries).toHaveLength(250)
    expect(zones.length).toBeGreaterThan(380)
    expect(countries.filter(({ figureOf }) => figureOf === null).length).toBeGreaterThan(210)
  })

  it.each(zones)('$zone is plausible', ({ zone, iso3, name, gPerKwh, year, source, kind, figureOf }) => {
    // Uzbekistan and Turkmenistan burn gas and coal in old plants and their statistics count heat: 1,168 and 1,306.
    expect(gPerKwh).toBeGreaterThanOrEqual(3)
    expect(gPerKwh).toBeLessThanOrEqual(1310)
    expect(year).toBeGreaterThanOrEqual(zone.startsWith('US-NY') ? 2016 : 2009)
    expect(year).toBeLessThanOrEqual(TABLES_OF)
    expect(Object.values(GRID_SOURCES)).toContain(source)
    expect(kind).toMatch(/^(?:average|lifecycle|direct)$/)
    expect(name).not.toBe('')
    if (iso3 !== null) expect(zone).toMatch(/^[A-Z]{2}$/)
    if (figureOf !== null) expect(gridZones().has(figureOf)).toBe(true)
  })

  it('ships nothing share-alike', () => {
    for (const { licence } of Object.values(GRID_SOURCES)) expect(licence).not.toMatch(/SA|ODbL|AGPL|NC/)
  })

  it('widens with age', () => {
    const [fresh, old] = [yearlyRange(300, 2025), yearlyRange(300, 2016)]
    expect(old.high).toBeGreaterThan(fresh.high)
    expect(yearlyRange(700, 2025).high / 700).toBeLessThan(fresh.high / 300)
  })
})

describe('cloud regions', () => {
  it.each(regions)('$provider:$region has a zone with a figure, a PUE and coordinates', (region) => {
    expect(gridZones().get(region.zone)).toBeDefined()
    const { pue } = pueOf(region.provider, region.region)
    expect(pue.value).toBeGreaterThanOrEqual(1)
    expect(pue.value).toBeLessThan(1.6)
    expect(pue.low).toBeLessThanOrEqual(pue.value)
    expect(Math.abs(region.latitude)).toBeLessThan(66)
    expect(Math.abs(region.longitude)).toBeLessThan(180)
  })

  it.each([
    ['aws', 38],
    ['azure', 60],
    ['gcp', 42],
  ])('of %s are at least %d', (provider, count) => {
    expect(regions.filter((each) => each.provider === provider).length).toBeGreaterThanOrEqual(count)
  })

  it.each([
    'aws:ap-southeast-5',
    'aws:ap-southeast-7',
    'aws:mx-central-1',
    'aws:ca-west-1',
    'aws:il-central-1',
    'aws:ap-east-2',
    'azure:italynorth',
    'azure:polandcentral',
    'azure:spaincentral',
    'azure:mexicocentral',
    'azure:newzealandnorth',
    'azure:indonesiacentral',
    'azure:malaysiawest',
    'azure:austriaeast',
    'azure:chilecentral',
    'azure:belgiumcentral',
    'gcp:africa-south1',
    'gcp:europe-north2',
    'gcp:me-central2',
    'gcp:northamerica-south1',
    'gcp:asia-southeast3',
    'gcp:us-west8',
    'oracle:us-saltlake-2',
    'ovh:eu-west-par',
  ])('know %s', (id) => {
    expect(cloudRegions().has(id)).toBe(true)
  })

  it('give the provider’s fleet where the region is silent, and the industry where nothing is known', () => {
    expect(cloudProviders().has('hetzner')).toBe(true)
    expect(pueOf('aws', 'eu-north-1').pue.value).toBe(1.12)
    expect(pueOf('aws', 'eu-west-3').pue.value).toBe(1.14)
    expect(pueOf('gcp', null).pue.value).toBe(1.09)
    expect(pueOf('hetzner', 'fsn1').pue.value).toBe(1.25)
    expect(pueOf(null, null).pue.value).toBe(1.56)
  })
})

describe('the ranges of power', () => {
  it('have room for every GPU and processor of the tables', () => {
    const watts = GPUS.map(({ tdpW }) => tdpW)
    expect(Math.min(...watts)).toBeGreaterThan(POWER_RANGES.gpu.from)
    expect(Math.max(...watts) * 2).toBeLessThan(POWER_RANGES.gpu.to)
    const tdps = [...CPU_TDP.matchAll(/=([\d.]+)(?=[;\n])/g)].map(([, tdp]) => Number(tdp))
    expect(Math.min(...tdps)).toBeGreaterThanOrEqual(POWER_RANGES.chip.from)
    expect(Math.max(...tdps) * 1.5).toBeLessThan(POWER_RANGES.chip.to)
  })
})
