import { logSource } from '../../src/trackers/head.ts'
import type { LogFormat, LogReading, LogSettings } from '../../src/trackers/tracker.ts'

const NO_SETTINGS: LogSettings = { mapping: null, intervalS: null }

/** A text as a stream in pieces of a size, as a file would come. */
export async function* inPieces(text: string, size: number = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

/** Reads a text with a format. */
export async function readText(
  format: LogFormat,
  text: string,
  {
    file = 'log',
    size = 65_536,
    settings = NO_SETTINGS,
  }: { file?: string; size?: number; settings?: LogSettings } = {},
): Promise<LogReading> {
  return format.read(await logSource(file, inPieces(text, size)), settings)
}
