import { aiSdk } from './ai-sdk.ts'
import { anthropic, anthropicReport, anthropicStream } from './anthropic.ts'
import { bedrock } from './bedrock.ts'
import { claudeCode } from './claude-code.ts'
import { codex, codexSession } from './codex.ts'
import { cohere } from './cohere.ts'
import { gemini } from './gemini.ts'
import { geminiCli, geminiCliStream } from './gemini-cli.ts'
import { langChain, langSmith } from './langsmith.ts'
import { langfuse } from './langfuse.ts'
import { liteLlm } from './litellm.ts'
import type { UsageMaker } from './maker.ts'
import { mistral } from './mistral.ts'
import { ollama } from './ollama.ts'
import { openAiChat, openAiResponses, openAiUsage } from './openai.ts'
import { openTelemetry } from './opentelemetry.ts'
import { openTelemetryMetrics } from './opentelemetry-metrics.ts'

/** Makers in the order in which their values are detected: those with the most distinctive fields first. A new one is a file and a row here. */
export function makers(): readonly UsageMaker[] {
  return [
    bedrock,
    geminiCli,
    openTelemetry,
    openTelemetryMetrics,
    geminiCliStream(),
    claudeCode,
    codex,
    codexSession(),
    openAiUsage,
    openAiResponses,
    anthropicStream(),
    anthropic,
    anthropicReport,
    gemini(),
    langfuse,
    langSmith,
    langChain,
    liteLlm,
    ollama,
    aiSdk,
    cohere(),
    mistral,
    openAiChat,
  ]
}

/** Fields that a usage log of any maker has near its beginning. */
const FIELDS = new RegExp(
  [
    /\\?"(?:prompt_tokens|completion_tokens|promptTokens|input_tokens|output_tokens|inputTokens|outputTokens|inputTokenCount|outputTokenCount|billed_units|usageMetadata|usage_metadata|prompt_eval_count|eval_count|modelUsage|usageDetails|usage_details|gen_ai\.[a-z_.]+|llm\.token_count\.[a-z_]+|uncached_input_tokens|run_type)\\?"\s*[:,}]/,
    // Beginnings of streams, sessions and logs with long texts, whose counts may be far from the head.
    /"type"\s*:\s*"(?:thread\.started|turn\.(?:started|completed)|message_start|message-start|response\.created|session_meta)"/,
    /"type"\s*:\s*"init"[^\n]*"session_id"\s*:/,
    /"object"\s*:\s*"chat\.completion\.chunk"/,
    /"type"\s*:\s*"(?:user|assistant|system|summary)"[^\n]*"(?:sessionId|leafUuid)"\s*:|"(?:sessionId|leafUuid)"\s*:[^\n]*"type"\s*:\s*"(?:user|assistant|system|summary)"/,
    /\\?"schemaType\\?"\s*:\s*\\?"ModelInvocationLog/,
    /"event\.name"\s*:\s*"gemini_cli\.|"stringValue"\s*:\s*"gemini_cli\.|"projectHash"\s*:/,
    /^\uFEFF?\s*\{\s*(?:"session_id"\s*:\s*"[^"]*"\s*,\s*)?"response"\s*:\s*"/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** A JSON value, or a stream of server-sent events; the name of a pod (`kubectl logs --prefix`) is not an array. */
const BEGINNING = /^\uFEFF?\s*(?:(?:(?:event|id|retry):|:)[^\n]*\n\s*)*(?:data:\s*)?(?!\[pod\/)[[{]/

/** Whether a file begins like a usage log of a maker. */
export function beginsLikeUsage(head: string): boolean {
  return BEGINNING.test(head) && FIELDS.test(head)
}
