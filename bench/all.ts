/**
 * Short forms of all benchmarks as one table: `npm run bench` prints it and writes docs/benchmarks.md; `npm run bench -- --print` only
 * prints. Figures depend on the machine and its load, so ratios to something plain in the same run stand beside them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import path from 'node:path'
import { markdownTable } from 'markdown-table'
import { benchGate } from './gate.ts'
import { benchLedger } from './ledger.ts'
import { benchLogs } from './logs.ts'
import { type BenchRow, duration, timed } from './row.ts'
import { benchSampler } from './sampler.ts'
import { benchStarts } from './startup.ts'
import { benchWatts } from './watts.ts'

const PAGE = path.resolve(import.meta.dirname, '../../docs/benchmarks.md')
const START = '<!-- results: written by `npm run bench`. Do not edit. -->'
const END = '<!-- end of results -->'

/** The short forms, least disturbing first: nothing else may run beside the sampler. */
const BENCHES: readonly (() => Promise<BenchRow[]> | BenchRow[])[] = [
  () => benchSampler(60),
  () => benchStarts(9),
  () => benchLogs(200),
  () => benchGate(256, 5),
  () => benchLedger(10, 15_000),
  () => benchWatts(1000),
]

const [cpu] = cpus()
const machine = `${cpu?.model ?? 'unknown CPU'} x ${cpus().length}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()} ${arch()}, Node ${process.version}`
const loadBefore = loadavg()[0] ?? Number.NaN
const rows: BenchRow[] = []
const { ms } = await timed(async () => {
  for (const bench of BENCHES) {
    const added = await bench()
    for (const { what, figure } of added) console.error(`${what}: ${figure}`)
    rows.push(...added)
  }
})
const table = markdownTable(
  [
    ['What', 'Figure', 'Compared with', 'Ratio'],
    ...rows.map(({ what, figure, reference, ratio }) => [
      what,
      figure,
      reference,
      ratio === null ? '' : ratio.toFixed(2),
    ]),
  ],
  { align: ['l', 'l', 'l', 'r'] },
)
const head = `${new Date().toISOString().slice(0, 10)}, ${machine}; ${duration(ms)} in all; load before: ${loadBefore.toFixed(1)}.`
console.log(`${head}\n\n${table}`)
if (!process.argv.includes('--print')) {
  const page = readFileSync(PAGE, 'utf8')
  const [from, to] = [page.indexOf(START), page.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md lacks its markers: expected ${START} and ${END}`)
  writeFileSync(PAGE, `${page.slice(0, from + START.length)}\n\n${head}\n\n${table}\n\n${page.slice(to)}`)
}
