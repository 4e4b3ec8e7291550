/** `indeterminate`: no trustworthy figure, never a pass. `none`: no budget. `not-judged`: outside the current scope. */
export const VERDICTS = ['fail', 'indeterminate', 'pass', 'none'] as const
export type Verdict = (typeof VERDICTS)[number]
export type LineVerdict = Verdict | 'not-judged'

/** Why a figure must not be judged, with the meaning of each code. Reports carry the code in `figure.reason_code`. */
const DOUBTS = {
  'no-figure': 'neither energy nor emissions are known',
  'low-coverage': 'the samples cover less of the time than min-coverage requires',
  'rows-refused': 'rows of the logs were refused',
  'monthly-export': "a cloud provider's monthly export is not the energy of a job",
  'part-untrusted': 'the figure of a part is not trustworthy',
  'energy-missing': 'some energy is known to be missing; this matters only with a budget line',
  'jobs-unknown': 'the list of jobs of the run is missing or incomplete',
  'reports-broken': 'reports of jobs cannot be read',
} as const
export type Doubt = keyof typeof DOUBTS

/**
 * Combines the verdicts of several lines: fail > indeterminate > pass > none. An untrusted figure is indeterminate even without a line.
 */
export function combineVerdicts(
  lines: readonly { readonly verdict: LineVerdict }[],
  { trusted }: { readonly trusted: boolean },
): Verdict {
  const present = new Set<LineVerdict>(lines.map(({ verdict }) => verdict))
  if (!trusted) present.add('indeterminate')
  return VERDICTS.find((verdict) => present.has(verdict)) ?? 'none'
}

/**
 * Whether a report's figure itself cannot be trusted. Its verdict may also be indeterminate because the budgets are unknown or a line
 * could not be judged (water or units unknown) although the figure is sound. Reports of earlier versions do not say which: all of their
 * indeterminate ones are doubtful.
 * @example isDoubtful({ verdict: 'pass', figure: { trusted: false } }) // true
 */
export function isDoubtful(report: {
  readonly verdict: Verdict
  readonly figure?: { readonly trusted: boolean } | undefined
}): boolean {
  return report.figure ? !report.figure.trusted : report.verdict === 'indeterminate'
}
