import type { WriteStream } from 'node:tty'
import { cutCells } from '../../render/cells.ts'

/** Fewer rows leave no room for a row of ours. */
const LEAST_ROWS = 5

const ESC = '\u001B'

/**
 * One row at the bottom of the terminal, which the output of the command scrolls above: the terminal's scrolling region ends a row
 * earlier (DECSTBM, as apt's progress bar does it). So no output of the command is overwritten, mixed up or lost.
 */
export class StatusRow {
  readonly #write: (text: string) => void
  readonly #terminal: Pick<WriteStream, 'rows' | 'columns'>
  readonly #hasColor: boolean
  /** Rows of the terminal for which the region was set; 0: it is not set. */
  #rows = 0

  constructor(write: (text: string) => void, terminal: Pick<WriteStream, 'rows' | 'columns'>, hasColor: boolean) {
    this.#write = write
    this.#terminal = terminal
    this.#hasColor = hasColor
  }

  /** Shows a text in place of the one before. */
  show(text: string): void {
    const { rows, columns } = this.#terminal
    if (!(rows >= LEAST_ROWS)) return
    if (rows !== this.#rows) this.#reserve(rows)
    const cut = cutCells(text, columns - 1)
    const painted = this.#hasColor ? `${ESC}[2m${cut}${ESC}[0m` : cut
    this.#write(`${ESC}7${ESC}[${rows};1H${ESC}[2K${painted}${ESC}8`)
  }

  /** Clears the row and gives it back. */
  clear(): void {
    if (this.#rows === 0) return
    this.#write(`${ESC}7${ESC}[${this.#rows};1H${ESC}[2K${ESC}[r${ESC}8`)
    this.#rows = 0
    process.removeListener('SIGTSTP', this.#pause)
  }

  /** Makes room below the cursor first (IND keeps its column), so that it is not in the row that is taken away. */
  #reserve(rows: number): void {
    this.clear()
    this.#write(`${ESC}D${ESC}[1A${ESC}7${ESC}[1;${rows - 1}r${ESC}8`)
    this.#rows = rows
    if (process.platform !== 'win32') process.on('SIGTSTP', this.#pause)
  }

  /** Ctrl-Z: the shell gets the whole terminal back. The next text after `fg` reserves the row again. */
  readonly #pause = (): void => {
    this.clear()
    process.kill(process.pid, 'SIGSTOP')
  }
}
