import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { firstNames } from '../../core/first-names.ts'
import { plain, quantity } from '../../render/quantities.ts'
import { type PlanQuestion, answered } from './plan-file.ts'
import { parsePlan } from './read-plan.ts'

/** Most values that a note lists. */
const MOST_VALUES = 6

/** The plan file at the base of a proposal: its text, null where the base has none, or why it is not known. */
export type BasePlan = { readonly text: string | null } | { readonly unknown: string }

/**
 * Compares a plan with that at the base of a proposal.
 * @param head the plan's own text and draft
 */
export async function planChange(
  head: { readonly file: string; readonly text: string; readonly draft: UnjudgedReport },
  base: BasePlan,
  question: PlanQuestion,
): Promise<readonly Note[]> {
  const { file, text, draft } = head
  if ('unknown' in base) return [unknownNote(file, base.unknown)]
  if (base.text === null) return [note('plan-changed', `${file} is new: the base has no plan to compare with`)]
  if (base.text === text) return []
  try {
    const plan = parsePlan(base.text, file)
    const before = (await answered(plan, question)).draft
    return [note('plan-changed', plain(changeText(file, before, draft, changedValues(plan, parsePlan(text, file)))))]
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return [unknownNote(file, `the plan at the base cannot be worked out: ${error.message}`)]
  }
}

function unknownNote(file: string, why: string): Note {
  return note('plan-base-unknown', `the change of ${file} is not shown: ${why}`)
}

function changeText(file: string, before: UnjudgedReport, after: UnjudgedReport, values: readonly string[]): string {
  const figures = [
    shift(before.emissions.total_g, after.emissions.total_g, 'g', ' CO2e'),
    shift(before.energy.total_wh, after.energy.total_wh, 'wh', ''),
  ].filter((figure) => figure !== null)
  const why = values.length === 0 ? '' : `; ${firstNames(values, MOST_VALUES)}`
  return `${file} changes: ${figures.join(', ') || 'no figure to compare'}${why}`
}

function shift(before: number | null, after: number | null, family: 'g' | 'wh', suffix: string): string | null {
  if (before === null || after === null) return null
  const share = before > 0 ? after / before - 1 : null
  const change = share === null ? '' : ` (${share >= 0 ? '+' : '-'}${Number((Math.abs(share) * 100).toPrecision(3))} %)`
  return `${quantity(before, family)} to ${quantity(after, family)}${suffix}${change}`
}

/** `phases[0].hours 10 to 20` for each value that differs. */
function changedValues(before: unknown, after: unknown): string[] {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [from, to] = [old.get(path), now.get(path)]
    return from === to ? [] : [`${path} ${from ?? 'none'} to ${to ?? 'none'}`]
  })
}

function valuesOf(value: unknown, path: string = '', found: Map<string, string> = new Map()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found.set(path, String(value).slice(0, 60))
  for (const [key, child] of Object.entries(value)) {
    valuesOf(child, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, found)
  }
  return found
}
