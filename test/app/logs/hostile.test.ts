import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigurationError, MeasurementError } from '../../../src/core/errors.ts'
import { logSource } from '../../../src/trackers/head.ts'
import { FORMATS } from '../../../src/trackers/formats.ts'
import { codecarbonCsv, grams, itWh, read, workspace } from './log-folder.ts'
import type { LogOptions } from '../../../src/app/logs/read-logs.ts'

/** The one line that a reading ends with. */
async function refusal(folder: string, options: Partial<LogOptions>): Promise<Error> {
  const error: unknown = await read(folder, options).then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(Error)
  const { message } = error as Error
  // eslint-disable-next-line no-control-regex
  expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  expect(message.length).toBeLessThan(800)
  return error as Error
}

describe('names', () => {
  test.each([
    ['missing.csv', /missing\.csv does not exist/],
    ['*.parquet', /no file matches \*\.parquet/],
    ['empty', /empty is a folder without a file/],
    ['fifo', /fifo is a FIFO, not a file/],
    ['loop', /leads to itself/],
    ['out.csv', /symbolic link that leads out of the workspace/],
    ['folder.csv', /folder\.csv is a folder without a file/],
    ['bad\u001b]31m\nname', /bad\\x1b\]31m\\nname does not exist/],
  ])('%j', async (name, message) => {
    const outside = workspace({ 'emissions.csv': codecarbonCsv({ id: '1' }) })
    const folder = workspace()
    mkdirSync(join(folder, 'empty'))
    mkdirSync(join(folder, 'folder.csv'))
    execFileSync('mkfifo', [join(folder, 'fifo')])
    symlinkSync('loop', join(folder, 'loop'))
    symlinkSync(join(outside, 'emissions.csv'), join(folder, 'out.csv'))
    const error = await refusal(folder, { files: [name] })
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.message).toMatch(message)
  })

  test('a link within the workspace, a file outside of it by its own name', async () => {
    const outside = workspace({ 'emissions.csv': codecarbonCsv({ id: '1' }) })
    const folder = workspace({ 'real.csv': codecarbonCsv({ id: '2' }) })
    symlinkSync('real.csv', join(folder, 'link.csv'))
    expect(itWh(await read(folder, { files: ['link.csv', join(outside, 'emissions.csv')] }))).toBeCloseTo(2, 9)
  })

  test('a file counts once, however many links lead to it', async () => {
    const folder = workspace({ 'runs/a.csv': 'duration,emissions,energy_consumed\n60,0.001,0.0025\n' })
    symlinkSync('a.csv', join(folder, 'runs/latest.csv'))
    linkSync(join(folder, 'runs/a.csv'), join(folder, 'b.csv'))
    linkSync(join(folder, 'runs/a.csv'), join(folder, 'runs/a.csv.bak'))
    symlinkSync('runs', join(folder, 'link'))
    for (const files of [['.'], ['runs'], ['b.csv', 'runs/latest.csv'], ['link', 'runs/a.csv'], ['**/*.csv']]) {
      expect(itWh(await read(folder, { files }))).toBeCloseTo(2.5, 9)
    }
  })

  test('a folder with a link out of it: the link is left alone', async () => {
    const outside = workspace({ 'emissions.csv': codecarbonCsv({ id: '1' }) })
    const folder = workspace({
      'logs/a.csv': codecarbonCsv({ id: '2' }),
      'logs/notes.txt': 'hello',
      'logs/old.csv.bak': codecarbonCsv({ id: '3' }),
    })
    symlinkSync(join(outside, 'emissions.csv'), join(folder, 'logs/out.csv'))
    expect(itWh(await read(folder, { files: ['logs'] }))).toBeCloseTo(1, 9)
  })

  test.skipIf(process.getuid?.() === 0)('no permission', async () => {
    const folder = workspace({ 'e.csv': codecarbonCsv({ id: '1' }) })
    chmodSync(join(folder, 'e.csv'), 0)
    const error = await refusal(folder, { files: ['e.csv'] })
    expect(error).toBeInstanceOf(MeasurementError)
    expect(error.message).toMatch(/e\.csv cannot be read: no permission/)
  })

  test.skipIf(process.getuid?.() === 0)(
    'no permission for a part of a folder: what may be a log is missing',
    async () => {
      const folder = workspace({
        'e.csv': codecarbonCsv({ id: '1' }),
        'f.csv': 'x',
        'shut/g.csv': 'x',
        'blind/h.csv': 'x',
      })
      chmodSync(join(folder, 'f.csv'), 0)
      chmodSync(join(folder, 'shut'), 0)
      chmodSync(join(folder, 'blind'), 0o400)
      try {
        for (const files of [['.'], ['**/*.csv']]) {
          const figures = await read(folder, { files })
          expect(figures.doubt).not.toBeNull()
          expect(figures.notes.filter(({ code }) => code === 'log-row-refused').map(({ text }) => text)).toEqual(
            ['f.csv', 'blind/h.csv', 'shut'].map(() => expect.stringContaining('cannot be read: no permission')),
          )
        }
        expect((await read(folder, { files: ['e*.csv'] })).doubt).toBeNull()
      } finally {
        chmodSync(join(folder, 'shut'), 0o700)
        chmodSync(join(folder, 'blind'), 0o700)
      }
    },
  )

  test('columns of CodeCarbon that are not its CSV', async () => {
    const text = codecarbonCsv({ id: '1' })
    const semicolons = workspace({ 'e.csv': text.replaceAll(',', ';') })
    expect(itWh(await read(semicolons, { files: ['e.csv'] }))).toBeCloseTo(1, 9)
    const short = await refusal(workspace({ 'e.csv': text.replace('duration', 'took') }), { files: ['e.csv'] })
    expect(short.message).toContain('duration, emissions and energy_consumed are needed')
  })

  test('a format that does not exist', async () => {
    const error = await refusal(workspace({ a: 'x' }), { format: 'codecarbn' })
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.message).toContain('did you mean codecarbon')
  })
})

describe('content', () => {
  test.each([
    ['a pickle', Buffer.from([0x80, 4, 0x95]), /pickle: it is never opened/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /compressed \(gzip\)/],
    ['binary', Buffer.from('ab\0cd'), /not text/],
    ['nothing', Buffer.alloc(0), /the file is empty/],
    ['our own report', Buffer.from('{"schema": "carbon-gate/report@1"}'), /carbon-gate gate/],
    ['what sacct prints', Buffer.from('JobID|JobName|Submit\n1|x|y\n'), /output of GreenAlgorithms4HPC/],
    ['prose', Buffer.from('hello\nworld\n'), /of no known format/],
    ['a header called __proto__', Buffer.from('__proto__,constructor\n1,2\n'), /of no known format/],
  ])('%s', async (_, bytes, message) => {
    const folder = workspace()
    writeFileSync(join(folder, 'log'), bytes)
    expect((await refusal(folder, { files: ['log'] })).message).toMatch(message)
  })

  test('columns called __proto__ are columns like any other', async () => {
    const text = codecarbonCsv({ id: '1' })
      .split('\n')
      .map((line, n) => (line === '' ? '' : `${line},${n === 0 ? '__proto__,toString' : 'x,y'}`))
      .join('\n')
    expect(itWh(await read(workspace({ 'e.csv': text })))).toBeCloseTo(1, 9)
    const json = '{"__proto__": {"energy_consumed": 9}, "duration": 1, "emissions": 0.0002, "energy_consumed": 0.001}'
    expect(itWh(await read(workspace({ 'e.json': json })))).toBeCloseTo(1, 9)
  })

  test('an unclosed quote of 300 MB is given up after one', async () => {
    const codecarbon = FORMATS[0]!
    let given = 0
    const text = (async function* (): AsyncGenerator<string> {
      yield codecarbonCsv({ id: '1' })
      const piece = 'x'.repeat(256 * 1024)
      yield '2026-03-02T08:15:00,"'
      for (; given < 300e6; given += piece.length) yield piece
    })()
    const { records, refusals } = await codecarbon.read(await logSource('e.csv', text), {
      mapping: null,
      intervalS: null,
    })
    expect(records).toHaveLength(1)
    expect(refusals[0]?.reason).toMatch(/open quote that begins on line 3 is longer than 1 MiB/)
    expect(given).toBeLessThan(4e6)
  })

  test('ten million columns', async () => {
    const header = `duration,emissions,energy_consumed${',c'.repeat(1e7)}`
    const error = await refusal(workspace({ 'e.csv': `${header}\n1\n` }), { files: ['e.csv'] })
    expect(error).toBeInstanceOf(MeasurementError)
    expect(error.message).toMatch(/a row that begins on line 1 is longer than 1 MiB/)
  })

  test('an alias bomb, a key that appears twice, a tag', async () => {
    const manifest = (body: string): string => `execution:\n  status: success\n${body}\ntree:\n  children: {}\n`
    const levels = Array.from(
      { length: 9 },
      (_, n) => `b${n + 1}: &b${n + 1} [${Array(9).fill(`*b${n}`).join(',')}]`,
    ).join('\n')
    const bomb = manifest(`b0: &b0 x\n${levels}`)
    expect((await refusal(workspace({ 'm.yaml': bomb }), { files: ['m.yaml'] })).message).toMatch(/cannot be expanded/)
    const twice = manifest('a: 1\na: 2')
    expect((await refusal(workspace({ 'm.yaml': twice }), { files: ['m.yaml'] })).message).toMatch(/appears twice/)
    const many = `execution:\n  status: success\ntree:\n  children: {}\n${Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n')}\n`
    expect((await refusal(workspace({ 'm.yaml': many }), { files: ['m.yaml'] })).message).toMatch(/no outputs/)
  })

  test('values nested a thousand deep', async () => {
    const json = `{"energy_consumed": 1, "emissions": 1, "x": ${'['.repeat(1000)}${']'.repeat(1000)}}`
    expect((await refusal(workspace({ 'e.json': json }), { files: ['e.json'] })).message).toMatch(/nested deeper/)
  })

  test('names of a log never reach a terminal as they are', async () => {
    const text = codecarbonCsv({ id: '1' }).replace(',p,', ',\u001b[2J\u202eevil\u0007,')
    const figures = await read(workspace({ 'e.csv': text }))
    expect(figures.parts[0]?.name).toBe('\\x1b[2J\\u202eevil\\x07')
  })
})

describe('files as they come', () => {
  test('UTF-16 from PowerShell', async () => {
    const folder = workspace()
    writeFileSync(
      join(folder, 'e.csv'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(codecarbonCsv({ id: '1' }), 'utf16le')]),
    )
    expect(itWh(await read(folder))).toBeCloseTo(1, 9)
  })

  test('a file that grows while it is read counts as it was when it was opened', async () => {
    const folder = workspace({ 'e.csv': codecarbonCsv({ id: '1' }) })
    const path = join(folder, 'e.csv')
    const { openLog } = await import('../../../src/app/logs/open-log.ts')
    const log = await openLog({ path, shown: 'e.csv', how: 'named' })
    appendFileSync(path, 'garbage that is no row\n')
    let text = ''
    for await (const piece of log.text()) text += piece
    await log.close()
    expect(text).toBe(codecarbonCsv({ id: '1' }))
  })

  test('a last row that was cut is left out with a note', async () => {
    const whole = codecarbonCsv({ id: '1' }, { id: '2' })
    const cut = whole.slice(0, -40)
    const figures = await read(workspace({ 'e.csv': cut }))
    expect(itWh(figures)).toBeCloseTo(1, 9)
    expect(grams(figures)).toBeCloseTo(0.2, 9)
    expect(figures.doubt).toBe('energy-missing')
    expect(figures.notes.map(({ code }) => code)).toContain('log-torn')
  })
})
