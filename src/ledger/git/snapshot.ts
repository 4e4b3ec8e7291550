import { randomUUID } from 'node:crypto'
import { MeasurementError } from '../../core/errors.ts'
import { readEntryFile } from '../entry-file.ts'
import { refusalOf } from '../pruned.ts'
import type { LedgerFault, NewEntry } from '../store.ts'
import { type MonthTotals, readMonthTotals } from '../totals.ts'
import { INBOX } from './inbox-ref.ts'
import { type ObjectReader, treeEntries } from './object-reader.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import { SUMMED_TRAILER } from './signed-commits.ts'

/** Local refs of what was fetched. */
const LOCAL = {
  ledger: 'refs/remote/ledger',
  totals: 'refs/remote/totals',
  inbox: 'refs/remote/inbox/',
} as const

/** File of an inbox commit. */
export const INBOX_FILE = 'entries.ndjson'

/** Entries that wait in the inbox. */
interface Waiting {
  readonly ref: string
  readonly commit: string
  readonly entries: readonly NewEntry[]
}

/** The remote's refs at one moment, with the totals and the inbox read. */
export interface Snapshot {
  readonly ledger: string | null
  readonly totalsCommit: string | null
  readonly months: ReadonlyMap<string, MonthTotals>
  readonly waiting: readonly Waiting[]
  /** Inbox refs that cannot be swept, each named as the file. They stay unchanged. */
  readonly unreadable: readonly LedgerFault[]
  /** Commit time of the totals, Unix s; null without any. */
  readonly writtenAt: number | null
  /** Whether the totals belong to the ledger's current commit. */
  readonly isConsistent: boolean
}

/** How much of a ledger is fetched. */
type SnapshotExtent = 'with-ledger' | 'totals-only'

/**
 * Fetches the ledger's refs and reads totals and inbox.
 * @param extent `totals-only`: no more than totals need
 */
export async function takeSnapshot(scratch: ScratchRepository, ref: string, extent: SnapshotExtent): Promise<Snapshot> {
  await scratch.fetch(
    [
      [`${ref}-totals`, LOCAL.totals],
      [`${INBOX}/*`, `${LOCAL.inbox}*`],
    ],
    { depth: 1, withBlobs: true },
  )
  if (extent === 'with-ledger') await fetchLedger(scratch, ref)
  const refs = scratch.refs('refs/remote')
  const reader = scratch.openReader()
  try {
    return await readSnapshot(reader, ref, refs, extent)
  } finally {
    reader.close()
  }
}

async function readSnapshot(
  reader: ObjectReader,
  ref: string,
  refs: ReadonlyMap<string, string>,
  extent: SnapshotExtent,
): Promise<Snapshot> {
  const totalsCommit = refs.get(LOCAL.totals) ?? null
  const { months, summed, writtenAt } = await readTotals(reader, totalsCommit)
  const { waiting, unreadable } = await readInbox(reader, ref, refs, months)
  const ledger = extent === 'with-ledger' ? (refs.get(LOCAL.ledger) ?? null) : summed
  return {
    ledger,
    totalsCommit,
    months,
    waiting,
    unreadable,
    writtenAt,
    isConsistent: ledger === summed,
  }
}

/** Fetches the newest commit of the ledger without file contents. */
function fetchLedger(scratch: ScratchRepository, ref: string): Promise<void> {
  return scratch.fetch([[ref, LOCAL.ledger]], { depth: 1, withBlobs: false })
}

async function readTotals(
  reader: ObjectReader,
  commit: string | null,
): Promise<{ months: Map<string, MonthTotals>; summed: string | null; writtenAt: number | null }> {
  if (commit === null) return { months: new Map(), summed: null, writtenAt: null }
  const [header = null, tree = null] = await reader.read([commit, `${commit}:totals`])
  const files = [...(tree === null ? [] : treeEntries(tree, commit.length / 2))]
    .filter(([name]) => /^\d{4}-\d\d\.json$/.test(name))
    .map(([name, blob]): [string, string] => [`totals/${name}`, blob])
  const texts = await reader.texts(files.map(([, blob]) => blob))
  const lines = (header?.toString('utf8') ?? '').split('\n\n', 1)[0]?.split('\n') ?? []
  const months = files.map(([path], index): [string, MonthTotals] => {
    const text = texts[index]
    if (typeof text !== 'string') throw new MeasurementError(`${path} cannot be read`, path)
    return [path.slice(7, 14), readMonthTotals(text, `${path} (commit ${commit.slice(0, 12)})`)]
  })
  const seconds = / (\d+) [+-]\d{4}$/.exec(lines.find((line) => line.startsWith('committer ')) ?? '')?.[1]
  return {
    months: new Map(months),
    summed: summedCommit(header?.toString('utf8') ?? ''),
    writtenAt: seconds === undefined ? null : Number(seconds),
  }
}

/** The ledger's commit that totals are the sum of: named by a trailer, else their last parent. @param content of the totals' commit */
export function summedCommit(content: string): string | null {
  const trailer = content.split('\n').findLast((line) => line.startsWith(SUMMED_TRAILER))
  if (trailer !== undefined) return trailer.slice(SUMMED_TRAILER.length)
  const header = content.split('\n\n', 1)[0] ?? ''
  return (
    header
      .split('\n')
      .findLast((line) => line.startsWith('parent '))
      ?.slice('parent '.length) ?? null
  )
}

/** Trailers of an inbox commit. */
const LEDGER_TRAILER = 'Ledger: '
const UNDATED_TRAILER = 'Undated: true'

/** Message of an inbox commit: which ledger it is for. */
export function inboxMessage(ref: string, { isUndated = false }: NewEntry): string {
  // Two adds of one entry within a second would otherwise be one commit, which a shallow repository cannot push again.
  const unique = `Write: ${randomUUID()}\n`
  return `Add an entry [skip ci]\n\n${LEDGER_TRAILER}${ref}\n${isUndated ? `${UNDATED_TRAILER}\n` : ''}${unique}`
}

async function readInbox(
  reader: ObjectReader,
  ledgerRef: string,
  refs: ReadonlyMap<string, string>,
  months: ReadonlyMap<string, MonthTotals>,
): Promise<Pick<Snapshot, 'waiting' | 'unreadable'>> {
  const inbox = [...refs].filter(([name]) => name.startsWith(LOCAL.inbox))
  const objects = await reader.texts(inbox.flatMap(([, commit]) => [commit, `${commit}:${INBOX_FILE}`]))
  const waiting: Waiting[] = []
  const unreadable: LedgerFault[] = []
  for (const [index, [local, commit]] of inbox.entries()) {
    const ref = `${INBOX}/${local.slice(LOCAL.inbox.length)}`
    const message = (objects[index * 2] ?? '').split('\n\n').slice(1).join('\n\n').split('\n')
    const target = message.find((line) => line.startsWith(LEDGER_TRAILER))?.slice(LEDGER_TRAILER.length)
    if (target !== undefined && target !== ledgerRef) continue
    const content = readEntryFile(objects[index * 2 + 1] ?? '', ref)
    const refused = content.entries.map(({ entry }) => refusalOf(months, entry)).find((reason) => reason !== null)
    const empty = content.entries.length === 0 ? 'it has no entries' : null
    const [broken] = content.faults
    const text = broken?.text.replace(`${ref}:${broken.line}: `, '') ?? refused ?? empty
    if (text !== null) {
      unreadable.push({
        commit,
        file: ref,
        line: broken?.line ?? null,
        text: `waits in the inbox and cannot be added: ${text}`,
      })
      continue
    }
    const isUndated = message.includes(UNDATED_TRAILER)
    waiting.push({ ref, commit, entries: content.entries.map(({ entry }) => ({ entry, isUndated })) })
  }
  return { waiting, unreadable }
}
