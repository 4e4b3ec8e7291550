import { MeasurementError } from '../core/errors.ts'
import { note } from '../core/notes.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { firstNames } from '../core/first-names.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, countedAmount, detached, textOrNull } from './field.ts'
import { assertRoom } from './limits.ts'
import type { Log } from './log.ts'
import { silentNote } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** Slurm's values for "not known" (NO_VAL, NO_VAL64 and the infinite ones beside them), J. */
const NO_VALUE_32_FROM = 4_294_967_290
const NO_VALUE_32_TO = 4_294_967_295
/** Above this a job's energy is not one, J: 10,000 nodes of 10 kW for a month. */
const LARGEST_J = 3e14

const PREFIXES: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12 }

/** Slurm's accounting: sacct -P with the consumed energy. */
export const sacct: LogFormat = {
  name: 'sacct',
  title: 'Slurm sacct -P with ConsumedEnergyRaw (or ConsumedEnergy)',
  figures: 'J of the whole nodes of each job (acct_gather_energy: IPMI, RAPL); one row a job; measured',
  detect: (head) => {
    const columns = columnsOf(head)
    return columns.includes('JobID') && columns.some((name) => /^ConsumedEnergy(?:Raw)?$/.test(name))
  },
  read: (source) => readCsvLog(source, firstLine(source.head).includes('|') ? '|' : ',', jobs, { tearsOpen: true }),
}

const jobs: CsvReader = (header, log) => {
  const energy = header.has('ConsumedEnergyRaw') ? 'ConsumedEnergyRaw' : 'ConsumedEnergy'
  header.need('JobID')
  header.need(energy)
  const found = new Map<string, Job>()
  return {
    row(value, line) {
      const id = textOrNull(value('JobID'))
      if (id === null) throw new MeasurementError('JobID is empty')
      const [, jobId = '', step] = JOB.exec(id) ?? []
      if (jobId === '')
        throw new MeasurementError(`JobID is ${JSON.stringify(id.slice(0, 40))}: expected 123 or 123.batch`)
      let job = found.get(jobId)
      if (job === undefined) {
        assertRoom(found.size)
        job = { line, isWhole: false, isUnfinished: false, joules: 0, elapsedS: null, name: null }
        found.set(detached(jobId), job)
      }
      job.isUnfinished ||= /^(?:RUNNING|PENDING|SUSPENDED|REQUEUED|RESIZING|COMPLETING)\b/.test(value('State') ?? '')
      // A job used at least what its largest step did.
      job.joules = Math.max(job.joules, joulesOf(value(energy) ?? '') ?? 0)
      const elapsedS = elapsedOf(value('Elapsed'), value('ElapsedRaw'))
      if (step !== undefined) {
        job.elapsedS ??= elapsedS
        return
      }
      if (job.isWhole)
        throw new MeasurementError(`job ${jobId} has two rows (requeued?): print it without --duplicates`)
      Object.assign(job, { isWhole: true, elapsedS, name: textOrNull(value('JobName')) })
    },
    records: () => recordsOf(found, log),
  }
}

/** `123`, `123_4` and `123_[5-9]` of an array, `123+1` of a heterogeneous job; each with a step, such as `.batch` or `.0`. */
const JOB = /^(\d+(?:_(?:\d+|\[[^\]]*\]))?(?:\+\d+)?)(?:\.([\w+]+))?$/

function firstLine(head: string): string {
  return head.replace(/^\uFEFF/, '').split(/[\r\n]/, 1)[0] ?? ''
}

/** Columns of what sacct printed, or of a table that a spreadsheet saved. */
function columnsOf(head: string): string[] {
  return firstLine(head)
    .split(/[|,]/)
    .map((name) => name.trim())
}

interface Job {
  readonly line: number
  /** Whether the row of the job itself was read, not only its steps. */
  isWhole: boolean
  /** Whether the job was still running when the row was printed. */
  isUnfinished: boolean
  /** Of the job or of its largest step; 0 where none is known. */
  joules: number
  elapsedS: number | null
  name: string | null
}

const OF_NODES = note(
  'log-node-energy',
  'Slurm counts the energy of whole nodes: on a shared node that of other jobs is in it',
)

function recordsOf(found: ReadonlyMap<string, Job>, log: Log): readonly EnergyRecord[] {
  const records: EnergyRecord[] = []
  const unmetered: string[] = []
  for (const [id, { line, joules, elapsedS, name, isUnfinished }] of found) {
    if (joules === 0) {
      // A job that never ran (cancelled while it waited) used nothing.
      if (elapsedS !== 0) unmetered.push(id)
      continue
    }
    const running = silentNote(log.file, `job ${id}`, 'had not ended when this was printed')
    records.push(
      log.record({
        name: name === null ? `job ${id}` : `job ${id} ${name}`,
        runId: `slurm ${id}`,
        durationS: elapsedS,
        itWh: joules / 3600,
        line,
        notes: isUnfinished ? [running, OF_NODES] : [OF_NODES],
      }),
    )
  }
  if (unmetered.length > 0) {
    throw new MeasurementError(
      `no energy was metered for job ${firstNames(unmetered, 5)} (0, empty or unknown): is acct_gather_energy configured?`,
    )
  }
  return records
}

/** `360000`, `360K`, `1.50M`. @returns J; null where Slurm knows none @throws MeasurementError */
function joulesOf(text: string): number | null {
  if (text === '') return null
  const [, number, prefix = ''] = /^([\d.eE+]+)([KMGT]?)$/.exec(text) ?? []
  const factor = PREFIXES[prefix]
  if (number === undefined || factor === undefined) {
    throw new MeasurementError(
      `the energy is ${JSON.stringify(text.slice(0, 40))}: expected joules such as 360000 or 360.00K`,
    )
  }
  const joules = countedAmount('energy', prefix === '' ? number : `${amount('energy', number)}`) * factor
  const isUnknown = joules > LARGEST_J || (joules >= NO_VALUE_32_FROM && joules <= NO_VALUE_32_TO && prefix === '')
  return isUnknown ? null : joules
}

/** `[D-]HH:MM:SS`, `MM:SS.mmm`, or whole seconds of ElapsedRaw; s. */
function elapsedOf(elapsed: string | undefined, raw: string | undefined): number | null {
  if (raw !== undefined && /^\d+$/.test(raw.trim())) return Number(raw)
  const match = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(elapsed?.trim() ?? '')
  if (!match) return null
  return Number(match[1] ?? 0) * 86_400 + Number(match[2] ?? 0) * 3600 + Number(match[3]) * 60 + Number(match[4])
}
