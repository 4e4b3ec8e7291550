import type { Report } from '../../core/report.ts'
import type { Render, StickyOptions } from '../../github/comment.ts'
import { type CommentOptions, renderComment } from '../../render/comment.ts'
import { decodeRows } from '../../render/shared-comment/row-codec.ts'
import { hasMarker } from '../../render/shared-comment/marker.ts'
import { type SharedRow, mergeRow, sharedRow } from '../../render/shared-comment/job-rows.ts'
import { type RunMark, byRun, wholeRunOf } from '../../render/shared-comment/whole-run.ts'

/** Who speaks in the comment. */
export interface RowIdentity {
  /** Tells the jobs of a run apart, matrix legs too, as a row's id does. Null: the whole run speaks. */
  readonly id: string | null
  /** GITHUB_RUN_ID and GITHUB_RUN_ATTEMPT. */
  readonly runId: number
  readonly attempt: number
}

type Parts = Pick<StickyOptions, 'isMarked' | 'isKeptIn'> & { readonly render: Render }

/**
 * The comment's text as one job gives it: its own row among those that are there; or as the whole run gives it, which is no one
 * else's. Where a newer run spoke, or the same one as a whole, a single job has nothing to say.
 */
export function commentParts(report: Report, options: CommentOptions, row: RowIdentity): Parts {
  const isMarked = (body: string): boolean => hasMarker(body, options.key)
  const run = `${row.runId}.${row.attempt}`
  if (row.id === null) {
    const comment = renderComment(report, { ...options, wholeRun: run })
    return { isMarked, isKeptIn: null, render: (seen) => seen.findLast((body) => isOfNewer(body, run)) ?? comment }
  }
  const own = sharedRow(report, row.id, run)
  const isSettled = (body: string): boolean => isOfNewer(body, run) || wholeRunOf(body) === run
  return {
    isMarked,
    isKeptIn: (body) => isSettled(body) || rowsOf(body).some((each) => isSame(each, own)),
    render: (seen) => {
      const settled = seen.findLast(isSettled)
      if (settled !== undefined) return settled
      const rows = seen.flatMap(rowsOf).reduce<SharedRow[]>(mergeRow, [])
      return renderComment(report, { ...options, rows: mergeRow(rows, own) })
    },
  }
}

function rowsOf(body: string): readonly SharedRow[] {
  return decodeRows(body) ?? []
}

function isOfNewer(body: string, run: RunMark): boolean {
  const whole = wholeRunOf(body)
  return (whole !== null && byRun(whole, run) > 0) || rowsOf(body).some((each) => byRun(each.run, run) > 0)
}

function isSame(a: SharedRow, b: SharedRow): boolean {
  return a.id === b.id && a.run === b.run && a.verdict === b.verdict && a.wh[0] === b.wh[0] && a.g[0] === b.g[0]
}
