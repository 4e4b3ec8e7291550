import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import type { LogFigures } from '../../../src/app/logs/summarize.ts'
import { type LogOptions, readLogs } from '../../../src/app/logs/read-logs.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A workspace with files in it, gone after the test. */
export function workspace(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'carbon-gate-logs-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Options that a user did not set. */
export const DEFAULTS: LogOptions = {
  files: ['.'],
  format: 'auto',
  pue: null,
  grid: null,
  units: null,
  onMeasurementError: 'fail',
  factors: [],
  minCoverage: 0.9,
  mapping: null,
  intervalS: null,
}

export function read(folder: string, options: Partial<LogOptions> = {}): Promise<LogFigures> {
  return readLogs({ ...DEFAULTS, ...options }, { workspace: folder })
}

const columns =
  'timestamp,project_name,run_id,duration,emissions,cpu_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,longitude,os,cpu_count,cpu_model,tracking_mode,on_cloud,pue'

export interface RunOfLog {
  readonly id: string
  readonly time?: string
  readonly seconds?: number
  readonly kwh?: number
  readonly kg?: number
  readonly mode?: string
  readonly pue?: number
  readonly cpu?: string
}

/** An answer of OpenAI's chat API as one JSON line, with 1,000 input tokens. */
export function chatAnswer(id: number, outputTokens: number): string {
  return JSON.stringify({
    id: `chatcmpl-00000000000000000${id}`,
    object: 'chat.completion',
    created: 1_790_000_000 + id,
    model: 'gpt-4o',
    usage: { prompt_tokens: 1000, completion_tokens: outputTokens },
  })
}

/** A CodeCarbon CSV of runs; `id` is the last digits of a UUID, '' for none. */
export function codecarbonCsv(...runs: RunOfLog[]): string {
  const rows = runs.map(
    ({
      id,
      time = '2026-03-02T08:15:00',
      seconds = 60,
      kwh = 0.001,
      kg = 0.0002,
      mode = 'process',
      pue = 1,
      cpu = 'CPU',
    }) =>
      [
        time,
        'p',
        id === '' ? '' : `a3d1f0aa-0001-4a00-8a00-${id.padStart(12, '0')}`,
        seconds,
        kg,
        30,
        kwh,
        0,
        0,
        kwh,
        'Spain',
        'ESP',
        -3.7,
        'Linux',
        8,
        cpu,
        mode,
        'N',
        pue,
      ].join(),
  )
  return [columns, ...rows, ''].join('\n')
}

/** Wh of the machine, summed. */
export function itWh({ parts }: LogFigures): number {
  return parts.reduce((sum, { energy }) => sum + (energy.it_wh ?? 0), 0)
}

/** Grams, summed; null when one part has none. */
export function grams({ parts }: LogFigures): number | null {
  return parts.reduce<number | null>(
    (sum, { emissions: { total_g } }) => (sum === null || total_g === null ? null : sum + total_g),
    0,
  )
}

export function codes({ notes }: LogFigures): string[] {
  return notes.map(({ code }) => code)
}
