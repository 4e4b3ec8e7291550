import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../src/app/measure/measurement.ts'
import { processParts } from '../../../src/app/measure/process-parts.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { renderSummary } from '../../../src/render/summary.ts'
import { renderTerminal } from '../../../src/render/terminal.ts'
import { report } from '../../fixtures/report.ts'

/** 100 s on 4 processors, half of them busy: 200 s of CPU time. */
function measured(topProcesses: Measurement['topProcesses']): Measurement {
  return { topProcesses, utilization: 50, durationS: 100, machine: { slice: { vcpus: 4 } } } as unknown as Measurement
}

const job = report()

describe('the commands of a job', () => {
  it('get the share of the figures that their CPU time has in the busy time', () => {
    const parts = processParts(
      job,
      measured([
        { name: 'node', cpuS: 150 },
        { name: 'git', cpuS: 10 },
        { name: 'sh', cpuS: 0 },
      ]),
    )
    expect(parts.map(({ kind, name, duration_s }) => [kind, name, duration_s])).toEqual([
      ['process', 'node', 150],
      ['process', 'git', 10],
    ])
    expect(parts[0]?.energy.total_wh).toBeCloseTo((job.energy.total_wh ?? 0) * 0.75, 12)
    expect(parts[0]?.energy.it_wh).toBeCloseTo((job.energy.it_wh ?? 0) * 0.75, 12)
    expect(parts[1]?.emissions.total_g).toBeCloseTo((job.emissions.total_g ?? 0) * 0.05, 12)
  })

  it('never get more than the whole, and no energy of GPUs', () => {
    const [node] = processParts(job, measured([{ name: 'node', cpuS: 900 }]))
    expect(node?.energy.total_wh).toBeCloseTo(job.energy.total_wh ?? 0, 12)
    const gpu = { ...job, energy: { ...job.energy, it_wh: 10, total_wh: 11.8, cpu_wh: 1, memory_wh: 0, gpu_wh: 9 } }
    const [python] = processParts(gpu, measured([{ name: 'python3', cpuS: 200 }]))
    expect(python?.energy).toMatchObject({ gpu_wh: 0, cpu_wh: 1 })
    expect(python?.energy.total_wh).toBeCloseTo(1.18, 12)
    expect(python?.emissions.total_g).toBeCloseTo((job.emissions.total_g ?? 0) * 0.1, 12)
  })

  it('are missing if no command was recorded or no energy is known', () => {
    expect(processParts(job, measured([]))).toEqual([])
    const unknown = { ...job, energy: { ...job.energy, it_wh: null } }
    expect(processParts(unknown, measured([{ name: 'node', cpuS: 1 }]))).toEqual([])
  })

  it('appear beside the steps in comment and summary, and in the terminal without steps, with inert names', () => {
    const parts = processParts(
      job,
      measured([
        { name: 'node', cpuS: 100 },
        { name: '<img>@org/x', cpuS: 20 },
      ]),
    )
    const both = { ...job, parts: [...job.parts, ...parts] }
    for (const text of [renderComment(both, { key: 'ci.yml' }), renderSummary(both)]) {
      expect(text).toMatch(/\*\*By command:\*\* node 50\s% · &lt;img&gt;@\u200Borg\/x 10\s%/)
    }
    expect(renderTerminal({ ...job, parts }, { color: false })).toMatch(/node 50/)
    expect(renderTerminal(both, { color: false })).not.toMatch(/node 50/)
  })
})
