/** Sizes in px. The card brings its own white ground, as a printed label does: it reads the same in light and dark. */
export const WIDTH = 320
export const MARGIN = 20
export const INNER = WIDTH - 2 * MARGIN

/** A part of the card with its height. */
export interface Block {
  readonly height: number
  /** @param y upper edge */
  draw(y: number): string
}
