import { closeSync, constants, fstatSync, openSync, readSync, rmSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { STOP_FILE } from '../../sensors/sample-format.ts'
import { SAMPLE_FILE } from '../../sensors/sampler-options.ts'
import { type SampleFile, parseSamples } from '../../sensors/sample-reader.ts'
import { ERROR_FILE } from './sampler-end.ts'
import type { SamplerState } from './state.ts'

/** Maximum number of bytes read. The sampler stops at 32 MB. */
const MOST_BYTES = 40_000_000

/** State of the file. `foreign`: another file replaced it. */
export type FileState = 'ours' | 'missing' | 'foreign'

/** Reads the sample file without following links or waiting for a pipe. */
export function readSampleFile(sampler: SamplerState): { file: SampleFile; state: FileState } {
  const none = parseSamples('')
  let fd: number
  try {
    // Windows has neither flag. Without them a pipe in place of the file would block us.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
    fd = openSync(join(sampler.folder, SAMPLE_FILE), flags)
  } catch (error) {
    return { file: none, state: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'foreign' }
  }
  try {
    const stat = fstatSync(fd, { bigint: true })
    if (!stat.isFile() || `${stat.dev}:${stat.ino}` !== sampler.file) return { file: none, state: 'foreign' }
    return { file: parseSamples(textOf(fd, Number(stat.size))), state: 'ours' }
  } catch {
    return { file: none, state: 'missing' }
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

/** Removes its files by name, and the folder if nothing else is in it. Never fails. */
export function removeSampleFile(sampler: SamplerState): void {
  try {
    rmSync(join(sampler.folder, SAMPLE_FILE), { force: true })
    rmSync(join(sampler.folder, STOP_FILE), { force: true })
    rmSync(join(sampler.folder, ERROR_FILE), { force: true })
    rmdirSync(sampler.folder)
  } catch {
    // It stays in a folder for temporary files.
  }
}
