import { ConfigurationError } from '../core/errors.ts'
import { nearest } from '../core/nearest.ts'
import { cloudProviders, cloudRegions } from '../data/cloud-regions.ts'
import { gridZone, gridZones } from '../data/grid.ts'
import { folded, zoneNamed, zoneNames } from './place-names.ts'
import type { Place } from './provider.ts'

/** Other names of providers. */
const PROVIDER_ALIASES: ReadonlyMap<string, string> = new Map([
  ['amazon', 'aws'],
  ['ec2', 'aws'],
  ['google', 'gcp'],
  ['gce', 'gcp'],
  ['microsoft', 'azure'],
  ['do', 'digitalocean'],
  ['oci', 'oracle'],
  ['ovhcloud', 'ovh'],
  ['aliyun', 'alibaba'],
])

/**
 * A place from a cloud region: `azure:eastus`, `aws:eu-north-1`, `gcp:europe-west1`. Case, spaces and an availability zone at the end
 * (`us-east-1a`, `europe-west1-b`) do not matter.
 * @throws ConfigurationError that names the nearest regions
 */
export function resolveRegion(text: string, how: Place['how'] = 'given'): Place {
  const [first = '', ...rest] = text.toLowerCase().replaceAll(/\s+/g, '').split(/[:/]/)
  const provider = PROVIDER_ALIASES.get(first) ?? first
  const region = rest.join(':')
  if (rest.length === 0) throw withoutProvider(text.trim())
  if (!cloudProviders().has(provider)) {
    throw new ConfigurationError(
      `region ${quoted(text)}: provider ${quoted(first)} is not known; use ${meant(nearest(provider, cloudProviders(), 1), [...cloudProviders()].join(', '))}, or give a zone`,
    )
  }
  const regions = cloudRegions()
  const found =
    regions.get(`${provider}:${region}`) ??
    regions.get(`${provider}:${region.replace(/(?<=\d)-?[a-z]$/, '')}`) ??
    regions.get(`${provider}:${region.replaceAll(/[-_]/g, '')}`) ??
    // Parts of a region elsewhere: "fr-par-1", "fsn1-dc14", "gra11".
    regions.get(`${provider}:${region.replace(/(?:-\d|-dc\d{1,2}|(?<=^[a-z]{3})\d{1,2})$/, '')}`)
  if (!found) throw unknownRegion(text, provider, region)
  const { zone, latitude, longitude } = found
  return { zone, provider, region: found.region, latitude, longitude, how }
}

/**
 * A place from a grid zone: Electricity Maps style id, ISO 3166-1 code, name of a country or zone; `GB:RG10` for a British postcode.
 * @throws ConfigurationError that names the nearest zones
 */
export function resolveZone(text: string, how: Place['how'] = 'given'): Place {
  const [name = '', postcode] = text.trim().split(':')
  // An exact id, as in most configurations, needs no search by name.
  const zone = gridZone(name) ?? gridZone(zoneNamed(name) ?? '')
  if (zone === null || name.trim() === '') throw unknownZone(text)
  const place: Place = { zone: zone.zone, provider: null, region: null, ...centreOf(zone.zone), how }
  if (postcode === undefined) return place
  const outward = postcode.trim().toUpperCase()
  if (zone.zone !== 'GB' || !/^[A-Z]{1,2}\d[A-Z\d]?$/.test(outward)) {
    throw new ConfigurationError(
      `zone ${quoted(text)}: only Great Britain has postcodes, its first half, such as GB:RG10`,
    )
  }
  return { ...place, postcode: outward }
}

/** A region or a zone, whichever the text is. @throws ConfigurationError */
export function resolvePlace(text: string): Place {
  const [first = ''] = text.trim().toLowerCase().split(/[:/]/)
  const isRegion = /[:/]/.test(text) && zoneNames().get(folded(first)) !== 'GB'
  return isRegion ? resolveRegion(text) : resolveZone(text)
}

/** A zone has no coordinates. Services that need them get those of a cloud region in it. */
function centreOf(zone: string): Pick<Place, 'latitude' | 'longitude'> {
  const region = [...cloudRegions().values()].find((each) => each.zone === zone)
  return { latitude: region?.latitude ?? null, longitude: region?.longitude ?? null }
}

function withoutProvider(text: string): ConfigurationError {
  const name = text.toLowerCase().replaceAll(/\s+/g, '')
  const ids = [...cloudRegions().values()]
  const same = ids.filter(({ region }) => region === name)
  const close =
    same.length > 0
      ? same
      : nearest(
          name,
          ids.map(({ region }) => region),
        ).flatMap((near) => ids.filter(({ region }) => region === near))
  const hints = close.slice(0, 3).map(({ provider, region }) => `${provider}:${region}`)
  const zone = zoneNames().get(folded(text))
  const asZone = zone === undefined ? '' : `; a grid zone goes into zone, as in \`zone: ${zone}\``
  return new ConfigurationError(
    `region ${quoted(text)} lacks its provider: write ${meant([...new Set(hints)], 'it like azure:eastus, aws:eu-north-1 or gcp:europe-west1')}${asZone}`,
  )
}

function unknownRegion(text: string, provider: string, region: string): ConfigurationError {
  const own = [...cloudRegions().values()].filter((each) => each.provider === provider)
  const names = nearest(
    region,
    own.map((each) => each.region),
  ).map((name) => `${provider}:${name}`)
  const example = own.slice(0, 3).map((each) => `${provider}:${each.region}`)
  return new ConfigurationError(
    `region ${quoted(text)} is not known: ${names.length > 0 ? `did you mean ${listed(names)}?` : `regions are written like ${listed(example)}.`} For a region that is newer than this release, give its zone`,
  )
}

function unknownZone(text: string): ConfigurationError {
  const region = [...cloudRegions().values()].find((each) => each.region === text.trim().toLowerCase())
  if (region !== undefined) {
    const hint = `${region.provider}:${region.region}`
    throw new ConfigurationError(`zone ${quoted(text)} is a cloud region: give it as \`region: ${hint}\``)
  }
  const zones = nearestZones(folded(text)).map((id) => `${id} (${gridZones().get(id)?.name})`)
  const names = zones.length > 0 ? zones : nearestRegions(text)
  return new ConfigurationError(
    `zone ${quoted(text)} is not known: ${names.length > 0 ? `did you mean ${listed(names)}?` : 'give a country (DE, DEU, Germany) or a grid zone (US-CAL-CISO), or a cloud region with its provider (azure:eastus)'}`,
  )
}

/** Letters of a country's code. */
const CODE_LENGTH = 3

/** Codes only match codes, and short names only names that differ in one letter: `mars` means neither MA nor Mali. */
function nearestZones(name: string): string[] {
  const known = zoneNames()
  const isCode = name.length <= CODE_LENGTH
  const comparable = [...known.keys()].filter((each) => each.length <= CODE_LENGTH === isCode)
  const limit = Math.max(1, Math.floor(name.length / 4))
  return [...new Set(nearest(name, comparable, 6, limit).map((each) => known.get(each) ?? ''))].slice(0, 3)
}

function nearestRegions(text: string): string[] {
  const name = text.trim().toLowerCase()
  const ids = [...cloudRegions().values()]
  const limit = Math.max(1, Math.floor(name.length / 4))
  const near = nearest(name, new Set(ids.map(({ region }) => region)), 3, limit)
  return near.flatMap((region) => {
    const found = ids.find((each) => each.region === region)
    return found ? [`${found.provider}:${region}`] : []
  })
}

function quoted(text: string): string {
  return JSON.stringify(text.trim().slice(0, 60))
}

function meant(names: readonly string[], otherwise: string): string {
  return names.length > 0 ? listed(names) : otherwise
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
