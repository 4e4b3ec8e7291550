import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PROVIDERS, whatIsMissing } from '../../src/grid/open-provider.ts'
import { GRID_PROVIDERS, type GridProviderName } from '../../src/grid/settings.ts'

const rows = Object.entries(PROVIDERS).map(([name, row]) => ({
  name: name as GridProviderName,
  token: row.token,
  defaultUrl: row.defaultUrl,
}))
const ADDRESS = 'https://grid.example/'
const inputs = (parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { description: string }> }).inputs
const missing = (provider: GridProviderName, token: string | null): string | null =>
  whatIsMissing({ provider, token, url: ADDRESS, maxWaitS: 1 })

describe.each(rows)('the provider $name', ({ name, token, defaultUrl }) => {
  it('is a name of the setting grid-provider', () => {
    expect(GRID_PROVIDERS).toContain(name)
  })

  it('is described in docs/regions.md and action.yml', () => {
    expect(readFileSync('docs/regions.md', 'utf8')).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, 'm'))
    expect(inputs['grid-provider']?.description).toContain(`\`${name}\``)
  })

  it('has a test of its answers in test/grid/providers.test.ts', () => {
    expect(readFileSync('test/grid/providers.test.ts', 'utf8')).toContain(`open('${name}'`)
  })

  it('is asked without a token only if it declares that none is required', () => {
    expect(missing(name, null) === null).toBe(token !== 'required')
    expect(missing(name, 'tok-en')).toBeNull()
  })

  it('has a default address or requires grid-url', () => {
    const withoutAddress = () => whatIsMissing({ provider: name, token: 'tok-en', maxWaitS: 1 })
    if (defaultUrl === null) expect(withoutAddress).toThrow(/needs grid-url/)
    else expect(new URL(defaultUrl).protocol).toBe('https:')
  })
})
