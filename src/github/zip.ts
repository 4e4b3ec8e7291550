import { inflateRawSync } from 'node:zlib'
import { MeasurementError } from '../core/errors.ts'
import { crc32 } from './crc32.ts'

/**
 * Reads one file out of a zip archive in memory and treats the archive as hostile: nothing is written, nothing but the
 * expected file is unpacked, and every limit applies to actual bytes, not to those that a header claims.
 * Only the plain kind that the artifact service makes is read; anything unusual is refused with one line.
 */

/** Limits of what is read. */
export interface ZipLimits {
  /** Entries of the archive. */
  readonly entries: number
  /** Bytes of the archive. */
  readonly compressedBytes: number
  /** Bytes of the expected file. */
  readonly bytes: number
  /** Unpacked bytes of a file over its packed ones. */
  readonly ratio: number
}

/** Layout of the records: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16. */
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff } as const
/** A field with every bit set points to a zip64 record. */
const IN_ZIP64 = { u16: 0xffff, u32: 0xffffffff } as const
const STORED = 0
const DEFLATED = 8
/** General purpose flags: encrypted, strong encryption, masked headers; sizes that follow the data. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000
const SIZES_FOLLOW = 0x8
/** Unix file types, upper half of the external attributes (stat.h): mask, plain file. */
const FILE_TYPE = 0o170000
const PLAIN_FILE = 0o100000
/** Below this size a small file may pack well beyond the ratio without being a bomb. */
const RATIO_FROM_BYTES = 65_536

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

/**
 * The content of the one expected file.
 * @throws MeasurementError with one line that says what is wrong with the archive
 */
export function readZipFile(archive: Buffer, name: string, limits: ZipLimits): Buffer {
  if (archive.length > limits.compressedBytes) throw refused(`it has more than ${limits.compressedBytes} bytes`)
  const directory = directoryOf(archive, limits)
  const found = entriesOf(archive, directory).filter((entry) => entry.name === name)
  const [entry] = found
  if (!entry) throw refused(`it does not contain ${name}`)
  if (found.length > 1) throw refused(`it contains ${name} more than once`)
  return contentOf(archive, entry, directory.offset, limits)
}

function refused(why: string): MeasurementError {
  return new MeasurementError(`the artifact's archive is refused: ${why}`, 'artifact')
}

interface Directory {
  readonly offset: number
  readonly bytes: number
  readonly entries: number
}

/**
 * The end record must close the file exactly and the directory must lie directly before it: otherwise two readers could see two
 * contents.
 */
function directoryOf(archive: Buffer, limits: ZipLimits): Directory {
  const at = endOf(archive)
  const disk = archive.readUInt16LE(at + 4)
  const directoryDisk = archive.readUInt16LE(at + 6)
  const entriesHere = archive.readUInt16LE(at + 8)
  const entries = archive.readUInt16LE(at + 10)
  const bytes = archive.readUInt32LE(at + 12)
  const offset = archive.readUInt32LE(at + 16)
  if (entries === IN_ZIP64.u16 || bytes === IN_ZIP64.u32 || offset === IN_ZIP64.u32) throw refused('it is a zip64 one')
  if (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries) throw refused('it is split over several files')
  if (entries > limits.entries) throw refused(`it has ${entries} entries, at most ${limits.entries} are read`)
  if (offset + bytes !== at) throw refused('its directory is not where it says')
  return { offset, bytes, entries }
}

function endOf(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - END.bytes - END.longestComment)
  for (let at = archive.length - END.bytes; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) !== END.signature) continue
    if (at + END.bytes + archive.readUInt16LE(at + 20) === archive.length) return at
  }
  throw refused('it is not a whole zip archive')
}

function entriesOf(archive: Buffer, { offset, bytes, entries }: Directory): Entry[] {
  const end = offset + bytes
  const list: Entry[] = []
  let at = offset
  for (let index = 0; index < entries; index += 1) {
    if (at + CENTRAL.bytes > end || archive.readUInt32LE(at) !== CENTRAL.signature)
      throw refused('its directory is torn')
    const nameBytes = archive.readUInt16LE(at + 28)
    const next = at + CENTRAL.bytes + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    if (next > end) throw refused('its directory is torn')
    const entry: Entry = {
      name: archive.toString('utf8', at + CENTRAL.bytes, at + CENTRAL.bytes + nameBytes),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    }
    assertPlain(entry, archive.readUInt32LE(at + 38) >>> 16)
    list.push(entry)
    at = next
  }
  if (at !== end) throw refused('its directory is longer than it says')
  return list
}

/** @param mode Unix mode of the entry; 0 where the archive comes from elsewhere */
function assertPlain(entry: Entry, mode: number): void {
  const shown = JSON.stringify(entry.name.slice(0, 60))
  const type = mode & FILE_TYPE
  if (type !== 0 && type !== PLAIN_FILE) throw refused(`the entry ${shown} is not a plain file`)
  if (!isPlainName(entry.name)) throw refused(`the entry ${shown} has a path where a file name is needed`)
  if ((entry.flags & ENCRYPTED) !== 0) throw refused(`the entry ${shown} is encrypted`)
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw refused(`the entry ${shown} is packed in an unknown way`)
  if ([entry.packed, entry.unpacked, entry.offset].includes(IN_ZIP64.u32)) throw refused('it is a zip64 one')
}

/** One file name: no folder, no drive, no way up, nothing that a terminal or a file system acts upon. */
function isPlainName(name: string): boolean {
  return /^[\w][\w. -]{0,119}$/.test(name) && !name.includes('..')
}

function contentOf(archive: Buffer, entry: Entry, end: number, limits: ZipLimits): Buffer {
  const { offset, packed, unpacked } = entry
  if (unpacked > limits.bytes) throw refused(`${entry.name} has more than ${limits.bytes} bytes`)
  if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.ratio)
    throw refused(`${entry.name} is packed like a bomb`)
  if (offset + LOCAL.bytes > end || archive.readUInt32LE(offset) !== LOCAL.signature)
    throw refused('an entry is missing')
  assertSameHeader(archive, entry)
  const start = offset + LOCAL.bytes + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + packed > end) throw refused(`${entry.name} reaches beyond the archive`)
  const data = archive.subarray(start, start + packed)
  const content = entry.method === STORED ? data : inflated(data, entry, limits)
  if (content.length !== unpacked) throw refused(`${entry.name} has another size than it says`)
  if (crc32(content) !== entry.crc) throw refused(`${entry.name} is damaged: its check sum differs`)
  return content
}

/** A local header that says something else than the directory is how one archive shows two contents to two readers. */
function assertSameHeader(archive: Buffer, entry: Entry): void {
  const at = entry.offset
  const nameBytes = archive.readUInt16LE(at + 26)
  const flags = archive.readUInt16LE(at + 6)
  const name = archive.toString('utf8', at + LOCAL.bytes, at + LOCAL.bytes + nameBytes)
  const sizes = [archive.readUInt32LE(at + 14), archive.readUInt32LE(at + 18), archive.readUInt32LE(at + 22)]
  const expected = [entry.crc, entry.packed, entry.unpacked]
  const follows = (flags & SIZES_FOLLOW) !== 0
  const sameSizes = sizes.every((size, index) => size === expected[index] || (follows && size === 0))
  if (name !== entry.name || flags !== entry.flags || archive.readUInt16LE(at + 8) !== entry.method || !sameSizes) {
    throw refused('an entry contradicts its directory')
  }
}

function inflated(data: Buffer, { name, unpacked }: Entry, { bytes }: ZipLimits): Buffer {
  try {
    // One byte more than declared proves a false size; the limit bounds what is decompressed until then.
    return inflateRawSync(data, { maxOutputLength: Math.min(bytes, unpacked) + 1 })
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw refused(tooLarge ? `${name} has another size than it says` : `${name} is damaged: it cannot be unpacked`)
  }
}
