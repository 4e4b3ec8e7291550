import { describe, expect, it } from 'vitest'
import { contradictionIn } from '../../src/core/contradiction.ts'
import { MeasurementError } from '../../src/core/errors.ts'
import type { Part, Report } from '../../src/core/report.ts'
import { readReport } from '../../src/core/report-file.ts'
import { cappedParts, totalsOfParts } from '../../src/core/totals.ts'
import { partOf } from '../../src/app/join/named-report.ts'
import { REPORTS } from '../fixtures/examples.ts'
import { SITUATIONS } from '../fixtures/situations.ts'
import { sampleReport } from '../sample-report.ts'

const job = sampleReport('job', 10)

function joined(parts: Part[], change: Partial<Report> = {}): Report {
  return { ...job, subject: { kind: 'workflow', name: 'CI' }, ...totalsOfParts(parts), parts, ...change }
}

const sizes = [1, 2, 3].map((wh) => partOf(sampleReport(`job ${wh}`, wh), null))
const workflow = joined(sizes)
const grid = { ...job.intensity!, g_per_kwh: 100 }

/** Figures of a part or report, multiplied. */
function scaled<T extends Pick<Part, 'energy' | 'emissions'>>(whole: T, factor: number): T {
  const times = <F extends object>(figures: F): F =>
    Object.fromEntries(
      Object.entries(figures).map(([key, value]) => [key, value === null ? null : value * factor]),
    ) as F
  return { ...whole, energy: times(whole.energy), emissions: times(whole.emissions) }
}

const little = { operational_g: 0.1, embodied_g: null, total_g: 0.1, low_g: null, high_g: null }

describe('a report that contradicts itself', () => {
  it.each<[string, Report, string]>([
    [
      'grams below energy x grid',
      { ...job, emissions: little },
      'operational_g is 0.1, although total_wh x intensity is 4',
    ],
    ['no grid for its grams', { ...job, intensity: null, emissions: little }, 'although intensity is null'],
    ['the grid of a log', { ...job, emissions: little, intensity: { ...grid, kind: 'log' } }, 'that of a log'],
    ['no energy for its grams', { ...job, energy: { ...job.energy, total_wh: null } }, 'total_wh is null'],
    [
      'energy below the PUE',
      { ...job, energy: { ...job.energy, total_wh: 9 } },
      'total_wh is 9, although it_wh x pue is 10',
    ],
    [
      'less energy than its CPU',
      { ...job, energy: { ...job.energy, cpu_wh: 9 } },
      'it_wh is 8, although the sum of its components is 9',
    ],
    [
      'a total below its operational grams',
      { ...job, emissions: { ...job.emissions, total_g: 4, low_g: 3 } },
      'operational_g + embodied_g is 4.01',
    ],
    [
      'a total below its range',
      { ...job, energy: { ...job.energy, low_wh: 11 } },
      'low_wh is 11, although total_wh is 10',
    ],
    [
      'totals below its parts',
      { ...scaled(workflow, 0.01), parts: workflow.parts },
      'although the sum of the parts is 4.8',
    ],
    [
      'parts below its totals',
      { ...workflow, parts: sizes.map((part) => scaled(part, 0.01)) },
      'although the sum of the parts is 0.048',
    ],
    [
      'a part below its own energy',
      {
        ...workflow,
        parts: [
          ...sizes.slice(1),
          {
            ...sizes[0]!,
            emissions: {
              ...little,
              embodied_g: sizes[0]!.emissions.total_g! - 0.1,
              total_g: sizes[0]!.emissions.total_g,
            },
          },
        ],
      },
      'part "job 1"',
    ],
    [
      'a part with null figures',
      { ...workflow, parts: [...sizes, { ...sizes[0]!, energy: { ...job.energy, it_wh: null, total_wh: null } }] },
      'that of a part is null',
    ],
    ['no grid beside that of its parts', { ...workflow, intensity: null }, 'although intensity is null'],
    [
      'parts of parts that shrank',
      joined([{ ...partOf(workflow, null), parts: sizes.map((part) => scaled(part, 0.01)) }]),
      'part "CI": it_wh is 4.8',
    ],
  ])('has %s', (_, report, fault) => {
    expect(contradictionIn(report)).toContain(fault)
    expect(() => readReport(JSON.stringify(report), 'r.json')).toThrow(MeasurementError)
    expect(() => readReport(JSON.stringify(report), 'r.json')).toThrow('r.json contradicts itself')
  })
})

describe('a report that is right', () => {
  const reports = {
    ...REPORTS,
    ...Object.fromEntries(Object.entries(SITUATIONS).map(([name, make]) => [name, make()])),
  }

  it.each(Object.entries(reports))('does not contradict itself, nor joined: %s', (_, report) => {
    expect(contradictionIn(report)).toBeNull()
    const twice = [partOf(report, null), partOf(job, null)]
    expect(contradictionIn(joined(twice))).toBeNull()
    expect(
      contradictionIn(joined(cappedParts([...twice, ...sizes], 3), totalsOfParts([...twice, ...sizes]))),
    ).toBeNull()
  })

  it.each<[string, Report]>([
    ['has rounded figures', { ...job, energy: { ...job.energy, total_wh: 10.05 } }],
    ['has steps that overlap and do not cover it', { ...job, parts: sizes.map((part) => ({ ...part, kind: 'step' })) }],
    ['has emissions without energy', joined([{ ...sizes[0]!, energy: joined([]).energy, pue: null, intensity: null }])],
    ['has no PUE', { ...job, pue: null }],
  ])('does not contradict itself when it %s', (_, report) => {
    expect(contradictionIn(report)).toBeNull()
  })
})
