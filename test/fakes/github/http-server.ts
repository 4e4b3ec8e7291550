// A loopback HTTP server that can also misbehave on order. The API and the blob store are each one of these.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultBody, type Fault } from './fault.ts'

export interface HttpRequest {
  readonly method: string
  readonly pathname: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface HttpAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
}

export interface Exchange {
  readonly fault?: Fault | undefined
  readonly answer: HttpAnswer
}

const DEFAULT_TIMEOUT_MS = 10_000
const DEFAULT_DELAY_MS = 1_000

export class HttpServer {
  readonly origin: string
  readonly #close: () => Promise<void>

  private constructor(origin: string, close: () => Promise<void>) {
    this.origin = origin
    this.#close = close
  }

  static async start(handle: (request: HttpRequest) => Exchange): Promise<HttpServer> {
    const timers = new Set<NodeJS.Timeout>()
    const server = createServer((incoming, response) => {
      void receive(incoming, handle)
        .then((exchange) => deliver(response, exchange, timers))
        .catch((error: unknown) => response.destroy(error as Error))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return new HttpServer(`http://127.0.0.1:${port}`, async () => {
      for (const timer of timers) clearTimeout(timer)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // What hangs by order would otherwise keep the test process alive.
      server.closeAllConnections()
      await closed
    })
  }

  close(): Promise<void> {
    return this.#close()
  }
}

async function receive(incoming: IncomingMessage, handle: (request: HttpRequest) => Exchange): Promise<Exchange> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  return handle({
    method: incoming.method ?? 'GET',
    pathname: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  })
}

function deliver(response: ServerResponse, exchange: Exchange, timers: Set<NodeJS.Timeout>): void {
  const { fault, answer } = exchange
  if (fault === undefined) return send(response, answer)
  const later = (act: () => void, delayMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, delayMs)
    timers.add(timer)
  }
  if (typeof fault.fault === 'number') {
    const status = fault.fault
    const body = faultBody(fault, status)
    const headers = { 'content-type': 'application/json; charset=utf-8', ...fault.headers }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return fault.delayMs === undefined
      ? send(response, { status, headers, body: text })
      : later(() => send(response, { status, headers, body: text }), fault.delayMs)
  }
  if (fault.fault === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  if (fault.fault === 'slow') return later(() => send(response, answer), fault.delayMs ?? DEFAULT_DELAY_MS)
  if (fault.fault === 'timeout') return later(() => response.destroy(), fault.delayMs ?? DEFAULT_TIMEOUT_MS)
  // The length of the whole is announced and half of it sent: `hang` then says nothing more, `truncate` hangs up.
  const whole = Buffer.from(answer.body ?? '{"id":1,"message":"cut"}')
  response.writeHead(answer.status, { ...answer.headers, ...fault.headers, 'content-length': String(whole.length) })
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
    if (fault.fault === 'truncate') later(() => response.destroy(), fault.delayMs ?? 0)
  })
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status, { ...answer.headers })
  response.end(answer.body)
}
