import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it arrived. */
export interface Recorded {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingMessage['headers']
}

/** What the server does with a request. */
export type Reply =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly text: string; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | 'empty'
  | 'no-content'
  | 'hang'
  | 'truncated'
  | 'huge'
  | 'reset'

export interface GridServer {
  readonly url: string
  readonly requests: readonly Recorded[]
  /** Bytes of the huge body that were sent before the client hung up. */
  readonly sentBytes: () => number
  readonly close: () => Promise<void>
}

/** A grid provider over real HTTP. `answer` sees each request and says what happens. */
export async function gridServer(answer: (request: Recorded, count: number) => Reply): Promise<GridServer> {
  const requests: Recorded[] = []
  let sent = 0
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    const recorded = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
    }
    requests.push(recorded)
    reply(answer(recorded, requests.length), response, (bytes) => {
      sent += bytes
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    sentBytes: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const HUGE_BYTES = 100 * 2 ** 20

function reply(what: Reply, response: ServerResponse, count: (bytes: number) => void): void {
  if (what === 'hang') return
  if (what === 'reset') response.socket?.destroy()
  else if (what === 'empty') response.writeHead(200, { 'content-type': 'application/json' }).end()
  else if (what === 'no-content') response.writeHead(204).end()
  else if (what === 'truncated') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"zone": "DE", "carbonIntens')
    setTimeout(() => response.destroy(), 20)
  } else if (what === 'huge') sendHuge(response, count)
  else {
    const text = 'json' in what ? JSON.stringify(what.json) : what.text
    response.writeHead(what.status ?? 200, { 'content-type': 'application/json', ...what.headers }).end(text)
  }
}

/** 100 MB without a declared length. */
function sendHuge(response: ServerResponse, count: (bytes: number) => void): void {
  const chunk = Buffer.alloc(65_536, ' ')
  let left = HUGE_BYTES
  response.writeHead(200, { 'content-type': 'application/json' })
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length
      count(chunk.length)
      if (!response.write(chunk)) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  response.on('error', () => undefined)
  more()
}
