import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../src/core/errors.ts'
import { resolvePlace, resolveRegion, resolveZone } from '../../src/grid/resolve.ts'
import { staticFigure } from '../../src/grid/static.ts'

describe('places', () => {
  it.each([
    ['azure:eastus', 'US-MIDA-PJM'],
    ['Azure:East US 2', 'US-MIDA-PJM'],
    ['aws:eu-north-1', 'SE-SE3'],
    ['AWS:us-east-1a', 'US-MIDA-PJM'],
    ['gcp:europe-west1', 'BE'],
    ['gcp:europe-west1-b', 'BE'],
    ['google:us-west1', 'US-NW-BPAT'],
    ['aws/ap-southeast-7', 'TH'],
    ['azure:newzealandnorth', 'NZ'],
    ['FR', 'FR'],
    ['fra', 'FR'],
    ['France', 'FR'],
    ['Sweden', 'SE'],
    ['Sverige', 'SE'],
    ['USA', 'US'],
    ['united states of america', 'US'],
    ['UK', 'GB'],
    ['us-cal-ciso', 'US-CAL-CISO'],
    ['California', 'US-CAL-CISO'],
    ['ERCOT', 'US-TEX-ERCO'],
    ['SE-SE3', 'SE-SE3'],
    ["Côte d'Ivoire", 'CI'],
    ['cote d ivoire', 'CI'],
    ['Türkiye', 'TR'],
    ['South Korea', 'KR'],
    ['Georgia', 'GE'],
    ['CA', 'CA'],
    ['World', 'WORLD'],
    ['Republic of Korea', 'KR'],
    ['Korea, South', 'KR'],
    ['Korea (South)', 'KR'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Congo, Democratic Republic of the', 'CD'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Eswatini (Swaziland)', 'SZ'],
    ['Macao SAR', 'MO'],
    ['Republic of Congo', 'CG'],
    ['St. Vincent & Grenadines', 'VC'],
    ['Česko', 'CZ'],
    ['DK2', 'DK-DK2'],
    ['Washington, D.C.', 'US-MIDA-PJM'],
    ['St. Lucia', 'LC'],
    ['U.S.A.', 'US'],
    ['US Virgin Islands', 'VI'],
    ['DE-LU', 'DE'],
    ['ES-IB-MA', 'ES-IB-MA'],
    ['NZ-NZN', 'NZ-NZN'],
    ['US-NE', 'US-MIDW-MROW'],
    ['scaleway:fr-par-1', 'FR'],
    ['hetzner:fsn1-dc14', 'DE'],
    ['ovh:gra11', 'FR'],
  ])('%s is %s', (text, zone) => {
    expect(resolvePlace(text)).toMatchObject({ zone, how: 'given' })
  })

  it.each([
    ['eu-north-1', 'aws:eu-north-1'],
    ['eastus', 'azure:eastus'],
    ['europe-west1', 'gcp:europe-west1'],
    ['estus', 'azure:eastus'],
    ['DE', 'zone: DE'],
  ])('region %s lacks its provider: the hint is %s', (text, hint) => {
    expect(() => resolveRegion(text)).toThrow(ConfigurationError)
    expect(() => resolveRegion(text)).toThrow(hint)
  })

  it.each([
    ['azure:eastsu', 'azure:eastus'],
    ['azure:eastuss', 'azure:eastus'],
    ['aws:eu-nort-1', 'aws:eu-north-1'],
    ['gcp:europe-wst1', 'gcp:europe-west1'],
    ['azur:eastus', 'azure'],
    ['aws:', 'aws:'],
    ['constructor:eastus', 'provider "constructor" is not known'],
    ['__proto__:eastus', 'provider "__proto__" is not known'],
    [':', 'azure'],
  ])('region %s is unknown: near is %s', (text, near) => {
    expect(() => resolveRegion(text)).toThrow(near)
  })

  it.each([
    ['Swedn', 'SE (Sweden)'],
    ['Germny', 'DE (Germany)'],
    ['US-CAL-CISP', 'US-CAL-CISO'],
    ['Untied Kingdom', 'GB (United Kingdom)'],
    ['', 'give a country'],
    ['DE:12345', 'Great Britain'],
    ['Georgia (USA)', 'is not known'],
    ['China (Hong Kong)', 'is not known'],
    ['Congo (Brazaville)', 'is not known'],
    ['x'.repeat(500), 'give a country'],
  ])('zone %j is unknown: near is %s', (text, near) => {
    expect(() => resolveZone(text)).toThrow(ConfigurationError)
    expect(() => resolveZone(text)).toThrow(near)
  })
})

describe('static figures', () => {
  it.each([
    ['FR', 20, 100],
    ['IN', 550, 800],
    ['SE', 5, 60],
    ['aws:eu-north-1', 5, 60],
    ['DE', 280, 450],
    ['US', 330, 430],
    ['azure:eastus', 280, 430],
    ['gcp:us-west1', 50, 150],
    ['CA-QC', 1, 40],
    ['PL', 450, 750],
    ['azure:polandcentral', 450, 750],
    ['aws:ap-south-1', 500, 800],
    ['NO-NO1', 5, 40],
    ['AU-VIC', 350, 900],
    ['BR', 50, 150],
  ])('%s lies from %d to %d g/kWh, with year, source and range', (text, low, high) => {
    const { figure } = staticFigure(resolvePlace(text))
    expect(figure.gPerKwh.value).toBeGreaterThanOrEqual(low)
    expect(figure.gPerKwh.value).toBeLessThanOrEqual(high)
    expect(figure.gPerKwh.low).toBeLessThan(figure.gPerKwh.value)
    expect(figure.asOf).toMatch(/^20\d\d$/)
    expect(figure.source).not.toBe('')
    expect(figure.fallback).toBe(false)
  })

  it('says when another figure is used instead', () => {
    const south = staticFigure(resolvePlace('aws:ap-south-2'))
    expect(south.figure.zone).toBe('IN-SO')
    expect(south.notes[0]?.text).toContain('the figure for India is used')
    const nowhere = staticFigure({ ...resolvePlace('DE'), zone: null, how: 'unknown' })
    expect(nowhere.figure).toMatchObject({ zone: 'WORLD', fallback: true })
    expect(nowhere.notes[0]?.code).toBe('grid-world-average')
  })
})
