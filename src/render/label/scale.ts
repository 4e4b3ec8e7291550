import { LABEL_CLASSES, type Label } from '../../core/label.ts'
import { INK, PAPER, SOFT_INK, inkOn } from '../ink.ts'
import { svgText } from '../svg-text.ts'
import { type Block, MARGIN, WIDTH } from './block.ts'

const ARROW = { height: 22, step: 26, first: 84, longer: 18, tip: 11 }
const OUTLINE = '#818B98'

/** The seven arrows, the line where the budget ends, and the black pointer level with the report's class. */
export function scaleBlock(letter: Label | null, { isIndeterminate = false } = {}): Block {
  return {
    height: LABEL_CLASSES.length * ARROW.step + 4,
    draw: (y) =>
      [
        ...LABEL_CLASSES.map((row, at) => drawArrow(row, y + at * ARROW.step, at, letter !== null)),
        drawPassLine(y + 4 * ARROW.step - 2),
        drawPointer(y, letter, isIndeterminate),
      ]
        .filter(Boolean)
        .join('\n'),
  }
}

/** One class of the scale; the share that it ends at is written in it. Without a letter the scale is only an outline. */
function drawArrow(
  { letter, upTo, colour }: (typeof LABEL_CLASSES)[number],
  y: number,
  at: number,
  isFilled: boolean,
): string {
  const end = MARGIN + ARROW.first + at * ARROW.longer
  const middle = y + ARROW.height / 2
  const share = Number.isFinite(upTo) ? `≤ ${upTo * 100} %` : '> 200 %'
  const ink = isFilled ? inkOn(colour) : SOFT_INK
  const look = isFilled ? `fill="${colour}"` : `fill="${PAPER}" stroke="${OUTLINE}"`
  return `<path d="M${MARGIN} ${y}H${end}L${end + ARROW.tip} ${middle}L${end} ${y + ARROW.height}H${MARGIN}Z" ${look}/>${svgText(letter, MARGIN + 8, middle + 6, 16, `font-weight="700" fill="${ink}"`)}${svgText(share, MARGIN + 28, middle + 3.5, 10, `fill="${ink}"`)}`
}

/** Where the budget ends, between D and E. */
function drawPassLine(y: number): string {
  const word = (text: string, base: number): string => svgText(text, 212, base, 9.5, `fill="${SOFT_INK}"`)
  return `<path d="M${MARGIN} ${y}H${WIDTH - MARGIN}" stroke="${INK}" stroke-width="1" stroke-dasharray="3 3"/>${word('pass', y - 4)}${word('over', y + 11)}`
}

/** The black arrow at the right, as high as its class and level with it: the letter once more, large. */
function drawPointer(y: number, letter: Label | null, isIndeterminate: boolean): string {
  if (letter === null && !isIndeterminate) return ''
  const at = letter === null ? 3 : LABEL_CLASSES.findIndex((row) => row.letter === letter)
  const middle = y + at * ARROW.step + ARROW.height / 2
  const [left, right, half] = [WIDTH - MARGIN - 54, WIDTH - MARGIN, 13]
  return `<path d="M${left} ${middle}L${left + 12} ${middle - half}H${right}V${middle + half}H${left + 12}Z" fill="${letter === null ? SOFT_INK : '#000000'}"/>
${svgText(letter ?? '?', left + 33, middle + 7.5, 21, `font-weight="700" fill="${PAPER}" text-anchor="middle"`)}`
}
