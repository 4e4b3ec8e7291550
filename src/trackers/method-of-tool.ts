import { METHODS, type Method } from '../core/method.ts'

/** Tools that meter GPUs and, where they cannot read a meter, calculate CPU and memory. */
const TRACKER = /code ?carbon|carbontracker|eco2ai|impact[- ]tracker|tracker/i

const METER = /\b(?:rapl|nvml|nvidia-smi|ipmi|power ?meter|watt ?meter)\b/i

/**
 * The method of a figure by the name of its tool, for files that only name it.
 * @example methodOfTool('Carbon Gate (measured), energy with the PUE') // 'measured'
 */
export function methodOfTool(tool: string | null): Method {
  if (tool === null) return 'estimated'
  const written = /carbon[- ]gate \((\w+)\)/i.exec(tool)?.[1]
  const own = METHODS.find((method) => method === written)
  // `RAPL not available`, `no power meter`: the meter is named because it is missing.
  const isMetered = METER.test(tool) && !/\b(?:no|not|without|un\w+)\b/i.test(tool)
  return own ?? (isMetered ? 'measured' : isTracker(tool) ? 'modelled' : 'estimated')
}

/** Whether a name is that of a tracker. */
export function isTracker(tool: string): boolean {
  return TRACKER.test(tool)
}
