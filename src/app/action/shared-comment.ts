import { createHash } from 'node:crypto'
import type { Report } from '../../core/report.ts'
import type { Render, StickyOptions } from '../../github/comment.ts'
import { type CommentOptions, renderComment } from '../../render/comment.ts'
import { decodeRows } from '../../render/hidden-rows.ts'
import { hasMarker } from '../../render/marker.ts'
import { type SharedRow, mergeRow, sharedRow } from '../../render/shared-rows.ts'

/** This job among those that share the comment. */
export interface RowIdentity {
  /** Tells the jobs of a run apart, matrix legs too: the check run's id, or any text that does. */
  readonly id: string
  /** GITHUB_RUN_ID and GITHUB_RUN_ATTEMPT. */
  readonly runId: number
  readonly attempt: number
}

type Parts = Pick<StickyOptions, 'isMarked' | 'holds'> & { readonly render: Render }

/**
 * The comment's text as one job gives it: its own row among those that are there. Without a row, the report speaks for
 * the whole run and the comment is its own.
 */
export function commentParts(report: Report, options: CommentOptions, row: RowIdentity | null): Parts {
  const isMarked = (body: string): boolean => hasMarker(body, options.key)
  if (!row) return { isMarked, holds: null, render: () => renderComment(report, options) }
  const own = sharedRow(report, plainId(row.id), `${row.runId}.${row.attempt}`)
  const rowsOf = (body: string): readonly SharedRow[] => decodeRows(body) ?? []
  return {
    isMarked,
    holds: (body) => rowsOf(body).some((each) => isSame(each, own) || isNewer(each, own)),
    render: (seen) => {
      // A job of an older run that ends late has nothing to say where a newer one spoke.
      const newer = seen.findLast((body) => rowsOf(body).some((each) => isNewer(each, own)))
      if (newer !== undefined) return newer
      const rows = seen.flatMap(rowsOf).reduce<SharedRow[]>(mergeRow, [])
      return renderComment(report, { ...options, rows: mergeRow(rows, own) })
    },
  }
}

/** Rows carry short plain ids only; the name of a job and its matrix leg may be anything. */
function plainId(id: string): string {
  return /^[\w.-]{1,40}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 32)
}

function isSame(a: SharedRow, b: SharedRow): boolean {
  return a.id === b.id && a.run === b.run && a.verdict === b.verdict && a.wh[0] === b.wh[0] && a.g[0] === b.g[0]
}

function isNewer(a: SharedRow, b: SharedRow): boolean {
  const [run = 0, attempt = 0] = a.run.split('.').map(Number)
  const [ownRun = 0, ownAttempt = 0] = b.run.split('.').map(Number)
  return run > ownRun || (run === ownRun && attempt > ownAttempt)
}
