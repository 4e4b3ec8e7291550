import type { WriteStream } from 'node:tty'
import type { StopStep } from '../../core/stop/escalation.ts'
import type { Metric } from '../../core/units.ts'
import type { Console } from '../console.ts'
import { duration, percent, plain, quantity, shareOf } from '../../render/quantities.ts'
import { terminal } from '../../render/escape.ts'
import { StatusRow } from './status-row.ts'
import type { ProgressKind } from './run-flags.ts'

/** What a command has used so far. Null: unknown. */
export interface Progress {
  readonly seconds: number
  /** Before the PUE. */
  readonly watts: number
  /** Power usage effectiveness, with which energy and emissions are; null: unknown. */
  readonly pue: number | null
  /** Energy with PUE, Wh. */
  readonly energyWh: number | null
  readonly emissionsG: number | null
  /** The budget line with the largest share used. */
  readonly largest: { readonly line: string; readonly metric: Metric; readonly share: number } | null
  /** Forecast of the time until that budget is reached, at the mean rate so far, s. */
  readonly secondsLeft: number | null
}

/** Where progress is shown. */
export interface ProgressOutput {
  /** How often readings are wanted: with each sample, or after so many ms; null: never. */
  readonly everyMs: 'sample' | number | null
  show(progress: Progress): void
  /** A step of a stop. @param sentence the same for people */
  step(step: StopStep, progress: Progress, sentence: string): void
  /** Removes what is shown on the terminal. */
  clear(): void
}

const MINUTE_MS = 60_000
/** A row is shown only for commands that take longer than this, s. */
const SHOWN_AFTER_S = 2

/** Chooses the output. @param stream standard error */
export function progressOutput(
  kind: ProgressKind,
  {
    console,
    env,
    stream,
  }: { console: Console; env: NodeJS.ProcessEnv; stream: Pick<WriteStream, 'isTTY' | 'rows' | 'columns'> },
): ProgressOutput {
  const say = (sentence: string): void => console.err(`carbon-gate: ${plain(sentence)}\n`)
  if (kind === 'json') return jsonOutput(console)
  const quiet = {
    everyMs: null,
    show: () => undefined,
    clear: () => undefined,
    step: (_: StopStep, __: Progress, sentence: string) => say(sentence),
  }
  if (kind === 'off') return quiet
  if (env['CI']) return { ...quiet, everyMs: MINUTE_MS, show: (progress) => say(progressText(progress)) }
  if (!stream.isTTY || env['TERM'] === 'dumb') return quiet
  const row = new StatusRow((text) => console.err(text), stream, console.color)
  return {
    everyMs: 'sample',
    show: (progress) => {
      if (progress.seconds >= SHOWN_AFTER_S) row.show(plain(progressText(progress)))
    },
    clear: () => row.clear(),
    step: (_, __, sentence) => {
      row.clear()
      say(sentence)
    },
  }
}

/** `12.3 W now before the PUE, 0.41 Wh, 0.15 g CO2e in 2 min, 8 % of 5 g`. */
export function progressText({ seconds, watts, pue, energyWh, emissionsG, largest, secondsLeft }: Progress): string {
  const used = [
    energyWh === null ? null : quantity(energyWh, 'wh', 2),
    emissionsG === null ? null : `${quantity(emissionsG, 'g', 2)} CO2e`,
  ].filter(Boolean)
  const left = secondsLeft === null || secondsLeft <= 0 ? '' : `, reached in about ${duration(secondsLeft)}`
  return [
    `${quantity(watts, 'w', 2)} now${(pue ?? 1) > 1 ? ' before the PUE' : ''}`,
    used.length === 0 ? null : `${used.join(', ')} in ${duration(seconds)}`,
    largest && `${shareOf(percent(largest.share), terminal(largest.line, 60))}${left}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** One JSON object a line on standard error; docs/stopping.md documents the fields. */
function jsonOutput(console: Console): ProgressOutput {
  const write = (fields: Record<string, unknown>): void => console.err(`${JSON.stringify(fields)}\n`)
  return {
    everyMs: 'sample',
    show: (progress) => write({ type: 'progress', ...fieldsOf(progress) }),
    step: (step, progress) => write({ type: 'stop', step, ...fieldsOf(progress) }),
    clear: () => undefined,
  }
}

function fieldsOf({ seconds, watts, energyWh, emissionsG, largest, secondsLeft }: Progress): Record<string, unknown> {
  return {
    elapsed_s: rounded(seconds),
    watts: rounded(watts),
    energy_wh: rounded(energyWh),
    emissions_g: rounded(emissionsG),
    budget: largest?.line ?? null,
    share: rounded(largest?.share ?? null),
    forecast_s: rounded(secondsLeft),
  }
}

/** Six significant digits: more than any meter has. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6))
}
