import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { STOP_FILE } from './sample-format.ts'

/** Whether the sampler was asked to end by a file, on systems where signals cannot do it. @param folder its private folder */
export function isAskedToStop(folder: string): boolean {
  return existsSync(join(folder, STOP_FILE)) || !existsSync(folder)
}

/** Calls back as soon as the file appears. Windows ends processes without a signal and may give their number to another process at once. */
export function watchForStop(folder: string, onStop: () => void): void {
  try {
    watch(folder, { persistent: false }, () => {
      if (isAskedToStop(folder)) onStop()
    })
  } catch {
    // It is looked for between ticks as well.
  }
}
