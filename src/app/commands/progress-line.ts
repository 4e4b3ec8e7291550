import type { LogProgress } from '../logs/read-logs.ts'

/** Files below this are read before a person could see a line about it, bytes. */
const WORTH_SHOWING = 50e6

/** A line on the terminal with the progress of a long reading. Prints nothing without a terminal. */
export function progressLine(
  write: (text: string) => void,
  isTerminal: boolean,
): { show: (progress: LogProgress) => void; clear: () => void } {
  let shown = ''
  return {
    show: ({ file, readBytes, totalBytes }) => {
      if (!isTerminal || totalBytes < WORTH_SHOWING) return
      const text = `${file}: ${Math.floor((100 * readBytes) / totalBytes)} %`
      if (text === shown) return
      shown = text
      write(`\r${text}\u001b[K`)
    },
    clear: () => {
      if (shown !== '') write('\r\u001b[K')
      shown = ''
    },
  }
}
