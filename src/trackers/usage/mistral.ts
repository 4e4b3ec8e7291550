import { member, stringOrNull } from '../field.ts'
import { type UsageMaker, count, hasCount, timeOf, tokens } from './maker.ts'

/** Mistral's SDK, which writes camelCase; its REST answers are those of OpenAI's chat. */
export const mistral: UsageMaker = {
  name: 'Mistral',
  read(value) {
    const usage = member(value, 'usage')
    if (!hasCount(usage, 'promptTokens')) return null
    return {
      usage: [
        tokens({
          model: stringOrNull(member(value, 'model')),
          provider: 'mistral_ai',
          inputUncached: count(usage, 'promptTokens'),
          output: count(usage, 'completionTokens'),
          at: timeOf(member(value, 'created')),
        }),
      ],
    }
  },
}
