import { ConfigurationError, MeasurementError } from '../core/errors.ts'
import { printable } from '../core/text.ts'
import { type Correction, type Entry, type Line, hiddenFigures, isCorrection, revealedFigures } from './entry.ts'
import { billionthsOf, numberOf, roundFigure } from './exact-sum.ts'
import { FIGURES_OF_SUM } from './totals.ts'

/** Figures that a correction changes. */
const FIGURES = ['s', 'wh', 'wh_low', 'wh_high', 'g', 'op_g', 'em_g', 'l', 'tokens'] as const

type Figure = (typeof FIGURES)[number]

/** What an entry should have said; null: it is unknown. A figure that is left out stays. */
export type Corrected = Partial<Record<'wh' | 'g' | 'l', number | null>>

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
  for (const correction of corrections.sort(byNumber)) {
    const entry = entries.get(correction.corrects)
    if (!entry) {
      throw new MeasurementError(
        `ledger: ${printable(correction.key)} corrects ${printable(correction.corrects)}, which the ledger does not have: run \`ledger verify\``,
        'ledger',
      )
    }
    entries.set(entry.key, applied(entry, correction))
  }
  return [...entries.values()]
}

/** An entry with one more correction. */
function applied(entry: Entry, correction: Correction): Entry {
  const [revealed, hidden] = [revealedFigures(correction), hiddenFigures(correction)]
  const corrected = { ...entry }
  for (const figure of FIGURES) {
    const known = entry[figure] ?? (revealed.includes(figure) ? 0 : null)
    corrected[figure] = hidden.includes(figure) ? null : sum(known, correction[figure])
  }
  return corrected
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
  const earlier = lines.filter((line) => isCorrection(line)).filter(({ corrects }) => corrects === key)
  const states = statesOf(original, earlier)
  const current = states.at(-1) ?? original
  const wanted = target === null ? withdrawn(current) : scaled(states, target)
  const changes = FIGURES.map((figure) => ({ figure, ...changeOf(current[figure], wanted[figure]) }))
  const reveals = changes.flatMap(({ figure, mark }) => (mark === null ? [] : `${mark}${figure}`))
  const differences = Object.fromEntries(changes.map(({ figure, difference }) => [figure, difference]))
  return {
    ...original,
    key: `${key}~${earlier.length + 1}`.slice(-180),
    ...(differences as Pick<Correction, Figure>),
    corrects: key,
    reason,
    ...(reveals.length > 0 && { reveals: reveals.join(' ') }),
  }
}

/** The entry and what each correction made of it, the current one last. */
function statesOf(original: Entry, corrections: readonly Correction[]): Entry[] {
  const states = [original]
  for (const correction of corrections.toSorted(byNumber)) states.push(applied(states.at(-1) ?? original, correction))
  return states
}

/** Whether the range or the parts of a figure can belong to it. */
function isWhole({ wh, wh_high, g, op_g, em_g }: Entry, figure: 'wh' | 'g' | 'l'): boolean {
  if (figure === 'wh') return wh === null || wh_high === null || wh_high >= wh
  return figure === 'l' || g === null || op_g === null || em_g === null || op_g + em_g > 0 || g === 0
}

/** The order in which corrections of one entry were made: the number at the end of their keys. A store may list them otherwise. */
function byNumber(a: Correction, b: Correction): number {
  const number = ({ key }: Correction): number => Number(/~(\d+)$/.exec(key)?.[1] ?? 0)
  return number(a) - number(b)
}

/** What figures should be: null is unknown. A figure that is left out stays. */
type Figures = Partial<Record<Figure, number | null>>

/** A withdrawn entry adds 0 to every sum. Only figures that are summed become known by that. */
function withdrawn(current: Entry): Figures {
  return Object.fromEntries(FIGURES.map((figure) => [figure, isSummed(figure) ? 0 : current[figure] && 0]))
}

function isWithdrawn(state: Entry): boolean {
  return FIGURES.every((figure) => state[figure] === 0 || (state[figure] === null && !isSummed(figure)))
}

function isSummed(figure: Figure): boolean {
  return FIGURES_OF_SUM.some((name) => name === figure)
}

/**
 * Range and parts of a figure change in proportion to it, as they last had one. Without any, only a part that was known before its
 * figure stays, if it fits; others become unknown. A correction of a withdrawn entry takes the withdrawal back: all other figures are
 * again what they were before.
 * @param states the entry and what each correction made of it, the current one last
 */
function scaled(states: readonly Entry[], target: Corrected): Figures {
  const current = states.at(-1)
  const base = states.findLast((state) => !isWithdrawn(state)) ?? states[0]
  const wanted: Figures = base === current ? {} : Object.fromEntries(FIGURES.map((figure) => [figure, base?.[figure]]))
  const parts = { wh: ['wh_low', 'wh_high'], g: ['op_g', 'em_g'], l: [] } as const
  for (const figure of ['wh', 'g', 'l'] as const) {
    const value = target[figure]
    if (value === undefined) continue
    wanted[figure] = roundFigure(value)
    if (base && value === base[figure] && isWhole(base, figure)) continue
    if (value === null) {
      for (const part of parts[figure]) wanted[part] = null
      continue
    }
    for (const part of parts[figure]) {
      const last = states.findLast(
        (state) => (state[figure] ?? 0) > 0 && state[part] !== null && isWhole(state, figure),
      )
      // The ratio first: a part that is at most the figure stays so after rounding.
      if (last) wanted[part] = roundFigure(((last[part] ?? 0) / (last[figure] ?? 1)) * value)
      else if (base?.[figure] !== null || !fits(part, base[part], value)) wanted[part] = null
    }
  }
  return wanted
}

/** Whether a part that was known before its figure can belong to it. */
function fits(part: Figure, known: number | null, value: number): boolean {
  return known === null || (part === 'wh_high' ? known >= value : known <= value)
}

/** The difference that a line needs, and its mark in `reveals`: empty for a figure that becomes known, a minus for one that becomes unknown. */
function changeOf(
  current: number | null,
  wanted: number | null | undefined,
): { difference: number | null; mark: '' | '-' | null } {
  if (wanted === undefined || (current === null && wanted === null)) return { difference: null, mark: null }
  const difference = numberOf(billionthsOf(wanted ?? 0) - billionthsOf(current ?? 0))
  return { difference, mark: current === null ? '' : wanted === null ? '-' : null }
}
