import { finiteNumber, nonNegative, positive } from './quantity.ts'
import { QuantityError } from './errors.ts'

/** Power at a moment. */
export interface PowerSample {
  /** Monotonic time, s. */
  readonly t: number
  /** Watts, at least 0. */
  readonly watts: number
}

/** Energy of power samples, and how much of the time they cover. */
export interface Integral {
  /** Energy of the covered time, Wh. */
  readonly wh: number
  /** Time between neighbouring samples no further apart than the gap limit, s. */
  readonly coveredS: number
  /** Time from the first sample to the last, s. */
  readonly spanS: number
  /** How many gaps were left out. */
  readonly gaps: number
}

/**
 * Energy of power samples by the trapezoidal rule over monotonic time. A gap longer than `maxGapS` is not bridged: what
 * happened in it is unknown (a suspended machine, a stopped sampler), and the caller sees it in the coverage.
 * @param samples in order of time; two at the same moment add nothing
 * @param maxGapS longest bridged distance of two samples, s, above 0
 * @throws QuantityError for a time that runs backwards, NaN, infinite or negative power
 */
export function integratePower(samples: readonly PowerSample[], maxGapS: number): Integral {
  positive('longest gap', maxGapS)
  let joules = 0
  let coveredS = 0
  let gaps = 0
  let previous: PowerSample | undefined
  for (const sample of samples) {
    finiteNumber('sample time', sample.t)
    nonNegative('power', sample.watts)
    if (previous) {
      const dt = sample.t - previous.t
      if (dt < 0) throw new QuantityError('sample time', sample.t, `it runs backwards: ${previous.t} came before`)
      if (dt > maxGapS) gaps += 1
      else {
        joules += ((previous.watts + sample.watts) / 2) * dt
        coveredS += dt
      }
    }
    previous = sample
  }
  const spanS = samples.length > 1 ? (samples.at(-1) as PowerSample).t - (samples[0] as PowerSample).t : 0
  return { wh: joules / 3600, coveredS, spanS, gaps }
}
