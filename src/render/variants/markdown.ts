import { REASON_LENGTH, markOf } from '../line-verdicts.ts'
import type { JudgedComparison, VariantLine } from '../../core/variants/judge-variants.ts'
import { workflowSafe } from '../../core/workflow-safe.ts'
import { inert, inertCell, inertSentence } from '../escape.ts'
import { GREEN500_RANGE } from '../methodology.ts'
import { change, percent } from '../quantities.ts'
import { table } from '../tables.ts'
import { fileColumn, frontWords, rankingColumns } from './columns.ts'

/** Begins the file, so that a later run recognises it as its own. */
const MARKER = '<!-- carbon-gate: compare -->'

const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

/** Longest name and heading of a table, code points. */
const NAME = 40

/** A comparison as GitHub Markdown. @param files of the variants, where their names do not tell them */
export function comparisonMarkdown(comparison: JudgedComparison, files: readonly (string | null)[] = []): string {
  const { variants, lines, notes, verdict } = comparison
  const columns = [...rankingColumns(comparison), ...fileColumn(files, (file) => inertCell(file, NAME))]
  // A star on every row says nothing.
  const isEveryOne = variants.every(({ isOnFront }) => isOnFront)
  const rows = [
    ['Variant', ...columns.map(({ heading }) => inert(heading, NAME))],
    ...variants.map(({ name, isOnFront }, at) => [
      `${inertCell(name, NAME)}${isOnFront && !isEveryOne ? ' ★' : ''}`,
      ...columns.map(({ cells }) => cells[at] ?? ''),
    ]),
  ]
  const front = frontWords(comparison, (name) => inert(name, NAME))
  const work = variants.some(({ gflopsPerWatt }) => gflopsPerWatt !== null) ? `Work per watt: ${GREEN500_RANGE}.` : null
  const isJudged = lines.length > 0 || verdict === 'indeterminate'
  const heading = [isJudged ? markOf(verdict) : '', pairWords(comparison)].filter(Boolean).join(' · ') || 'Variants'
  const pieces = [
    `${MARKER}\n### ${heading}`,
    table(rows, ['l', ...columns.map(() => 'r' as const)]),
    front === null ? null : `${isEveryOne ? '' : '★ '}${front}`,
    work,
    lines.map(lineWords).join('\n'),
    notes.map(({ level, text }) => `${SIGNS[level]} ${inertSentence(text)}`).join('  \n'),
  ]
  return workflowSafe(`${pieces.filter(Boolean).join('\n\n')}\n`)
}

/** `energy +35 % from base to head`, of two reports. */
function pairWords({ variants, unit }: JudgedComparison): string {
  const [base, head] = variants
  if (!base || !head || variants.length > 2 || head.energyChange === null) return ''
  const per = unit === null ? '' : ` per ${inert(unit, NAME)}`
  return `energy${per} ${change(head.energyChange)} from ${inert(base.name, NAME)} to ${inert(head.name, NAME)}`
}

function lineWords({ line, variant, used, share, scope, verdict, reason }: VariantLine): string {
  const figure = used === null ? null : scope === 'variant' ? change(used - 1) : share === null ? null : percent(share)
  const more = [figure, reason ? inertSentence(reason, REASON_LENGTH) : null].filter(Boolean).join('; ')
  return `- ${markOf(verdict)} **${inert(line)}**, ${inert(variant, NAME)}${more && `: ${more}`}`
}
