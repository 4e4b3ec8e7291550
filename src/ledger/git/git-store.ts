import { type Days, coversMonths } from '../../core/calendar.ts'
import { MeasurementError } from '../../core/errors.ts'
import { type EntryRow, canonicalRows, isCanonicalFile } from '../canonical-line.ts'
import { applyCorrections } from '../correction.ts'
import type { Entry, Line } from '../entry.ts'
import { entryLine } from '../entry-file.ts'
import { GIVEN_UP, type RetryClock, SYSTEM_CLOCK, retry } from '../retry.ts'
import { prunedMonths, recentMonth, refusalOf } from '../pruned.ts'
import type { Added, LedgerMarks, LedgerStore, LedgerTotals, NewEntry, Verification } from '../store.ts'
import { type GitPlace, placeName } from '../where.ts'
import { type GitAddress, findAddress } from './address.ts'
import { latestCursor } from './cursors.ts'
import { type Appended, append } from './append.ts'
import { PassingGitError } from './git-failure.ts'
import { type Hour, linesOfHour, readHours } from './hours.ts'
import { inboxRef } from './inbox-ref.ts'
import { prune } from './prune.ts'
import type { Destination } from './publish.ts'
import { ScratchRepository } from './scratch-repository.ts'
import type { SignedCommits } from './signed-commits.ts'
import { ledgerTotals, sumAgain } from './ledger-totals.ts'
import { INBOX_FILE, type Snapshot, inboxMessage, takeSnapshot } from './snapshot.ts'
import { verifyHistory } from './verify.ts'

/** What a git store is opened with. */
export interface GitStoreOptions {
  readonly env: NodeJS.ProcessEnv
  /** Folder of the current repository, for a ledger in its origin. */
  readonly cwd: string
  /** The forge's token, when it is not in the environment. */
  readonly token?: string | null
  readonly clock?: RetryClock
  /** How commits are made where the forge refuses a push without signatures; left out: not at all. */
  readonly signedCommits?: SignedCommits | null
}

/** Inbox refs swept by one push: the refs are arguments, whose length systems limit. */
const SWEEP_AT_ONCE = 150

/** A ledger in a ref of a git repository. */
export class GitStore implements LedgerStore {
  readonly name: string
  readonly #place: GitPlace
  readonly #options: GitStoreOptions
  readonly #clock: RetryClock
  #address: Promise<GitAddress> | null = null
  #scratch: Promise<ScratchRepository> | null = null

  constructor(place: GitPlace, options: GitStoreOptions) {
    this.name = placeName(place)
    this.#place = place
    this.#options = options
    this.#clock = options.clock ?? SYSTEM_CLOCK
  }

  async add(entries: readonly NewEntry[]): Promise<Added> {
    const scratch = await this.#repository()
    await this.#assertAddable(scratch, entries)
    const waiting = await this.#putIntoInbox(scratch, entries)
    try {
      const swept = await this.#sweep(waiting)
      if (swept) return { ...swept, waiting: 0, warning: null }
      return this.#stillWaiting(entries, GIVEN_UP)
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      return this.#stillWaiting(entries, error.message)
    }
  }

  /** Entries of recent months are never pruned, so the usual case reads nothing here. */
  async #assertAddable(scratch: ScratchRepository, entries: readonly NewEntry[]): Promise<void> {
    const recent = recentMonth(this.#clock.now())
    const old = entries.filter(({ entry }) => entry.ended_at.slice(0, 7) < recent)
    if (old.length === 0) return
    const { months } = await takeSnapshot(scratch, this.#place.ref, 'totals-only')
    const reason = old.map(({ entry }) => refusalOf(months, entry)).find((text) => text !== null)
    if (reason) throw new MeasurementError(`ledger: ${reason}`, 'ledger')
  }

  #stillWaiting(entries: readonly NewEntry[], reason: string): Added {
    const warning = `the entries are in the inbox and count, but the ledger was not written: ${reason}`
    return { added: 0, duplicates: 0, waiting: entries.length, warning }
  }

  /** Pushes each entry to a ref of its own, which no other writer touches. @returns refs of the entries */
  async #putIntoInbox(scratch: ScratchRepository, entries: readonly NewEntry[]): Promise<ReadonlySet<string>> {
    const byRef = new Map(entries.map((each) => [inboxRef(each.entry), each]))
    const commits = [...byRef.values()].map((each, index) => ({
      ref: `refs/new/inbox/${index}`,
      message: inboxMessage(this.#place.ref, each),
      parent: null,
      files: { [INBOX_FILE]: entryLine(each.entry) },
    }))
    await scratch.commit(commits, Math.floor(this.#clock.now() / 1000))
    // An existing ref has the same key, so the entry is already stored.
    const updates = [...byRef.keys()].map((to, index) => ({ from: `refs/new/inbox/${index}`, to }))
    // A push that was cut off may have arrived: the same commit is then already there.
    await this.#retryOrGiveUp(() => scratch.pushNew(updates))
    return new Set(byRef.keys())
  }

  /**
   * Moves everything in the inbox into the ledger.
   * @param own refs whose entries are counted in the result
   * @returns null when other writers were faster each time
   */
  async #sweep(own: ReadonlySet<string>): Promise<{ added: number; duplicates: number } | null> {
    const total = { added: 0, duplicates: 0 }
    const isDone = await this.#retry(async () => {
      const scratch = await this.#repository()
      for (;;) {
        const snapshot = await this.#snapshot(scratch)
        const ownWaiting = snapshot.waiting.filter(({ ref }) => own.has(ref))
        // Another writer moved these entries into the ledger: the work is done.
        if (snapshot.waiting.length === 0 || ownWaiting.length === 0) {
          total.added += Math.max(0, own.size - total.added - total.duplicates)
          return true
        }
        const others = snapshot.waiting.filter(({ ref }) => !own.has(ref))
        const batch = [...ownWaiting, ...others].slice(0, SWEEP_AT_ONCE)
        const result = await this.#append(scratch, snapshot, batch)
        if (result === null) return null
        const ownEntries = ownWaiting.flatMap(({ entries }) => entries).length
        const ownDuplicates = others.length === 0 ? result.duplicates : Math.min(result.duplicates, ownEntries)
        total.duplicates += ownDuplicates
        total.added += ownEntries - ownDuplicates
        if (batch.length === snapshot.waiting.length || ownWaiting.length < SWEEP_AT_ONCE) return true
      }
    })
    if (isDone) return total
    // The writer that was faster may have moved these entries as well.
    const { waiting } = await this.#snapshot(await this.#repository())
    if (waiting.some(({ ref }) => own.has(ref))) return null
    return { ...total, added: total.added + Math.max(0, own.size - total.added - total.duplicates) }
  }

  async #append(scratch: ScratchRepository, snapshot: Snapshot, batch: Snapshot['waiting']): Promise<Appended> {
    const appending = { entries: batch.flatMap(({ entries }) => entries), cursor: null, sweeps: batch }
    return append(await this.#destination(scratch), snapshot, appending, this.#clock.now())
  }

  async collect(entries: readonly NewEntry[], cursor: string | null, repository?: string): Promise<Added> {
    const total = { added: 0, duplicates: 0 }
    for (let rest: readonly NewEntry[] = entries, hasMore = true; hasMore; rest = []) {
      const result = await this.#retryOrGiveUp(async () => {
        const scratch = await this.#repository()
        const snapshot = await this.#snapshot(scratch)
        const batch = snapshot.waiting.slice(0, SWEEP_AT_ONCE)
        const all = [...rest, ...batch.flatMap((each) => each.entries)]
        const reason = rest.map(({ entry }) => refusalOf(snapshot.months, entry)).find((text) => text !== null)
        if (reason) throw new MeasurementError(`ledger: ${reason}`, 'ledger')
        const appending = { entries: all, cursor, repository, sweeps: batch }
        const appended = await append(await this.#destination(scratch), snapshot, appending, this.#clock.now())
        return appended && { ...appended, hasMore: snapshot.waiting.length > batch.length }
      })
      total.added += result.added
      total.duplicates += result.duplicates
      hasMore = result.hasMore
    }
    return { ...total, waiting: 0, warning: null }
  }

  /** The refs at one moment. Missing totals, and totals of another commit, are computed again. */
  async #snapshot(scratch: ScratchRepository): Promise<Snapshot> {
    const snapshot = await takeSnapshot(scratch, this.#place.ref, 'with-ledger')
    if (snapshot.isConsistent || snapshot.ledger === null) return snapshot
    return { ...snapshot, months: await sumAgain(scratch, snapshot) }
  }

  async totals(range: Days): Promise<LedgerTotals> {
    const scratch = await this.#repository()
    let snapshot = await takeSnapshot(scratch, this.#place.ref, 'totals-only')
    if (snapshot.waiting.length > 0 || snapshot.totalsCommit === null || !coversMonths(range)) {
      snapshot = await this.#snapshot(scratch)
    }
    return ledgerTotals(scratch, snapshot, range, this.#clock.now())
  }

  async cursor(repository?: string): Promise<string | null> {
    return latestCursor(await takeSnapshot(await this.#repository(), this.#place.ref, 'totals-only'), repository)
  }

  async entries(range: Days): Promise<Entry[]> {
    return applyCorrections(await this.lines(range))
  }

  async lines(range: Days): Promise<Line[]> {
    const lines: Line[] = []
    for await (const hour of this.#hours(range)) for (const line of linesOfHour(hour)) lines.push(line)
    return lines
  }

  /** A correction is in the page of its entry: both end in the same hour. */
  async *pages(range: Days): AsyncGenerator<Entry[]> {
    for await (const hour of this.#hours(range)) yield applyCorrections(linesOfHour(hour))
  }

  async *rows(range: Days): AsyncGenerator<EntryRow[]> {
    for await (const hour of this.#hours(range)) {
      const rows = hour.waiting.length === 0 ? canonicalRows(hour.content) : null
      yield rows ?? applyCorrections(linesOfHour(hour))
    }
  }

  async *ndjson(range: Days): AsyncGenerator<string | Buffer> {
    for await (const hour of this.#hours(range)) {
      const isItsOwnText = hour.waiting.length === 0 && isCanonicalFile(hour.content)
      yield isItsOwnText ? hour.content : applyCorrections(linesOfHour(hour)).map(entryLine).join('')
    }
  }

  async *#hours(range: Days): AsyncGenerator<Hour> {
    const scratch = await this.#repository()
    yield* readHours(scratch, await takeSnapshot(scratch, this.#place.ref, 'with-ledger'), range)
  }

  async marks(): Promise<LedgerMarks> {
    const { months } = await takeSnapshot(await this.#repository(), this.#place.ref, 'totals-only')
    return { pruned: prunedMonths(months), undated: new Set([...months.values()].flatMap(({ undated }) => undated)) }
  }

  prune(month: string): Promise<string[]> {
    return this.#retryOrGiveUp(async () => {
      const scratch = await this.#repository()
      for (;;) {
        const snapshot = await this.#snapshot(scratch)
        const old = snapshot.waiting.filter(({ entries }) => entries.some(({ entry }) => entry.ended_at < month))
        if (old.length === 0) return prune(await this.#destination(scratch), snapshot, month, this.#clock.now())
        // What waits in the inbox belongs in the totals first.
        if ((await this.#append(scratch, snapshot, old.slice(0, SWEEP_AT_ONCE))) === null) return null
      }
    })
  }

  async verify(): Promise<Verification> {
    // A separate repository: in a shallow one the history would stay truncated.
    const scratch = ScratchRepository.create(await this.#located(), this.#options.env)
    try {
      const found = await verifyHistory(scratch, this.#place.ref)
      const { unreadable } = await takeSnapshot(await this.#repository(), this.#place.ref, 'totals-only')
      return { ...found, faults: [...found.faults, ...unreadable] }
    } finally {
      scratch.remove()
    }
  }

  async close(): Promise<void> {
    const scratch = await this.#scratch?.catch(() => null)
    this.#scratch = null
    scratch?.remove()
  }

  /** Repeats a write that lost a race, or whose transfer was cut off or stalled. */
  #retry<T>(attempt: () => Promise<T | null>): Promise<T | null> {
    return retry(attempt, (error) => error instanceof PassingGitError, this.#clock)
  }

  async #retryOrGiveUp<T>(attempt: () => Promise<T | null>): Promise<T> {
    const result = await this.#retry(attempt)
    if (result === null) throw new MeasurementError(`ledger: ${GIVEN_UP}: run it again`, 'ledger')
    return result
  }

  async #destination(scratch: ScratchRepository): Promise<Destination> {
    const commits = this.#options.signedCommits ?? null
    const signed = commits && { commits, url: (await this.#located()).url }
    return { scratch, ref: this.#place.ref, signed }
  }

  #repository(): Promise<ScratchRepository> {
    this.#scratch ??= this.#located().then((found) => ScratchRepository.create(found, this.#options.env))
    return this.#scratch
  }

  #located(): Promise<GitAddress> {
    this.#address ??= findAddress(this.#place, this.#options)
    return this.#address
  }
}
