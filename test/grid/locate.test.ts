import { afterEach, describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../src/core/errors.ts'
import { locate } from '../../src/grid/locate.ts'
import { staticFigure } from '../../src/grid/static.ts'
import { type GridServer, gridServer } from '../fakes/grid-server.ts'

let server: GridServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const HOSTED = { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' }

/** The three metadata services on one address, each as documented. */
async function metadata(regions: { azure?: string; aws?: string; gcp?: string }): Promise<string> {
  server = await gridServer(({ method, path, headers }) => {
    if (path.startsWith('/metadata/instance')) {
      return regions.azure && headers['metadata'] === 'true' ? { text: regions.azure } : { status: 404, text: '' }
    }
    if (path === '/latest/api/token')
      return method === 'PUT' && regions.aws ? { text: 'imds-token' } : { status: 403, text: '' }
    if (path.startsWith('/latest/meta-data')) {
      return headers['x-aws-ec2-metadata-token'] === 'imds-token'
        ? { text: regions.aws ?? '' }
        : { status: 401, text: '' }
    }
    return regions.gcp && headers['metadata-flavor'] === 'Google' ? { text: regions.gcp } : { status: 403, text: '' }
  })
  return server.url
}

describe('where am I', () => {
  it('is what was given, and then nothing is asked', async () => {
    const metadataBase = await metadata({ azure: 'westus' })
    const { place, notes } = await locate(
      { region: 'aws:eu-north-1' },
      { env: HOSTED, looksLike: ['azure'], metadataBase },
    )
    expect(place).toMatchObject({ zone: 'SE-SE3', provider: 'aws', how: 'given' })
    expect(notes).toEqual([])
    expect(server?.requests).toHaveLength(0)
  })

  it('takes the grid from the zone and the building from the region when both are given', async () => {
    const { place } = await locate({ region: 'azure:eastus', zone: 'FR' }, { env: {}, looksLike: [] })
    expect(place).toMatchObject({ zone: 'FR', provider: 'azure', region: 'eastus' })
    await expect(locate({ region: 'nowhere' }, { env: {}, looksLike: [] })).rejects.toThrow(ConfigurationError)
  })

  it.each([
    [{ azure: 'eastus2' }, ['azure'], 'azure:eastus2'],
    [{ aws: 'eu-west-1' }, ['aws'], 'aws:eu-west-1'],
    [{ gcp: 'projects/123/zones/us-central1-a' }, ['gcp'], 'gcp:us-central1'],
    [{ aws: 'eu-west-1' }, ['azure', 'aws', 'gcp'], 'aws:eu-west-1'],
  ] as const)('asks the metadata of the clouds that the machine looks like: %j', async (regions, looksLike, id) => {
    const metadataBase = await metadata(regions)
    const { place } = await locate({}, { env: {}, looksLike, metadataBase, metadataWaitMs: 10_000 })
    expect(`${place.provider}:${place.region}`).toBe(id)
    expect(place.how).toBe('metadata')
    expect(place.zone).not.toBeNull()
  })

  it('asks Azure on a GitHub-hosted runner', async () => {
    const metadataBase = await metadata({ azure: 'EastUS2' })
    const { place } = await locate({}, { env: HOSTED, looksLike: [], metadataBase, metadataWaitMs: 10_000 })
    expect(place).toMatchObject({ provider: 'azure', region: 'eastus2', zone: 'US-MIDA-PJM' })
  })

  it('assumes the United States, flagged, where a hosted runner does not name its region', async () => {
    const { place, notes } = await locate({}, { env: HOSTED, looksLike: [], metadataBase: await metadata({}) })
    expect(place).toMatchObject({ zone: 'US', provider: 'azure', region: null, how: 'ci-provider' })
    expect(notes.map(({ code }) => code)).toEqual(['grid-region-assumed'])
    expect(staticFigure(place).figure.fallback).toBe(true)
  })

  it('does not take a macOS runner for one of Azure', async () => {
    const metadataBase = await metadata({ azure: 'eastus' })
    const { place } = await locate(
      {},
      { env: { ...HOSTED, RUNNER_OS: 'macOS' }, looksLike: [], metadataBase, metadataWaitMs: 10_000 },
    )
    expect(place).toMatchObject({ zone: 'US', provider: null, how: 'ci-provider' })
    expect(server?.requests).toHaveLength(0)
  })

  it('knows what other services say', async () => {
    const build = { CODEBUILD_BUILD_ID: 'x:1', AWS_REGION: 'eu-west-3' }
    expect((await locate({}, { env: build, looksLike: [] })).place).toMatchObject({ zone: 'FR', region: 'eu-west-3' })
    const gitlab = {
      GITLAB_CI: 'true',
      CI_SERVER_HOST: 'gitlab.com',
      CI_RUNNER_DESCRIPTION: '1-green.saas-linux-small-amd64',
    }
    expect((await locate({}, { env: gitlab, looksLike: [] })).place).toMatchObject({
      provider: 'gcp',
      region: 'us-east1',
    })
  })

  it('is nowhere otherwise, and nothing is asked', async () => {
    const metadataBase = await metadata({ azure: 'eastus' })
    const { place } = await locate(
      {},
      { env: { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'self-hosted' }, looksLike: [], metadataBase },
    )
    expect(place).toMatchObject({ zone: null, how: 'unknown' })
    expect(staticFigure(place).figure).toMatchObject({ zone: 'WORLD', fallback: true })
    expect(server?.requests).toHaveLength(0)
  })

  it('waits 300 ms for all of them together', async () => {
    server = await gridServer(() => 'hang')
    const started = performance.now()
    const { place } = await locate({}, { env: {}, looksLike: ['azure', 'aws', 'gcp'], metadataBase: server.url })
    expect(performance.now() - started).toBeLessThan(600)
    expect(place.how).toBe('unknown')
  })

  it.each(['<script>', 'x', '::warning::hi', 'a'.repeat(100), ''])(
    'does not believe a region like %j',
    async (region) => {
      const { place } = await locate(
        {},
        { env: {}, looksLike: ['azure'], metadataBase: await metadata({ azure: region }) },
      )
      expect(place.region).toBeNull()
    },
  )

  it('keeps the name of a region that is newer than the tables', async () => {
    const { place } = await locate(
      {},
      { env: {}, looksLike: ['aws'], metadataBase: await metadata({ aws: 'zz-moon-1' }) },
    )
    expect(place).toMatchObject({ provider: 'aws', region: 'zz-moon-1', zone: null, how: 'metadata' })
    expect(staticFigure(place).notes[0]?.text).toContain('aws:zz-moon-1')
  })
})
