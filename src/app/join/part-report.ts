import { REPORT_SCHEMA, type Note, type Part, type Report } from '../../core/report.ts'
import { unjudged } from '../../core/unjudged.ts'
import type { ArtifactName } from '../../github/artifact-name.ts'
import type { RunJob } from '../../github/jobs.ts'
import type { LeftReport } from './match.ts'

/** Turns a part of kind `job` into a report, without judging it. */
export function reportOfPart(part: Part, tool: Report['tool'], notes: readonly Note[] = []): Report {
  const { name, kind: _kind, source: _source, change: _change, conclusion: _conclusion, parts: _parts, ...known } = part
  const { machine = null, water = null } = known
  return {
    schema: REPORT_SCHEMA,
    tool,
    ...unjudged({ kind: 'job', name }, { ...known, machine, water, units: null, parts: [], notes: [...notes] }),
    units: part.units ?? null,
    counts: part.counts,
    figure: { trusted: true, reason_code: null },
    budgets: [],
    verdict: 'none',
    label: null,
  }
}

/** Ends an address of a job: its id. */
const JOB_ADDRESS = /\/job\/(\d{1,16})$/

/**
 * The measured jobs of a whole run's report, as if each had left its own. Jobs that it estimated are left out, because they may have
 * run on since, and so are jobs that GitHub does not list.
 */
export function jobReportsOf(joined: LeftReport, jobs: readonly RunJob[]): LeftReport[] {
  const byId = new Map(jobs.map((job) => [job.id, job]))
  return joined.report.parts.flatMap((part) => {
    const job = byId.get(Number(JOB_ADDRESS.exec(part.source ?? '')?.[1]))
    if (part.kind !== 'job' || !job || part.method === null || part.method === 'estimated') return []
    const artifact: ArtifactName = { kind: 'job', job: job.name, leg: '0', checkRunId: job.id, attempt: job.attempt }
    return [{ artifact, title: joined.title, report: reportOfPart(part, joined.report.tool) }]
  })
}
