import type { GitHubClient } from './client.ts'
import type { Deadline } from './deadline.ts'
import { type Result, type Task, failed, failureOf, ok } from './failure.ts'
import { type Conversation, type IsMarked, type OwnComment, OwnComments } from './own-comments.ts'
import { isHttpFailure } from './retry.ts'

/** GitHub refuses longer bodies. It counts characters; UTF-16 units are never fewer, and are what render counts. */
const MAX_COMMENT = 65_536

/** Jobs that write one comment at the same time: so often each looks again whether its row is still there. */
const MAX_ROUNDS = 8
/**
 * A job that read the comment before we wrote it will overwrite ours this much later at most: it reads and writes in
 * one go, two requests.
 */
const SETTLE_MS = 800
/** Share of that time by which waits differ: jobs that collided must not look again at the same moment. */
const JITTER = 1.1

const TASK: Task = { what: 'write the pull-request comment', needs: 'pull-requests: write' }

export interface StickyOptions {
  readonly at: Conversation
  /** Tells one sticky comment from another: whether a body begins with the marker that `render` writes. */
  readonly isMarked: IsMarked
  /**
   * Several jobs write this comment: whether a body still holds what this job put in. It is read back and written again
   * until it does. Null: nobody else writes it.
   */
  readonly holds: ((body: string) => boolean) | null
  /** The token may only read by design: a refusal is told calmly. */
  readonly readOnlyToken: boolean
  /** Longest time between another job's reading and writing, ms. */
  readonly settleMs?: number
}

export interface Written {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'recreated'
  readonly url: string
}

/**
 * What the comment shall say, marker first, given every body of ours that was seen, the one that is there last. Of those
 * that were lost or are about to be deleted, too: so each job puts back what others lost, and all agree soon.
 */
export type Render = (seen: readonly string[]) => string

/**
 * Writes our one comment on a pull request: updated in place, created when there is none, created again when it was
 * deleted meanwhile. Of several of ours the oldest is kept and the others are deleted: what they say is outdated.
 */
export async function writeSticky(
  client: GitHubClient,
  options: StickyOptions,
  render: Render,
): Promise<Result<Written>> {
  try {
    return await new Sticky(client, options, render).write()
  } catch (error) {
    const failure = failureOf(TASK, error)
    if (failure.kind === 'forbidden' && options.readOnlyToken) {
      return failed(
        'read-only',
        'a pull request from a fork or by Dependabot has a token that may only read: the comment follows from the second stage (`mode: comment` on workflow_run), where the repository has one',
        403,
      )
    }
    return { ok: false, failure }
  }
}

class Sticky {
  readonly #comments: OwnComments
  readonly #deadline: Deadline
  readonly #options: StickyOptions
  readonly #render: Render
  #outcome: Written['outcome'] = 'unchanged'
  readonly #seen = new Set<string>()

  constructor(client: GitHubClient, options: StickyOptions, render: Render) {
    this.#comments = new OwnComments(client, options.at, options.isMarked)
    this.#deadline = client.deadline
    this.#options = options
    this.#render = render
  }

  async write(): Promise<Result<Written>> {
    const [oldest = null, ...duplicates] = await this.#list()
    let current = oldest && (await this.#fresh(oldest))
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      const body = this.#render(this.#bodies(current))
      const fault = this.#faultOf(body)
      if (fault) return failed('invalid', `cannot ${TASK.what}: ${fault}`)
      if (current === null || !isSame(current.body, body)) {
        const written = await this.#put(current, body)
        current = written && (await this.#settled(written))
        if (current === null || !this.#isDone(current, written)) continue
      }
      await this.#comments.remove(duplicates)
      return ok({ outcome: this.#outcome, url: current.url })
    }
    return failed('contended', `cannot ${TASK.what}: other jobs kept overwriting it`)
  }

  async #list(): Promise<OwnComment[]> {
    const found = await this.#comments.list()
    for (const { body } of found) this.#seen.add(body)
    return found
  }

  #bodies(current: OwnComment | null): string[] {
    if (current === null) return [...this.#seen]
    this.#seen.delete(current.body)
    this.#seen.add(current.body)
    return [...this.#seen]
  }

  /** What must never be sent: GitHub would refuse it, or nobody could find it again. */
  #faultOf(body: string): string | null {
    if (body.length > MAX_COMMENT) return `it has ${body.length} characters, at most ${MAX_COMMENT} fit`
    return this.#options.isMarked(body) ? null : 'it lacks its marker'
  }

  #isDone(current: OwnComment, written: OwnComment | null): boolean {
    const { holds } = this.#options
    return holds === null ? current.id === written?.id : holds(current.body)
  }

  /** Writes; null when the comment that was there is gone. */
  async #put(current: OwnComment | null, body: string): Promise<OwnComment | null> {
    if (current === null) {
      const created = await this.#comments.create(body)
      this.#outcome = this.#outcome === 'recreated' ? 'recreated' : 'created'
      return created
    }
    try {
      const updated = await this.#comments.update(current, body)
      if (this.#outcome === 'unchanged') this.#outcome = 'updated'
      return updated
    } catch (error) {
      return this.#gone(error)
    }
  }

  /** The comment was deleted under our hands: it is created again, once. */
  #gone(error: unknown): null {
    if (!isHttpFailure(error) || error.status !== 404 || this.#outcome === 'recreated') throw error
    this.#outcome = 'recreated'
    return null
  }

  /** What is there once other writers are through. Not being able to look is no failure: the comment is written. */
  async #settled(written: OwnComment): Promise<OwnComment | null> {
    try {
      return await this.#readBack(written)
    } catch (error) {
      if (isHttpFailure(error) && error.status === 404) throw error
      return written
    }
  }

  async #readBack(written: OwnComment): Promise<OwnComment | null> {
    const { holds, settleMs = SETTLE_MS } = this.#options
    if (holds) await this.#deadline.sleep(settleMs * (1 + Math.random() * JITTER))
    if (this.#outcome === 'updated') return this.#fresh(written)
    // Two jobs that found no comment both created one: the older stays.
    const [oldest = written, ...younger] = await this.#list()
    await this.#comments.remove(oldest.id === written.id ? younger : [...younger, written])
    return oldest
  }

  /** The comment as it is now: between a long listing and writing, another job may have changed it. */
  async #fresh(comment: OwnComment): Promise<OwnComment | null> {
    if (!this.#options.holds) return comment
    try {
      return await this.#comments.read(comment)
    } catch (error) {
      return this.#gone(error)
    }
  }
}

/** The server may store line ends and the last blank differently. */
function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd()
}
