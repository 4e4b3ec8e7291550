import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TokenUsage } from '../../src/core/llm/usage.ts'
import { detectedFormat } from '../../src/trackers/formats.ts'
import { llmUsage } from '../../src/trackers/usage/usage-log.ts'
import { readText } from './log-text.ts'

type Counts = readonly [requests: number, uncached: number, cacheRead: number, cacheWrite: number, output: number]

const json = (...values: readonly unknown[]): string => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/logs/llm-usage/${name}`, import.meta.url), 'utf8')

async function read(text: string) {
  expect(detectedFormat(text)?.format.name).toBe('llm-usage')
  const { records, refusals, notes = [] } = await readText(llmUsage, text)
  const usages = records.map(({ usage }) => usage as TokenUsage)
  return {
    usages,
    sum: sumOf(usages),
    reasons: refusals.map(({ reason }) => reason),
    codes: [...records.flatMap((record) => record.notes), ...notes].map(({ code }) => code),
  }
}

function sumOf(usages: readonly TokenUsage[]): Counts {
  const sum = (value: (usage: TokenUsage) => number): number => usages.reduce((total, each) => total + value(each), 0)
  return [
    sum(({ requests }) => requests),
    sum(({ inputUncached }) => inputUncached),
    sum(({ cacheRead }) => cacheRead),
    sum(({ cacheWrite }) => cacheWrite),
    sum(({ output }) => output),
  ]
}

describe('fixtures, counted by hand', () => {
  test.each<[string, Counts]>([
    ['bedrock.jsonl', [3, 40 + 3 + 9, 500, 25_000, 12 + 13]],
    ['cohere.jsonl', [3, 7 + 69 + 8, 64, 0, 418 + 9]],
    ['ai-sdk.jsonl', [5, 1000 + 240 + 7 + 5, 8000, 500, 300 + 50 + 3]],
    ['gemini-cli.json', [3, 16_939 + 8965 + 28, 8000, 0, 174 + 40]],
    ['gemini-cli-telemetry.log', [1, 70 + 2, 10, 0, 45]],
  ])('%s', async (name, counts) => {
    const { sum, reasons } = await read(fixture(name))
    expect(reasons).toEqual([])
    expect(sum).toEqual(counts)
  })

  test('Bedrock names the region that answered, and the model without its ARN', async () => {
    const { usages } = await read(fixture('bedrock.jsonl'))
    expect(usages[0]).toMatchObject({
      model: 'meta.llama3-1-70b-instruct-v1:0',
      provider: 'aws.bedrock',
      region: 'us-west-2',
    })
  })

  test.each(['bedrock.jsonl', 'cohere.jsonl', 'ai-sdk.jsonl', 'gemini-cli-telemetry.log'])(
    '%s twice counts each request with an id once',
    async (name) => {
      const text = fixture(name).replace(/^.*"embedding":.*$/m, '')
      expect((await read(text + text)).sum).toEqual((await read(text)).sum)
    },
  )

  test.each(['bedrock.jsonl', 'cohere.jsonl', 'ai-sdk.jsonl', 'gemini-cli.json', 'gemini-cli-telemetry.log'])(
    '%s that was cut anywhere never counts more than the whole',
    async (name) => {
      const text = fixture(name)
      const whole = (await read(text)).sum
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (length) => {
          const { records } = await readText(llmUsage, text.slice(0, length))
          const sum = sumOf(records.map(({ usage }) => usage as TokenUsage))
          for (const [at, count] of sum.entries()) expect(count).toBeLessThanOrEqual(whole[at] ?? 0)
        }),
        { numRuns: 40 },
      )
    },
  )
})

/** Counts of an answer: each maker writes them in its own way, and all of them are read alike. */
const answers = fc.record({
  uncached: fc.integer({ min: 0, max: 1e9 }),
  cacheRead: fc.integer({ min: 0, max: 1e9 }),
  cacheWrite: fc.integer({ min: 0, max: 1e9 }),
  output: fc.integer({ min: 0, max: 1e9 }),
  reasoning: fc.integer({ min: 0, max: 1e9 }),
})
type Answer = typeof answers extends fc.Arbitrary<infer T> ? T : never

describe('what a maker counts inside or beside its totals', () => {
  const writers: Readonly<Record<string, { write: (answer: Answer) => unknown; hasWrite: boolean }>> = {
    'Bedrock invocation': {
      hasWrite: true,
      write: ({ uncached, cacheRead, cacheWrite, output, reasoning }) => ({
        schemaType: 'ModelInvocationLog',
        modelId: 'm',
        input: {
          inputTokenCount: uncached,
          cacheReadInputTokenCount: cacheRead,
          cacheWriteInputTokenCount: cacheWrite,
        },
        output: { outputTokenCount: output + reasoning },
      }),
    },
    'Bedrock Converse': {
      hasWrite: true,
      write: ({ uncached, cacheRead, cacheWrite, output, reasoning }) => ({
        stopReason: 'end_turn',
        output: { message: {} },
        usage: {
          inputTokens: uncached,
          cacheReadInputTokens: cacheRead,
          cacheWriteInputTokens: cacheWrite,
          outputTokens: output + reasoning,
        },
      }),
    },
    Cohere: {
      hasWrite: false,
      write: ({ uncached, cacheRead, output, reasoning }) => ({
        id: 'c',
        usage: {
          billed_units: { input_tokens: 1, output_tokens: 1 },
          tokens: { input_tokens: uncached + cacheRead, output_tokens: output + reasoning },
          cached_tokens: cacheRead,
        },
      }),
    },
    'AI SDK': {
      hasWrite: true,
      write: ({ uncached, cacheRead, cacheWrite, output, reasoning }) => ({
        finishReason: 'stop',
        usage: {
          inputTokens: uncached + cacheRead + cacheWrite,
          inputTokenDetails: { noCacheTokens: uncached, cacheReadTokens: cacheRead, cacheWriteTokens: cacheWrite },
          outputTokens: output + reasoning,
          outputTokenDetails: { textTokens: output, reasoningTokens: reasoning },
          totalTokens: uncached + cacheRead + cacheWrite + output + reasoning,
        },
      }),
    },
    'Gemini CLI': {
      hasWrite: false,
      write: ({ uncached, cacheRead, output, reasoning }) => ({
        session_id: 's',
        response: '',
        stats: {
          models: {
            m: {
              api: { totalRequests: 1 },
              tokens: { prompt: uncached + cacheRead, cached: cacheRead, candidates: output, thoughts: reasoning },
            },
          },
        },
      }),
    },
  }

  test.each(Object.entries(writers))('%s', async (_, { write, hasWrite }) => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const { records } = await readText(llmUsage, json(write(answer)))
        const written = hasWrite ? answer.cacheWrite : 0
        expect(sumOf(records.map(({ usage }) => usage as TokenUsage))).toEqual([
          1,
          answer.uncached,
          answer.cacheRead,
          written,
          answer.output + answer.reasoning,
        ])
      }),
      { numRuns: 50 },
    )
  })
})

test.each([
  ['events of CloudWatch', (line: string) => JSON.stringify({ events: [{ timestamp: 1, message: line }] }, null, 2)],
  ['a query of CloudWatch', (line: string) => `${JSON.stringify({ '@timestamp': 'x', '@message': line })}\n`],
  ['the log of a container', (line: string) => `${JSON.stringify({ log: `${line}\n`, stream: 'stdout' })}\n`],
])('a line that is text inside of %s is read', async (_, wrap) => {
  const [line = ''] = fixture('bedrock.jsonl').split('\n')
  expect((await read(wrap(line))).sum).toEqual([1, 40, 0, 0, 12])
})

describe('streams', () => {
  test("Cohere's stream counts at its end, and one without an end is unfinished", async () => {
    const start = { type: 'message-start', id: 'c1', delta: { message: { role: 'assistant' } } }
    const delta = { type: 'content-delta', index: 0, delta: { message: { content: { text: 'C' } } } }
    const usage = {
      billed_units: { input_tokens: 5, output_tokens: 9 },
      tokens: { input_tokens: 71, output_tokens: 9 },
    }
    const end = { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage } }
    expect((await read(json(start, delta, delta, end))).sum).toEqual([1, 71, 0, 0, 9])
    const { codes } = await read(json(start, delta, end, { ...start, id: 'c2' }, delta))
    expect(codes).toContain('log-usage-unfinished')
  })

  test("Cohere's stream of version 1 counts in its last event", async () => {
    const meta = { billed_units: { input_tokens: 5, output_tokens: 9 }, tokens: { input_tokens: 69, output_tokens: 9 } }
    const events = [
      { is_finished: false, event_type: 'text-generation', text: 'C' },
      { is_finished: true, event_type: 'stream-end', response: { response_id: 'r', text: 'C', meta } },
    ]
    expect((await read(json(...events))).sum).toEqual([1, 69, 0, 0, 9])
  })

  test("Gemini CLI's stream has the thoughts in its total alone", async () => {
    const at = { timestamp: '2026-03-02T08:15:00.000Z' }
    const stats = { total_tokens: 1300, input_tokens: 1000, output_tokens: 200, cached: 400, input: 600 }
    const text = json(
      { type: 'init', ...at, session_id: 's', model: 'gemini-2.5-pro' },
      { type: 'message', ...at, role: 'assistant', content: 'a', delta: true },
      { type: 'tool_use', ...at, tool_name: 'ls', tool_id: 't', parameters: {} },
      { type: 'result', ...at, status: 'success', stats },
    )
    const { usages, sum } = await read(text)
    expect(sum).toEqual([1, 600, 400, 0, 300])
    expect(usages[0]?.model).toBe('gemini-2.5-pro')
  })

  test("answers of other makers within and after Gemini CLI's stream are counted", async () => {
    const at = { timestamp: '2026-03-02T08:15:00.000Z' }
    const answer = (id: string) => ({ ...at, type: 'message', id, usage: { input_tokens: 70, output_tokens: 9 } })
    const text = json(
      { type: 'init', ...at, session_id: 's', model: 'gemini-2.5-pro' },
      { ...answer('a'), model: 'claude-x' },
      { type: 'result', ...at, stats: { total_tokens: 12, input_tokens: 10, output_tokens: 2, cached: 0 } },
      { ...answer('b'), model: 'claude-x' },
    )
    expect((await read(text)).sum).toEqual([3, 150, 0, 0, 20])
  })

  test('a session of Gemini CLI that was resumed counts its last sum', async () => {
    const output = (prompt: number) => ({
      session_id: 's',
      response: '',
      stats: { models: { m: { api: { totalRequests: 1 }, tokens: { prompt, candidates: 2 } } } },
    })
    expect((await read(json(output(10), output(25)))).sum).toEqual([1, 25, 0, 0, 2])
  })
})

describe('AI SDK', () => {
  test('spans around a call repeat its counts and are left out', async () => {
    const span = (name: string, attributes: object) => ({ name, traceId: 't', spanId: name, attributes })
    const counts = { 'ai.usage.inputTokens': 650_361, 'ai.usage.outputTokens': 369 }
    const call = {
      ...counts,
      'ai.usage.cachedInputTokens': 649_452,
      'ai.usage.inputTokenDetails.cacheReadTokens': 649_452,
      'ai.usage.inputTokenDetails.cacheWriteTokens': 907,
      'ai.usage.inputTokenDetails.noCacheTokens': 2,
      'gen_ai.usage.input_tokens': 650_361,
      'gen_ai.usage.output_tokens': 369,
      'gen_ai.system': 'anthropic.messages',
    }
    const text = json(span('ai.streamText.doStream', call), span('ai.streamText', counts))
    expect((await read(text)).sum).toEqual([1, 2, 649_452, 907, 369])
  })

  test.each([
    [
      'a cache beside the input',
      { inputTokens: 100, cachedInputTokens: 900, outputTokens: 5, totalTokens: 105 },
      [1, 100, 900, 0, 5],
    ],
    [
      'a cache inside the input',
      { inputTokens: 100, cachedInputTokens: 60, outputTokens: 5, totalTokens: 105 },
      [1, 40, 60, 0, 5],
    ],
    [
      'reasoning beside the output',
      { inputTokens: 100, outputTokens: 5, reasoningTokens: 7, totalTokens: 112 },
      [1, 100, 0, 0, 12],
    ],
  ])('version 5 with %s', async (_, usage, counts) => {
    expect((await read(json({ finishReason: 'stop', usage }))).sum).toEqual(counts)
  })

  test('counts a step that was interrupted', async () => {
    const usage = { inputTokens: 100, outputTokens: 5 }
    const steps = [{ finishReason: 'stop', usage }, { usage }]
    expect((await read(json({ finishReason: 'stop', usage, steps }))).sum).toEqual([2, 200, 0, 0, 10])
  })
})

test('an answer that counts no tokens, only what is billed, is refused', async () => {
  const rerank = { id: 'x', results: [], meta: { billed_units: { search_units: 1 } } }
  const { reasons } = await read(`${fixture('cohere.jsonl')}${json(rerank)}`)
  expect(reasons[0]).toContain('counts no tokens')
})

test.each([
  [
    'images and no usage',
    { created: 1764000200, data: [{ url: 'https://example.org/a.png' }] },
    'the answer has images and no usage, so its energy is unknown',
  ],
  [
    'images in place of tokens in the sums of OpenAI',
    { object: 'organization.usage.images.result', images: 7, num_model_requests: 7, model: 'dall-e-3' },
    'the usage of images is not in tokens: only tokens tell the energy',
  ],
])('an answer with %s is refused, not free', async (_, value, reason) => {
  const chat = { object: 'chat.completion', model: 'm', usage: { prompt_tokens: 1, completion_tokens: 2 } }
  const { sum, reasons } = await read(json(chat, value))
  expect(sum).toEqual([1, 1, 0, 0, 2])
  expect(reasons).toEqual([reason])
})

describe('shapes that are easy to misread', () => {
  const chat = (usage: unknown) => ({
    id: 'chatcmpl-12345678901234567890',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    usage,
  })
  test.each<[string, unknown, Counts]>([
    [
      'xAI counts the reasoning beside the output',
      chat({
        prompt_tokens: 37,
        completion_tokens: 9,
        total_tokens: 346,
        prompt_tokens_details: { cached_tokens: 8 },
        completion_tokens_details: { reasoning_tokens: 300 },
      }),
      [1, 29, 8, 0, 309],
    ],
    [
      'Groq puts the usage of a stream beside the choices',
      {
        id: 'chatcmpl-12345678901234567890',
        object: 'chat.completion.chunk',
        choices: [{ delta: {} }],
        x_groq: { id: 'r', usage: { prompt_tokens: 10, completion_tokens: 20 } },
      },
      [1, 10, 0, 0, 20],
    ],
    [
      "OpenAI's realtime answer spells its details in another way",
      {
        type: 'response.done',
        response: {
          id: 'r',
          usage: {
            input_tokens: 127,
            output_tokens: 148,
            input_token_details: { cached_tokens: 100, audio_tokens: 8 },
          },
        },
      },
      [1, 27, 100, 0, 148],
    ],
    [
      'a transcript counts audio tokens',
      {
        text: 'a',
        usage: { type: 'tokens', input_tokens: 14, input_token_details: { audio_tokens: 14 }, output_tokens: 101 },
      },
      [1, 14, 0, 0, 101],
    ],
    [
      "Anthropic's usage report does not count requests",
      {
        data: [
          {
            results: [
              {
                uncached_input_tokens: 1500,
                cache_creation: { ephemeral_1h_input_tokens: 1000, ephemeral_5m_input_tokens: 500 },
                cache_read_input_tokens: 200,
                output_tokens: 500,
                model: 'claude-opus-4-1',
              },
            ],
          },
        ],
        has_more: false,
      },
      [0, 1500, 200, 1500, 500],
    ],
    [
      "Gemini's Live API calls the candidates a response",
      { usageMetadata: { promptTokenCount: 10, responseTokenCount: 20, totalTokenCount: 30 } },
      [1, 10, 0, 0, 20],
    ],
    [
      "a tree of LangSmith's runs counts its model calls alone",
      {
        run_type: 'chain',
        prompt_tokens: 100,
        completion_tokens: 5,
        child_runs: [
          { run_type: 'tool', child_runs: [{ run_type: 'llm', name: 'm', prompt_tokens: 100, completion_tokens: 5 }] },
        ],
      },
      [1, 100, 0, 0, 5],
    ],
    [
      "OpenInference's names of the counts",
      {
        name: 'ChatCompletion',
        attributes: {
          'openinference.span.kind': 'LLM',
          'llm.model_name': 'gpt-4o',
          'llm.token_count.prompt': 100,
          'llm.token_count.completion': 20,
          'llm.token_count.prompt_details.cache_read': 40,
        },
      },
      [1, 60, 40, 0, 20],
    ],
  ])('%s', async (_, value, counts) => {
    const { sum, reasons } = await read(json(value))
    expect(reasons).toEqual([])
    expect(sum).toEqual(counts)
  })

  const good = chat({ prompt_tokens: 1, completion_tokens: 2 })
  test.each([
    ['an answer without usage', chat(null), 'no usage'],
    ['a transcript that counts seconds', { text: 'a', usage: { type: 'duration', seconds: 27 } }, 'seconds'],
    ['a Bedrock invocation without counts', { schemaType: 'ModelInvocationLog', modelId: 'm' }, 'tokens are unknown'],
    [
      'a Gemini CLI session that failed',
      { session_id: 's', response: '', stats: { models: {} }, error: { type: 'Error' } },
      'error',
    ],
  ])('%s makes the figure indeterminate', async (_, value, reason) => {
    const { sum, reasons } = await read(json(good, value))
    expect(sum).toEqual([1, 1, 0, 0, 2])
    expect(reasons[0]).toContain(reason)
  })

  test('a generation of Langfuse without usage is unfinished, not free', async () => {
    const observation = { type: 'GENERATION', model: 'gpt-4o' }
    const text = json(
      { ...observation, id: 'a', usageDetails: {} },
      { ...observation, id: 'b', usageDetails: { input: 10, output: 20, total: 30 } },
    )
    const { sum, codes } = await read(text)
    expect(sum).toEqual([1, 10, 0, 0, 20])
    expect(codes).toContain('log-usage-unfinished')
  })
})
