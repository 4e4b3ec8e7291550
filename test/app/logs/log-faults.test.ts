import { describe, expect, test } from 'vitest'
import { makeRange } from '../../../src/core/range.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { reportOfFigures } from '../../../src/app/logs/logs-report.ts'
import type { LogFigures } from '../../../src/app/logs/summarize.ts'
import { codecarbonCsv, codes, grams, itWh, read, workspace } from './log-folder.ts'

/** Verdict of logs under a budget that their energy is far below. */
function verdictUnder(figures: LogFigures, budgets: readonly string[] = ['1 MWh']): string {
  const { doubt } = figures
  const lines = budgets.map((line) => ({ budget: parseBudget(line), source: 'input' as const }))
  return judgeReport(reportOfFigures(figures, 'logs'), '1', lines, { doubt, ownScopes: ['job'] }).verdict
}

describe('Emissions are checked against energy and grid.', () => {
  const ecoCi = (printed: number, grid = 300): string =>
    [
      '| Label | avg. CPU utilization [%] | Total Energy [Joules] | avg. Power [Watts] | Duration [Seconds] |',
      '| Total Run | 40.00 | 7200.00 | 6.00 | 1200.00 |',
      `CO₂ from energy is: ${printed} g`,
      'CO₂ from manufacturing (embodied carbon) is: 0.2 g',
      `Carbon Intensity for this location: ${grid} gCO₂eq/kWh`,
      '',
    ].join('\n')

  test("Eco-CI's factor of 3.6 is corrected, with a note.", async () => {
    const figures = await read(workspace({ 'eco.txt': ecoCi(2.16) }))
    expect(grams(figures)).toBeCloseTo(0.8, 9)
    expect(codes(figures)).toContain('log-emissions-corrected')
    const sound = await read(workspace({ 'eco.txt': ecoCi(0.6) }))
    expect(grams(sound)).toBeCloseTo(0.8, 9)
    expect(codes(sound)).not.toContain('log-emissions-corrected')
  })

  test('Any other contradiction keeps the figures of the log, with a warning.', async () => {
    const figures = await read(workspace({ 'eco.txt': ecoCi(1.2) }))
    expect(grams(figures)).toBeCloseTo(1.4, 9)
    expect(codes(figures)).toContain('log-contradiction')
  })

  test('Energy of Eco-CI below its power over its time lacks samples, and no budget passes on it.', async () => {
    const laps = (joules: string): string =>
      `{"run_id": "1", "steps": [{"label": "Build", "cpu_avg_percent": "50", "energy_joules": "${joules}", "power_avg_watts": "6.00", "time": "120.00"}]}`
    const table = (joules: string): string => ecoCi(0.6).replace('7200.00', joules)
    for (const [name, text, whole] of [
      ['lap-data.json', laps, 720],
      ['eco.txt', table, 7200],
    ] as const) {
      const outcome = async (joules: number): Promise<unknown> => {
        const figures = await read(workspace({ [name]: text(joules.toFixed(2)) }))
        const found = figures.notes.filter(({ text: words }) => words.includes('J, and 6 W over'))
        return [verdictUnder(figures, ['1 MWh']), ...found.map(({ code }) => code)]
      }
      expect(await outcome(whole)).toEqual(['pass'])
      expect(await outcome(0.96 * whole)).toEqual(['pass'])
      expect(await outcome(0.5 * whole)).toEqual(['indeterminate', 'log-energy-missing'])
      expect(await outcome(100 * whole)).toEqual(['pass', 'log-contradiction'])
    }
  })

  test('No budget passes on emissions that are less than any grid makes, unless the user names the grid.', async () => {
    const outcome = async (kg: number, gPerKwh: number | null = null): Promise<string> => {
      const folder = workspace({ 'e.csv': codecarbonCsv({ id: '1', kwh: 0.2, kg }) })
      const zone = { zone: null, kind: 'given', source: 'as given', asOf: null, fallback: false } as const
      const grid = gPerKwh === null ? null : { gPerKwh: makeRange(gPerKwh), ...zone }
      return verdictUnder(await read(folder, { grid }), ['1 t'])
    }
    expect(await outcome(0.075)).toBe('pass')
    expect(await outcome(0.000_075)).toBe('indeterminate')
    expect(await outcome(0.000_075, 18)).toBe('pass')
    // Hydropower alone, by what it emits directly.
    expect(await outcome(0.000_24)).toBe('pass')
  })

  test('No budget passes on an energy of CodeCarbon that is hardly any of its power over its time.', async () => {
    const outcome = async (kwh: number, seconds: number): Promise<unknown> => {
      const figures = await read(workspace({ 'e.csv': codecarbonCsv({ id: '1', seconds, kwh, kg: kwh * 0.3 }) }))
      return [verdictUnder(figures), codes(figures).includes('log-energy-missing')]
    }
    // 30 W over an hour.
    expect(await outcome(0.03, 3600)).toEqual(['pass', false])
    expect(await outcome(0.0004, 3600)).toEqual(['pass', false])
    expect(await outcome(0.000_03, 3600)).toEqual(['indeterminate', true])
    expect(await outcome(0.000_000_000_03, 3600)).toEqual(['indeterminate', true])
    expect(await outcome(0.000_000_03, 0.9)).toEqual(['pass', false])
  })

  test('No budget passes on a model of a named machine with less than a milliwatt.', async () => {
    const log = (kwh: number): string =>
      `id,duration(s),power_consumption(kWh),CO2_emissions(kg),CPU_name\na,3600,${kwh},${kwh * 0.3},CPU\n`
    const outcome = async (kwh: number): Promise<string> =>
      verdictUnder(await read(workspace({ 'emission.csv': log(kwh) })))
    expect(await outcome(0.000_04)).toBe('pass')
    expect(await outcome(0.000_000_4)).toBe('indeterminate')
  })

  test('A run of less than a second may have 0 kWh beside another run.', async () => {
    const [header = '', row = ''] = codecarbonCsv({ id: '1' }).split('\n')
    const short = (seconds: number): string => codecarbonCsv({ id: '2', seconds, kwh: 0, kg: 0 }).split('\n')[1] ?? ''
    const outcome = async (seconds: number): Promise<string> => {
      const text = [`${header},gpu_count`, `${row},0`, `${short(seconds)},1`, ''].join('\n')
      return verdictUnder(await read(workspace({ 'e.csv': text })))
    }
    expect(await outcome(0.02)).toBe('pass')
    expect(await outcome(1.5)).toBe('indeterminate')
  })

  test('An intensity that no real grid has is a warning.', async () => {
    for (const [kg, isOdd] of [
      [0.0000099, true],
      [0.00002, false],
      [0.00129, false],
      [0.00131, true],
    ] as const) {
      const figures = await read(workspace({ 'e.csv': codecarbonCsv({ id: '1', kwh: 0.001, kg }) }))
      expect(codes(figures).includes('log-grid-odd')).toBe(isOdd)
    }
  })
})

describe('Kepler', () => {
  const scrape = (name: (zone: string) => string, joules: number, dram: number): string =>
    `${name('package')} ${joules}\n${name('dram')} ${dram}\n`

  test.each([
    (zone: string): string => `kepler_node_cpu_joules_total{zone="${zone}"}`,
    (zone: string): string => `kepler_node_${zone}_joules_total{package="0"}`,
  ])('adds the memory to packages.', async (name) => {
    const folder = workspace({ 'a.prom': scrape(name, 1000, 50), 'b.prom': scrape(name, 4600, 770) })
    const figures = await read(folder, { files: ['a.prom', 'b.prom'] })
    expect(itWh(figures)).toBeCloseTo(1.2, 9)
    expect(figures.parts[0]?.energy.memory_wh).toBeCloseTo(0.2, 9)
    expect(figures.parts[0]?.energy.cpu_wh).toBeCloseTo(1, 9)
  })

  test.each(['dram', 'package', 'node'])('never passes when a %s is missing from one of two scrapes.', async (lost) => {
    const line = (node: string, zone: string, joules: number): string =>
      `kepler_node_cpu_joules_total{zone="${zone}",node_name="${node}"} ${joules}\n`
    const scrapeOf = (node: string, joules: number): string =>
      line(node, 'package', joules) + line(node, 'dram', joules / 10)
    const isLost = (row: string): boolean => row.includes(lost === 'node' ? '"n2"' : `"${lost}",node_name="n2"`)
    const end = (scrapeOf('n1', 4600) + scrapeOf('n2', 9000)).split('\n').filter((row) => !isLost(row))
    for (const files of [
      { 'a.prom': scrapeOf('n1', 1000) + scrapeOf('n2', 5000), 'b.prom': end.join('\n') },
      { 'a.prom': end.join('\n'), 'b.prom': scrapeOf('n1', 9000) + scrapeOf('n2', 12_000) },
    ]) {
      const figures = await read(workspace(files), { files: ['a.prom', 'b.prom'] })
      expect(figures.doubt).not.toBeNull()
    }
  })
})

describe('CodeCarbon', () => {
  const rows = codecarbonCsv({ id: '1', kwh: 0.001 }, { id: '2', kwh: 0.003 })

  test('Fields padded with blanks read as others, also in part of the file.', async () => {
    const lines = rows.trimEnd().split('\n')
    for (const text of [
      lines.map((line) => line.replaceAll(',', ', ')),
      lines.map((line) =>
        line
          .split(',')
          .map((field) => field.padEnd(40))
          .join(),
      ),
      [lines[0] ?? '', (lines[1] ?? '').replaceAll(',', '  ,'), lines[2] ?? ''],
    ]) {
      const figures = await read(workspace({ 'e.csv': `${text.join('\n')}\n` }))
      expect(itWh(figures)).toBeCloseTo(4, 9)
      expect(figures.doubt).toBeNull()
    }
  })

  test('A run that falls in a later row may have begun again, and no budget passes; rows out of order are inside it.', async () => {
    const row = (time: string, kwh: number) => ({ id: '1', time: `2026-03-02T08:${time}:00`, kwh, kg: kwh / 5 })
    const readRows = (...rows: readonly ReturnType<typeof row>[]) =>
      read(workspace({ 'e.csv': codecarbonCsv(...rows) }))
    const restarted = await readRows(row('10', 0.001), row('20', 0.0002))
    expect([itWh(restarted), verdictUnder(restarted)]).toEqual([1, 'indeterminate'])
    const sorted = await readRows(row('20', 0.001), row('10', 0.0002))
    expect([itWh(sorted), verdictUnder(sorted)]).toEqual([1, 'pass'])
  })

  test('Emissions of 0 are missing, and no budget passes on them without a grid.', async () => {
    const folder = workspace({ 'e.csv': codecarbonCsv({ id: '1', kwh: 0.001, kg: 0 }) })
    const figures = await read(folder)
    expect([verdictUnder(figures, ['1 t']), codes(figures)]).toEqual([
      'indeterminate',
      expect.arrayContaining(['log-energy-missing']),
    ])
    const place = { zone: 'DE', kind: 'average', source: 'test', asOf: null, fallback: false } as const
    const recosted = await read(folder, { grid: { ...place, gPerKwh: makeRange(400) } })
    expect([verdictUnder(recosted, ['1 t']), grams(recosted)]).toEqual(['pass', expect.closeTo(0.4, 9)])
  })

  test('A total below its parts lacks energy, and no budget passes on it.', async () => {
    const [header = '', row = ''] = rows.split('\n')
    const at = (column: string): number => header.split(',').indexOf(column)
    const less = row
      .split(',')
      .map((cell, column) => (column === at('energy_consumed') ? String(Number(cell) / 2) : cell))
    const figures = await read(workspace({ 'emissions.csv': `${header}\n${less.join(',')}\n` }), {
      files: ['emissions.csv'],
    })
    expect(figures.doubt).toBe('energy-missing')
  })

  test('A CPU energy of 0 is reported, and no budget passes on it.', async () => {
    const zero = rows.replaceAll(/,30,0\.00[13],0,0,/g, ',30,0,0,0,')
    const figures = await read(workspace({ 'e.csv': zero }))
    expect(codes(figures).filter((code) => /zero|missing/.test(code))).toEqual(['log-cpu-zero'])
    expect(verdictUnder(figures)).toBe('indeterminate')
    expect(verdictUnder(figures, [])).toBe('none')
    expect(verdictUnder(await read(workspace({ 'e.csv': rows })))).toBe('pass')
  })

  test('A last row that was cut is missing energy.', async () => {
    const figures = await read(workspace({ 'e.csv': rows.slice(0, -60) }))
    expect(verdictUnder(figures)).toBe('indeterminate')
    expect(verdictUnder(await read(workspace({ 'e.csv': rows.slice(0, -60) }), { onMeasurementError: 'warn' }))).toBe(
      'pass',
    )
  })
})

describe('Impact Framework', () => {
  const node = 'children:\n    a:\n      outputs:\n        - {duration: 60, energy: 0.002, carbon: 0.5}\n'

  test.each(['tree', 'graph'])('A manifest without initialize is read: %s', async (root) => {
    const figures = await read(workspace({ 'm.yml': `name: x\n${root}:\n  ${node}` }))
    expect(itWh(figures)).toBeCloseTo(2, 9)
  })
})

describe('Trackers of different GPUs of one host', () => {
  test('The CPU that is counted with another tracker is not missing.', async () => {
    const header =
      'timestamp,run_id,duration,emissions,cpu_energy,gpu_energy,ram_energy,energy_consumed,os,cpu_model,gpu_model,tracking_mode'
    const row = (id: string, gpuKwh: number): string =>
      `2026-03-02T08:15:00,${id},3600,0.1,0.2,${gpuKwh},0.02,${0.22 + gpuKwh},Linux,CPU,2 x GPU,machine`
    const log = [header, row('run-00001', 0.05), row('run-00002', 0.4), ''].join('\n')
    const figures = await read(workspace({ 'e.csv': log }))
    expect(itWh(figures)).toBeCloseTo(670, 9)
    expect(figures.doubt).toBeNull()
  })
})

describe('Inputs that other tools changed', () => {
  test('Two nodes of constant power that append to one file add up.', async () => {
    const log = codecarbonCsv({ id: '1', mode: 'machine' }, { id: '2', mode: 'machine' })
    const figures = await read(workspace({ 'e.csv': log }))
    expect(itWh(figures)).toBeCloseTo(2, 9)
    expect(codes(figures)).toContain('log-overlap-added')
  })

  test('Short trackers inside a long one of the same constant power are counted once.', async () => {
    const inner = [10, 20, 30].map((s) => ({
      id: String(s),
      time: `2026-03-02T08:14:${s}`,
      seconds: 2,
      kwh: 0.001 / 30,
      mode: 'machine',
    }))
    const figures = await read(workspace({ 'e.csv': codecarbonCsv({ id: '1', mode: 'machine' }, ...inner) }))
    expect(itWh(figures)).toBeCloseTo(1, 9)
  })

  test('A date of a spreadsheet is read where day and month can be told apart.', async () => {
    const dated = (time: string): string => codecarbonCsv({ id: '1', time })
    expect(itWh(await read(workspace({ 'e.csv': dated('30/05/2024 10:15') })))).toBeCloseTo(1, 9)
    await expect(read(workspace({ 'e.csv': dated('03/05/2024 10:15') }))).rejects.toThrow('timestamp')
  })

  test('perf with decimal commas is read where another sign separates the fields.', async () => {
    const log = '12,74;Joules;power/energy-pkg/;5001;100,00;;\n8,18;Joules;power/energy-ram/;5001;100,00;;\n'
    expect(itWh(await read(workspace({ 'p.csv': log })))).toBeCloseTo(20.92 / 3600, 12)
  })

  test('The CSV of the first releases of experiment-impact-tracker is read like its JSON lines.', async () => {
    const row = (s: number): string => `${s},30.0,60.0`
    const log = [
      'timestamp,rapl_estimated_attributable_power_draw,nvidia_estimated_attributable_power_draw',
      ...[0, 10, 20].map((s) => row(1_570_000_000 + s)),
      '',
    ].join('\n')
    expect(itWh(await read(workspace({ 'data.csv': log })))).toBeCloseTo(0.5, 9)
  })
})
