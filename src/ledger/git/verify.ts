import { dayOfPath, hourPath, README_PATH } from '../entry-path.ts'
import { type Line, isCorrection } from '../entry.ts'
import { readEntryFile } from '../entry-file.ts'
import { Findings, minutesAhead } from '../findings.ts'
import type { Verification } from '../store.ts'
import { type Commit, commitsOf } from './commits.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import { verifyTotals } from './verify-totals.ts'

const LEDGER = 'refs/verify/ledger'
const TOTALS = 'refs/verify/totals'

/** One file that a commit changed. */
interface Change {
  readonly commit: string
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * Walks all commits: files only grow, lines can be read and lie in the file of their hour, keys are unique, totals are the sum, entries
 * never fall, nothing else is in the tree.
 */
export async function verifyHistory(scratch: ScratchRepository, ref: string): Promise<Verification> {
  await scratch.fetch(
    [
      [ref, LEDGER],
      [`${ref}-totals`, TOTALS],
    ],
    { depth: null, withBlobs: true },
  )
  const refs = scratch.refs('refs/verify')
  const [ledger, totals] = [refs.get(LEDGER) ?? null, refs.get(TOTALS) ?? null]
  const findings = new Findings()
  if (ledger === null) {
    if (totals !== null) findings.fault('there are totals but no ledger: its ref was deleted', { commit: totals })
    return { commits: 0, entries: 0, ...findings }
  }
  const commits = await commitsOf(scratch, LEDGER)
  const entries = await verifyFiles(scratch, commits, findings)
  await verifyTotals(scratch, { ledger, totals }, entries, findings)
  return { commits: commits.length, entries: entries.filter((line) => !isCorrection(line)).length, ...findings }
}

/** Files that each commit changed, oldest first. */
async function changesOf(scratch: ScratchRepository, commits: readonly Commit[]): Promise<Change[]> {
  const flags = ['-r', '--root', '-m', '--first-parent', '--no-renames', '--stdin', '-z']
  const input = `${commits.map(({ id }) => id).join('\n')}\n`
  const out = await scratch.run('ledger: cannot compare commits', ['diff-tree', ...flags], input)
  const changes: Change[] = []
  let commit = ''
  const fields = out.toString('utf8').split('\0')
  for (let index = 0; index < fields.length; index += 1) {
    const field = (fields[index] ?? '').trim()
    if (/^[0-9a-f]{40,64}$/.test(field)) commit = field
    const row = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]/.exec(field)
    if (!row) continue
    index += 1
    changes.push({ commit, path: fields[index] ?? '', before: objectOf(row[1]), after: objectOf(row[2]) })
  }
  return changes
}

function objectOf(id: string | undefined): string | null {
  return id === undefined || /^0+$/.test(id) ? null : id
}

/** Checks every change of a file. @returns the entries, in the order in which they were added */
async function verifyFiles(
  scratch: ScratchRepository,
  commits: readonly Commit[],
  findings: Findings,
): Promise<Line[]> {
  const changes = await changesOf(scratch, commits)
  const byId = new Map(commits.map((commit) => [commit.id, commit]))
  const entries: Line[] = []
  const firstOf = new Map<string, string>()
  for await (const { commit, path, after, earlier, text } of withTexts(scratch, changes)) {
    const at = { commit, file: path }
    const day = dayOfPath(path)
    if (day === null) {
      if (path !== README_PATH) findings.fault('a foreign file: it is not part of the ledger', at)
      continue
    }
    if (after === null) {
      if (day >= (byId.get(commit)?.prunes ?? '')) findings.fault('the file was deleted', at)
      continue
    }
    if (!text.startsWith(earlier)) {
      const line = firstDifference(earlier, text)
      findings.fault(`line ${line} was changed: a file may only grow`, { ...at, line })
      continue
    }
    const known = earlier === '' ? 0 : earlier.split('\n').length - 1
    const content = readEntryFile(text.slice(earlier.length), path)
    for (const { line, text: reason } of content.faults) {
      findings.fault(reason.replace(`${path}:${line}: `, ''), { ...at, line: line + known })
    }
    for (const { line, entry } of content.entries) {
      const here = { ...at, line: line + known }
      if (hourPath(entry.ended_at) !== path)
        findings.fault(`the entry ended at ${entry.ended_at}: it is in the wrong file`, here)
      const first = firstOf.get(entry.key)
      if (first !== undefined) findings.fault(`key ${entry.key} is already in ${first}`, here)
      else firstOf.set(entry.key, `${path}:${here.line}`)
      const minutes = minutesAhead(entry.ended_at, byId.get(commit)?.seconds ?? 0)
      if (minutes !== null)
        findings.warn(`the entry ended ${minutes} min after its own commit: a clock was wrong`, here)
      if (isCorrection(entry) && !firstOf.has(entry.corrects))
        findings.fault(`${entry.key} corrects ${entry.corrects}, which is not in the ledger before it`, here)
      entries.push(entry)
    }
  }
  return entries
}

/** Changes whose contents are read together: bounds the processes and the memory. */
const CHANGES_AT_ONCE = 100

/** Changes with the contents before and after; a missing side is empty. */
async function* withTexts(
  scratch: ScratchRepository,
  changes: readonly Change[],
): AsyncGenerator<Change & { readonly earlier: string; readonly text: string }> {
  for (let start = 0; start < changes.length; start += CHANGES_AT_ONCE) {
    const batch = changes.slice(start, start + CHANGES_AT_ONCE)
    const wanted = batch.flatMap(({ before, after }) => [before, after]).filter((blob) => blob !== null)
    const texts = await scratch.read(wanted)
    const byBlob = new Map(wanted.map((blob, index) => [blob, texts[index] ?? '']))
    for (const change of batch) {
      yield { ...change, earlier: byBlob.get(change.before ?? '') ?? '', text: byBlob.get(change.after ?? '') ?? '' }
    }
  }
}

function firstDifference(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const index = old.findIndex((line, at) => line !== now[at])
  return (index === -1 ? now.length : index) + 1
}
