import { type ChildProcess, spawn } from 'node:child_process'
import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

/** One `git cat-file --batch` that answers several requests: a process for each would cost more than what it reads. */
export class ObjectReader {
  readonly #child: ChildProcess
  readonly #buffered: Buffer[] = []
  #size = 0
  #wake: () => void = () => {}
  #failure: string | null = null
  #errors = ''

  constructor(cwd: string, env: Record<string, string>) {
    const child = spawn('git', ['cat-file', '--batch'], { cwd, env, stdio: 'pipe', windowsHide: true })
    this.#child = child
    child.stdout.on('data', (data: Buffer) => {
      this.#buffered.push(data)
      this.#size += data.length
      this.#wake()
    })
    child.stderr.on('data', (data: Buffer) => {
      this.#errors = `${this.#errors}${data.toString('utf8')}`.slice(-2000)
    })
    // Why git did not read everything is in its exit status.
    child.stdin.on('error', () => {})
    child.on('error', (error) => this.#end(error.message))
    child.on('close', (status, signal) => this.#end(`git cat-file ended with ${signal ?? status}`))
  }

  #end(reason: string): void {
    this.#failure ??= reason
    this.#wake()
  }

  /**
   * Contents of objects by name (a ref, `COMMIT:path` or an id), in order; null for one that does not exist. One call at a time.
   * @throws MeasurementError when git ends early
   */
  async read(names: readonly string[]): Promise<(Buffer | null)[]> {
    const contents: (Buffer | null)[] = []
    for await (const content of this.stream(names)) contents.push(content)
    return contents
  }

  /** As `read`, one after the other: git reads the next objects while the caller uses one, as far as the pipe has room for them. */
  async *stream(names: readonly string[]): AsyncGenerator<Buffer | null> {
    this.#child.stdin?.write(names.map((name) => `${name}\n`).join(''))
    for (const _ of names) yield await this.#next()
  }

  /** As `read`, decoded. */
  async texts(names: readonly string[]): Promise<(string | null)[]> {
    return (await this.read(names)).map((content) => content?.toString('utf8') ?? null)
  }

  /** A header line with the size, the content, a newline. */
  async #next(): Promise<Buffer | null> {
    let length = this.#lineLength()
    while (length === null) {
      await this.#more()
      length = this.#lineLength()
    }
    const size = / (?:blob|commit|tree|tag) (\d+)\n$/.exec(this.#take(length).toString('utf8'))?.[1]
    if (size === undefined) return null
    while (this.#size < Number(size) + 1) await this.#more()
    return this.#take(Number(size) + 1).subarray(0, Number(size))
  }

  /** Bytes up to the first newline, which is included; null when it has not arrived. */
  #lineLength(): number | null {
    let before = 0
    for (const chunk of this.#buffered) {
      const end = chunk.indexOf(10)
      if (end !== -1) return before + end + 1
      before += chunk.length
    }
    return null
  }

  /** Takes bytes that have arrived, without copying what comes after them. */
  #take(length: number): Buffer {
    const taken: Buffer[] = []
    let missing = length
    while (missing > 0) {
      const chunk = this.#buffered.shift()
      if (chunk === undefined) break
      taken.push(chunk.subarray(0, missing))
      if (chunk.length > missing) this.#buffered.unshift(chunk.subarray(missing))
      missing -= Math.min(missing, chunk.length)
    }
    this.#size -= length
    return taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken)
  }

  async #more(): Promise<void> {
    const before = this.#size
    if (this.#failure === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    if (this.#failure !== null && this.#size === before) {
      const detail = printable(`${this.#failure} ${this.#errors.trim()}`.trim(), 300)
      throw new MeasurementError(`ledger: cannot read objects: ${detail}`, 'ledger')
    }
  }

  close(): void {
    this.#child.stdin?.end()
    this.#child.kill()
  }
}

/**
 * Entries of a tree object: name -> object id. @param idBytes 20, or 32 in a repository with SHA-256
 * @example treeEntries(await reader.read(['HEAD^{tree}']), 20)
 */
export function treeEntries(content: Buffer, idBytes: number): Map<string, string> {
  const entries = new Map<string, string>()
  for (let offset = 0; offset < content.length;) {
    const end = content.indexOf(0, offset)
    if (end === -1) break
    const row = content.toString('utf8', offset, end)
    entries.set(row.slice(row.indexOf(' ') + 1), content.toString('hex', end + 1, end + 1 + idBytes))
    offset = end + 1 + idBytes
  }
  return entries
}
