/** A page to look at and to check. */
export interface Subject {
  /** File name of its pictures. */
  readonly name: string
  /** The whole page as HTML. */
  html(): Promise<string>
  /** Widths of the window, px; all of WIDTHS by default. */
  readonly widths?: readonly number[]
  /** Waits in the page before it is checked: an expression that gives a promise. */
  readonly ready?: string
}

/** A phone, a narrow pane, a tablet, a laptop; px. */
export const WIDTHS = [360, 500, 1000, 1280] as const
