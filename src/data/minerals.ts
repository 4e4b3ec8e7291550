/**
 * Minerals that a maker publishes for its model. Mistral AI, life-cycle assessment of Mistral Large 2 (July 2025): 0.16 mg Sb eq for an
 * answer of 400 tokens, location-based, with hardware.
 */
const MODELS: readonly (readonly [name: RegExp, kgSbPerOutputToken: number])[] = [
  [/^mistral-large-(?:2|2407|2411)$/, 0.16e-6 / 400],
]

/**
 * Minerals and metals of the hardware behind a model's answers.
 * @param model as a usage log names it
 * @returns kg Sb eq; null where the maker publishes nothing
 * @example mineralsOfTokens('mistral-large-2411', 400) // 1.6e-7
 */
export function mineralsOfTokens(model: string | null, outputTokens: number): number | null {
  const name = (model ?? '').toLowerCase().split('/').at(-1) ?? ''
  const row = MODELS.find(([pattern]) => pattern.test(name))
  return row ? row[1] * outputTokens : null
}
