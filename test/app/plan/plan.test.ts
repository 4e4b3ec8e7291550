import { describe, expect, it } from 'vitest'
import { plannedEnergy } from '../../../src/app/plan/plan.ts'
import { DEFAULTS } from '../../../src/app/settings/table.ts'

const READINGS = { 'idle-watts': 60, 'full-watts': 210 }

describe('a plan with wall readings', () => {
  it('uses the reading at full load as the power of a busy machine', () => {
    const { energy } = plannedEnergy({ ...DEFAULTS, hours: 2, cpu: 'EPYC 7763', utilization: 100, ...READINGS })
    expect(energy.it.value).toBeCloseTo(420, 6)
  })

  it('needs no CPU name', () => {
    const { energy } = plannedEnergy({ ...DEFAULTS, hours: 1, utilization: 0, ...READINGS })
    expect(energy.it.value).toBeCloseTo(60, 6)
  })

  it('shares the readings of the host with a virtual machine', () => {
    const plan = { ...DEFAULTS, hours: 1, cpu: 'EPYC 7763', vcpus: 32, utilization: 100, ...READINGS }
    expect(plannedEnergy(plan).energy.it.value).toBeCloseTo((210 * 32) / 128, 6)
  })

  it('warns that readings have no effect where watts are given', () => {
    const { energy, notes } = plannedEnergy({ ...DEFAULTS, hours: 1, watts: 100, ...READINGS })
    expect(energy.it.value).toBe(100)
    expect(notes.map(({ code }) => code)).toContain('reading-unused')
  })
})
