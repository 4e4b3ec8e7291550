import { hasCode, isPolicyNote } from '../core/notes.ts'
import type { Report } from '../core/report.ts'
import { EQUIVALENTS_COLLECTION } from '../data/equivalents.ts'
import { budgetSources } from './budget-lines.ts'
import { energyEquivalenceOf, equivalenceOf } from './equivalence.ts'
import { inert, inertSentence } from './escape.ts'
import { type Escape, answers, decisions, hasOwnCauses, missing, reasonOfExcess, warnings } from './findings.ts'
import { portions } from './parts.ts'
import { type BudgetFile, budgetFileLink, linked, plainUrl } from './links.ts'
import { NBSP, percent } from './quantities.ts'
import { suggestedBudget } from './suggested-budget.ts'
import { workings } from './methodology.ts'

/** The pieces that the comment and the step summary are made of. Each is Markdown, or an empty string. */

/** Something worth doing, with the figures that say so. Untrusted. */
export interface Advice {
  readonly text: string
  readonly evidence?: string | null
}

const name: Escape = (text) => inert(text) || 'unnamed'
const sentence: Escape = (text) => inertSentence(text)

/** Notes listed; the report has all. */
const NOTES = 6

export interface PolicyOptions {
  /** The figures come from the code of a fork. */
  readonly fork?: boolean
}

/** What was decided apart from the figures: a budget changed in the pull request, a waiver. */
export function policy(report: Report, { fork }: PolicyOptions): string {
  const shown = decisions(report)
    // The lines under the headline say the same as a forecast.
    .filter((note) => !hasCode(note, 'ledger-forecast'))
    .slice(0, NOTES)
  const lines = shown.map((note) => `${hasCode(note, 'waived') ? '🤝' : '📋'} ${sentence(note.text)}`)
  if (fork)
    lines.push(
      "🍴 From a fork: the pull request's own code reported these energy figures. Jobs, times and runners come from GitHub: a figure that is too low for them is replaced by an estimate.",
    )
  return lines.join('  \n')
}

/** Answers of the report beside its figure: where and when it would be less, tokens used elsewhere. */
export function answered(report: Report): string {
  return answers(report)
    .slice(0, NOTES)
    .map(({ text }) => `ℹ️ ${sentence(text)}`)
    .join('  \n')
}

/** By how much a budget was missed and why; or what was missing; or a first budget to copy. */
export function explanation(report: Report, { budgetFile }: Pick<FooterOptions, 'budgetFile'> = {}): string {
  if (report.verdict === 'indeterminate') return missing(report, sentence).join('  \n')
  const reason = reasonOfExcess(report, name, (sentence) => `**${sentence}**`)
  if (reason !== null) return reason
  const suggested = report.budgets.length === 0 ? suggestedBudget(report) : null
  if (suggested === null) return ''
  const file = budgetFile ? budgetFileLink(budgetFile) : '`.github/carbon-gate.yml` on the default branch'
  return `To gate the next runs, set a first budget of about 1.5 times this one: \`budget: ${suggested}\` in the step's \`with\`, or in ${file}:\n\n\`\`\`yaml\nbudgets:\n  - ${suggested}\n\`\`\``
}

type Divided = Parameters<typeof portions>[1]

/**
 * `**Where it went:** npm ci 46 % · npm test 41 %`, and the same of the commands that used the CPU. Empty string for a figure that cannot
 * be trusted.
 */
export function whereItWent(report: Report, kinds: readonly Divided[] = kindsToShow(report)): string {
  if (report.verdict === 'indeterminate') return ''
  const lines = kinds.map((kind) => {
    const found = portions(report, kind)
      .slice(0, 3)
      .filter(({ share }) => share >= 0.005)
    if (found.length === 0) return ''
    const words = found.map((each) => {
      const jobs = each.jobs > 1 && report.subject.kind === 'workflow' ? ` (${each.jobs} jobs)` : ''
      return `${name(each.name)} ${percent(each.share)}${jobs}`
    })
    return `**${kind === 'step' ? 'Where it went' : 'By command'}:** ${words.join(' · ')}`
  })
  return lines.filter(Boolean).join('  \n')
}

/** Steps are left out where they are named as the causes of an excess. */
function kindsToShow(report: Report): Divided[] {
  const areCauses = report.parts.some(({ kind }) => kind === 'step') && hasOwnCauses(report)
  return areCauses ? ['process'] : ['step', 'process']
}

/** At most three things to do, each with its evidence. */
export function worthDoing(advice: readonly Advice[]): string {
  const lines = advice
    .filter(({ text }) => sentence(text))
    .slice(0, 3)
    .map(({ text, evidence }) => {
      return `${sentence(text)}${evidence ? ` — ${sentence(evidence)}` : ''}`
    })
  if (lines.length < 2) return lines.map((line) => `**Worth doing:** ${line}`).join('')
  return `**Worth doing:**\n${lines.map((line) => `- ${line}`).join('\n')}`
}

/** Warnings, one a line. */
export function cautions(report: Report): string {
  const found = warnings(report)
  const lines = found.slice(0, NOTES).map(({ level, text }) => `${level === 'error' ? '❌' : '⚠️'} ${sentence(text)}`)
  if (found.length > NOTES) lines.push(`… and ${found.length - NOTES} more notes in the report`)
  return lines.join('  \n')
}

/** Machine, power, PUE, grid, hardware, method; the comparison; what is only good to know. */
export function howItWasWorkedOut(report: Report): string {
  // A list, not a table: a table without headings shows an empty row, and cells do not wrap well on a phone.
  const rows = workings(report).map((each) => `- **${each.name}** ${sentence(each.value)}`)
  const same = equivalenceOf(report.emissions.total_g)
  const sameEnergy = energyEquivalenceOf(report.energy.total_wh)
  const shown = new Set(answers(report))
  const info = report.notes
    .filter((note) => note.level === 'info' && !isPolicyNote(note) && !shown.has(note) && sentence(note.text))
    .slice(0, NOTES)
  return [
    [...rows, ...info.map(({ text }) => `- ℹ️ ${sentence(text)}`)].join('\n'),
    [
      same ? `About as much as ${same.text} ([${same.source}](${same.url}), by way of ${EQUIVALENTS_COLLECTION}).` : '',
      sameEnergy ? `As much electricity as ${sameEnergy}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** A fold. Blank lines around its content make GitHub read it as Markdown. */
export function fold(title: string, content: string): string {
  return content === '' ? '' : `<details><summary>${title}</summary>\n\n${content}\n\n</details>`
}

export interface FooterOptions {
  /** The file of the budget, at the commit that decides. */
  readonly budgetFile?: BudgetFile | null
  /** Page where the report can be downloaded. */
  readonly reportUrl?: string | null
  /** Page of the run. */
  readonly runUrl?: string | null
}

/** Where this project explains the figures. */
const HOME = 'https://github.com/carbon-gate/carbon-gate'

export function footer(report: Report, { budgetFile, reportUrl, runUrl }: FooterOptions): string {
  const isFromFile = report.budgets.some(({ source }) => source === 'base' || source === 'file')
  const source = budgetFile && isFromFile ? budgetFileLink(budgetFile) : budgetSources(report)
  const words = [
    source && `Budget: ${source}`,
    plainUrl(runUrl) && linked('run', runUrl),
    plainUrl(reportUrl) && linked('report', reportUrl),
    linked(`carbon-gate${NBSP}${inert(report.tool.version, 30)}`, HOME),
  ]
  return `<sub>${words.filter(Boolean).join(' · ')}</sub>`
}
