import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'

const KEYS = ['g_per_kwh', 'zone', 'kind', 'source', 'as_of', 'fallback', 'notes']

describe('intensity', () => {
  it.each([
    [['--region', 'azure:eastus'], 280, 430],
    [['--zone', 'FR'], 20, 100],
    [['--zone', 'Sweden'], 5, 60],
    [['--region', 'aws:eu-north-1'], 5, 60],
    [['--zone', 'India'], 550, 800],
    [['--zone', 'DEU'], 280, 450],
    [['--zone', 'USA'], 330, 430],
  ])('%j --json gives value, year and source', async (args, low, high) => {
    const { status, stdout, stderr } = await runCommand(['intensity', ...args, '--json'])
    expect(status).toBe(0)
    const answer = JSON.parse(stdout) as Record<string, unknown>
    expect(Object.keys(answer)).toEqual(KEYS)
    expect(answer['g_per_kwh']).toBeGreaterThanOrEqual(low)
    expect(answer['g_per_kwh']).toBeLessThanOrEqual(high)
    expect(answer).toMatchObject({ fallback: false, as_of: expect.stringMatching(/^20\d\d$/) as string })
    expect(answer['source']).not.toBe('')
    expect(stderr).toContain('gCO2e/kWh')
  })

  it('of nowhere is the world’s average, flagged', async () => {
    const { status, stdout } = await runCommand(['intensity', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ zone: 'WORLD', fallback: true })
  })

  it.each([
    [['intensity', '--zone', 'Swedn'], 'SE (Sweden)'],
    [['intensity', '--region', 'eu-north-1'], 'aws:eu-north-1'],
    [['intensity', '--region', 'azure:eastsu'], 'azure:eastus'],
    [['intensity', '--zone', 'DE', '--at', 'yesterday'], 'at is "yesterday"'],
    [['intensity', '--zone', 'DE', '--provider', 'entsoe'], 'grid-provider is "entsoe"'],
    [['intensity', '--zone', 'DE', '--provider', 'uk', '--grid-url', 'http://169.254.169.254/'], 'instance metadata'],
    [['when', '--zone', 'DE'], 'duration is missing'],
    [['when', '--zone', 'DE', '--duration', '2'], 'duration is "2"'],
    [['where'], 'regions is missing'],
    [['where', '--regions', 'DE,Atlantis'], 'Atlantis'],
  ])('%j is a usage error in one line', async (args, named) => {
    const { status, stdout, stderr } = await runCommand(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(named)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('where', () => {
  it('takes the allowed regions of the config file, and writes to the named file', async () => {
    const folder = emptyFolder()
    mkdirSync(path.join(folder, '.github'))
    writeFileSync(path.join(folder, '.github/carbon-gate.yml'), 'regions:\n  - azure:eastus\n  - azure:swedencentral\n')
    const { status, stdout } = await runCommand(['where', '--json', 'where.json'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^azure:swedencentral /)
    const answer = JSON.parse(readFileSync(path.join(folder, 'where.json'), 'utf8')) as { best: string }
    expect(answer.best).toBe('azure:swedencentral')
    expect((await runCommand(['where', '--json', '.github/carbon-gate.yml'], { cwd: folder })).status).toBe(2)
  })
})

describe('offline', () => {
  it.each([
    [['intensity', '--region', 'azure:eastus', '--json']],
    [['when', '--zone', 'DE', '--duration', '2h', '--json']],
    [['where', '--regions', 'aws:eu-north-1,azure:eastus,FR', '--json']],
  ])('%j answers from the built-in tables', async (args) => {
    const { status, stdout } = await runCommand(args)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toBeTypeOf('object')
  })
})
