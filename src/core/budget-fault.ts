/** One line of each kind that works; an error shows the one that fits what was written. */
export const EXAMPLE = {
  job: '5 g',
  scope: '20 g per workflow',
  calendar: '2 kg per month',
  organisation: '200 kg per month per organisation',
  energy: '0.8 Wh',
  unit: '40 mg per 1000 inferences',
  growth: '+10 % vs main',
  variant: '-20 % vs variant pytorch',
} as const

/** Why a budget line cannot be read. */
export class BudgetFault extends Error {
  /** Lines that may be what was meant. Not all of them can be read. */
  readonly meant: readonly string[]
  /** A line that works if none of those can be read; null: the reason itself says what to write. */
  readonly usual: string | null

  constructor(why: string, usual: string | null, meant: readonly string[] = []) {
    super(why)
    this.usual = usual
    this.meant = meant
  }
}
