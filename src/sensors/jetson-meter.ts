import { join } from 'node:path'
import { JETSON_RAILS } from '../data/jetson-rails.ts'
import { KeptFile } from './kept-file.ts'
import { namesIn, textAt } from './root.ts'
import type { SampledMeter } from './sensor.ts'

const FOLDER = 'sys/class/hwmon'
/** W for a voltage in mV times a current in mA. */
const W_PER_MV_MA = 1e-6

interface Rail {
  readonly millivolts: KeptFile
  readonly milliamperes: KeptFile
}

/**
 * Power of an NVIDIA Jetson board, its GPU included, W: the monitors of its input rails (kernel documentation, hwmon/ina3221), whose
 * labels are the names that tegrastats prints.
 */
export class JetsonMeter implements SampledMeter {
  private readonly rails: readonly Rail[]

  constructor(root: string) {
    const found = railsIn(root)
    const board = JETSON_RAILS.find((names) => names.every((name) => found.has(name))) ?? []
    this.rails = board
      .flatMap((name) => {
        const path = found.get(name)
        return path === undefined ? [] : [path]
      })
      .map(({ folder, channel }) => ({
        millivolts: new KeptFile(join(root, folder, `in${channel}_input`), 32),
        milliamperes: new KeptFile(join(root, folder, `curr${channel}_input`), 32),
      }))
  }

  get isPresent(): boolean {
    return this.rails.length > 0
  }

  /** @returns null unless every rail gives a figure: a part of the board is not the board */
  read(): number | null {
    let watts = 0
    for (const { millivolts, milliamperes } of this.rails) {
      const product = numberOf(millivolts) * numberOf(milliamperes)
      if (Number.isNaN(product)) return null
      watts += product * W_PER_MV_MA
    }
    return watts > 0 ? watts : null
  }
}

/** Channels of the monitors by the label of their rail. */
function railsIn(root: string): ReadonlyMap<string, { readonly folder: string; readonly channel: string }> {
  const rails = new Map<string, { folder: string; channel: string }>()
  for (const id of namesIn(root, FOLDER)) {
    const folder = `${FOLDER}/${id}`
    if (textAt(root, `${folder}/name`)?.trim() !== 'ina3221') continue
    for (const file of namesIn(root, folder)) {
      const channel = /^in(\d)_label$/.exec(file)?.[1]
      const label = channel === undefined ? '' : (textAt(root, `${folder}/${file}`)?.trim() ?? '')
      if (channel !== undefined && label !== '') rails.set(label, { folder, channel })
    }
  }
  return rails
}

function numberOf(file: KeptFile): number {
  return file.refresh() ? file.numberAfter('') : Number.NaN
}
