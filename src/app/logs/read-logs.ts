import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { nearest } from '../../core/nearest.ts'
import type { Note } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'
import type { ColumnMapping } from '../../trackers/column-mapping.ts'
import { FORMATS, detectedFormat } from '../../trackers/formats.ts'
import { mixedHead, withoutWrappers, wrappersOf } from '../../trackers/line-wrapper.ts'
import { withCommas } from '../../trackers/spreadsheet.ts'
import type { LogFormat, LogReading, LogSettings, Refusal } from '../../trackers/tracker.ts'
import { CountedKeys } from '../../trackers/usage/counted-keys.ts'
import { llmUsage } from '../../trackers/usage/usage-log.ts'
import { type Fingerprint, withFingerprint } from './fingerprint.ts'
import { type LineHashes, withLineHashes } from './line-hashes.ts'
import { NoText, openLog } from './open-log.ts'
import { type FigureOptions, type LogFigures, logFigures } from './summarize.ts'
import { type LogName, findLogs } from './find-logs.ts'
import { runsOfSameJob } from './set-aside.ts'

/** Maximum number of lines of all logs together that are compared with each other: 16 MiB of hashes. */
const MAX_KEPT_LINES = 4 * 1024 * 1024

export interface LogOptions extends FigureOptions {
  /** Files, folders, globs. */
  readonly files: readonly string[]
  /** Name of a format, or `auto`. */
  readonly format: string
  /** Columns of the generic format. */
  readonly mapping: ColumnMapping | null
  /** Distance of rows of logs without times, s; null when it was not given. */
  readonly intervalS: number | null
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
  const unknown: string[] = []
  const notes: Note[] = []
  const formats = new Map<string, LogFormat>()
  const fingerprints = new Map<string, Fingerprint>()
  const lines = new Map<string, LineHashes>()
  let keptLines = 0
  const settings = { ...options, countedKeys: new CountedKeys() }
  for (const name of names) {
    const reading = await readOne(name, format, settings, environment)
    if (reading === null) unknown.push(name.shown)
    else {
      const file = printable(name.shown)
      if (reading.format) formats.set(file, reading.format)
      if (reading.fingerprint) fingerprints.set(file, reading.fingerprint)
      if (reading.lines && keptLines + reading.lines.length <= MAX_KEPT_LINES) {
        lines.set(file, reading.lines)
        keptLines += reading.lines.length
      }
      for (const record of reading.records) records.push(record)
      refusals.push(...reading.refusals)
      notes.push(...(reading.notes ?? []))
    }
  }
  if (unknown.length === names.length) {
    throw new ConfigurationError(
      `no log of a known format found in ${options.files.map((name) => printable(name)).join(', ')}`,
    )
  }
  const asides = new Map<string, LogReading | null>()
  for (const name of setAside) {
    const reading = await readOne(name, format, options, environment)
    if (reading?.format?.name === 'codecarbon') formats.set(printable(name.shown), reading.format)
    asides.set(printable(name.shown), reading)
  }
  const ofJob = runsOfSameJob(asides, records)
  refusals.push(...ofJob.refusals)
  return logFigures(
    [...records, ...ofJob.records],
    refusals,
    { unknown, setAsideNotes: [...ofJob.notes, ...notes], formats, fingerprints, lines },
    options,
  )
}

function formatNamed({ format, mapping }: Pick<LogOptions, 'format' | 'mapping'>): LogFormat | null {
  if (format === 'auto') return null
  const found = FORMATS.find(({ name }) => name === format)
  if (!found) {
    const near = nearest(
      format,
      FORMATS.map(({ name }) => name),
    )
    const hint =
      near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : `known are auto, ${FORMATS.map(({ name }) => name).join(', ')}`
    throw new ConfigurationError(`log format ${JSON.stringify(printable(format))} is unknown: ${hint}`)
  }
  if (found.name === 'generic' && mapping === null) {
    throw new ConfigurationError(
      'the generic log format needs to know its columns: name them with --log-columns "energy: COLUMN in kWh"',
    )
  }
  return found
}

/** What the reading of several logs shares. */
type ReadingSettings = Pick<LogOptions, 'mapping' | 'intervalS'> & Pick<LogSettings, 'countedKeys'>

type Reading = LogReading & {
  readonly format?: LogFormat
  readonly fingerprint?: Fingerprint | null
  readonly lines?: LineHashes | null
}

/** Reads one file. Null for a file of a folder that is not a log. */
export async function readOne(
  name: LogName,
  format: LogFormat | null,
  { mapping, intervalS, countedKeys }: ReadingSettings,
  { onProgress }: LogEnvironment,
): Promise<Reading | null> {
  const file = printable(name.shown)
  let log
  try {
    log = await openLog(name)
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    return name.how === 'found' && error instanceof NoText
      ? null
      : { records: [], refusals: [{ file, line: null, reason: error.message }] }
  }
  try {
    if (log.isEmpty)
      return name.how === 'found'
        ? null
        : { records: [], refusals: [{ file, line: null, reason: 'the file is empty' }] }
    const formats = format === null ? FORMATS : [format]
    const detected = detectedFormat(log.head, formats)
    const used = format ?? detected?.format ?? (mapping === null ? null : formatNamed({ format: 'generic', mapping }))
    // Usage logs add up requests, from wherever they come.
    const mixed = used === llmUsage ? null : mixedHead(log.head)
    if (mixed && (used ?? detectedFormat(mixed.head, formats)))
      return { records: [], refusals: [{ file, line: null, reason: mixed.reason }] }
    if (used === null) {
      if (name.how === 'found') return null
      throw new ConfigurationError(`log ${file} is of no known format: ${hintFor(log.head)}`)
    }
    const text = log.text((readBytes) => onProgress?.({ file, readBytes, totalBytes: log.size }))
    const { separator, wrappers } = detected ?? { separator: null, wrappers: wrappersOf(log.head) }
    let fingerprint: Fingerprint | null = null
    const plain = withCommas(withoutWrappers(text, wrappers), separator)
    const marked = withFingerprint(plain, (taken) => {
      fingerprint = taken
    })
    let lines: LineHashes | null = null
    const hashed = withLineHashes(marked, (taken) => {
      lines = taken
    })
    const source = { file, text: hashed, isResaved: separator !== null }
    const reading = await used.read(source, { mapping, intervalS, ...(countedKeys && { countedKeys }) })
    if (reading.records.length === 0 && reading.refusals.length === 0 && !reading.notes) {
      return {
        records: [],
        refusals: [{ file, line: null, reason: `it contains no complete record of ${used.name}` }],
      }
    }
    return { ...reading, format: used, fingerprint, lines }
  } finally {
    await log.close()
  }
}

/** What a file that is not a log may be. */
function hintFor(head: string): string {
  if (/"schema"\s*:\s*"carbon-gate\/report@/.test(head))
    return 'it is a report of carbon-gate: join reports with `carbon-gate gate`'
  const [firstLine = ''] = head.split(/[\r\n]/, 1)
  if (/\benergy_consumed\b/.test(firstLine)) {
    return 'its columns are like those of CodeCarbon, of which duration, emissions and energy_consumed are needed'
  }
  if (/NVIDIA-SMI has failed|Failed to initialize NVML|No devices were found/.test(head))
    return 'it is an error message of nvidia-smi, so no GPU was metered'
  if (/\bConsumedEnergy(?:Raw)?\b/.test(firstLine))
    return 'print the energy with `sacct -P`, which separates columns by |'
  if (/^JobID\|/m.test(head))
    return 'it is what sacct prints, without energy: print it with `sacct -P --format=JobID,Elapsed,ConsumedEnergyRaw`, or give the output of GreenAlgorithms4HPC'
  return 'name its format with --format, or its columns with --log-columns "energy: COLUMN in kWh"'
}
