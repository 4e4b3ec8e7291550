import type { TokenUsage } from '../../core/llm/usage.ts'
import { type Fields, isFields, member, textAt } from '../field.ts'
import { type MakerReading, type UsageMaker, inference, keyOf } from './maker.ts'
import { count, countOrNull, hasCount, neededCount, withoutCache } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/**
 * Results and steps of the AI SDK (package `ai`), as its callbacks give them: 4.x counts promptTokens, later versions inputTokens. A
 * result with steps is read by its steps, because its own usage is that of the last step or of all, by version.
 */
export const aiSdk: UsageMaker = {
  name: 'AI SDK',
  read(value) {
    const steps = member(value, 'steps')
    // A step that was interrupted has counts, but no reason why it finished.
    if (Array.isArray(steps) && steps.some(isStep)) return steps.filter(hasUsage).map(stepOf)
    const usage = member(value, 'usage')
    if (isFields(usage) && ('embedding' in value || 'embeddings' in value) && hasCount(usage, 'tokens')) {
      return inference({ model: modelOf(value), inputUncached: count(usage, 'tokens') })
    }
    return isStep(value) ? stepOf(value) : null
  },
}

function hasUsage(value: unknown): value is Fields {
  return isFields(value) && isFields(member(value, 'usage'))
}

function isStep(value: unknown): value is Fields {
  return hasUsage(value) && textAt(value, 'finishReason') !== null && !('choices' in value)
}

function stepOf(step: Fields): MakerReading {
  const usage = member(step, 'usage') as Fields
  const model = modelOf(step)
  const response = member(step, 'response')
  const counts = hasCount(usage, 'inputTokens') ? laterCounts(usage, model) : earlierCounts(usage)
  const own = { model, at: timeOf(member(response, 'timestamp')) }
  return inference({ ...counts, ...own }, { key: keyOf('ai sdk', member(response, 'id')) })
}

/** Version 4: neither the cache nor the reasoning is counted apart. */
function earlierCounts(usage: Fields): Partial<TokenUsage> {
  return {
    inputUncached: neededCount(usage, 'promptTokens'),
    output: neededCount(usage, 'completionTokens'),
  }
}

/**
 * Version 6 has the input without its cache; in version 5 the cache is inside or not, and the reasoning too, by provider: the total
 * shows it, or the maker of the model.
 */
function laterCounts(usage: Fields, model: string | null): Partial<TokenUsage> {
  const details = member(usage, 'inputTokenDetails')
  const [input, output] = [count(usage, 'inputTokens'), neededCount(usage, 'outputTokens')]
  const cacheRead = countOrNull(details, 'cacheReadTokens') ?? count(usage, 'cachedInputTokens')
  const cacheWrite = count(details, 'cacheWriteTokens')
  const total = countOrNull(usage, 'totalTokens')
  const reasoning = count(usage, 'reasoningTokens')
  const isReasoningApart = reasoning > 0 && total === input + output + reasoning
  const isCacheApart = cacheRead > input || total === input + output + cacheRead || isExclusive(model)
  return {
    inputUncached:
      countOrNull(details, 'noCacheTokens') ??
      (isCacheApart && cacheRead > 0 ? input : withoutCache(input, cacheRead, cacheWrite)),
    cacheRead,
    cacheWrite,
    output: output + (isReasoningApart ? reasoning : 0),
  }
}

/** Whether the maker of a model counts its cache beside the input. */
function isExclusive(model: string | null): boolean {
  return /claude|anthropic/i.test(model ?? '')
}

function modelOf(value: Fields): string | null {
  return textAt(value, 'response', 'modelId') ?? textAt(value, 'model', 'modelId') ?? textAt(value, 'model')
}
