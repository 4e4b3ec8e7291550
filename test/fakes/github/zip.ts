// Zip archives as bytes, the honest ones that artifacts are and the hostile ones that a fork may send.
import { crc32 } from './crc32.ts'
import { deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Written as it is: `../x`, `/x`, `a\\b` and repeated names are allowed. */
  readonly name: string
  readonly content: Buffer | string
  readonly store?: boolean
  /** Lies: what the headers claim instead of the truth. */
  readonly claimedSize?: number
  readonly claimedCrc?: number
  /** Unix mode in the upper half of the external attributes; 0o120777 is a symbolic link. */
  readonly mode?: number
  /** Compressed bytes that stand in place of deflated `content` (which then only gives size and sum). */
  readonly compressed?: Buffer
}

const DOS_DATE_1980 = 0x21
const UTF8_NAMES = 0x0800
const MADE_BY_UNIX = 0x031e

export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const data = entry.compressed ?? (entry.store === true ? content : deflateRawSync(content))
    const name = Buffer.from(entry.name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(UTF8_NAMES, 2)
    shared.writeUInt16LE(entry.store === true && entry.compressed === undefined ? 0 : 8, 4)
    shared.writeUInt16LE(DOS_DATE_1980, 8)
    shared.writeUInt32LE(entry.claimedCrc ?? crc32(content), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(entry.claimedSize ?? content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    const madeBy = Buffer.alloc(2)
    madeBy.writeUInt16LE(MADE_BY_UNIX)
    locals.push(local)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, shared, tail, name]))
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
