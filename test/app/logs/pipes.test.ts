import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codecarbonCsv, codes, itWh, read, workspace } from './log-folder.ts'

const log = codecarbonCsv({ id: '1', kwh: 0.001 })

test.skipIf(process.platform === 'win32')('A named pipe is read to its end, however slow its writer is.', async () => {
  const folder = workspace({ 'log.csv': log })
  execFileSync('mkfifo', [join(folder, 'fifo')])
  const script = '{ head -c 100 log.csv; sleep 0.2; tail -c +101 log.csv; } > fifo'
  const writer = spawn('sh', ['-c', script], { cwd: folder, stdio: 'ignore' })
  expect(itWh(await read(folder, { files: ['fifo'] }))).toBeCloseTo(1, 9)
  writer.kill()
})

test('Runs of the same day that CodeCarbon set aside are counted, with a note.', async () => {
  const folder = workspace({
    'out/emissions.csv': log,
    'out/emissions.csv_0.bak': codecarbonCsv({ id: '2', kwh: 0.003 }),
    'out/emissions.csv.bak': codecarbonCsv({ id: '1', kwh: 0.0005 }),
  })
  for (const files of [['out'], ['**/emissions*.csv'], ['out/*'], ['out/emissions.csv']]) {
    const figures = await read(folder, { files })
    expect(itWh(figures)).toBeCloseTo(4, 9)
    expect(codes(figures)).toContain('log-set-aside')
  }
  const excluded = await read(folder, { files: ['out/emissions.csv', '!**/*.bak'] })
  expect(itWh(excluded)).toBeCloseTo(1, 9)
  const named = await read(folder, { files: ['out', 'out/emissions.csv_0.bak'] })
  expect(itWh(named)).toBeCloseTo(4, 9)
})

test.each([
  ['of another day', codecarbonCsv({ id: '2', kwh: 0.003, time: '2026-01-02T08:15:00' })],
  ['that is no log', 'hello\n'],
])('A file %s that CodeCarbon set aside is reported and not counted.', async (_, text) => {
  const folder = workspace({ 'out/emissions.csv': log, 'out/emissions.csv_0.bak': text })
  const figures = await read(folder, { files: ['out'] })
  expect(itWh(figures)).toBeCloseTo(1, 9)
  expect(figures.notes.filter(({ code }) => code === 'log-set-aside')).toHaveLength(1)
  expect(figures.doubt).toBeNull()
})

test('A row that cannot be trusted of a file that CodeCarbon set aside may be of the job: no budget passes without it.', async () => {
  const [header = '', row = ''] = codecarbonCsv({ id: '2', kwh: 0.003 }).split('\n')
  const refused = codecarbonCsv({ id: '3', kwh: Number.NaN }).split('\n')[1] ?? ''
  const old = codecarbonCsv({ id: '4', kwh: 0.003, time: '2026-01-02T08:15:00' }).split('\n')[1] ?? ''
  const figuresWith = (rows: readonly string[]): ReturnType<typeof read> =>
    read(workspace({ 'out/emissions.csv': log, 'out/emissions.csv_0.bak': [header, ...rows, ''].join('\n') }), {
      files: ['out'],
    })
  const partly = await figuresWith([row, refused])
  expect(itWh(partly)).toBeCloseTo(4, 9)
  expect(partly.doubt).toBe('rows-refused')
  expect((await figuresWith([refused])).doubt).toBe('rows-refused')
  // A file of another day has no row of the job.
  const other = await figuresWith([old, refused])
  expect(itWh(other)).toBeCloseTo(1, 9)
  expect(other.doubt).toBeNull()
})
