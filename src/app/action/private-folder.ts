import { closeSync, constants, mkdtempSync, openSync, renameSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** New files only, and never through a link that another process made. Windows has neither this flag nor such links. */
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)
const OWNER_ONLY = 0o600

/** A folder that other accounts cannot enter and whose name cannot be guessed before it exists. */
export class PrivateFolder {
  readonly path: string
  #temporary = 0

  private constructor(folder: string) {
    this.path = folder
  }

  /** Creates a folder under RUNNER_TEMP, which the runner empties after the job. mkdtemp gives it mode 0700. */
  static create(env: NodeJS.ProcessEnv): PrivateFolder {
    return new PrivateFolder(mkdtempSync(path.join(env['RUNNER_TEMP'] || tmpdir(), 'carbon-gate-')))
  }

  /** Writes a file, replacing an earlier one atomically. @returns its path */
  write(name: string, content: string): string {
    const file = path.join(this.path, name)
    const temporary = `${file}.${++this.#temporary}.tmp`
    const descriptor = openSync(temporary, NEW_FILE, OWNER_ONLY)
    try {
      const bytes = Buffer.from(content)
      for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
    return file
  }
}
