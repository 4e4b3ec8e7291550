import { constants, deflateRawSync } from 'node:zlib'

/** So many MiB of zeros as one deflate stream, made in no time: blocks that end on a byte may follow each other as they are. */
export function deflatedZeros(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1 << 20), { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
  const end = deflateRawSync(Buffer.alloc(0))
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), end])
}
