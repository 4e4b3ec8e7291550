import { type Fields, isFields, member, stringOrNull } from '../field.ts'
import { type UsageMaker, inference, keyOf } from './maker.ts'
import { count, countOrNull, wholeOutput, withoutCache } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** Gemini: the cache is inside the prompt, thoughts are not inside the candidates, tool results are a part of their own. */
export function gemini(): UsageMaker {
  // Older answers have no id: the parts of a stream follow each other until one has a reason to finish.
  let streams = 0
  let isStreaming = false
  return {
    name: 'Gemini',
    read(value) {
      const usage = member(value, 'usageMetadata') ?? member(value, 'usage_metadata')
      if (!isFields(usage)) return null
      const hasOwnFields = 'promptTokenCount' in usage || 'prompt_token_count' in usage || 'totalTokenCount' in usage
      if (!hasOwnFields) return null
      const either = (camel: string, snake: string): number => count(usage, camel) || count(usage, snake)
      const input = either('promptTokenCount', 'prompt_token_count')
      const cacheRead = either('cachedContentTokenCount', 'cached_content_token_count')
      const tools = either('toolUsePromptTokenCount', 'tool_use_prompt_token_count')
      const answer =
        either('candidatesTokenCount', 'candidates_token_count') ||
        // The Live API calls them those of the response.
        either('responseTokenCount', 'response_token_count')
      const id = stringOrNull(member(value, 'responseId') ?? member(value, 'response_id'))
      const isPartial = isUnfinished(value)
      const inStream = id === null && (isPartial || isStreaming)
      if (inStream && !isStreaming) streams += 1
      if (id === null) isStreaming = isPartial
      return inference(
        {
          model: stringOrNull(
            member(value, 'modelVersion') ?? member(value, 'model_version') ?? member(value, 'model'),
          ),
          provider: 'gcp.gemini',
          inputUncached: withoutCache(input, cacheRead) + tools,
          cacheRead,
          output: wholeOutput(answer + either('thoughtsTokenCount', 'thoughts_token_count'), {
            input: input + tools,
            reasoning: 0,
            total: countOrNull(usage, 'totalTokenCount') ?? countOrNull(usage, 'total_token_count'),
          }),
          at: timeOf(member(value, 'createTime')),
        },
        {
          isUpdate: true,
          isPartial,
          isLocalKey: inStream,
          key: inStream ? `gemini stream ${streams}` : keyOf('gemini', id),
        },
      )
    },
  }
}

/** Whether an answer has text and no reason why it ended: more of it follows. */
function isUnfinished(value: Fields): boolean {
  const candidates = member(value, 'candidates')
  if (!Array.isArray(candidates) || candidates.length === 0) return false
  const hasReason = (each: unknown): boolean =>
    (member(each, 'finishReason') ?? member(each, 'finish_reason')) !== undefined
  return !candidates.some(hasReason)
}
