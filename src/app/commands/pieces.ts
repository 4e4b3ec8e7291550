import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

/**
 * Writes a file piece by piece beside its target and renames it at the end: a command that fails in the middle leaves no partial file,
 * and a large month is never in memory as a whole.
 * @param assertFree throws where the target may not be replaced; asked before the first piece and before the renaming
 * @throws ConfigurationError when the file cannot be written
 */
export async function writeInPieces(
  target: string,
  assertFree: () => void,
  fill: (write: (content: string | Uint8Array) => void) => Promise<void>,
): Promise<void> {
  assertFree()
  const part = `${target}.${process.pid}.part`
  const file = writing(target, () => openSync(part, 'wx'))
  try {
    await fill((content) => writing(target, () => writeFileSync(file, content)))
    assertFree()
    writing(target, () => renameSync(part, target))
  } finally {
    closeSync(file)
    rmSync(part, { force: true })
  }
}

/** Does a step of writing `target`. @throws ConfigurationError that names the file and the system's error code */
export function writing<T>(target: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigurationError(`${printable(target)} cannot be written: ${code}`)
  }
}
