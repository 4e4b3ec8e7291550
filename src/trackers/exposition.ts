import { MeasurementError } from '../core/errors.ts'
import { amount } from './field.ts'
import type { Line } from './lines.ts'

/** One sample of the Prometheus text format. */
export interface Sample {
  readonly name: string
  readonly labels: ReadonlyMap<string, string>
  readonly value: number
  readonly line: number
}

/**
 * Reads one line of the Prometheus text format; comments and blank lines are null.
 * @throws MeasurementError for an invalid line, or a value that is not a number of at least 0
 */
export function sample({ text, number }: Line): Sample | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.startsWith('#')) return null
  const name = /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(trimmed)?.[0]
  if (!name) throw new MeasurementError(`${JSON.stringify(trimmed.slice(0, 60))} is not a Prometheus sample`)
  const labels = new Map<string, string>()
  let rest = trimmed.slice(name.length)
  if (rest.startsWith('{')) rest = readLabels(rest.slice(1), labels)
  const [value, ...more] = rest.trim().split(/\s+/)
  if (more.length > 1) throw new MeasurementError(`${JSON.stringify(rest.slice(0, 60))} is not a value of ${name}`)
  return { name, labels, value: amount(name, value), line: number }
}

const LABEL = /^\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(,|\})/

function readLabels(text: string, labels: Map<string, string>): string {
  let rest = text
  for (;;) {
    if (/^\s*\}/.test(rest)) return rest.slice(rest.indexOf('}') + 1)
    const match = LABEL.exec(rest)
    if (!match) throw new MeasurementError(`the labels ${JSON.stringify(rest.slice(0, 60))} cannot be read`)
    labels.set(
      match[1] ?? '',
      (match[2] ?? '').replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c)),
    )
    rest = rest.slice(match[0].length)
    if (match[3] === '}') return rest
  }
}
