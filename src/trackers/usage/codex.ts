import { member, stringOrNull } from '../field.ts'
import { NOTHING, type UsageMaker, count, tokens, withoutCache } from './maker.ts'

/** Codex `exec --json`: one count a turn, without the model's name; the cache is inside the input. */
export const codex: UsageMaker = {
  name: 'Codex',
  read(value) {
    const type = stringOrNull(member(value, 'type'))
    if (type === null || !/^(?:thread|turn|item)\.[a-z_]+$/.test(type)) return null
    const usage = member(value, 'usage')
    if (type !== 'turn.completed' || usage === undefined) return NOTHING
    const [cacheRead, cacheWrite] = [count(usage, 'cached_input_tokens'), count(usage, 'cache_write_input_tokens')]
    return {
      usage: [
        tokens({
          model: null,
          provider: 'openai',
          inputUncached: withoutCache(count(usage, 'input_tokens'), cacheRead, cacheWrite),
          cacheRead,
          cacheWrite,
          output: count(usage, 'output_tokens'),
        }),
      ],
    }
  },
}
