import type { Report } from '../../core/report.ts'
import type { Render, StickyOptions } from '../../github/comment.ts'
import { type CommentOptions, renderComment } from '../../render/comment.ts'
import { decodeRows } from '../../render/shared-comment/row-codec.ts'
import { hasMarker } from '../../render/shared-comment/marker.ts'
import { type SharedRow, mergeRow, sharedRow } from '../../render/shared-comment/job-rows.ts'
import { type RunMark, byRun, wholeRunOf } from '../../render/shared-comment/whole-run.ts'

/** Whose row of the comment is written. */
export interface RowIdentity {
  /** Identifies the job within its run, matrix leg included. Null: the comment is about the whole run. */
  readonly id: string | null
  /** GITHUB_RUN_ID and GITHUB_RUN_ATTEMPT. */
  readonly runId: number
  readonly attempt: number
}

type CommentParts = Pick<StickyOptions, 'isMarked' | 'isKeptIn'> & { readonly render: Render }

/**
 * How one report appears in the comment: a job adds its row to those that exist; a whole run replaces them. A comment of a newer
 * run, or of the same run as a whole, stays as it is.
 */
export function commentParts(report: Report, options: CommentOptions, row: RowIdentity): CommentParts {
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
    isKeptIn: (body) => isSettled(body) || rowsOf(body).some((row) => isSame(row, own)),
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
  return (whole !== null && byRun(whole, run) > 0) || rowsOf(body).some((row) => byRun(row.run, run) > 0)
}

function isSame(a: SharedRow, b: SharedRow): boolean {
  return a.id === b.id && a.run === b.run && a.verdict === b.verdict && a.wh[0] === b.wh[0] && a.g[0] === b.g[0]
}
