import { nonNegative } from './quantity.ts'

/** Classes of the label: upper end as a share of the budget, and the EU energy label's colours. D is the pass line. */
export const LABEL_CLASSES = [
  { letter: 'A', upTo: 0.25, colour: '#009640' },
  { letter: 'B', upTo: 0.5, colour: '#52AE32' },
  { letter: 'C', upTo: 0.75, colour: '#C8D400' },
  { letter: 'D', upTo: 1, colour: '#FFED00' },
  { letter: 'E', upTo: 1.5, colour: '#FBBA00' },
  { letter: 'F', upTo: 2, colour: '#EC6608' },
  { letter: 'G', upTo: Number.POSITIVE_INFINITY, colour: '#E30613' },
] as const

export type Label = (typeof LABEL_CLASSES)[number]['letter']

/**
 * The letter for a share of the budget (1 = all of it).
 * @throws QuantityError
 * @example labelOf(0.81) // "D"
 */
export function labelOf(share: number): Label {
  nonNegative('budget share', share)
  return (LABEL_CLASSES.find(({ upTo }) => share <= upTo) ?? LABEL_CLASSES[6]).letter
}
