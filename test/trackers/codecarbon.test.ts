import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codecarbon } from '../../src/trackers/codecarbon.ts'
import { COLUMN_ORDERS } from '../../src/trackers/codecarbon/columns.ts'
import { readText } from './log-text.ts'

const order = COLUMN_ORDERS.at(-1)!

const values: Record<string, string> = {
  timestamp: '2026-03-02T08:15:00',
  project_name: 'nightly, "big"',
  run_id: 'a3d1f0aa-0001-4a00-8a00-000000000001',
  experiment_id: '5b0fa12a-3dd7-45bb-9766-cc326314d9f1',
  duration: '90',
  emissions: '0.0009',
  emissions_rate: '0.00001',
  cpu_power: '30.0',
  gpu_power: '4.0',
  ram_power: '6.0',
  cpu_energy: '0.0009',
  gpu_energy: '0.0001',
  ram_energy: '0.0002',
  energy_consumed: '0.0012',
  water_consumed: '0.5',
  country_name: 'Korea, Republic of',
  country_iso_code: 'KOR',
  region: 'seoul',
  cloud_provider: '',
  cloud_region: '',
  os: 'Linux-6.8.0-x86_64-with-glibc2.39',
  python_version: '3.12.3',
  codecarbon_version: '3.3.0',
  cpu_count: '8',
  cpu_model: 'Some CPU',
  gpu_count: '1',
  gpu_model: 'Some GPU',
  longitude: '127.0',
  latitude: '37.5',
  ram_total_size: '31.2',
  tracking_mode: 'machine',
  cpu_utilization_percent: '20.5',
  gpu_utilization_percent: '1.0',
  ram_utilization_percent: '30.1',
  ram_used_gb: '9.4',
  on_cloud: 'N',
  pue: '1.2',
  wue: '1.8',
}

const cell = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const line = (columns: readonly string[], row: Record<string, string> = values): string =>
  columns.map((column) => cell(row[column] ?? '')).join(',')

const figures = { itWh: expect.closeTo(1, 9), pue: 1.2, emissionsG: expect.closeTo(0.9, 9), durationS: 90 }

test('columns in any order, of every release', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(...COLUMN_ORDERS)
        .chain((columns) => fc.shuffledSubarray([...columns], { minLength: columns.length })),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      async (columns, end, lastEnd) => {
        const text = [columns.join(','), line(columns)].join(end) + (lastEnd ? end : '')
        const { records, refusals } = await readText(codecarbon, text, { size: 50 })
        expect(refusals).toEqual([])
        const pue = columns.includes('pue') ? 1.2 : 1
        expect(records[0]).toMatchObject({
          ...figures,
          pue,
          itWh: expect.closeTo(1.2 / pue, 9),
          name: values['project_name'],
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('a figure that is none, anywhere, refuses the row', async () => {
  const counted = ['duration', 'emissions', 'energy_consumed', 'cpu_energy', 'gpu_energy', 'ram_energy', 'pue']
  for (const column of counted) {
    for (const bad of ['', 'NaN', 'nan', 'inf', '-0.001', '0x10', '1,5', '12abc', '1e999']) {
      const text = `${order.join(',')}\n${line(order, { ...values, [column]: bad })}\n`
      const { records, refusals } = await readText(codecarbon, text)
      expect(records).toEqual([])
      expect(refusals).toMatchObject([{ line: 2 }])
    }
  }
})

describe('rows that lost columns', () => {
  const without = (lost: readonly string[], row: Record<string, string> = values): string =>
    line(
      order.filter((column) => !lost.includes(column)),
      row,
    )
  const nullable = [
    'region',
    'gpu_count',
    'gpu_model',
    'longitude',
    'latitude',
    'experiment_id',
    'country_name',
    'country_iso_code',
    'cloud_provider',
  ]

  test('are put back where every reading gives the same figures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(nullable, { minLength: 1, maxLength: 4 }), async (lost) => {
        const text = `${order.join(',')}\n${without(lost)}\n`
        const { records, refusals } = await readText(codecarbon, text)
        expect(refusals).toEqual([])
        expect(records[0]).toMatchObject({ ...figures, waterL: 0.5, runId: values['run_id'] })
        expect(records[0]?.notes.map(({ code }) => code)).toContain('log-repaired')
      }),
      { numRuns: 40 },
    )
  })

  test('are refused with their line where they can be read in more than one way, or in none', async () => {
    for (const lost of [['duration'], ['energy_consumed'], ['run_id'], ['timestamp'], ['on_cloud', 'tracking_mode']]) {
      const text = `${order.join(',')}\n${without(lost)}\n`
      const { records, refusals } = await readText(codecarbon, text)
      expect(records).toEqual([])
      expect(refusals).toMatchObject([{ line: 2 }])
    }
    const foreign = `${order.join(',')},mine\n${without(['region'])},x\n`
    expect((await readText(codecarbon, foreign)).refusals).toMatchObject([{ line: 2 }])
  })

  test('a row in the order of its release under a header in another order', async () => {
    const header = order.toReversed()
    const { records, refusals } = await readText(codecarbon, `${header.join(',')}\n${line(order)}\n`)
    expect(refusals).toEqual([])
    expect(records[0]).toMatchObject(figures)
  })

  test('a row of more fields than the header is refused', async () => {
    const { refusals } = await readText(codecarbon, `${order.join(',')}\n${line(order)},1\n`)
    expect(refusals).toMatchObject([{ line: 2, reason: expect.stringContaining('39 fields under 38 columns') }])
  })
})

test('pitfalls of the tracker are told', async () => {
  const canada = {
    ...values,
    country_iso_code: 'CAN',
    country_name: 'Canada',
    longitude: '',
    gpu_energy: '0',
    cpu_power: '42.5',
  }
  const { records } = await readText(codecarbon, `${order.join(',')}\n${line(order, canada)}\n`)
  expect(records[0]?.notes.map(({ code }) => code)).toEqual(['log-place-default', 'log-gpu-zero', 'log-cpu-guess'])
})

test('two files joined into one: the header in the middle is no row', async () => {
  const text = readFileSync(new URL('../fixtures/logs/codecarbon/v2.1.csv', import.meta.url), 'utf8')
  expect((await readText(codecarbon, text + text)).refusals).toEqual([])
})
