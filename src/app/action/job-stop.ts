import { note } from '../../core/notes.ts'
import { stoppedOf } from '../../core/stop/stopped.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { Policy } from '../policy/policy.ts'
import { percent, plain } from '../../render/quantities.ts'
import { withStop } from '../stop/stop-note.ts'
import type { Session } from './session.ts'

/** What is added to the sentence about a stop. */
const CANCELLED = {
  cancel: ' The run was cancelled when the time for a checkpoint was over.',
  'cancel-failed': ' The run could not be cancelled: cancel-run needs the permission actions: write.',
} as const

/** Adds what the budget did to the job while it ran, or why it did nothing although the policy asks for a stop. */
export function withJobStop(
  draft: UnjudgedReport,
  { stops, timeline }: Pick<Measurement, 'stops' | 'timeline'>,
  { stop }: Pick<Session, 'stop'>,
  { settings }: Pick<Policy, 'settings'>,
): UnjudgedReport {
  if (settings['on-exceed'] !== 'stop') return draft
  if (!stop) return { ...draft, notes: [note('stop-not-armed', UNARMED), ...draft.notes] }
  const limits = [...(stop.canSignal ? [] : [note('stop-file-only', FILE_ONLY)]), ...stop.notes]
  return withSteps({ ...draft, notes: [...limits, ...draft.notes] }, stops, timeline)
}

/** Adds what the sampler recorded of a stop. */
function withSteps(
  draft: UnjudgedReport,
  stops: Measurement['stops'],
  timeline: Measurement['timeline'],
): UnjudgedReport {
  const at = (event: string): (typeof stops)[number] | undefined => stops.find((stop) => stop.event === event)
  const asked = at('terminate')
  const warned = at('warn')
  if (!asked)
    return warned ? { ...draft, notes: [note('stop-warned', warningSentence(warned)), ...draft.notes] } : draft
  const [ended, killed] = [stops.findLast(({ event }) => event === 'ended'), at('kill')]
  const facts = {
    line: asked.line,
    atShare: asked.share,
    fromMs: asked.atMs,
    toMs: (ended ?? killed)?.atMs ?? null,
    wasKilled: killed !== undefined,
  }
  const [first, ...notes] = withStop(draft, stoppedOf(facts, timeline, draft.pue)).notes
  const cancelled = at('cancel') ? CANCELLED.cancel : at('cancel-failed') ? CANCELLED['cancel-failed'] : ''
  const said = first && { ...first, text: `${first.text}${cancelled}` }
  return { ...draft, stopped: stoppedOf(facts, timeline, draft.pue), notes: said ? [said, ...notes] : notes }
}

/** In a job only a running step can print, so the warning at 80 % is repeated at the end. */
function warningSentence({ share, line, atMs }: Measurement['stops'][number]): string {
  const time = new Date(atMs).toISOString().slice(11, 19)
  return plain(
    `${percent(share)} of ${line} was used at ${time} UTC: the stop file appeared then, and the job ended before it was asked to.`,
  )
}

const FILE_ONLY =
  'on-exceed: stop could not signal the processes of this job, because this runner does not show which they are (it needs Linux and RUNNER_TRACKING_ID): at the budget only the stop file appears, which the steps have to look at.'

const UNARMED =
  'on-exceed: stop had no effect in this job: the start of the job found no budget line that can stop it, or could not read the config file. The budget is judged at the end.'
