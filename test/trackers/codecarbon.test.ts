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

  test('a row in the order of its release whose looks fit the header too: its figures tell', async () => {
    const swapped = (a: string, b: string): string[] => order.map((name) => (name === a ? b : name === b ? a : name))
    const rated = { ...values, emissions_rate: '0.00001' }
    for (const header of [swapped('duration', 'emissions'), swapped('cpu_energy', 'energy_consumed')]) {
      const text = `${header.join(',')}\n${line(header, rated)}\n${line(order, { ...rated, run_id: 'a3d1f0aa-0002-4a00-8a00-000000000001' })}\n`
      const { records, refusals } = await readText(codecarbon, text)
      expect(refusals).toEqual([])
      expect(records).toMatchObject([figures, figures])
      expect(records[0]?.notes.map(({ code }) => code)).toContain('log-repaired')
    }
  })

  test('a value that is none of its column is named', async () => {
    const text = `${order.join(',')}\n${line(order, { ...values, timestamp: '01/08/2026 10:02' })}\n`
    const { refusals } = await readText(codecarbon, text)
    expect(refusals).toMatchObject([{ line: 2, reason: expect.stringContaining('timestamp is "01/08/2026 10:02"') }])
  })

  test('a row of more fields than the header is refused', async () => {
    const { refusals } = await readText(codecarbon, `${order.join(',')}\n${line(order)},1\n`)
    expect(refusals).toMatchObject([{ line: 2, reason: expect.stringContaining('39 fields under 38 columns') }])
  })
})

test('pitfalls of the tracker add warnings', async () => {
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

test('two files joined into one: the header in the middle is not a row', async () => {
  const text = readFileSync(new URL('../fixtures/logs/codecarbon/v2.1.csv', import.meta.url), 'utf8')
  expect((await readText(codecarbon, text + text)).refusals).toEqual([])
})

test('columns that a user adds may have any name, one with text around its own may not', async () => {
  const row = line(order)
  for (const added of ['acc@1', 'val_acc [%]', '#params', 'R²', 'lr=0.1', 'gpu_energy [J]', '*']) {
    const { records, refusals } = await readText(codecarbon, `${order.join(',')},${added}\n${row},0.9\n`)
    expect([records, refusals]).toMatchObject([[figures], []])
  }
  const names = order.join(',').replace('gpu_energy', '[gpu_energy')
  expect((await readText(codecarbon, `${names}\n${row}\n`)).refusals).toMatchObject([
    { reason: expect.stringContaining('"[gpu_energy" is not the name of a column') as string },
  ])
})

test("runs that the tracker's API gave no id are runs of their own", async () => {
  for (const id of ['None', 'nan', '']) {
    const row = line(order, { ...values, run_id: id })
    const { records } = await readText(codecarbon, `${order.join(',')}\n${row}\n${row}\n`)
    expect(records).toMatchObject([{ runId: null }, { runId: null }])
  }
})

test('a run whose energy falls counts with its largest row, with a warning', async () => {
  const row = (kwh: string): string =>
    line(order, { ...values, energy_consumed: kwh, cpu_energy: kwh, gpu_energy: '0', ram_energy: '0' })
  const { records } = await readText(codecarbon, `${order.join(',')}\n${row('0.0012')}\n${row('0.0004')}\n`)
  expect(records).toMatchObject([figures])
  expect(records[0]?.notes.map(({ code }) => code)).toContain('log-run-shrinks')
})

test('parts that are more than their sum are no parts', async () => {
  const { records } = await readText(
    codecarbon,
    `${order.join(',')}\n${line(order, { ...values, cpu_energy: '0.5' })}\n`,
  )
  expect(records[0]).toMatchObject({ ...figures, cpuWh: null, gpuWh: null, memoryWh: null })
  expect(records[0]?.notes.map(({ code }) => code)).toContain('log-parts-differ')
})

describe('JSON of the API', () => {
  const entry = (at: number): object => ({
    id: `aaaaaaaa-0000-4000-8000-00000000000${at}`,
    timestamp: `2026-03-02T08:0${at}:00+00:00`,
    run_id: values['run_id'],
    duration: 60,
    emissions_sum: 0.0005,
    cpu_energy: 0.0008,
    gpu_energy: 0,
    ram_energy: 0.0002,
    energy_consumed: 0.001,
  })

  test('entries hold what was used since the one before: they add up', async () => {
    const entries = [entry(1), entry(2), entry(3)]
    for (const text of [JSON.stringify(entries), JSON.stringify({ items: entries, total: 3, page: 1, size: 50 })]) {
      expect(codecarbon.detect(text)).toBe(true)
      const { records, refusals } = await readText(codecarbon, text)
      expect(refusals).toEqual([])
      expect(records.map(({ itWh }) => itWh)).toEqual([1, 1, 1])
      expect(new Set(records.map(({ piece }) => piece)).size).toBe(3)
    }
  })

  test('an entry of Cloud Logging holds the run so far', async () => {
    const { records } = await readText(codecarbon, JSON.stringify([{ insertId: 'x', jsonPayload: values }]))
    expect(records).toMatchObject([figures])
  })

  test('an entry of more than 1 MiB is refused', async () => {
    const { records, refusals } = await readText(
      codecarbon,
      `${JSON.stringify({ ...values, project_name: 'x'.repeat(2 ** 20) })}\n`,
    )
    expect(records).toEqual([])
    expect(refusals).toMatchObject([{ reason: expect.stringContaining('1 MiB') }])
  })
})

/** A row of one hour without PUE. Energies in kWh, power in W. */
const method = async (cells: Record<string, string>): Promise<string | undefined> => {
  const row = { ...values, duration: '3600', pue: '1', cpu_energy: '0', gpu_energy: '0', ram_energy: '0', ...cells }
  const kwh = [row.cpu_energy, row.gpu_energy, row.ram_energy].reduce((sum, each) => sum + Number(each), 0)
  const text = `${order.join(',')}\n${line(order, { ...row, energy_consumed: String(kwh) })}\n`
  return (await readText(codecarbon, text)).records[0]?.method
}

describe('the method is that of the worst part that matters', () => {
  test.each([
    ['memory alone', { ram_energy: '0.02' }, 'estimated'],
    ['half of a TDP', { cpu_power: '42.5', cpu_energy: '0.0425' }, 'estimated'],
    ['half of a TDP, short of a tick', { cpu_power: '60.0', cpu_energy: '0.0599' }, 'estimated'],
    ['half of a TDP, with a PUE', { cpu_power: '60.0', cpu_energy: '0.09', pue: '1.5' }, 'estimated'],
    ['a power that changed', { cpu_power: '60.0', cpu_energy: '0.03' }, 'modelled'],
    ['a power with the digits of a mean', { cpu_power: '41.3381', cpu_energy: '0.0413381' }, 'modelled'],
    ['memory below 5 %', { cpu_power: '41.3381', cpu_energy: '0.0413381', ram_energy: '0.002' }, 'modelled'],
    ['memory above 5 %', { cpu_power: '41.3381', cpu_energy: '0.0413381', ram_energy: '0.003' }, 'estimated'],
    ['a GPU beside little else', { gpu_energy: '0.5', cpu_power: '9.13', cpu_energy: '0.01' }, 'measured'],
    ['a GPU beside half of a TDP', { gpu_energy: '0.5', cpu_power: '42.5', cpu_energy: '0.0425' }, 'estimated'],
  ])('%s', async (_, cells, expected) => {
    expect(await method(cells)).toBe(expected)
  })
})
