import { ConfigurationError, MeasurementError } from '../core/errors.ts'
import { printable } from '../core/text.ts'
import { type Correction, type Entry, type Line, isCorrection, revealedFigures } from './entry.ts'
import { billionthsOf, numberOf, roundFigure } from './exact-sum.ts'
import { FIGURES_OF_SUM } from './totals.ts'

/** Figures that a correction changes. */
const FIGURES = ['s', 'wh', 'wh_low', 'wh_high', 'g', 'op_g', 'em_g', 'l', 'tokens'] as const

/** What an entry should have said. A figure that is left out stays. */
export type Corrected = Partial<Record<'wh' | 'g' | 'l', number>>

/**
 * Entries with their corrections applied.
 * @throws MeasurementError for a correction without its entry
 */
export function applyCorrections(lines: readonly Line[]): Entry[] {
  if (!lines.some(isCorrection)) return [...lines]
  const entries = new Map<string, Entry>()
  const corrections: Correction[] = []
  for (const line of lines) {
    if (isCorrection(line)) corrections.push(line)
    else entries.set(line.key, line)
  }
  for (const correction of corrections) {
    const entry = entries.get(correction.corrects)
    if (!entry) {
      throw new MeasurementError(
        `ledger: ${printable(correction.key)} corrects ${printable(correction.corrects)}, which the ledger does not have: run \`ledger verify\``,
        'ledger',
      )
    }
    const revealed = revealedFigures(correction)
    const corrected = { ...entry }
    for (const figure of FIGURES) {
      const known = entry[figure] ?? (revealed.includes(figure) ? 0 : null)
      corrected[figure] = sum(known, correction[figure])
    }
    entries.set(entry.key, corrected)
  }
  return [...entries.values()]
}

function sum(value: number | null, difference: number | null): number | null {
  if (value === null || difference === null) return value
  return numberOf(billionthsOf(value) + billionthsOf(difference))
}

/**
 * The line that corrects an entry.
 * @param lines the entry and its earlier corrections, and any others
 * @param target figures that it should have; null withdraws it: all of its figures become 0
 * @throws ConfigurationError for an entry that is not there
 */
export function correctionOf(
  lines: readonly Line[],
  key: string,
  target: Corrected | null,
  reason: string,
): Correction {
  const original = lines.find((line) => line.key === key)
  if (!original)
    throw new ConfigurationError(
      `ledger correct: no entry of these days has the key ${printable(key)}: name its month, for example --month 2026-10; ledger show --json lists the keys`,
    )
  if (isCorrection(original)) {
    throw new ConfigurationError(
      `ledger correct: ${printable(key)} is a correction itself: correct ${printable(original.corrects)} again`,
    )
  }
  const earlier = lines.filter((line) => isCorrection(line) && line.corrects === key)
  const current = applyCorrections([original, ...earlier])[0] ?? original
  const wanted = target === null ? zeros() : scaled(current, target)
  const revealed = FIGURES_OF_SUM.filter((figure) => current[figure] === null && wanted[figure] !== undefined)
  const differences = Object.fromEntries(
    FIGURES.map((figure) => {
      const known = current[figure] ?? (revealed.some((name) => name === figure) ? 0 : null)
      return [figure, difference(known, wanted[figure])]
    }),
  ) as Pick<Correction, (typeof FIGURES)[number]>
  return {
    ...original,
    key: `${key}~${earlier.length + 1}`.slice(-180),
    ...differences,
    corrects: key,
    reason,
    ...(revealed.length > 0 && { reveals: revealed.join(' ') }),
  }
}

type Figures = Partial<Record<(typeof FIGURES)[number], number>>

function zeros(): Figures {
  return Object.fromEntries(FIGURES.map((figure) => [figure, 0]))
}

/** Range and parts of a figure change in proportion to it. */
function scaled(current: Entry, target: Corrected): Figures {
  const wanted: Figures = { ...target }
  const parts = { wh: ['wh_low', 'wh_high'], g: ['op_g', 'em_g'], l: [] } as const
  for (const figure of ['wh', 'g', 'l'] as const) {
    const value = target[figure]
    if (value === undefined) continue
    const known = current[figure]
    if (known === null) continue
    for (const part of parts[figure]) {
      const old = current[part]
      if (old !== null && known > 0) wanted[part] = old * (value / known)
    }
  }
  return wanted
}

function difference(current: number | null, wanted: number | undefined): number | null {
  if (current === null || wanted === undefined) return null
  return numberOf(billionthsOf(roundFigure(wanted) ?? 0) - billionthsOf(current))
}
