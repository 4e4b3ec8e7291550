import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse'
import { readLogs } from '../src/app/logs/read-logs.ts'
import { printFormats, slowestFormat } from './log-formats.ts'
import { type BenchRow, isProgram } from './row.ts'
import { generateUsage } from './usage-log.ts'

/**
 * A gigabyte of CodeCarbon through the real reader, and through the real command line where it is built: at least 60 MB/s and
 * less than 200 MB resident; so does a usage log of language models. For comparison: `wc -l`, and a plain loop of csv-parse that does nothing with the rows.
 *
 *     npm run bench:logs [-- MEGABYTES [RUNS]]
 *
 * RUNS is the number of different runs in the file (default 1,000, each flushed again and again); 0 makes every row a run of its own.
 * `npm run bench:logs -- formats` prints the speed of every format instead, at least 20 MB/s each, on logs made from its example.
 * Each measurement is a process of its own, so that its peak memory is its own.
 */

const MB = 1e6
const header =
  'timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,water_consumed,country_name,country_iso_code,region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,cpu_utilization_percent,gpu_utilization_percent,ram_utilization_percent,ram_used_gb,on_cloud,pue,wue\n'

/** A log of CodeCarbon, and how fast it was read. */
interface LogSpeeds {
  readonly bytes: number
  readonly reader: Measured
  readonly csvParse: Measured
  readonly wcSeconds: number
  readonly commandLine: Measured & { readonly status: number | null }
}

/** @param runs number of different runs in the file; 0: every row is one */
export async function measureLog(megabytes: number, runs: number): Promise<LogSpeeds> {
  const folder = mkdtempSync(join(tmpdir(), 'carbon-gate-bench-'))
  const file = join(folder, 'emissions.csv')
  try {
    await generate(file, megabytes * MB, runs)
    // Warms the page cache alike for all.
    execFileSync('cat', [file], { stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: Number.POSITIVE_INFINITY })
    const wcSeconds = secondsOf(() => execFileSync('wc', ['-l', file]))
    const [reader, csvParse] = [child(['read', file]), child(['csv-parse', file])]
    const cli = resolve(import.meta.dirname, '../../dist/cli/index.js')
    const started = performance.now()
    const result = spawnSync('/usr/bin/env', ['time', '-f', '%M', process.execPath, cli, 'logs', file], {
      encoding: 'utf8',
    })
    const seconds = (performance.now() - started) / 1000
    // `time` gives KiB.
    const peakMb = (Number(/(\d+)\s*$/.exec(result.stderr)?.[1] ?? Number.NaN) * 1024) / MB
    return {
      bytes: statSync(file).size,
      reader,
      csvParse,
      wcSeconds,
      commandLine: { seconds, peakMb, status: result.status },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads a usage log of several makers. */
function measureUsage(megabytes: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'carbon-gate-bench-'))
  try {
    const file = join(folder, 'usage.jsonl')
    generateUsage(file, megabytes * MB)
    return child(['read', file])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The reader of CodeCarbon's log, that of usage and the slowest of all formats. */
export async function benchLogs(megabytes: number): Promise<BenchRow[]> {
  const { bytes, reader, csvParse, wcSeconds } = await measureLog(megabytes, 1000)
  const rate = (seconds: number): string => `${(bytes / MB / seconds).toFixed(0)} MB/s`
  const slowest = await slowestFormat()
  const usage = measureUsage(megabytes)
  return [
    {
      what: `CodeCarbon log of ${megabytes} MB, 1,000 runs`,
      figure: `${rate(reader.seconds)}, ${reader.peakMb.toFixed(0)} MB resident`,
      reference: `csv-parse alone: ${rate(csvParse.seconds)}`,
      ratio: reader.seconds / csvParse.seconds,
    },
    {
      what: 'the same',
      figure: rate(reader.seconds),
      reference: `\`wc -l\`: ${rate(wcSeconds)}`,
      ratio: reader.seconds / wcSeconds,
    },
    {
      what: `usage log of language models, ${megabytes} MB of JSON lines`,
      figure: `${(megabytes / usage.seconds).toFixed(0)} MB/s, ${usage.peakMb.toFixed(0)} MB resident`,
      reference: '',
      ratio: null,
    },
    {
      what: `slowest of the log formats: \`${slowest.name}\``,
      figure: `${slowest.mbPerS.toFixed(0)} MB per CPU second`,
      reference: '',
      ratio: null,
    },
  ]
}

/** The long form, with the limits of the project. */
async function printLog(megabytes: number, runs: number): Promise<void> {
  const { bytes, reader, csvParse, wcSeconds, commandLine } = await measureLog(megabytes, runs)
  const memory = ({ peakMb }: Measured): string => `${peakMb.toFixed(0)} MB resident`
  console.log(`${(bytes / MB).toFixed(0)} MB of CodeCarbon 3.3, ${runs === 0 ? 'every row a run' : `${runs} runs`}`)
  console.log(`wc -l            ${speed(bytes, wcSeconds)}`)
  console.log(
    `our reader       ${speed(bytes, reader.seconds)}  ${memory(reader)}  ${(reader.seconds / wcSeconds).toFixed(1)} x wc -l`,
  )
  console.log(
    `csv-parse loop   ${speed(bytes, csvParse.seconds)}  ${memory(csvParse)}  ours is ${(csvParse.seconds / reader.seconds).toFixed(1)} x as fast`,
  )
  console.log(
    `command line     ${speed(bytes, commandLine.seconds)}  ${memory(commandLine)}  exit ${commandLine.status}`,
  )
  const usage = measureUsage(megabytes)
  console.log(`usage log        ${speed(megabytes * MB, usage.seconds)}  ${memory(usage)}`)
  const isFast = [reader, usage].every(({ seconds, peakMb }) => bytes / MB / seconds >= 60 && peakMb < 200)
  console.log(isFast ? 'ok: at least 60 MB/s, less than 200 MB' : 'NOT within 60 MB/s and 200 MB')
  process.exitCode = isFast && (await printFormats()) ? 0 : 1
}

function speed(bytes: number, seconds: number): string {
  return `${seconds.toFixed(2).padStart(6)} s  ${(bytes / MB / seconds).toFixed(0).padStart(5)} MB/s`
}

function secondsOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

interface Measured {
  readonly seconds: number
  readonly peakMb: number
}

/** Runs one measurement in a process of its own. */
function child(args: readonly string[]): Measured {
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8' })) as Measured
}

function measured(started: number): void {
  const result: Measured = {
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in KiB.
    peakMb: (process.resourceUsage().maxRSS * 1024) / MB,
  }
  console.log(JSON.stringify(result))
}

async function read(file: string): Promise<void> {
  const started = performance.now()
  const options = {
    files: [file],
    format: 'auto',
    pue: null,
    grid: null,
    units: null,
    onMeasurementError: 'fail',
    factors: [],
    minCoverage: 0.9,
    mapping: null,
    intervalS: null,
  } as const
  const { parts, doubt } = await readLogs(options, { workspace: process.cwd() })
  if (parts.length === 0 || doubt !== null) throw new Error('the reader did not read the file')
  measured(started)
}

async function parsed(file: string): Promise<void> {
  const started = performance.now()
  let rows = 0
  for await (const _ of createReadStream(file).pipe(parse({ columns: true }))) rows += 1
  if (rows === 0) throw new Error('csv-parse did not read the file')
  measured(started)
}

/** Writes rows until the file has its size. Values vary, so that no parser lives on a cache. */
async function generate(file: string, bytes: number, runs: number): Promise<void> {
  const out = createWriteStream(file)
  let written = 0
  let row = 0
  let block = header
  while (written + block.length < bytes) {
    block += line(row, runs)
    row += 1
    if (block.length > MB) {
      written += block.length
      if (!out.write(block)) await once(out, 'drain')
      block = ''
    }
  }
  out.end(block)
  await once(out, 'finish')
}

function line(row: number, runs: number): string {
  // Runs one after the other on other machines; the rows of one are cumulative.
  const run = runs === 0 ? row : row % runs
  const flush = runs === 0 ? 1 : Math.floor(row / runs) + 1
  const id = `${(run + 1).toString(16).padStart(8, '0')}-51a7-4f0e-8a44-${(run * 7919).toString(16).padStart(12, '0')}`
  const seconds = 15.000123 * flush
  const cpu = (seconds * 31.7) / 3.6e6
  const ram = (seconds * 10) / 3.6e6
  const kwh = cpu + ram
  return `2026-03-02T08:15:00,bench,${id},5b0fa12a-3dd7-45bb-9766-cc326314d9f1,${seconds},${kwh * 0.174},${(kwh * 0.174) / seconds},31.7,0.0,10.0,${cpu},0,${ram},${kwh},0.0,Spain,ESP,,,,Linux-6.8.0-x86_64-with-glibc2.39,3.12.3,3.3.0,${run % 96},AMD EPYC 7763 64-Core Processor,,,-3.7,40.4,${run},machine,41.2,0.0,22.1,3.4,N,1.0,0.0\n`
}

if (isProgram(import.meta.url)) {
  const [mode = '1000', second = '1000'] = process.argv.slice(2)
  if (mode === 'formats') process.exitCode = (await printFormats()) ? 0 : 1
  else if (mode === 'read') await read(second)
  else if (mode === 'csv-parse') await parsed(second)
  else await printLog(Number(mode), Number(second))
}
