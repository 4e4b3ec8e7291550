import { readCapped } from './body.ts'

export type Cloud = 'azure' | 'aws' | 'gcp'

/** Timeout of a cloud's metadata service, ms. It is on the host and answers within 10 ms or not at all. */
const METADATA_WAIT_MS = 300

const MAX_BODY_BYTES = 4096

/** Address at which all three clouds serve metadata. Only tests pass another one; no setting changes it. */
const METADATA_BASE = 'http://169.254.169.254'

/**
 * Asks the metadata services of the named clouds for the region, all at once.
 * @param clouds only those that the machine looks like, to avoid requests that other machines cannot answer
 * @returns the first answer; null if none came in time
 */
export async function regionFromMetadata(
  clouds: readonly Cloud[],
  base: string = METADATA_BASE,
  waitMs: number = METADATA_WAIT_MS,
): Promise<{ cloud: Cloud; region: string } | null> {
  const asked = [...new Set(clouds)].map(async (cloud) => {
    const region = regionIn(await ASK[cloud](base, AbortSignal.timeout(waitMs)))
    if (region === null) throw new Error('no region')
    return { cloud, region }
  })
  return Promise.any(asked).catch(() => null)
}

const ASK: Readonly<Record<Cloud, (base: string, signal: AbortSignal) => Promise<string>>> = {
  azure: (base, signal) =>
    get(`${base}/metadata/instance/compute/location?api-version=2021-02-01&format=text`, { Metadata: 'true' }, signal),
  // IMDSv2: the token first; many machines have version 1 switched off.
  aws: async (base, signal) => {
    const ttl = { 'X-aws-ec2-metadata-token-ttl-seconds': '60' }
    const token = await get(`${base}/latest/api/token`, ttl, signal, 'PUT')
    return get(`${base}/latest/meta-data/placement/region`, { 'X-aws-ec2-metadata-token': token }, signal)
  },
  // projects/123/zones/us-central1-a
  gcp: async (base, signal) => {
    const zone = await get(`${base}/computeMetadata/v1/instance/zone`, { 'Metadata-Flavor': 'Google' }, signal)
    return zone.replace(/^.*\//, '').replace(/-[a-z]$/, '')
  },
}

async function get(url: string, headers: Record<string, string>, signal: AbortSignal, method = 'GET'): Promise<string> {
  const response = await fetch(url, { method, headers, signal, redirect: 'error' })
  const text = await readCapped(response, MAX_BODY_BYTES)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return text.trim()
}

function regionIn(text: string): string | null {
  const region = text.trim().toLowerCase()
  return /^[a-z][a-z0-9-]{2,40}$/.test(region) ? region : null
}
