/** Sources of grid intensity by the name that settings use. */
export const GRID_PROVIDERS = ['static', 'electricitymaps', 'watttime', 'uk', 'carbon-aware-sdk'] as const
export type GridProviderName = (typeof GRID_PROVIDERS)[number]

/** How the grid is to be asked. */
export interface GridSettings {
  readonly provider: GridProviderName
  readonly token?: string | null | undefined
  /** Base address; null: the provider's own. */
  readonly url?: string | null | undefined
  /** All waiting together, s. */
  readonly maxWaitS: number
  /** Called with every secret as soon as it is known, such as GitHub's `add-mask`. */
  readonly mask?: (secret: string) => void
  /** Ends all waiting at once. */
  readonly signal?: AbortSignal
  /** Unix time, s; for tests. */
  readonly now?: () => number
}
