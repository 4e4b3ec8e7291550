import type { Report } from '../core/report.ts'
import { isDoubtful } from '../core/verdict.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import { terminal } from './escape.ts'
import { missing, reasonOfExcess } from './findings.ts'
import { headlineOf } from './headline.ts'
import { plain, shareOf } from './quantities.ts'

/** GitHub's limit is 4,096 characters, title included; breaking up commands may lengthen a hostile text by half. */
const ANNOTATION_LENGTH = 2000

/** An annotation of the job: its level, a title and one line of text. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly text: string
}

/**
 * What the job's annotation says.
 * @param isEnforced whether the verdict fails the job: if not, a missed budget is a warning
 */
export function annotationOf(report: Report, { isEnforced }: { readonly isEnforced: boolean }): Annotation {
  const { letter, amount, isEmissions, line, share, verdict } = headlineOf(report)
  const figure = amount === null ? 'no figure' : isEmissions ? `${amount} CO2e` : amount
  const usage = line && share ? `, ${shareOf(share, line.line)}` : ''
  const level = isEnforced ? 'error' : 'warning'
  switch (report.verdict) {
    case 'fail': {
      const why = reasonOfExcess(report, terminal) ?? ''
      return annotation(level, 'Over the carbon budget', `${figure}${usage}. ${why}`)
    }
    case 'indeterminate':
      return annotation(level, indeterminateTitle(report), missing(report, terminal).join(' '))
    case 'pass':
    case 'none':
      return annotation('notice', letter ? `Carbon label ${letter}` : `Carbon: ${verdict}`, `${figure}${usage}`)
  }
}

function indeterminateTitle(report: Report): string {
  return isDoubtful(report) ? 'No trustworthy carbon figure' : 'Carbon budget not judged'
}

function annotation(level: Annotation['level'], title: string, text: string): Annotation {
  return { level, title, text: workflowSafe(terminal(plain(text), ANNOTATION_LENGTH)) }
}
