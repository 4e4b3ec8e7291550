import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'

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
    return readFileSync(descriptor, 'utf8')
  } finally {
    closeSync(descriptor)
  }
}
