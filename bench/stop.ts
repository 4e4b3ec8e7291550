/**
 * How close to its limit a command is stopped, and how good the forecast was: overshoot when SIGTERM is sent, and the error of the time
 * to the limit that was forecast at 50 % and 80 %. `npm run bench:stop`. Takes the compiled command line.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../src/core/report.ts'

const cli = process.env['CLI'] ?? join(import.meta.dirname, '../../dist/cli/index.js')
const folder = mkdtempSync(join(tmpdir(), 'bench-stop-'))
const busy = (ms: number): string => `for (const end = Date.now() + ${ms}; Date.now() < end;);`

const LOADS = {
  'steady full load': busy(600_000),
  idle: 'setTimeout(() => {}, 600_000)',
  'idle, then busy': `setTimeout(() => { ${busy(600_000)} }, 4000)`,
  'on and off': `setInterval(() => { ${busy(300)} }, 700)`,
}

interface Line {
  readonly type: string
  readonly share: number
  readonly elapsed_s: number
  readonly forecast_s: number
}

function run(budget: string, code: string): { report: Report; lines: Line[] } {
  const file = join(folder, 'report.json')
  const args = ['run', '--budget', budget, '--on-exceed', 'stop', '--progress', 'json', '--json', file]
  const { stderr } = spawnSync(process.execPath, [cli, ...args, '--', process.execPath, '-e', code], {
    encoding: 'utf8',
  })
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'))
  return {
    report: JSON.parse(readFileSync(file, 'utf8')) as Report,
    lines: lines.map((line) => JSON.parse(line) as Line),
  }
}

// A budget for about ten seconds on this machine at rest.
const { report } = run('1 kWh', 'setTimeout(() => {}, 2000)')
const budget = `${(((report.energy.total_wh ?? 0) / (report.duration_s ?? 1)) * 10 * 1000).toFixed(3)} mWh`
console.log(`| ${budget} | overshoot | samples | forecast error at 50 % | at 80 % | total above the running one |`)
console.log('|---|--:|--:|--:|--:|--:|')
for (const [name, code] of Object.entries(LOADS)) {
  const { report: stopped, lines } = run(budget, code)
  const readings = lines.filter(({ type }) => type === 'progress')
  const crossing = readings.findIndex(({ share }) => share >= 1)
  const [before, at] = [readings[crossing - 1], readings[crossing]]
  const errorAt = (share: number): string => {
    const reading = readings.find((each) => each.share >= share)
    if (!reading || !at || reading === at) return 'none'
    const left = at.elapsed_s - reading.elapsed_s
    return `${(reading.forecast_s - left).toFixed(1)} s of ${left.toFixed(1)} s`
  }
  const share = stopped.stopped?.at_share ?? Number.NaN
  const samples = before && at ? (share - 1) / (at.share - before.share) : Number.NaN
  const after = (stopped.energy.total_wh ?? 0) - (stopped.stopped?.after_wh ?? 0)
  const drift = after / (share * Number.parseFloat(budget) * 1e-3) - 1
  console.log(
    `| ${name} | ${(100 * (share - 1)).toFixed(1)} % | ${samples.toFixed(2)} | ${errorAt(0.5)} | ${errorAt(0.8)} | ${(100 * drift).toFixed(1)} % |`,
  )
}
rmSync(folder, { recursive: true, force: true })
