import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { nearest } from '../../core/nearest.ts'
import type { Note } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'
import { FORMATS, detectedFormat } from '../../trackers/formats.ts'
import { logSource } from '../../trackers/head.ts'
import { mixedHead, unwrappedHead, withoutWrappers, wrappersOf } from '../../trackers/line-wrapper.ts'
import { withCommas } from '../../trackers/spreadsheet.ts'
import type { LogFormat, LogReading, LogSettings, Refusal } from '../../trackers/tracker.ts'
import { CountedKeys } from '../../trackers/usage/counted-keys.ts'
import { logsUsage } from '../../trackers/usage/logged-text.ts'
import { llmUsage } from '../../trackers/usage/usage-log.ts'
import { LOG_ENDING, damageOf } from './damaged-log.ts'
import { type Fingerprint, withFingerprint } from './fingerprint.ts'
import { type TextLines, withLineHashes } from './line-hashes.ts'
import { type LogFile, NoText, openLog } from './open-log.ts'
import { type FigureOptions, type LogFigures, logFigures } from './summarize.ts'
import { type LogName, findLogs } from './find-logs.ts'
import type { ReadFile } from './read-file.ts'
import { runsOfSameJob } from './set-aside.ts'

/** Maximum number of lines of all logs together that are compared with each other: 16 MiB of hashes. */
const MAX_KEPT_LINES = 4 * 1024 * 1024

export interface LogOptions extends FigureOptions, Omit<LogSettings, 'countedKeys'> {
  /** Files, folders, globs. */
  readonly files: readonly string[]
  /** Name of a format, or `auto`. */
  readonly format: string
}

export interface LogEnvironment {
  /** Folder that relative names are in and that links must stay in. */
  readonly workspace: string
  /** How far a reading has come; called at most every 64 KiB. */
  readonly onProgress?: (progress: LogProgress) => void
}

export interface LogProgress {
  readonly file: string
  readonly readBytes: number
  readonly totalBytes: number
}

/**
 * Reads logs into the parts of a report.
 * @throws ConfigurationError for a name, a format, a glob that the user got wrong; MeasurementError when nothing in the logs can be trusted
 */
export async function readLogs(options: LogOptions, environment: LogEnvironment): Promise<LogFigures> {
  const format = formatNamed(options)
  const { logs: names, setAside } = await findLogs(options.files, environment.workspace)
  const records: EnergyRecord[] = []
  const refusals: Refusal[] = []
  const notes: Note[] = []
  const unknown: string[] = []
  const files = new Map<string, ReadFile>()
  let keptLines = 0
  const settings = { ...options, countedKeys: new CountedKeys() }
  for (const name of names) {
    const reading = await readOne(name, format, settings, environment)
    if (reading === null) {
      unknown.push(name.shown)
      continue
    }
    if (reading.file) {
      const { lines } = reading.file
      const isKept = lines !== null && keptLines + lines.hashes.length <= MAX_KEPT_LINES
      if (isKept) keptLines += lines.hashes.length
      files.set(printable(name.shown), { ...reading.file, lines: isKept ? lines : null })
    }
    for (const record of reading.records) records.push(record)
    refusals.push(...reading.refusals)
    notes.push(...(reading.notes ?? []))
  }
  if (unknown.length === names.length) {
    const where = options.files.map((name) => printable(name)).join(', ')
    throw new ConfigurationError(`no log of a known format found in ${where}`)
  }
  const asides = new Map<string, Reading | null>()
  for (const name of setAside) {
    const file = printable(name.shown)
    const reading = await readOne(name, format, options, environment)
    asides.set(file, reading)
    if (reading?.file?.format.name === 'codecarbon') {
      files.set(file, { format: reading.file.format, fingerprint: null, lines: null })
    }
  }
  const ofJob = runsOfSameJob(asides, records)
  return logFigures(
    {
      records: [...records, ...ofJob.records],
      refusals: [...refusals, ...ofJob.refusals],
      notes: [...ofJob.notes, ...notes],
      unknown,
      files,
    },
    options,
  )
}

function formatNamed({ format, mapping }: Pick<LogOptions, 'format' | 'mapping'>): LogFormat | null {
  if (format === 'auto') return null
  const found = FORMATS.find(({ name }) => name === format)
  if (!found) {
    const names = FORMATS.map(({ name }) => name)
    const near = nearest(format, names)
    const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `known are auto, ${names.join(', ')}`
    throw new ConfigurationError(`log format ${JSON.stringify(printable(format))} is unknown: ${hint}`)
  }
  if (found.name === 'generic' && mapping === null) {
    throw new ConfigurationError(
      'the generic log format needs to know its columns: name them with --log-columns "energy: COLUMN in kWh"',
    )
  }
  return found
}

interface Reading extends LogReading {
  /** Missing for a file that is refused as a whole. */
  readonly file?: ReadFile
}

/** Reads one file. Null for a file of a folder that is not a log. */
export async function readOne(
  name: LogName,
  format: LogFormat | null,
  settings: LogSettings,
  environment: LogEnvironment,
): Promise<Reading | null> {
  let log: LogFile
  try {
    log = await openLog(name)
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    const isNoLog = name.how === 'found' && error instanceof NoText && damageOf(name.shown, error.head) === null
    return isNoLog ? null : refused(name, error.message)
  }
  try {
    return await readOpen(log, name, format, settings, environment)
  } finally {
    await log.close()
  }
}

/** A file that is refused as a whole. */
function refused({ shown }: LogName, reason: string): Reading {
  return { records: [], refusals: [{ file: printable(shown), line: null, reason }] }
}

async function readOpen(
  log: LogFile,
  name: LogName,
  format: LogFormat | null,
  { mapping, intervalS, countedKeys }: LogSettings,
  { onProgress }: LogEnvironment,
): Promise<Reading | null> {
  const file = printable(name.shown)
  const formats = format === null ? FORMATS : [format]
  const detected = detectedFormat(log.head, formats)
  const wrappers = detected?.wrappers ?? wrappersOf(log.head)
  const isUsageText =
    detected === null &&
    mapping === null &&
    (name.how === 'named' || LOG_ENDING.test(name.shown)) &&
    logsUsage(unwrappedHead(log.head, wrappers))
  const used =
    format ??
    detected?.format ??
    (isUsageText ? llmUsage : mapping === null ? null : formatNamed({ format: 'generic', mapping }))
  // Usage logs add up requests, from wherever they come.
  const mixed = used === llmUsage ? null : mixedHead(log.head)
  if (mixed && (used ?? detectedFormat(mixed.head, formats))) return refused(name, mixed.reason)
  if (used === null) {
    if (name.how === 'found') {
      const damage = damageOf(name.shown, log.head)
      return damage === null ? null : refused(name, damage)
    }
    throw new ConfigurationError(`log ${file} is of no known format: ${hintFor(log.head)}`)
  }
  const separator = detected?.separator ?? null
  let fingerprint: Fingerprint | null = null
  let lines: TextLines | null = null
  const written = log.text((readBytes) => onProgress?.({ file, readBytes, totalBytes: log.size }))
  const plain = withCommas(withoutWrappers(written, wrappers), separator)
  const marked = withFingerprint(plain, (taken) => (fingerprint = taken))
  const text = withLineHashes(marked, (taken) => (lines = taken))
  const source = await logSource(file, text, separator !== null)
  const reading = await used.read(source, { mapping, intervalS, ...(countedKeys && { countedKeys }) })
  if (reading.records.length === 0 && reading.refusals.length === 0 && !reading.notes) {
    return refused(name, `it contains no complete record of ${used.name}`)
  }
  return { ...reading, file: { format: used, fingerprint, lines } }
}

/** What a file that is not a log may be. */
function hintFor(head: string): string {
  if (/"schema"\s*:\s*"carbon-gate\/report@/.test(head))
    return 'it is a report of carbon-gate: join reports with `carbon-gate gate`'
  const [firstLine = ''] = head.split(/[\r\n]/, 1)
  if (/\benergy_consumed\b/.test(firstLine)) {
    return 'its columns are like those of CodeCarbon: duration, emissions and energy_consumed are needed'
  }
  if (/NVIDIA-SMI has failed|Failed to initialize NVML|No devices were found/.test(head))
    return 'it is an error message of nvidia-smi, so no GPU was metered'
  if (/\bConsumedEnergy(?:Raw)?\b/.test(firstLine))
    return 'print the energy with `sacct -P`, which separates columns by |'
  if (/^JobID\|/m.test(head))
    return 'it is what sacct prints, without energy: print it with `sacct -P --format=JobID,Elapsed,ConsumedEnergyRaw`, or give the output of GreenAlgorithms4HPC'
  return 'name its format with --format, or its columns with --log-columns "energy: COLUMN in kWh"'
}
