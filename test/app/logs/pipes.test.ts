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

test('A file that CodeCarbon set aside is reported, and read when it is named.', async () => {
  const folder = workspace({
    'out/emissions.csv': log,
    'out/emissions.csv_0.bak': codecarbonCsv({ id: '2', kwh: 0.003 }),
  })
  for (const files of [['out'], ['**/emissions*.csv'], ['out/*']]) {
    const figures = await read(folder, { files })
    expect(itWh(figures)).toBeCloseTo(1, 9)
    expect(codes(figures)).toContain('log-set-aside')
  }
  const figures = await read(folder, { files: ['out', 'out/emissions.csv_0.bak'] })
  expect(itWh(figures)).toBeCloseTo(4, 9)
  expect(codes(figures)).not.toContain('log-set-aside')
})
