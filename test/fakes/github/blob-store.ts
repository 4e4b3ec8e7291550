// The storage behind artifacts: signed URLs on an origin of its own, block blobs, and no patience with strangers' tokens.
import { randomBytes } from 'node:crypto'
import { FaultQueue, type Fault } from './fault.ts'
import { HttpServer, type Exchange, type HttpAnswer, type HttpRequest } from './http-server.ts'

interface Blob {
  readonly signature: string
  readonly fileName: string
  readonly contentType: string
  readonly blocks: Map<string, Buffer>
  bytes: Buffer | undefined
}

const STORAGE_HEADERS = { 'x-ms-version': '2024-11-04', 'x-ms-request-id': '00000000-0000-4000-8000-000000000000' }

export class BlobStore {
  readonly requests: HttpRequest[] = []
  readonly #blobs = new Map<string, Blob>()
  readonly #faults = new FaultQueue()
  #server: HttpServer | undefined

  static async start(): Promise<BlobStore> {
    const store = new BlobStore()
    store.#server = await HttpServer.start((request) => store.#exchange(request))
    return store
  }

  get origin(): string {
    return this.#server?.origin ?? ''
  }

  get pendingFaults(): readonly Fault[] {
    return this.#faults.pending
  }

  failNext(fault: Fault): void {
    this.#faults.add(fault)
  }

  async close(): Promise<void> {
    await this.#server?.close()
  }

  create(fileName: string, contentType = 'application/zip'): string {
    const key = randomBytes(8).toString('hex')
    const signature = randomBytes(24).toString('base64')
    this.#blobs.set(key, { signature, fileName, contentType, blocks: new Map(), bytes: undefined })
    return key
  }

  put(key: string, bytes: Buffer): void {
    const blob = this.#blobs.get(key)
    if (blob !== undefined) blob.bytes = bytes
  }

  bytes(key: string): Buffer | undefined {
    return this.#blobs.get(key)?.bytes
  }

  /** Path-style, as Azure's client expects of an address without a host name: account, container, blob. */
  signedUrl(key: string): string {
    const signature = this.#blobs.get(key)?.signature ?? ''
    return `${this.origin}/account/artifacts/${key}?sv=2024-11-04&se=2099-01-01T00%3A00%3A00Z&sig=${encodeURIComponent(signature)}`
  }

  #exchange(request: HttpRequest): Exchange {
    this.requests.push(request)
    const fault = this.#faults.take(request)
    const answer =
      fault === undefined || fault.applied === true || fault.fault === 'slow' || request.method === 'GET'
        ? this.#answer(request)
        : { status: 201 }
    return { fault, answer }
  }

  #answer(request: HttpRequest): HttpAnswer {
    const blob = this.#blobs.get(request.pathname.split('/').at(-1) ?? '')
    if (blob === undefined) return refusal(404, 'BlobNotFound')
    // Azure refuses a signed URL that comes with somebody else's Authorization: clients must drop it on the redirect.
    if (request.headers.authorization !== undefined) return refusal(403, 'AuthenticationFailed')
    if (request.query.get('sig') !== blob.signature) return refusal(403, 'AuthenticationFailed')
    if (request.method === 'PUT') return this.#write(request, blob)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'UnsupportedHttpVerb')
    if (blob.bytes === undefined) return refusal(404, 'BlobNotFound')
    return {
      status: 200,
      headers: {
        ...STORAGE_HEADERS,
        'content-type': blob.contentType,
        'content-length': String(blob.bytes.length),
        'content-disposition': `attachment; filename="${blob.fileName}"; filename*=UTF-8''${encodeURIComponent(blob.fileName)}`,
        'x-ms-blob-type': 'BlockBlob',
      },
      body: blob.bytes,
    }
  }

  #write(request: HttpRequest, blob: Blob): HttpAnswer {
    const operation = request.query.get('comp')
    if (operation === 'block') blob.blocks.set(request.query.get('blockid') ?? '', request.body)
    else if (operation === 'blocklist') {
      const ids = [...request.body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)]
      const blocks = ids.map((id) => blob.blocks.get(id[1] ?? ''))
      if (blocks.includes(undefined)) return refusal(400, 'InvalidBlockList')
      blob.bytes = Buffer.concat(blocks as Buffer[])
    } else if (operation !== null) return refusal(400, 'InvalidQueryParameterValue')
    else if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return refusal(400, 'MissingRequiredHeader')
    else blob.bytes = request.body
    return {
      status: 201,
      headers: { ...STORAGE_HEADERS, etag: '"0x8DC"', 'last-modified': new Date().toUTCString() },
    }
  }
}

function refusal(status: number, code: string): HttpAnswer {
  return {
    status,
    headers: { ...STORAGE_HEADERS, 'content-type': 'application/xml', 'x-ms-error-code': code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  }
}
