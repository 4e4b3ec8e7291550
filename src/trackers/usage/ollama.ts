import { member, textAt } from '../field.ts'
import { NOTHING, type UsageMaker, inference } from './maker.ts'
import { count, hasCount } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** Ollama's chat, generate and embed: durations are nanoseconds and not read. */
export const ollama: UsageMaker = {
  name: 'Ollama',
  read(value) {
    const done = member(value, 'done')
    const hasCounts = hasCount(value, 'eval_count') || hasCount(value, 'prompt_eval_count')
    if (!hasCounts) return done === false && textAt(value, 'model') !== null ? NOTHING : null
    return inference({
      model: textAt(value, 'model'),
      // Models of Ollama's own cloud are passed through by the local server, which names their host.
      provider: textAt(value, 'remote_host') === null ? 'ollama' : 'ollama.com',
      // Missing where the whole prompt was in the cache.
      inputUncached: count(value, 'prompt_eval_count'),
      output: count(value, 'eval_count'),
      at: timeOf(member(value, 'created_at')),
    })
  },
}
