/** Words and letters for numbers. They follow a count (`5 million`) or replace it (`ten`). */
const MAGNITUDES: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  dozen: 12,
  twenty: 20,
  fifty: 50,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  mln: 1e6,
  mio: 1e6,
  billion: 1e9,
  bn: 1e9,
  k: 1e3,
  K: 1e3,
  M: 1e6,
}

/**
 * Number that a word or letter behind a count means; null if it means none. A small `m` could be a thousandth.
 * @example magnitudeOf('Thousand') // 1000
 */
export function magnitudeOf(word: string): number | null {
  const name = word.length > 1 ? word.toLowerCase() : word
  return Object.hasOwn(MAGNITUDES, name) ? (MAGNITUDES[name] ?? null) : null
}
