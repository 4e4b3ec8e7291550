import { closeSync, constants, fstatSync, openSync, readSync, rmSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { SAMPLE_FILE, STOP_FILE } from '../../sensors/sample-format.ts'
import { type SampleFile, parseSamples } from '../../sensors/sample-reader.ts'
import type { SamplerState } from './state.ts'

/** Bytes that are read, at most: the sampler itself stops at 32 MB. */
const MOST_BYTES = 40_000_000

/** What became of the file besides its text. `foreign`: another file lies in its place. */
export type FileFate = 'ours' | 'missing' | 'foreign'

/** Reads the sample file without following links or waiting for anything that is not a file. */
export function readSampleFile(sampler: SamplerState): { file: SampleFile; fate: FileFate } {
  const none = parseSamples('')
  let fd: number
  try {
    // Windows knows neither flag. A pipe in the file's place would otherwise hold us up for ever.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
    fd = openSync(join(sampler.folder, SAMPLE_FILE), flags)
  } catch (error) {
    return { file: none, fate: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'foreign' }
  }
  try {
    const stat = fstatSync(fd, { bigint: true })
    if (!stat.isFile() || `${stat.dev}:${stat.ino}` !== sampler.file) return { file: none, fate: 'foreign' }
    return { file: parseSamples(textOf(fd, Number(stat.size))), fate: 'ours' }
  } catch {
    return { file: none, fate: 'missing' }
  } finally {
    closeSync(fd)
  }
}

function textOf(fd: number, size: number): string {
  const bytes = Buffer.alloc(Math.min(size, MOST_BYTES))
  let length = 0
  while (length < bytes.length) {
    const read = readSync(fd, bytes, length, bytes.length - length, length)
    if (read === 0) break
    length += read
  }
  return bytes.toString('latin1', 0, length)
}

/** Removes what we made: the two files by name and the folder when nothing else is in it. Never fails. */
export function removeSampleFile(sampler: SamplerState): void {
  try {
    rmSync(join(sampler.folder, SAMPLE_FILE), { force: true })
    rmSync(join(sampler.folder, STOP_FILE), { force: true })
    rmdirSync(sampler.folder)
  } catch {
    // It lies in a folder for temporary files.
  }
}
