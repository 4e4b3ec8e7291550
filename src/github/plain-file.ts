import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

/** Descriptor of standard input. `process.stdin.fd` would open a stream first, and a slow pipe would then fail with EAGAIN. */
export const STANDARD_INPUT = 0

/**
 * Text of an open file, pipe or device, of which at most a given size is read.
 * @throws Error if it is larger, which an endless one always is
 */
export function readUpTo(descriptor: number, maxBytes: number): string {
  const chunks: Buffer[] = []
  for (let size = 0; ;) {
    const chunk = Buffer.allocUnsafe(65_536)
    const count = readSome(descriptor, chunk)
    if (count === 0) return decoded(Buffer.concat(chunks))
    size += count
    if (size > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes`)
    chunks.push(chunk.subarray(0, count))
  }
}

/** Text without its byte order mark. PowerShell 5.1 writes UTF-16 where output is redirected to a file. */
function decoded(bytes: Buffer): string {
  const encoding = Object.keys(BYTE_ORDER_MARKS).find((name) => BYTE_ORDER_MARKS[name]?.equals(bytes.subarray(0, 2)))
  return new TextDecoder(encoding ?? 'utf-8').decode(bytes)
}

const BYTE_ORDER_MARKS: Readonly<Record<string, Buffer>> = {
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
}

/** Bytes that were read; 0 at the end. Windows reports the end of a pipe as an error. */
function readSome(descriptor: number, chunk: Buffer): number {
  try {
    return readSync(descriptor, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0
    throw error
  }
}

/** GitHub cuts the payload of an event off at 25 MB. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * Text of a small plain file that other processes may have replaced: reading a pipe would block for ever, a device would
 * never end.
 * @param maxBytes a larger file is rejected
 * @throws Error if it cannot be read or is not a plain file
 */
export function readPlainFile(file: string, maxBytes: number = MAX_BYTES): string {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile() || stat.size > maxBytes) throw new Error('it is not a plain file of the expected size')
    return decoded(readFileSync(descriptor))
  } finally {
    closeSync(descriptor)
  }
}
