import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { printable } from '../../core/text.ts'
import type { SamplerState } from './state.ts'

/** File in the sampler's folder that receives its standard error. */
export const ERROR_FILE = 'sampler.err'

/** Bytes of standard error that are read from its end. */
const TAIL_BYTES = 4096

/** Longest message that is quoted, characters. */
const MAX_MESSAGE = 200

/** Exit of samplers that this process started, by process number: another process cannot know it. */
const exits = new Map<number, string>()

/** Remembers how a sampler that this process started ended. */
export function rememberExit(pid: number, code: number | null, signal: NodeJS.Signals | null): void {
  exits.set(pid, signal === null ? `exit status ${code ?? 'unknown'}` : `killed by ${signal}`)
}

/**
 * Explains why a sampler ended early: its exit status or signal, where this process started it, and its last error message.
 * @returns null when neither is known
 */
export function explainEnd(sampler: SamplerState): string | null {
  const message = readErrorMessage(sampler.folder)
  const parts = [exits.get(sampler.process.pid), message === null ? undefined : `its last message: ${message}`]
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? null : known.join('; ')
}

/** Reads the last error message without following links or waiting for a pipe: other steps of the job may write the file. */
function readErrorMessage(folder: string): string | null {
  let fd: number
  try {
    fd = openSync(
      join(folder, ERROR_FILE),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    )
  } catch {
    return null
  }
  try {
    const { size } = fstatSync(fd)
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES))
    const length = readSync(fd, bytes, 0, bytes.length, Math.max(0, size - bytes.length))
    return lastMessageOf(bytes.toString('utf8', 0, length))
  } catch {
    return null
  } finally {
    closeSync(fd)
  }
}

/**
 * Finds the message in what a crashed Node.js prints: the line of the error, which the stack and the version follow; else the last line. Warnings
 * of V8 about its own flags are no cause.
 * @example lastMessageOf('x.js:1\nError: no memory\n    at y\n\nNode.js v20.1.0\n') // 'Error: no memory'
 */
function lastMessageOf(text: string): string | null {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^(?:Node\.js v\d|Warning:|\(node:)/.test(line))
  const line = lines.findLast((each) => /^(?:\w*Error\b|FATAL ERROR)/.test(each)) ?? lines.at(-1)
  return line === undefined ? null : printable(line.trim()).slice(0, MAX_MESSAGE)
}
