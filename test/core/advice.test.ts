import { describe, expect, it } from 'vitest'
import { adviceFor } from '../../src/core/advice.ts'
import type { AdviceFacts } from '../../src/core/advice-facts.ts'

const RUN: AdviceFacts = { emissionsG: 10, energyWh: 20, durationS: 3600 }
const codes = (facts: Partial<AdviceFacts>): string[] => adviceFor({ ...RUN, ...facts }).map(({ code }) => code)

const region = (gPerItKwh: number): AdviceFacts['region'] => ({
  name: 'azure:eastus',
  gPerItKwh: 400,
  best: { name: 'aws:eu-north-1', gPerItKwh },
})

describe('advice', () => {
  it('is empty if nothing is known', () => {
    expect(adviceFor(RUN)).toEqual([])
  })

  it('names a better region with numbers if it saves more than a fifth and more than a gram', () => {
    expect(adviceFor({ ...RUN, region: region(20) })).toEqual([
      {
        code: 'region',
        text: 'run in aws:eu-north-1 instead of azure:eastus',
        evidence: '20 instead of 400 g per kWh of the machine: 95 % less, 9.5 g of this run',
        savingG: 9.5,
      },
    ])
    expect(codes({ region: region(320) })).toEqual([])
    expect(codes({ region: region(319) })).toEqual(['region'])
    expect(codes({ region: region(20), emissionsG: 1 })).toEqual([])
    expect(codes({ region: region(500) })).toEqual([])
  })

  it('names a better time', () => {
    const time = { nowGPerKwh: 400, bestGPerKwh: 200, waitS: 5400, basis: 'forecast' }
    expect(adviceFor({ ...RUN, time })[0]).toMatchObject({
      code: 'time',
      text: 'start it 1 h 30 min later when it can wait',
      savingG: 5,
    })
    expect(codes({ time: { ...time, bestGPerKwh: 330 } })).toEqual([])
    expect(codes({ time, emissionsG: 1.9 })).toEqual([])
  })

  it('shows at most two, the largest savings first', () => {
    const facts: Partial<AdviceFacts> = {
      region: region(200),
      superseded: { runs: 2, emissionsG: 7 },
      gpu: { name: 'T4', utilization: 12, wh: 18, idleWh: 16 },
      idle: { share: 0.8, wh: 4 },
    }
    expect(codes(facts)).toEqual(['gpu-idle', 'superseded'])
  })

  it.each<[string, Partial<AdviceFacts>]>([
    ['gpu-idle', { gpu: { name: 'T4', utilization: 49, wh: 10, idleWh: 5 } }],
    ['cache', { steps: [{ name: 'npm ci', wh: 5, durationS: 60 }] }],
    ['cache', { steps: [{ name: 'Install dependencies', wh: 5, durationS: 60 }] }],
    ['smaller-runner', { cpu: { vcpus: 8, p95: 40, memoryPeak: 0.3, idleWh: 12, architecture: 'arm64' } }],
    ['idle', { idle: { share: 0.6, wh: 6 } }],
    ['arm-runner', { armAvailable: true, cpu: { vcpus: 4, p95: 90, memoryPeak: 0.3, idleWh: 2, architecture: 'x64' } }],
    ['superseded', { superseded: { runs: 1, emissionsG: 3 } }],
  ])('gives %s its own rule', (code, facts) => {
    const [advice] = adviceFor({ ...RUN, ...facts })
    expect(advice?.code).toBe(code)
    expect(advice?.evidence).toMatch(/\d/)
    expect(advice?.evidence).not.toContain('\n')
  })

  it.each<[string, Partial<AdviceFacts>]>([
    ['a busy GPU', { gpu: { name: 'T4', utilization: 80, wh: 10, idleWh: 5 } }],
    ['a GPU that costs nothing', { gpu: { name: 'T4', utilization: 5, wh: 1, idleWh: 1 } }],
    ['a short install', { steps: [{ name: 'npm ci', wh: 1, durationS: 5 }] }],
    ['a step that no cache helps', { steps: [{ name: 'npm test', wh: 15, durationS: 500 }] }],
    ['a busy machine', { cpu: { vcpus: 8, p95: 90, memoryPeak: 0.3, idleWh: 12, architecture: 'arm64' } }],
    [
      'a machine whose memory is needed',
      { cpu: { vcpus: 8, p95: 40, memoryPeak: 0.6, idleWh: 12, architecture: 'arm64' } },
    ],
    [
      'a machine that cannot be halved',
      { cpu: { vcpus: 1, p95: 10, memoryPeak: 0.3, idleWh: 12, architecture: 'arm64' } },
    ],
    ['a short wait', { idle: { share: 0.3, wh: 6 } }],
    ['a trifle', { emissionsG: 0.05, idle: { share: 0.9, wh: 18 }, superseded: { runs: 1, emissionsG: 0.01 } }],
    ['no energy', { energyWh: 0, idle: { share: 0.9, wh: 0 } }],
  ])('does not bother about %s', (_, facts) => {
    expect(codes(facts)).toEqual([])
  })
})
