import { isFields, member, stringOrNull } from '../field.ts'
import { type UsageMaker, count, timeOf, tokens, withoutCache } from './maker.ts'

/** Gemini: the cache is inside the prompt, thoughts are not inside the candidates, tool results are a part of their own. */
export const gemini: UsageMaker = {
  name: 'Gemini',
  read(value) {
    const usage = member(value, 'usageMetadata') ?? member(value, 'usage_metadata')
    if (!isFields(usage)) return null
    const either = (camel: string, snake: string): number => count(usage, camel) || count(usage, snake)
    const input = either('promptTokenCount', 'prompt_token_count')
    const hasOwnFields = 'promptTokenCount' in usage || 'prompt_token_count' in usage || 'totalTokenCount' in usage
    if (!hasOwnFields) return null
    const cacheRead = either('cachedContentTokenCount', 'cached_content_token_count')
    const tools = either('toolUsePromptTokenCount', 'tool_use_prompt_token_count')
    const id = stringOrNull(member(value, 'responseId') ?? member(value, 'response_id'))
    return {
      usage: [
        tokens({
          model: stringOrNull(
            member(value, 'modelVersion') ?? member(value, 'model_version') ?? member(value, 'model'),
          ),
          provider: 'gcp.gemini',
          inputUncached: withoutCache(input, cacheRead) + tools,
          cacheRead,
          output:
            either('candidatesTokenCount', 'candidates_token_count') +
            either('thoughtsTokenCount', 'thoughts_token_count'),
          at: timeOf(member(value, 'createTime')),
        }),
      ],
      ...(id === null ? {} : { replaces: `gemini ${id}` }),
    }
  },
}
