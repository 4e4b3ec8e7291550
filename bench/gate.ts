/** `gate` of many reports as a process, beside a Node that reads and parses the same files. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sampleReport } from '../test/sample-report.ts'
import { type BenchRow, duration, median } from './row.ts'

/** `gate` of the reports of a matrix of jobs. */
export function benchGate(jobs: number, rounds: number): BenchRow[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-gate-'))
  for (let job = 0; job < jobs; job += 1) {
    writeFileSync(path.join(folder, `${job}.json`), JSON.stringify(sampleReport(`test (${job})`, 1 + job / 100)))
  }
  const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js')
  const parse = `const { readdirSync, readFileSync } = require('node:fs')
for (const file of readdirSync('.')) JSON.parse(readFileSync(file, 'utf8'))`
  const msOf = (args: readonly string[]): number => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`)
    return performance.now() - start
  }
  const times = Array.from({ length: rounds }, () => ({
    gate: msOf([cli, 'gate', '.', '--budget', '1 kg per workflow']),
    plain: msOf(['-e', parse]),
  }))
  rmSync(folder, { recursive: true })
  const [gate, plain] = [median(times.map((each) => each.gate)), median(times.map((each) => each.plain))]
  return [
    {
      what: `\`gate\` of ${jobs} jobs`,
      figure: duration(gate),
      reference: `Node that parses the same files: ${duration(plain)}`,
      ratio: gate / plain,
    },
  ]
}
