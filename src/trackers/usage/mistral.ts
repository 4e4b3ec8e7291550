import { member, textAt } from '../field.ts'
import { type UsageMaker, inference } from './maker.ts'
import { count, hasCount } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** Mistral's SDK, which writes camelCase; its REST answers are those of OpenAI's chat. */
export const mistral: UsageMaker = {
  name: 'Mistral',
  read(value) {
    const usage = member(value, 'usage')
    if (!hasCount(usage, 'promptTokens')) return null
    return inference({
      model: textAt(value, 'model'),
      provider: 'mistral_ai',
      inputUncached: count(usage, 'promptTokens'),
      output: count(usage, 'completionTokens'),
      at: timeOf(member(value, 'created')),
    })
  },
}
