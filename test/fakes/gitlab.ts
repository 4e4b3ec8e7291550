import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A note as GitLab keeps it. */
interface FakeNote {
  readonly id: number
  body: string
  readonly author: { readonly id: number }
  readonly system: boolean
}

export interface FakeGitLab {
  readonly api: string
  readonly notes: FakeNote[]
  readonly requests: { readonly method: string; readonly path: string; readonly token: string | undefined }[]
  /** Statuses of the next answers, before anything is done. */
  readonly faults: { status: number; headers?: Record<string, string> }[]
  close(): Promise<void>
}

/** User of the right token. */
export const ME = 7
export const TOKEN = 'glpat-secret'

/** The four operations on notes of merge request 12 in project octo/shop, with state, pages and tokens. */
export async function startGitLab(): Promise<FakeGitLab> {
  const notes: FakeNote[] = []
  const requests: FakeGitLab['requests'] = []
  const faults: FakeGitLab['faults'] = []
  let id = 1_000
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://x')
    const token = request.headers['private-token'] as string | undefined
    requests.push({ method: request.method ?? '', path: url.pathname, token })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const send = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    }
    const fault = faults.shift()
    if (fault) return send(fault.status, { message: 'x' }, fault.headers)
    if (token !== TOKEN) return send(401, { message: '401 Unauthorized' })
    if (url.pathname === '/api/v4/user') return send(200, { id: ME })
    const base = '/api/v4/projects/octo%2Fshop/merge_requests/12/notes'
    if (!url.pathname.startsWith(base)) return send(404, { message: '404 Not found' })
    const { body } =
      chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as { body: string }) : { body: '' }
    if (request.method === 'POST') {
      const note: FakeNote = { id: (id += 1), body, author: { id: ME }, system: false }
      notes.push(note)
      return send(201, note)
    }
    if (request.method === 'PUT') {
      const note = notes.find((each) => url.pathname === `${base}/${each.id}`)
      if (!note) return send(404, { message: '404 Not found' })
      note.body = body
      return send(200, note)
    }
    const size = Number(url.searchParams.get('per_page'))
    const page = Number(url.searchParams.get('page'))
    const more = notes.length > size * page
    return send(200, notes.slice(size * (page - 1), size * page), { 'x-next-page': more ? String(page + 1) : '' })
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    api: `http://127.0.0.1:${port}/api/v4`,
    notes,
    requests,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
