// One request on its way through the fake, and what a handler answers.
import type { Token } from './account.ts'
import type { Repository } from './repository.ts'

export interface Call {
  readonly method: string
  readonly pathname: string
  readonly path: Readonly<Record<string, string | number>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: any
  readonly accept: string
  readonly token: Token | undefined
  readonly repository: Repository
  readonly now: Date
  readonly rate: () => { limit: number; remaining: number; used: number; reset: number }
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Set where the body is not JSON: the raw media types. */
  readonly mediaType?: string
}

type Handler = (call: Call) => Answer
export type Routes = Readonly<Record<string, Handler>>

/** An answer that ends a handler early. Its body is GitHub's error shape. */
export class ApiError extends Error {
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.details = details
    this.headers = headers
  }
}

export const notFound = (): ApiError => new ApiError(404, 'Not Found')

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
