import type { Part, Report } from '../../core/report.ts'

/** One execution of a job, a command, a log or a plan: a report of its own, or a part of a joined report. */
export type Execution = Pick<Part, 'name' | 'started_at' | 'ended_at' | 'energy' | 'emissions' | 'water' | 'machine'>

/** The jobs of a joined report. Any other report is one execution. */
export function executionsOf({ subject, ...whole }: Report): readonly Execution[] {
  const jobs = subject.kind === 'workflow' ? jobsOf(whole.parts) : []
  return jobs.length > 0 ? jobs : [{ ...whole, name: subject.name }]
}

/** Parts of a joined report that are jobs. A joined report that was joined again is one part with parts of kind `job`. */
export function jobsOf(parts: readonly Part[]): Part[] {
  return parts
    .filter(({ kind }) => kind === 'job')
    .flatMap((part) => {
      const inner = jobsOf(part.parts ?? [])
      return inner.length > 0 ? inner : [part]
    })
}
