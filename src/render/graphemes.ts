/** Text of which each character is seen as one, takes one cell of a terminal, and joins with no other. */
const ONE_EACH = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2080-\u2089\u2212\u2580-\u259F]*$/

export function isOneEach(text: string): boolean {
  return ONE_EACH.test(text)
}

/** Made when it is first needed: the rules for all scripts take about 20 ms to load, longer than most commands take to print. */
let segmenter: Intl.Segmenter | null = null

/** The characters of a text as people see them, each with its place. */
export function graphemesOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (isOneEach(text)) return Array.from(text, (segment, index) => ({ segment, index }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}
