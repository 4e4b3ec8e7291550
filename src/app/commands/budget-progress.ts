import type { StopStep } from '../../core/stop/escalation.ts'
import type { LineShare } from '../../core/stop/limit-share.ts'
import { terminal } from '../../render/escape.ts'
import { duration, percent, shareOf } from '../../render/quantities.ts'
import type { RunningReading } from '../../sensors/running-total.ts'
import { type Prospect, usedOf } from '../stop/prospect.ts'
import type { Progress } from './progress.ts'

/** What was used so far, and the present power. */
export type Used = Pick<RunningReading, 'itWh' | 'seconds' | 'watts'>

/** Progress of a command, with the budget line that has the largest share used. */
export function progressOf(
  prospect: Prospect,
  reading: Used,
  largest: LineShare | null,
  secondsLeft: number | null,
): Progress {
  return {
    seconds: reading.seconds,
    watts: reading.watts,
    pue: prospect.rates.energy?.perWh ?? null,
    energyWh: usedOf(prospect, 'energy', reading),
    emissionsG: usedOf(prospect, 'emissions', reading),
    largest: largest && lineOf(largest),
    secondsLeft,
  }
}

/** `101 % of 5 g`; of a month also what was used of it before: otherwise a short command would seem to have used it up. */
function usedText({ line: { line, limit, before }, share }: LineShare): string {
  const earlier = before ? ` (${percent(before.used / limit)} before the start)` : ''
  return `${shareOf(percent(share), terminal(line, 60))}${earlier}`
}

/** A line as progress shows it. */
export function lineOf({ line, share }: LineShare): NonNullable<Progress['largest']> {
  return { line: line.line, metric: line.metric, share }
}

/**
 * What a step of a stop does, in a sentence.
 * @param graceS time for a checkpoint, s
 */
export function stepSentence(
  step: StopStep,
  largest: LineShare,
  { seconds, secondsLeft }: Pick<Progress, 'seconds' | 'secondsLeft'>,
  graceS: number,
): string {
  const share = usedText(largest)
  const forecast =
    secondsLeft !== null && secondsLeft >= 0.05 ? `; at this rate all of it in about ${duration(secondsLeft)}` : ''
  const sentences: Readonly<Record<StopStep, string>> = {
    warn: `${share} is used after ${duration(seconds)}${forecast}. Then the command is asked to end.`,
    terminate: `${share} is used: the command is asked to end (SIGTERM) and has ${duration(graceS)} for a checkpoint.`,
    'terminate-again': 'the time for a checkpoint is over: SIGTERM is sent again, and SIGKILL follows in 10 s.',
    kill: 'processes of the command are left and are killed (SIGKILL).',
  }
  return sentences[step]
}
