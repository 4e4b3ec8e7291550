import { setTimeout as pause } from 'node:timers/promises'
import { MeasurementError } from '../core/errors.ts'
import { assertPublicName } from './address.ts'
import { readCapped } from './body.ts'
import type { Secrets } from './secrets.ts'
import type { WaitBudget } from './wait-budget.ts'

/** Maximum size of an answer, bytes. Ten days of hourly figures are 80 kB. */
const MAX_BODY_BYTES = 1 << 20

/** Maximum number of retries if the server is busy. */
const MAX_TRIES = 3

/** Pause before a retry without a Retry-After, ms. */
const RETRY_MS = 500

/** Maximum number of redirects within the same origin, such as to a path with a slash. */
const MAX_REDIRECTS = 3

/** An address below the base of a provider. */
export function urlBelow(base: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(`${base.href.replace(/\/+$/, '')}/${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

/** The server answered with an error or an unexpected body. */
export class StatusError extends MeasurementError {
  readonly status: number

  constructor(message: string, source: string, status: number) {
    super(message, source)
    this.status = status
  }
}

/** HTTP client of all providers of a run, with one time limit and one list of secrets. */
export interface GridClient {
  readonly budget: WaitBudget
  readonly secrets: Secrets
}

/** A request for JSON. */
export interface JsonRequest {
  /** Name of the provider, for messages. */
  readonly source: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON by POST; missing: GET. */
  readonly body?: unknown
}

/**
 * Requests JSON within the time limit. Retries busy servers (429, 503) after their Retry-After if it still fits.
 * Refuses redirects to another origin, which would carry the token there. Messages contain no secrets.
 * @throws MeasurementError for every kind of failure
 */
export async function getJson(client: GridClient, request: JsonRequest): Promise<unknown> {
  return client.budget.spend(request.source, async (signal) => {
    await assertPublicName(request.url, request.source)
    let { url } = request
    let redirects = 0
    for (let attempt = 1; ;) {
      const response = await send(client, request, url, signal)
      const { status } = response
      if (status >= 300 && status < 400) {
        url = sameOrigin(url, response, request.source)
        void response.body?.cancel()
        if (++redirects > MAX_REDIRECTS) throw new MeasurementError('too many redirects', request.source)
        continue
      }
      const wait = attempt < MAX_TRIES ? retryAfterMs(response) : null
      if (wait === null) return await answer(client, request, response)
      if (wait >= client.budget.leftMs()) {
        throw new MeasurementError(
          `${describeStatus(status)}; it asks to wait ${Math.ceil(wait / 1000)} s, more than max-api-wait leaves`,
          request.source,
        )
      }
      void response.body?.cancel()
      await pause(wait, undefined, { signal })
      attempt++
    }
  })
}

async function send(client: GridClient, request: JsonRequest, url: URL, signal: AbortSignal): Promise<Response> {
  try {
    const headers = { accept: 'application/json', 'user-agent': 'carbon-gate', ...request.headers }
    const post =
      request.body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(request.body),
          }
    return await fetch(url, { ...post, redirect: 'manual', signal })
  } catch (error) {
    throw new MeasurementError(`cannot be reached (${causeOf(client, error)})`, request.source)
  }
}

/** The error code below fetch, whose own message is only "fetch failed". */
function causeOf(client: GridClient, error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } }
  const code = cause?.code
  return client.secrets.hidden(typeof code === 'string' ? code : String((error as Error).name))
}

/** The address that a redirect leads to, when it stays on the same server. @throws MeasurementError */
function sameOrigin(url: URL, response: Response, source: string): URL {
  const location = response.headers.get('location') ?? ''
  const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null
  if (next?.origin !== url.origin) {
    throw new MeasurementError('it redirects to another server, which is not followed', source)
  }
  return next
}

/** How long to wait before a retry, ms; null: do not retry. */
function retryAfterMs(response: Response): number | null {
  if (response.status !== 429 && response.status !== 503) return null
  const header = response.headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const date = header === '' ? Number.NaN : Date.parse(header)
  return Number.isNaN(date) ? RETRY_MS : Math.max(0, date - Date.now())
}

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'it does not understand the request (400)',
  401: 'it refuses the token (401)',
  403: 'the token does not cover this zone or endpoint (403)',
  404: 'it knows no such zone or endpoint (404)',
  429: 'too many requests (429)',
  501: 'it does not offer this (501)',
}

function describeStatus(status: number): string {
  return MEANINGS[status] ?? `it answers with status ${status}`
}

async function answer(client: GridClient, { source }: JsonRequest, response: Response): Promise<unknown> {
  const text = await body(client, source, response)
  if (!response.ok) {
    const said = messageIn(text, client.secrets)
    throw new StatusError(`${describeStatus(response.status)}${said && `: ${said}`}`, source, response.status)
  }
  if (response.status === 204 || text.trim() === '') throw new MeasurementError('it has no data for this', source)
  try {
    return parsed(text, client.secrets)
  } catch {
    throw new MeasurementError('its answer is not JSON, or is truncated', source)
  }
}

async function body(client: GridClient, source: string, response: Response): Promise<string> {
  try {
    return await readCapped(response, MAX_BODY_BYTES)
  } catch (error) {
    if (error instanceof MeasurementError) throw new MeasurementError(error.message, source)
    throw new MeasurementError(`its answer was cut off (${causeOf(client, error)})`, source)
  }
}

/** JSON with secrets removed from all texts: a server may echo its token, and its zones and messages end up in reports. */
function parsed(text: string, secrets: Secrets): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? secrets.hidden(value) : value))
}

/** The server's error message in safe characters, because logs and comments show it. */
function messageIn(text: string, secrets: Secrets): string {
  try {
    const { message, error, title } = (parsed(text, secrets) ?? {}) as Record<string, unknown>
    const said = [message, error, title].find((each) => typeof each === 'string')
    if (typeof said !== 'string') return ''
    return said
      .slice(0, 300)
      .replaceAll(/[^\w .,'()/*-]+/g, ' ')
      .trim()
      .slice(0, 120)
  } catch {
    return ''
  }
}
