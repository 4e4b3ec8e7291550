/** Cells of the bar. */
const CELLS = 10

/**
 * Share of a budget as ten cells that read in any font, mail client and colour scheme: `██░░░░░░░░`. Over the budget, the
 * bar is as long as what was used and a line marks where the budget ends: `█████┃▓▓▓▓▓`.
 */
export function bar(share: number): string {
  if (!Number.isFinite(share) || share < 0) return '░'.repeat(CELLS)
  if (share <= 1) {
    // A share above 0 never gives an empty bar, and a share below 1 never a full one.
    const filled = Math.min(share < 1 ? CELLS - 1 : CELLS, Math.max(share > 0 ? 1 : 0, Math.round(share * CELLS)))
    return '█'.repeat(filled) + '░'.repeat(CELLS - filled)
  }
  const within = Math.min(CELLS - 1, Math.max(1, Math.round(CELLS / share)))
  return `${'█'.repeat(within)}┃${'▓'.repeat(CELLS - within)}`
}
