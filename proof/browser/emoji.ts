/** Squares of the headline and the legend, in the colours that platforms give them. */
const SQUARES: Readonly<Record<string, string>> = {
  '🟩': '#78B159',
  '🟨': '#FDCB58',
  '🟧': '#F4900C',
  '🟥': '#DD2E44',
  '⬜': '#E6E7E8',
  '🟦': '#55ACEE',
  '🟪': '#AA8ED6',
}
const SIGNS: Readonly<Record<string, readonly [sign: string, colour: string]>> = {
  '❌': ['✖', '#DD2E44'],
  '✅': ['✔', '#1A7F37'],
  '⚠️': ['⚠', '#9A6700'],
  '📋': ['▤', '#6E7781'],
  '🤝': ['✓', '#8250DF'],
  '🍴': ['⑂', '#8250DF'],
  ℹ️: ['ℹ', '#0969DA'],
  '➖': ['–', '#6E7781'],
}

/** Draws the emoji of comments, so that pictures do not depend on the fonts of the machine that makes them. */
export function drawEmoji(html: string): string {
  let drawn = html
  for (const [emoji, colour] of Object.entries(SQUARES)) {
    drawn = drawn.replaceAll(
      emoji,
      `<span style="display:inline-block;width:.86em;height:.86em;border-radius:.15em;vertical-align:-.08em;background:${colour}"></span>`,
    )
  }
  for (const [emoji, [sign, colour]] of Object.entries(SIGNS)) {
    drawn = drawn.replaceAll(emoji, `<span style="color:${colour}">${sign}</span>`)
  }
  return drawn
}
