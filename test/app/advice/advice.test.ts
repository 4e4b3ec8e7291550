import { describe, expect, it } from 'vitest'
import { adviceOn } from '../../../src/app/advice/advice.ts'
import type { Part, Report } from '../../../src/core/report.ts'

const step = (name: string, it_wh: number): Part => ({ kind: 'step', name, duration_s: 60, energy: { it_wh } }) as Part

const report = {
  verdict: 'pass',
  duration_s: 3600,
  ended_at: '2026-11-24T12:00:00Z',
  energy: { it_wh: 100 },
  emissions: { operational_g: 40 },
  intensity: { g_per_kwh: 343.5, zone: 'US-MIDA-PJM', kind: 'direct', fallback: false },
  pue: 1.14,
  machine: { provider: 'azure', region: 'eastus' },
  parts: [] as Part[],
} as Report

describe('advice on a report', () => {
  it('names the best of the regions that are allowed', async () => {
    const [advice] = await adviceOn(report, { regions: ['azure:eastus', 'azure:swedencentral'] })
    expect(advice).toMatchObject({ code: 'region', text: 'run in azure:swedencentral instead of azure:eastus' })
    expect(advice?.evidence).toContain('21 instead of 392 g')
  })

  it('says nothing of regions when none are allowed, or where it ran is not known', async () => {
    expect(await adviceOn(report, {})).toEqual([])
    const nowhere = { ...report, intensity: { ...report.intensity, fallback: true } } as Report
    expect(await adviceOn(nowhere, { regions: ['azure:swedencentral'] })).toEqual([])
  })

  it.each([
    ['the figure of one hour', { ...report.intensity, g_per_kwh: 700, kind: 'lifecycle' }],
    ['a given figure', { ...report.intensity, g_per_kwh: 700, kind: 'given' }],
  ])('compares years with years: %s does not make a place better than itself', async (_, intensity) => {
    const here = { ...report, intensity } as Report
    expect(await adviceOn(here, { regions: ['azure:eastus', 'aws:us-east-2'] })).toEqual([])
    const [advice] = await adviceOn(here, { regions: ['azure:swedencentral'] })
    expect(advice?.evidence).toContain('21 instead of 392 g')
  })

  it('says nothing of regions on a marginal figure, or a zone that only its provider knows', async () => {
    const { intensity } = report
    for (const other of [
      { ...intensity, kind: 'marginal' },
      { ...intensity, zone: 'XX-UNKNOWN' },
    ]) {
      const there = { ...report, intensity: other } as Report
      expect(await adviceOn(there, { regions: ['azure:swedencentral'] })).toEqual([])
    }
  })

  it('finds installation steps among the parts of jobs', async () => {
    const job = {
      kind: 'job',
      name: 'test',
      energy: { it_wh: 100 },
      parts: [step('Run npm ci', 40), step('Run npm test', 60)],
    } as Part
    const [advice] = await adviceOn({ ...report, parts: [job] }, {})
    expect(advice).toMatchObject({ code: 'cache', text: 'cache what "Run npm ci" fetches or builds' })
    expect(advice?.evidence).toBe('this step takes 40 of 100 Wh (40 %)')
  })

  it('takes the best start and further facts', async () => {
    const when = {
      run_now: false,
      best_start: '2026-11-24T15:00:00Z',
      basis: 'forecast' as const,
      now_g_per_kwh: 400,
      best_g_per_kwh: 100,
    }
    const list = await adviceOn(report, {
      when: {
        ...when,
        duration_s: 1,
        within_s: 1,
        saving: { share: 0.75, g: null },
        zone: null,
        kind: '',
        source: '',
        notes: [],
      },
      facts: { superseded: { runs: 3, emissionsG: 60 } },
    })
    expect(list.map(({ code }) => code)).toEqual(['superseded', 'time'])
    expect(list[1]?.text).toBe('start it 3 h later when it can wait')
  })

  it('does not advise on figures that are not trusted', async () => {
    expect(await adviceOn({ ...report, verdict: 'indeterminate' }, { regions: ['azure:swedencentral'] })).toEqual([])
  })
})
