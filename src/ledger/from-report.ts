import { createHash } from 'node:crypto'
import { hasCode } from '../core/notes.ts'
import type { Report } from '../core/report.ts'
import { ENTRY_VERSION, type Entry } from './entry.ts'
import { roundFigure } from './exact-sum.ts'
import type { NewEntry } from './store.ts'

/** Where a report comes from, as far as the forge says. */
export interface Origin {
  /** Identity of the job: run or pipeline, attempt, and the job within it; null outside of a known CI. */
  readonly job: {
    readonly run: string
    readonly attempt: number
    readonly id: string
    readonly isUnique: boolean
  } | null
  readonly repository: string | null
  readonly event: string | null
  readonly branch: string | null
  readonly pullRequest: number | null
  readonly commit: string | null
  readonly workflow: string | null
  readonly jobName: string | null
  readonly runner: string | null
}

/** Identity of a report by its own content: the same report gives the same 16 hexadecimal digits. */
export function reportId({ subject, started_at, ended_at, energy, emissions, units }: Report): string {
  const content = JSON.stringify([subject, started_at, ended_at, energy, emissions, units])
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

/**
 * Key of an entry: run, attempt and job where the forge names them, else the report's own id. One job can leave several reports
 * (two commands, its logs), and matrix jobs may share a name: those keys end with the report's id.
 */
function entryKey(report: Report, { job }: Pick<Origin, 'job'>): string {
  const id = reportId(report)
  if (!job) return `report/${id}`
  const isWhole = report.subject.kind === 'job' || report.subject.kind === 'workflow'
  const key = [job.run, job.attempt, job.id].join('/').slice(0, 150)
  return job.isUnique && isWhole ? key : `${key}/${id.slice(0, 8)}`
}

/**
 * One entry of the ledger from a report.
 * @param nowMs time of adding, Unix ms: the end of a report without one
 */
export function entryFromReport(report: Report, origin: Origin, nowMs: number): NewEntry {
  const { energy, emissions, subject } = report
  const isUndated = report.ended_at === null
  const endMs = report.ended_at === null ? nowMs : Date.parse(report.ended_at)
  const entry: Entry = {
    v: ENTRY_VERSION,
    key: entryKey(report, origin),
    ended_at: new Date(Math.floor(endMs / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
    repository: cut(origin.repository),
    event: cut(origin.event),
    branch: cut(origin.branch),
    pr: origin.pullRequest,
    sha: origin.commit?.slice(0, 12) ?? null,
    workflow: cut(origin.workflow ?? (subject.kind === 'workflow' ? subject.name : null)),
    job: cut(origin.jobName ?? (subject.kind === 'workflow' ? null : subject.name)),
    runner: cut(origin.runner),
    cpu: cut(report.machine?.cpu ?? null),
    region: cut(regionOf(report)),
    s: roundFigure(report.duration_s),
    wh: roundFigure(energy.total_wh),
    wh_low: roundFigure(energy.low_wh),
    wh_high: roundFigure(energy.high_wh),
    g: roundFigure(emissions.total_g),
    op_g: roundFigure(emissions.operational_g),
    em_g: roundFigure(emissions.embodied_g),
    l: roundFigure(report.water?.total_l ?? null),
    tokens: tokensOf(report),
    method: report.method,
    coverage: report.coverage,
    verdict: report.verdict,
    trust: trustOf(report),
    tool: cut(`${report.tool.name} ${report.tool.version}`),
  }
  return { entry, isUndated }
}

function trustOf({ method, notes }: Report): Entry['trust'] {
  if (notes.some((each) => hasCode(each, 'reported-by-fork'))) return 'from-fork'
  return method === 'measured' || method === 'modelled' ? 'measured' : 'estimated'
}

function regionOf({ machine, intensity }: Report): string | null {
  if (machine?.region) return machine.provider ? `${machine.provider}:${machine.region}` : machine.region
  return intensity?.zone ?? null
}

function tokensOf({ units, counts = [] }: Report): number | null {
  const tokens = counts.filter(({ name }) => name === 'input token' || name === 'output token')
  if (tokens.length > 0) return tokens.reduce((sum, { count }) => sum + count, 0)
  return units !== null && /(?:^| )token$/.test(units.name) ? units.count : null
}

/** Characters kept of a name: EntrySchema has the same limit. */
const NAME_LENGTH = 300

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, NAME_LENGTH)
}
