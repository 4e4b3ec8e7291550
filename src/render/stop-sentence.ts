import type { Stopped } from '../core/report.ts'
import { duration, percent, quantity, shareOf } from './quantities.ts'

/**
 * What a stop means in one sentence.
 * @param escape makes the budget's text safe for the place it is shown in
 */
export function stopSentence(
  { line, at_share, grace_s, after_wh, killed }: Stopped,
  escape: (text: string) => string,
): string {
  const asked = `Stopped by its budget: at ${shareOf(percent(at_share), escape(line))} its processes were asked to end`
  const more = after_wh === null ? '' : `used ${quantity(after_wh, 'wh', 2)} more`
  if (killed) {
    const after = grace_s === null ? '' : ` after ${duration(grace_s)}`
    return `${asked}, and those that were left${after} were killed${more && `, having ${more}`}.`
  }
  if (grace_s === null) return `${asked}.`
  return `${asked}; they ended within ${duration(Math.max(1, grace_s))}${more && ` and ${more}`}.`
}
