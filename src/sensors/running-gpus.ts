import { findGpuShare } from '../data/gpu-share.ts'
import { gpuWatts, isPossibleGpuPower } from '../data/gpu-watts.ts'
import type { GpuAccount } from './gpu-meter.ts'

/** A GPU that is first seen this soon was there from the start, ms (app/measure/gpu-use.ts). */
const NEAR_MS = 30_000

/** Adds up the energy of GPUs while the work runs. */
export class RunningGpus {
  readonly #startMs: number
  readonly #gpus = new Map<number, GpuTotal>()
  #joules = 0

  /** @param startMs start of the measurement, monotonic ms */
  constructor(startMs: number) {
    this.#startMs = startMs
  }

  /** Energy of all since the start, J. */
  get joules(): number {
    return this.#joules
  }

  /** Names of the GPUs that were seen. */
  get names(): readonly string[] {
    return [...this.#gpus.values()].map(({ name }) => name)
  }

  /** Takes the readings of a sample. @returns what the energy grew by, J */
  add(t: number, accounts: readonly GpuAccount[]): number {
    if (accounts.length === 0 && this.#gpus.size === 0) return 0
    for (const account of accounts) {
      const known = this.#gpus.get(account.number)
      if (known) known.add(account, t)
      else this.#gpus.set(account.number, new GpuTotal(account, t, this.#startMs))
    }
    let joules = 0
    for (const gpu of this.#gpus.values()) joules += gpu.joules
    const grown = Math.max(0, joules - this.#joules)
    this.#joules += grown
    return grown
  }
}

/** One GPU: its mean power over the time that it has been there, as in the report. */
class GpuTotal {
  readonly name: string
  joules = 0
  readonly #fromMs: number
  /** Share of the board that the device is: its meter reads the whole board. */
  readonly #share: number

  constructor(account: GpuAccount, t: number, startMs: number) {
    this.name = account.reading.name
    this.#fromMs = t - startMs < NEAR_MS ? startMs : t
    const part = findGpuShare(this.name)
    this.#share = part ? part.share * part.gpu.devices : 1
    this.add(account, t)
  }

  add({ joules, coveredS, reading }: GpuAccount, t: number): void {
    const watts = coveredS > 0 ? joules / coveredS : reading.watts
    const isMeasured = watts !== null && isPossibleGpuPower(this.name, watts)
    const modelled = isMeasured ? watts * this.#share : (gpuWatts(this.name, reading.utilization ?? 50)?.value ?? 0)
    this.joules = Math.max(this.joules, (modelled * Math.max(0, t - this.#fromMs)) / 1000)
  }
}
