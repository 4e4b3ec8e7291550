import { type Fields, isFields, member, memberAt, textAt } from '../field.ts'
import { type MakerReading, NOTHING, type UsageMaker, inference, keyOf } from './maker.ts'
import { count, hasCount, inputWithCache } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** LangSmith runs: parents repeat their children, so only the model calls themselves count, at any depth. */
export const langSmith: UsageMaker = {
  name: 'LangSmith',
  read: (value) => (textAt(value, 'run_type') === null ? null : runReadings(value, 0)),
}

/** Types of runs that are a call of a model. */
const MODEL_CALLS = new Set<unknown>(['llm', 'embedding'])

/** Deepest run inside another one. */
const MAX_DEPTH = 64

function runReadings(run: Fields, depth: number): MakerReading[] {
  if (MODEL_CALLS.has(member(run, 'run_type'))) return [runReading(run)]
  const children = member(run, 'child_runs')
  if (!Array.isArray(children) || depth >= MAX_DEPTH) return [NOTHING]
  return children.filter(isFields).flatMap((child) => runReadings(child, depth + 1))
}

function runReading(value: Fields): MakerReading {
  const key = { key: keyOf('langsmith', member(value, 'id')), isUpdate: true }
  const counts = runCounts(value)
  // A run that failed or still runs has none.
  if (counts === null) return { usage: [], ...key }
  const [input, output, details] = counts
  return inference(
    {
      model:
        textAt(value, 'extra', 'metadata', 'ls_model_name') ??
        textAt(value, 'extra', 'invocation_params', 'model') ??
        textAt(value, 'name'),
      provider: textAt(value, 'extra', 'metadata', 'ls_provider'),
      ...inputWithCache(input, count(details, 'cache_read'), count(details, 'cache_creation')),
      output,
      at: timeOf(member(value, 'start_time')),
    },
    key,
  )
}

/** Input, output and details of the input: fields of the run or of its output. */
function runCounts(run: Fields): readonly [input: number, output: number, details: unknown] | null {
  if (hasCount(run, 'prompt_tokens')) {
    return [count(run, 'prompt_tokens'), count(run, 'completion_tokens'), member(run, 'prompt_token_details')]
  }
  const usage = memberAt(run, 'outputs', 'usage_metadata') ?? memberAt(run, 'extra', 'metadata', 'usage_metadata')
  if (hasCount(usage, 'input_tokens')) {
    return [count(usage, 'input_tokens'), count(usage, 'output_tokens'), member(usage, 'input_token_details')]
  }
  const old = memberAt(run, 'outputs', 'llm_output', 'token_usage')
  if (!hasCount(old, 'prompt_tokens')) return null
  return [count(old, 'prompt_tokens'), count(old, 'completion_tokens'), undefined]
}

/** LangChain messages: the input includes the cache. */
export const langChain: UsageMaker = {
  name: 'LangChain',
  read(value) {
    const usage = member(value, 'usage_metadata')
    if (!isFields(usage) || !hasCount(usage, 'input_tokens')) return null
    const details = member(usage, 'input_token_details')
    const [cacheRead, cacheWrite] = [count(details, 'cache_read'), count(details, 'cache_creation')]
    return inference({
      model: textAt(value, 'response_metadata', 'model_name') ?? textAt(value, 'response_metadata', 'model'),
      ...inputWithCache(count(usage, 'input_tokens'), cacheRead, cacheWrite),
      output: count(usage, 'output_tokens'),
    })
  },
}
