import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MeasurementError } from '../../../src/core/errors.ts'
import type { LogFigures } from '../../../src/app/logs/summarize.ts'
import { columnMapping } from '../../../src/trackers/column-mapping.ts'
import { FORMATS } from '../../../src/trackers/formats.ts'
import { codecarbonCsv, codes, grams, itWh, read, workspace } from './log-folder.ts'
import { exampleOf } from '../../trackers/examples.ts'

const folder = new URL('../../fixtures/logs/', import.meta.url)
const fixtures = Object.keys(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as object)

const logs = [
  ...FORMATS.map(({ name }) => ({ format: name, log: 'example', text: exampleOf(name) })),
  ...fixtures.map((file) => ({
    format: file.split('/', 1)[0] ?? '',
    log: file,
    text: readFileSync(new URL(file, folder), 'utf8'),
  })),
]

/** Figures of files by name; null if they are refused. */
async function figuresOf(format: string, files: Record<string, string>): Promise<LogFigures | null> {
  const mapping =
    format === 'generic' ? columnMapping({ energy: 'energy_used in kWh', emissions: 'co2 in kg', run: 'job' }) : null
  try {
    return await read(workspace(files), { files: Object.keys(files), format, mapping })
  } catch (error) {
    if (error instanceof MeasurementError) return null
    throw error
  }
}

function sizeOf(figures: LogFigures): number {
  return itWh(figures) || (grams(figures) ?? 0)
}

/** Requests may be equal: two equal lines without an id are two requests. */
const EQUAL_LINES = new Set(['llm-usage example'])

describe('energy that is given again is never lost, and never added without a warning', () => {
  test.each(logs)('$format: $log', async ({ format, log, text }) => {
    const once = await figuresOf(format, { log: text })
    // Without an energy of its own there is nothing to add twice.
    if (once === null || once.doubt !== null) return
    const known = new Set(once.notes.map(({ text: words }) => words))
    const whole = text.endsWith('\n') ? text : `${text}\n`
    const lines = whole.split('\n')
    const beginning = `${lines.slice(0, Math.ceil(lines.length * 0.6)).join('\n')}\n`
    const situations: Record<string, Record<string, string>> = {
      'twice in one file': { log: whole + whole },
      'three times in one file': { log: whole.repeat(3) },
      'twice without a line end between': { log: whole.trimEnd() + whole },
      'twice without a line end at all': { log: whole.trimEnd().repeat(2) },
      'in two files': { log: whole, other: whole },
      'with its beginning': { log: whole, early: beginning },
      'after its beginning': { early: beginning, log: whole },
    }
    for (const [what, files] of Object.entries(situations)) {
      if (EQUAL_LINES.has(`${format} ${log}`) && /twice|three times/.test(what)) continue
      const figures = await figuresOf(format, files)
      if (figures === null || figures.doubt !== null) continue
      const share = sizeOf(figures) / sizeOf(once)
      expect(share, what).toBeGreaterThan(1 - 1e-6)
      if (share < 1 + 1e-6) continue
      const warnings = figures.notes.filter(
        ({ code, level, text: words }) => level !== 'info' && code !== 'log-no-emissions' && !known.has(words),
      )
      expect(warnings, `${what}: ${share} times the energy`).not.toEqual([])
    }
  })
})

/** Power that a meter would show: no two samples alike. */
const watts = (at: number, mean: number): string => (mean + ((at * 7919) % 997) / 100).toFixed(2)

function powerJoular(mean: number, seconds: readonly number[]): string[] {
  return seconds.map((at) => {
    const time = new Date(Date.UTC(2026, 2, 2, 8, 15, at)).toISOString().slice(0, 19).replace('T', ' ')
    return `${time},0.1,${watts(at, mean)},${watts(at, mean)},0`
  })
}

const powerJoularHeader = 'Date,CPU Utilization,Total Power,CPU Power,GPU Power\n'
const minute = Array.from({ length: 60 }, (_, at) => at)
const csv = (rows: readonly string[]): string => `${powerJoularHeader}${rows.join('\n')}\n`

describe('a log and its own beginning', () => {
  const rows = powerJoular(100, minute)

  test('are both counted, with a warning that names the earlier copy', async () => {
    const alone = await read(workspace({ 'log.csv': csv(rows) }))
    const both = await read(workspace({ 'log.csv': csv(rows), 'early.csv': csv(rows.slice(0, 30)) }))
    expect(itWh(both)).toBeGreaterThan(itWh(alone))
    const warning = both.notes.find(({ code }) => code === 'log-same-figure')
    expect(warning).toMatchObject({
      level: 'warning',
      text: expect.stringMatching(/^\.\/early\.csv has the same lines/),
    })
  })

  test('the last line of an earlier copy may be cut', async () => {
    const cut = csv(rows.slice(0, 30)).slice(0, -9)
    const both = await read(workspace({ 'log.csv': csv(rows), 'early.csv': cut }))
    expect(codes(both)).toContain('log-same-figure')
  })

  test('two logs with one header and other rows get no warning', async () => {
    const both = await read(workspace({ 'a.csv': csv(rows), 'b.csv': csv(powerJoular(50, minute)) }))
    expect(codes(both)).not.toContain('log-same-figure')
  })
})

describe('a log that begins again in its file', () => {
  const gpus = (count: number): string =>
    `timestamp, index, power.draw [W]\n${Array.from({ length: count }, (_, at) => `2026/03/02 08:15:${String(at >> 1).padStart(2, '0')}.000, ${at % 2}, 45.00 W\n`).join('')}`

  test('does not take equal readings for a second log', async () => {
    const constant = '0, 45.00\n1, 45.00\n'.repeat(30)
    for (const text of [gpus(60), constant]) {
      const figures = await read(workspace({ 'gpu.csv': text }), {
        files: ['gpu.csv'],
        format: 'nvidia-smi',
        intervalS: 1,
      })
      expect(codes(figures)).not.toContain('log-same-figure')
    }
  })

  test('a log beyond 16 MiB is looked through, and its copy and its beginning are found', async () => {
    const mapping = columnMapping({ energy: 'used in J' })
    const row = (at: number): string => `${'x'.repeat(2000)},${(at * 7919) % 997}\n`
    const rowsOf = (count: number): string => Array.from({ length: count }, (_, at) => row(at)).join('')
    const warningsOf = async (files: Record<string, string>): Promise<string[]> => {
      const figures = await read(workspace(files), { files: Object.keys(files), format: 'generic', mapping })
      return figures.notes.flatMap(({ code, text }) => (code === 'log-same-figure' ? [text] : []))
    }
    const whole = `job,used\n${rowsOf(9000)}`
    expect(await warningsOf({ log: whole })).toEqual([])
    expect(await warningsOf({ log: whole + rowsOf(9) })).toEqual([])
    expect(await warningsOf({ log: whole + whole })).toEqual([expect.stringContaining('begins again after 17.2 MiB')])
    expect(await warningsOf({ log: whole, early: whole.slice(0, -50_000) })).toEqual([
      expect.stringContaining('early has the same lines as the beginning of log'),
    ])
  })

  test('the warning names the line', async () => {
    const perf = exampleOf('perf')
    const figures = await read(workspace({ 'perf.txt': perf + perf }))
    const line = perf.split('\n').length
    expect(figures.notes.map(({ text }) => text)).toContainEqual(
      expect.stringContaining(`perf.txt begins again at line ${line} `),
    )
  })
})

describe('two machines in one log', () => {
  const mixed = (one: readonly string[], other: readonly string[]): string[] =>
    one.flatMap((row, at) => [row, other[at] ?? ''])

  test('PowerJoular: rows of the same time refuse the log', async () => {
    const text = csv(mixed(powerJoular(100, minute), powerJoular(50, minute)))
    await expect(read(workspace({ 'power.csv': text }))).rejects.toThrow(/give the log of each by itself/)
  })

  test('PowerJoular: a second that comes twice by chance does not', async () => {
    const text = csv(powerJoular(100, [...minute.slice(0, 30), 29, ...minute.slice(30)]))
    expect((await read(workspace({ 'power.csv': text }))).doubt).toBeNull()
  })

  const turbostat = (mean: number, offsetS: number, stepS: (at: number) => number = () => 5): string[] => {
    let clockS = 1_772_438_400 + offsetS
    return minute.map((at) => {
      clockS += stepS(at)
      return `${clockS.toFixed(6)}\t-\t-\t${watts(at, mean)}\t5.00`
    })
  }
  const table = (rows: readonly string[]): string =>
    `Time_Of_Day_Seconds\tCore\tCPU\tPkgWatt\tRAMWatt\n${rows.join('\n')}\n`

  test('turbostat: short and long intervals in turn refuse the log', async () => {
    for (const offsetS of [0.2, 1.5, 4]) {
      const text = table(mixed(turbostat(100, 0), turbostat(50, offsetS)))
      await expect(read(workspace({ 'turbostat.txt': text }))).rejects.toThrow(/give the log of each by itself/)
    }
  })

  test('turbostat: intervals of a busy machine that differ do not', async () => {
    const text = table(turbostat(100, 0, (at) => 5 + (at % 2) * 0.8))
    expect((await read(workspace({ 'turbostat.txt': text }))).doubt).toBeNull()
  })
})

describe('files of a folder that are left out', () => {
  const log = csv(powerJoular(100, minute))

  test.each(['old.log.gz', 'power.csv.1.xz', 'emissions-old.csv'])(
    '%s may be a log: a warning names it',
    async (name) => {
      const figures = await read(workspace({ 'a.csv': log, [name]: 'not a log\n', 'notes.md': 'text\n' }))
      const warning = figures.notes.find(({ code }) => code === 'log-not-known')
      expect(warning).toMatchObject({ level: 'warning', text: expect.stringContaining(name) })
      expect(warning?.text).toContain('2 files are')
    },
  )

  test.each(['notes.md', 'app.log', 'sources.tar.gz'])('%s is not taken for a log', async (name) => {
    const figures = await read(workspace({ 'a.csv': log, [name]: 'not a log\n' }))
    expect(figures.notes.find(({ code }) => code === 'log-not-known')?.level).toBe('info')
  })
})

test('energy of CodeCarbon that no part explains is not called measured', async () => {
  const gpuOnly = codecarbonCsv({ id: '1', kwh: 0.001 }).replace(/,0\.001,0,0,0\.001,/, ',0,0.0001,0,0.001,')
  expect(gpuOnly).toContain(',0.0001,')
  const { parts } = await read(workspace({ 'emissions.csv': gpuOnly }))
  expect(parts.map(({ method }) => method)).toEqual(['modelled'])
})
