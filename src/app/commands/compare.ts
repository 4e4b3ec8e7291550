import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import { note } from '../../core/notes.ts'
import type { SetBudget } from '../../core/judge-report.ts'
import { compareVariants } from '../../core/variants/compare-variants.ts'
import { type JudgedComparison, judgeVariants } from '../../core/variants/judge-variants.ts'
import { comparisonJson } from '../../render/variants/json.ts'
import { comparisonMarkdown } from '../../render/variants/markdown.ts'
import { comparisonSvg } from '../../render/variants/svg.ts'
import { comparisonText } from '../../render/variants/text.ts'
import { statusOf } from '../exit-status.ts'
import { isStandardOutput } from '../named-file.ts'
import { type OutputOptions, assertOutputs, put, putJson } from '../target-file.ts'
import type { Host } from './host.ts'
import { readVariants, referenceOf } from './named-variants.ts'
import { settingsOf } from './options.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** Flags of `compare` that are not settings. */
interface CompareFlags extends OutputOptions {
  readonly variant?: readonly string[]
  readonly quality?: readonly string[]
}

/** `compare BASE HEAD...`: reports side by side, variants of one work per functional unit, judged by lines about variants. */
export async function compareCommand(command: Command, { console }: Host): Promise<number> {
  const flags = command.opts<CompareFlags>()
  const { files, json } = filesAndJson(command.args, flags)
  const { markdown, svg } = flags
  assertOutputs({ ...flags, ...(json && { json }) }, ['markdown', 'svg'])
  const { settings, budgets } = await resolveFlags(settingsOf(command))
  const variants = readVariants({ files, ...pick(flags) })
  const lines = linesFor(budgets)
  const compared = compareVariants(variants)
  const judged = judgeVariants(compared, variants, lines, (budget) => referenceOf(variants, budget))
  const comparison = withGateOff({ ...compared, ...judged }, settings.strict)
  const named = variants.map(({ file }) => file)
  // What is for scripts has standard output for itself.
  const printed = json !== undefined || [markdown, svg].some(isStandardOutput)
  console[printed ? 'err' : 'out'](comparisonText(comparison, named))
  if (markdown !== undefined) put(markdown, comparisonMarkdown(comparison, named), console)
  if (svg !== undefined) put(svg, comparisonSvg(comparison), console)
  if (json !== undefined) putJson(json, `${JSON.stringify(comparisonJson(comparison), null, 2)}\n`, console)
  return statusOf(comparison, settings)
}

function pick({ variant, quality }: CompareFlags): Pick<CompareFlags, 'variant' | 'quality'> {
  return { ...(variant && { variant }), ...(quality && { quality }) }
}

/** `compare --json BASE HEAD`: the flag has taken the first report for its file. */
function filesAndJson(
  args: readonly string[],
  { json, variant = [] }: CompareFlags,
): { files: readonly string[]; json: string | true | undefined } {
  if (typeof json !== 'string' || args.length + variant.length !== 1 || !existsSync(json)) return { files: args, json }
  return { files: [json, ...args], json: true }
}

/**
 * The lines that a comparison judges: all that were given to it, and of the config file those about variants, since the others were
 * judged when the reports were made.
 * @throws ConfigurationError for a line that compares with a branch
 */
function linesFor(budgets: readonly SetBudget[]): SetBudget[] {
  return budgets.filter(({ budget, source }) => {
    if (budget.kind === 'variant') return true
    if (source !== 'flag') return false
    if (budget.kind !== 'growth') return true
    const fixed = budget.line.replace(/ vs .*$/, '')
    throw new ConfigurationError(
      `the budget ${JSON.stringify(budget.line)} names a branch, and compare knows only reports: write \`${fixed} vs BASE\` or \`${fixed} vs variant NAME\``,
    )
  })
}

/** Lines that were given and are not judged only look like a gate. */
function withGateOff(comparison: JudgedComparison, isStrict: boolean): JudgedComparison {
  const { lines, notes, verdict } = comparison
  if (lines.length === 0 || lines.some((line) => line.verdict !== 'not-judged')) return comparison
  const listed = [...new Set(lines.map(({ line, reason }) => `${line}${reason ? ` (${reason})` : ''}`))].join('; ')
  return {
    ...comparison,
    notes: [...notes, note('no-line-judged', `no budget line is judged here: ${listed}`)],
    verdict: isStrict ? 'indeterminate' : verdict,
  }
}
