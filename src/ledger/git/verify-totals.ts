import { isDeepStrictEqual } from 'node:util'
import type { Line } from '../entry.ts'
import { type MonthTotals, extendMonth, readMonthTotals, sumMonths } from '../totals.ts'
import { commitsOf } from './commits.ts'
import type { Findings } from '../findings.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import { summedCommit } from './snapshot.ts'

/** Checks that the entries never fell, and that the totals belong to the ledger's last commit and are the sum of its lines. */
export async function verifyTotals(
  scratch: ScratchRepository,
  { ledger, totals }: { ledger: string; totals: string | null },
  entries: readonly Line[],
  findings: Findings,
): Promise<void> {
  if (totals === null) {
    findings.fault('there are no totals: their ref was deleted; the next write makes them again', { commit: ledger })
    return
  }
  let before = 0
  for (const { id } of await commitsOf(scratch, totals)) {
    // The first parent of the first totals is the ledger's own commit.
    if ((await scratch.files(id, 'totals/')).size === 0) continue
    const months = await monthsAt(scratch, id, findings)
    const count = months.reduce((sum, month) => sum + month.entries, 0)
    if (count < before) findings.fault(`totals had ${before} entries, then ${count}: entries were lost`, { commit: id })
    before = Math.max(before, count)
  }
  const [content] = await scratch.read([totals])
  if (summedCommit(content ?? '') !== ledger) {
    findings.fault('totals belong to another commit of the ledger: its history was rewritten', { commit: totals })
  }
  compareSums(await monthsAt(scratch, totals, findings), entries, totals, findings)
}

async function monthsAt(scratch: ScratchRepository, commit: string, findings: Findings): Promise<MonthTotals[]> {
  const files = [...(await scratch.files(commit))]
  const texts = await scratch.read(files.map(([, blob]) => blob))
  return files.flatMap(([path], index) => {
    if (!/^totals\/\d{4}-\d\d\.json$/.test(path)) {
      findings.fault('a foreign file among the totals', { commit, file: path })
      return []
    }
    try {
      return [readMonthTotals(texts[index] ?? '', path)]
    } catch (error) {
      findings.fault((error as Error).message, { commit, file: path })
      return []
    }
  })
}

function compareSums(
  months: readonly MonthTotals[],
  entries: readonly Line[],
  commit: string,
  findings: Findings,
): void {
  const summedMonths = sumMonths(entries)
  for (const month of new Set([...months.map(({ month }) => month), ...summedMonths.keys()])) {
    const stored = months.find((each) => each.month === month) ?? null
    const summed = summedMonths.get(month) ?? extendMonth(month, null, [])
    const file = `totals/${month}.json`
    if (stored === null) findings.fault(`the month has ${summed.entries} entries and no totals`, { commit, file })
    else if (!isDeepStrictEqual(sumsOf(stored), sumsOf(summed))) {
      const text = `totals have ${stored.entries} entries, ${stored.g} g, ${stored.wh} Wh; the lines sum to ${summed.entries}, ${summed.g} g, ${summed.wh} Wh`
      findings.fault(text, { commit, file })
    }
  }
}

function sumsOf({
  cursor: _cursor,
  cursors: _cursors,
  undated: _undated,
  pruned: _pruned,
  ...sums
}: MonthTotals): unknown {
  // Through JSON, so that records compare by content.
  return JSON.parse(JSON.stringify(sums))
}
