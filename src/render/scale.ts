import { LABEL_CLASSES, type Label } from '../core/label.ts'

/** Share of the budget at which the pass line lies: between D and E. */
const PASS_SHARE = 1

/** `A [B] C D | E F G`: the classes of the label, this one in brackets; the bar is the end of the budget. */
export function letterScale(label: Label): string {
  const letters = LABEL_CLASSES.map(({ letter, upTo }) => {
    const shown = letter === label ? `[${letter}]` : letter
    return upTo === PASS_SHARE ? `${shown} |` : shown
  })
  return letters.join(' ')
}
