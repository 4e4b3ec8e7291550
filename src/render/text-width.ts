/** Widths in em, after the wider of common fonts (DejaVu Sans), so that text is too short rather than too long. */
const NARROW = /[ijl.,:;'|!()[\]·]/
const WIDE = /[w<>=+~#&\p{Lu}–…▲▼]/u
const WIDEST = /[mMW@%—]/
/** East Asian wide characters and pictures. */
const FULL =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\p{Extended_Pictographic}]/u

/** Estimated width in em; bold is a tenth wider. */
export function widthOf(text: string, bold = false): number {
  let width = 0
  for (const character of text) {
    if (FULL.test(character)) width += 1.1
    else if (/[\s\u00A0]/.test(character)) width += 0.32
    else if (NARROW.test(character)) width += 0.37
    else if (WIDEST.test(character)) width += 1.02
    else width += WIDE.test(character) ? 0.8 : 0.62
  }
  return bold ? width * 1.1 : width
}
