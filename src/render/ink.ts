/** Text colours. Each reads at 4.5:1 or better on the grounds that it is used on (WCAG 2.2, AA for small text). */
export const INK = '#1F2328'
export const SOFT_INK = '#59636E'
export const PAPER = '#FFFFFF'
const INKS = [INK, PAPER, '#000000'] as const

/** Relative luminance of an sRGB colour (WCAG 2.2), 0 to 1. @param colour `#RRGGBB` */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours (WCAG 2.2), 1 to 21. @param a `#RRGGBB` @param b `#RRGGBB` */
export function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** The softest text colour that can be read on a ground. @param ground `#RRGGBB` */
export function inkOn(ground: string): string {
  return INKS.find((ink) => contrastOf(ink, ground) >= 4.5) ?? '#000000'
}
