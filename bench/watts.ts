/** The power model as a process: curves of many machines, beside a Node that reads the same rows. How good it is: docs/accuracy.md. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BenchRow, duration } from './row.ts'

const CPUS = [
  'AMD EPYC 7763',
  'Intel Xeon Platinum 8370C',
  'Intel Core i7-12700K',
  'Ampere Altra Q80-30',
  'Unheard Of 9000',
]

/** `watts --batch` of so many machines. */
export function benchWatts(machines: number): BenchRow[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-watts-'))
  const file = path.join(folder, 'machines.csv')
  const rows = Array.from(
    { length: machines },
    (_, at) => `m${at},${CPUS[at % CPUS.length]},${1 + (at % 2)},${64 + at}`,
  )
  writeFileSync(file, `id,cpu_name,chips,mem_gb\n${rows.join('\n')}\n`)
  const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js')
  const msOf = (args: readonly string[]): number => {
    const start = performance.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 })
    if (status !== 0 || stdout.split('\n').length < machines) throw new Error(`${args[0]} failed: ${stderr}`)
    return performance.now() - start
  }
  const own = msOf([cli, 'watts', '--batch', file])
  const plain = msOf(['-e', `process.stdout.write(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`])
  rmSync(folder, { recursive: true })
  return [
    {
      what: `power model: curves of ${machines.toLocaleString('en')} machines`,
      figure: `${duration(own)}, ${(own / machines).toFixed(2)} ms each`,
      reference: `Node that reads and writes the rows: ${duration(plain)}`,
      ratio: own / plain,
    },
  ]
}
