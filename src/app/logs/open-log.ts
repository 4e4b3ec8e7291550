import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { type LogName, STANDARD_INPUT } from './find-logs.ts'
import { pipeChunks } from './open-pipe.ts'
import { type Encoding, TextPieces, decodedStart, encodingOf } from './text-pieces.ts'

/** How much is read at a time, bytes. Texts above 128 KiB are large objects of V8: making each of them costs 50 times as much. */
const PIECE = 64 * 1024

/** How many bytes are enough to detect a format. */
const HEAD = 64 * 1024

/** Files that are not text, by their first bytes. */
const BINARY: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x1f, 0x8b], what: 'compressed (gzip): unpack it first, or pipe it: gzip -dc FILE | carbon-gate logs -' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a zip archive: unpack it first' },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    what: 'compressed (zstd): unpack it first, or pipe it: zstd -dc FILE | carbon-gate logs -',
  },
  // The second byte is the version of its protocol.
  ...[2, 3, 4, 5].map((version) => ({
    bytes: [0x80, version],
    what: 'a Python pickle: it is never opened, because loading one runs code',
  })),
]

/** A file without text. In a folder that is not an error; an unreadable one may be a log. */
export class NoText extends MeasurementError {
  override readonly name: string = 'NoText'
  /** The text before its first NUL; empty for a file that is compressed or no text at all. */
  readonly head: string

  constructor(message: string, shown: string, head: string = '') {
    super(message, shown)
    this.head = head
  }
}

/** An open log. */
export interface LogFile {
  /** Bytes when it was opened: what is appended later belongs to the next reading. 0 for a pipe. */
  readonly size: number
  /** The first 64 KiB as text. */
  readonly head: string
  /** The text as it was when it was opened, in pieces. May be iterated once. */
  text(onRead?: (bytes: number) => void): AsyncIterable<string>
  close(): Promise<void>
}

/**
 * Opens a log: a file, a FIFO or standard input.
 * @throws ConfigurationError for what is not a file; MeasurementError for one that cannot be read as text
 */
export async function openLog({ path, shown }: LogName): Promise<LogFile> {
  if (path === STANDARD_INPUT) return openStream(process.stdin, shown, async () => {})
  // Without O_NONBLOCK, opening a FIFO without a writer would block forever.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      throw unreadable(error, shown)
    },
  )
  try {
    const info = await handle.stat()
    if (info.isFIFO()) return await openStream(pipeChunks(handle, shown), shown, () => handle.close())
    if (!info.isFile()) throw new ConfigurationError(`log ${printable(shown)} is ${kindOf(info)}, not a file`)
    const first = Buffer.alloc(Math.min(HEAD, info.size))
    const { bytesRead } = await handle.read(first, 0, first.length, 0)
    const start = first.subarray(0, bytesRead)
    const { encoding, head } = beginningOf(start, shown)
    return {
      size: info.size,
      head,
      text: (onRead) => textOf(handle, info.size, encoding, onRead),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Opens what can be read only once: its beginning is kept for the reading. */
async function openStream(source: AsyncIterable<Buffer>, shown: string, close: () => Promise<void>): Promise<LogFile> {
  const chunks = source[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let length = 0
  while (length < HEAD) {
    const next = await chunks.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  const start = Buffer.concat(first)
  const { encoding, head } = beginningOf(start.subarray(0, HEAD), shown)
  async function* text(onRead?: (bytes: number) => void): AsyncGenerator<string> {
    const pieces = new TextPieces(encoding)
    let readBytes = start.length
    onRead?.(readBytes)
    yield* pieces.decode(start)
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      readBytes += next.value.length
      onRead?.(readBytes)
      yield* pieces.decode(next.value)
    }
    yield pieces.end()
  }
  return { size: 0, head, text, close }
}

async function* textOf(
  handle: FileHandle,
  size: number,
  encoding: Encoding,
  onRead: ((bytes: number) => void) | undefined,
): AsyncGenerator<string> {
  const pieces = new TextPieces(encoding)
  const buffer = Buffer.allocUnsafe(PIECE)
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(PIECE, size - at), at)
    if (bytesRead === 0) break // it was cut while it was read
    at += bytesRead
    onRead?.(at)
    yield* pieces.decode(buffer.subarray(0, bytesRead))
  }
  yield pieces.end()
}

/** @throws NoText */
function beginningOf(start: Buffer, shown: string): { readonly encoding: Encoding; readonly head: string } {
  if (start.length === 0) throw new NoText('the file is empty', shown)
  const encoding = textEncodingOf(start, shown)
  return { encoding, head: decodedStart(start, encoding) }
}

/** @throws NoText for what is not text */
function textEncodingOf(start: Buffer, shown: string): Encoding {
  const binary = BINARY.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte))
  if (binary) throw new NoText(`log ${printable(shown)} is ${binary.what}`, shown)
  const encoding = encodingOf(start)
  if (encoding === 'utf8' && hasStrayNul(start)) {
    const head = start.subarray(0, start.indexOf(0)).toString('utf8')
    throw new NoText(`log ${printable(shown)} is not text: it contains NUL characters (save it as UTF-8)`, shown, head)
  }
  return encoding
}

/** Whether there is a NUL that does not separate two property lists, as powermetrics writes them. */
function hasStrayNul(start: Buffer): boolean {
  if (!start.includes(0)) return false
  return start
    .toString('latin1')
    .replace(/(?:^|<\/plist>\s*)\0(?=\s*(?:<|$))/g, '')
    .includes('\0')
}

function kindOf(info: { isDirectory(): boolean; isSocket(): boolean }): string {
  if (info.isDirectory()) return 'a folder'
  return info.isSocket() ? 'a socket' : 'a device'
}

function unreadable(error: NodeJS.ErrnoException, shown: string): Error {
  const name = printable(shown)
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return new MeasurementError(`log ${name} cannot be read: no permission`, shown)
    case 'ENOENT':
    case 'ENOTDIR':
      return new ConfigurationError(`log ${name} does not exist`)
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new ConfigurationError(`log ${name} cannot be opened: ${error.code}`)
    case 'ENXIO':
      return new ConfigurationError(`log ${name} is a socket, not a file`)
    default:
      return new MeasurementError(`log ${name} cannot be read: ${error.code ?? 'unknown error'}`, shown)
  }
}
