import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Deadline } from '../../github/deadline.ts'

/** One merge request, and who writes there. */
export interface MergeRequestPlace {
  /** CI_API_V4_URL: `https://gitlab.example/api/v4`. */
  readonly api: string
  /** A project access token or a person's, scope `api`. CI_JOB_TOKEN may not write notes. */
  readonly token: string
  /** CI_PROJECT_ID, or the path of the project. */
  readonly project: string
  /** CI_MERGE_REQUEST_IID. */
  readonly mergeRequest: number
  /** What distinguishes one sticky note from another: the name of the pipeline or job. */
  readonly key: string
}

/** What became of the note. A failure is a warning and never changes a verdict. */
export type NoteOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly id: number }
  | { readonly kind: 'failed'; readonly why: string }

/** All calls together, ms: the same allowance that GitHub's calls have. */
const WAIT_MS = 15_000
/** GitLab refuses longer notes. */
const MAX_NOTE = 1_000_000
/** Notes a page, and pages looked through: an own note is among the first of a merge request. */
const PAGE = 100
const MAX_PAGES = 20
/** Wait before the one repetition of what failed on the server's side, ms; longer if the server says so, within the allowance. */
const BACKOFF_MS = 500

const UserSchema = z.object({ id: z.number().int() })
const NoteSchema = z.object({
  id: z.number().int(),
  body: z.string(),
  system: z.boolean().optional(),
  author: UserSchema.nullish(),
})

/** First line of our note, without the key's text, which is untrusted. */
export function noteMarker(key: string): string {
  return `<!-- carbon-gate:${createHash('sha256').update(key).digest('hex').slice(0, 16)} -->`
}

/** Writes our one note on a merge request: updated in place, created when there is none. Only a note of the token's own user is ours. */
export async function writeMergeRequestNote(
  place: MergeRequestPlace,
  body: string,
  waitMs: number = WAIT_MS,
): Promise<NoteOutcome> {
  const deadline = new Deadline(waitMs)
  try {
    return await new Notes(place, deadline).write(body)
  } catch (error) {
    const why = deadline.ending ? 'GitLab did not answer in time' : error instanceof Error ? error.message : 'unknown'
    return { kind: 'failed', why: `cannot write the merge request's note: ${oneLine(why, place.token)}` }
  } finally {
    deadline.close()
  }
}

class Notes {
  readonly #place: MergeRequestPlace
  readonly #deadline: Deadline
  readonly #notes: string

  constructor(place: MergeRequestPlace, deadline: Deadline) {
    this.#place = place
    this.#deadline = deadline
    this.#notes = `projects/${encodeURIComponent(place.project)}/merge_requests/${place.mergeRequest}/notes`
  }

  async write(text: string): Promise<NoteOutcome> {
    const marker = noteMarker(this.#place.key)
    const body = `${marker}\n${text}`.slice(0, MAX_NOTE)
    const own = await this.#find(marker)
    if (own?.body === body) return { kind: 'unchanged', id: own.id }
    if (own) {
      await this.#call('PUT', `${this.#notes}/${own.id}`, { body })
      return { kind: 'updated', id: own.id }
    }
    const { data } = await this.#call('POST', this.#notes, { body })
    return { kind: 'created', id: NoteSchema.parse(data).id }
  }

  /** The oldest note that begins with our marker and was written by ourselves: anyone can copy a marker. */
  async #find(marker: string): Promise<z.infer<typeof NoteSchema> | null> {
    const me = UserSchema.parse((await this.#call('GET', 'user')).data).id
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const query = `per_page=${PAGE}&page=${page}&sort=asc&order_by=created_at`
      const { data, next } = await this.#call('GET', `${this.#notes}?${query}`)
      const own = z
        .array(NoteSchema)
        .parse(data)
        .find((note) => !note.system && note.author?.id === me && note.body.startsWith(marker))
      if (own) return own
      if (!next) return null
    }
    return null
  }

  /** Sends one request. GET and PUT are repeated once after a server error. */
  async #call(method: string, path: string, body?: object): Promise<{ data: unknown; next: boolean }> {
    const response = await this.#send(method, path, body)
    const passing = response.status === 429 || (response.status >= 500 && method !== 'POST')
    const answer = passing ? await this.#again(response, method, path, body) : response
    if (!answer.ok) throw new Error(reasonOf(answer.status))
    return { data: await answer.json(), next: (answer.headers.get('x-next-page') ?? '') !== '' }
  }

  async #again(response: Response, method: string, path: string, body?: object): Promise<Response> {
    await response.body?.cancel()
    const seconds = Number(response.headers.get('retry-after') ?? 0)
    const wait = Math.max(BACKOFF_MS, seconds > 0 ? seconds * 1000 : 0)
    if (wait >= this.#deadline.remainingMs) throw new Error(reasonOf(response.status))
    await this.#deadline.sleep(wait)
    return await this.#send(method, path, body)
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    return await fetch(`${this.#place.api.replace(/\/+$/, '')}/${path}`, {
      method,
      headers: { 'private-token': this.#place.token, 'content-type': 'application/json', 'user-agent': 'carbon-gate' },
      ...(body && { body: JSON.stringify(body) }),
      // Elsewhere the token would travel along: only the header `authorization` is dropped on the way.
      redirect: 'error',
      signal: this.#deadline.signal,
    })
  }
}

function reasonOf(status: number): string {
  if (status === 401) return 'GitLab does not accept the token (HTTP 401)'
  if (status === 403) return 'the token lacks the scope `api` or the role Reporter (HTTP 403)'
  if (status === 404) return 'no such merge request, or the token may not see it (HTTP 404)'
  if (status === 429) return "GitLab's rate limit is reached (HTTP 429)"
  return status >= 500 ? `GitLab has trouble (HTTP ${status})` : `GitLab refused it (HTTP ${status})`
}

/** Longest reason shown. */
const REASON_CHARACTERS = 200

function oneLine(text: string, token: string): string {
  const hidden = token === '' ? text : text.replaceAll(token, '***')
  return hidden.replace(/\s+/g, ' ').slice(0, REASON_CHARACTERS)
}
