/** Sources of grid intensity by the name that settings use. */
export const GRID_PROVIDERS = ['static', 'electricitymaps', 'watttime', 'uk', 'carbon-aware-sdk'] as const
export type GridProviderName = (typeof GRID_PROVIDERS)[number]

/** How a grid provider is asked. */
export interface GridSettings {
  readonly provider: GridProviderName
  readonly token?: string | null | undefined
  /** Base address; null: the provider's own. */
  readonly url?: string | null | undefined
  /** Time limit of all requests together, s. */
  readonly maxWaitS: number
  /** Called with every secret as soon as it is known, such as GitHub's `add-mask`. */
  readonly mask?: (secret: string) => void
  /** Aborts all requests. */
  readonly signal?: AbortSignal
  /** Unix time, s; for tests. */
  readonly now?: () => number
}
