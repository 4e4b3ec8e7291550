/** Text in which every character takes one cell of a terminal and never joins with its neighbours. */
const ONE_EACH = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2080-\u2089\u2212\u2580-\u259F]*$/

export function isOneEach(text: string): boolean {
  return ONE_EACH.test(text)
}

/** Created on first use. It loads the rules of all scripts, which takes about 20 ms: longer than most commands take to print. */
let segmenter: Intl.Segmenter | null = null

/** The characters of a text as people see them, with the index of each. */
export function graphemesOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (isOneEach(text)) return Array.from(text, (segment, index) => ({ segment, index }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}
