import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse'
import { readLogs } from '../src/app/logs/read-logs.ts'
import { benchFormats } from './log-formats.ts'

/**
 * A gigabyte of CodeCarbon through the real reader, and through the real command line where it is built: at least 60 MB/s and
 * less than 200 MB resident. For comparison: `wc -l`, and a plain loop of csv-parse that does nothing with the rows.
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

const [mode = '1000', second = '1000', third] = process.argv.slice(2)

switch (mode) {
  case 'formats':
    process.exitCode = (await benchFormats()) ? 0 : 1
    break
  case 'read':
    await read(second)
    break
  case 'csv-parse':
    await parsed(second)
    break
  default:
    await main(Number(mode), Number(second), third)
}

async function main(megabytes: number, runs: number, keep: string | undefined): Promise<void> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'carbon-gate-bench-'))
  const file = join(folder, 'emissions.csv')
  try {
    await generate(file, megabytes * MB, runs)
    const size = statSync(file).size
    console.log(`${(size / MB).toFixed(0)} MB of CodeCarbon 3.3, ${runs === 0 ? 'every row a run' : `${runs} runs`}`)
    execFileSync('cat', [file], { stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: Number.POSITIVE_INFINITY }) // warms the page cache alike for all
    const wc = timed(() => execFileSync('wc', ['-l', file]))
    console.log(`wc -l            ${speed(size, wc)}`)
    const reader = child(['read', file])
    console.log(
      `our reader       ${speed(size, reader.seconds)}  ${reader.peakMb.toFixed(0)} MB resident  ${(reader.seconds / wc).toFixed(1)} x wc -l`,
    )
    const csv = child(['csv-parse', file])
    console.log(
      `csv-parse loop   ${speed(size, csv.seconds)}  ${csv.peakMb.toFixed(0)} MB resident  ours is ${(csv.seconds / reader.seconds).toFixed(1)} x as fast`,
    )
    const cli = resolve('dist/cli/index.js')
    if (existsSync(cli)) {
      const started = performance.now()
      const result = spawnSync('/usr/bin/env', ['time', '-f', '%M', process.execPath, cli, 'logs', file], {
        encoding: 'utf8',
      })
      const seconds = (performance.now() - started) / 1000
      const peak = Number(/(\d+)\s*$/.exec(result.stderr)?.[1] ?? Number.NaN) / 1000
      console.log(`command line     ${speed(size, seconds)}  ${peak.toFixed(0)} MB resident  exit ${result.status}`)
    }
    const ok = size / MB / reader.seconds >= 60 && reader.peakMb < 200
    console.log(ok ? 'ok: at least 60 MB/s, less than 200 MB' : 'NOT within 60 MB/s and 200 MB')
    process.exitCode = ok && (await benchFormats()) ? 0 : 1
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true })
  }
}

function speed(bytes: number, seconds: number): string {
  return `${seconds.toFixed(2).padStart(6)} s  ${(bytes / MB / seconds).toFixed(0).padStart(5)} MB/s`
}

function timed(work: () => unknown): number {
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
  const script = process.argv[1] as string
  return JSON.parse(execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' })) as Measured
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
