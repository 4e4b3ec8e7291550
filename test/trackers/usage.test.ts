import { timeOf } from '../../src/trackers/usage/usage-value.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TokenUsage } from '../../src/core/llm/usage.ts'
import { detectedFormat } from '../../src/trackers/formats.ts'
import { llmUsage } from '../../src/trackers/usage/usage-log.ts'
import { vllm } from '../../src/trackers/usage/vllm.ts'
import { readText } from './log-text.ts'

const json = (...values: readonly unknown[]): string => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`

/** Reads usage values as JSON lines. */
async function read(...values: readonly unknown[]) {
  return readUsage(json(...values))
}

async function readUsage(text: string) {
  const { records, refusals } = await readText(llmUsage, text)
  return {
    usages: records.map(({ usage }) => usage as TokenUsage),
    reasons: refusals.map(({ reason }) => reason),
    codes: records.flatMap(({ notes }) => notes.map(({ code }) => code)),
  }
}

/** The only usage of some values, as input without cache, cache read, cache write, output, requests. */
async function counts(...values: readonly unknown[]): Promise<number[]> {
  const { usages, reasons } = await read(...values)
  expect(reasons).toEqual([])
  expect(usages).toHaveLength(1)
  const [usage] = usages as [TokenUsage]
  return [usage.inputUncached, usage.cacheRead, usage.cacheWrite, usage.output, usage.requests]
}

describe('makers', () => {
  test('OpenAI chat: cached and reasoning tokens are inside the totals', async () => {
    const usage = {
      prompt_tokens: 1000,
      completion_tokens: 200,
      total_tokens: 1200,
      prompt_tokens_details: { cached_tokens: 600 },
      completion_tokens_details: { reasoning_tokens: 150 },
    }
    expect(await counts({ id: 'a', object: 'chat.completion', model: 'gpt-4o', usage })).toEqual([400, 600, 0, 200, 1])
  })

  test('OpenAI stream: only the last usage of a stream counts', async () => {
    const chunk = (usage: unknown): unknown => ({ id: 'c', object: 'chat.completion.chunk', model: 'gpt-4o', usage })
    expect(
      await counts(
        chunk(null),
        chunk({ prompt_tokens: 10, completion_tokens: 1 }),
        chunk({ prompt_tokens: 10, completion_tokens: 7 }),
      ),
    ).toEqual([10, 0, 0, 7, 1])
  })

  test('OpenAI responses: an object and the events of its stream count once', async () => {
    const response = {
      id: 'r',
      object: 'response',
      model: 'gpt-5',
      usage: {
        input_tokens: 100,
        output_tokens: 20,
        input_tokens_details: { cached_tokens: 30 },
        output_tokens_details: { reasoning_tokens: 5 },
      },
    }
    expect(await counts(response)).toEqual([70, 30, 0, 20, 1])
    expect(
      await counts(
        { type: 'response.created', response: { id: 'r', usage: null } },
        { type: 'response.completed', response },
      ),
    ).toEqual([70, 30, 0, 20, 1])
  })

  test('OpenAI embeddings have no output', async () => {
    expect(
      await counts({ object: 'list', model: 'text-embedding-3-small', usage: { prompt_tokens: 8, total_tokens: 8 } }),
    ).toEqual([8, 0, 0, 0, 1])
  })

  test('Anthropic: the input is without the cache, and inference_geo is the region', async () => {
    const usage = {
      input_tokens: 10,
      cache_creation_input_tokens: 200,
      cache_read_input_tokens: 3000,
      cache_creation: { ephemeral_5m_input_tokens: 200 },
      output_tokens: 50,
      inference_geo: 'us',
    }
    const message = { id: 'm', type: 'message', model: 'claude-sonnet-4-5', usage }
    expect(await counts(message)).toEqual([10, 3000, 200, 50, 1])
    expect((await read(message)).usages[0]?.region).toBe('us')
  })

  test('Anthropic stream: the counts of message_delta are cumulative', async () => {
    const start = {
      type: 'message_start',
      message: { id: 'm', model: 'claude-x', usage: { input_tokens: 10, output_tokens: 1 } },
    }
    const delta = (output: number): unknown => ({ type: 'message_delta', usage: { output_tokens: output } })
    expect(await counts(start, { type: 'content_block_delta' }, delta(5), delta(9), { type: 'message_stop' })).toEqual([
      10, 0, 0, 9, 1,
    ])
  })

  test('Gemini: thoughts are not inside the candidates, tool results are not inside the prompt', async () => {
    const usageMetadata = {
      promptTokenCount: 100,
      cachedContentTokenCount: 40,
      candidatesTokenCount: 20,
      thoughtsTokenCount: 300,
      toolUsePromptTokenCount: 7,
      totalTokenCount: 427,
    }
    expect(await counts({ modelVersion: 'gemini-2.5-pro', usageMetadata })).toEqual([67, 40, 0, 320, 1])
  })

  test('Mistral: REST and SDK', async () => {
    expect(
      await counts({ model: 'mistral-large', usage: { prompt_tokens: 5, completion_tokens: 6, total_tokens: 11 } }),
    ).toEqual([5, 0, 0, 6, 1])
    expect(
      await counts({ model: 'mistral-large', usage: { promptTokens: 5, completionTokens: 6, totalTokens: 11 } }),
    ).toEqual([5, 0, 0, 6, 1])
  })

  test('Ollama: durations are not tokens, and the prompt may be missing', async () => {
    expect(
      await counts(
        { model: 'llama3.1:8b', done: false, message: {} },
        { model: 'llama3.1:8b', done: true, eval_count: 30, total_duration: 5e9, prompt_eval_duration: 1e9 },
      ),
    ).toEqual([0, 0, 0, 30, 1])
  })

  test('LiteLLM: a cache hit and a failure are no inference', async () => {
    const log = {
      call_type: 'completion',
      model: 'gpt-4o',
      prompt_tokens: 10,
      completion_tokens: 5,
      total_tokens: 15,
      startTime: 1772439300.5,
    }
    expect(await counts(log, { ...log, cache_hit: true }, { ...log, status: 'failure' })).toEqual([10, 0, 0, 5, 1])
  })

  test('Langfuse: `total` is not added, and only generations count', async () => {
    const usageDetails = { input: 10, cache_read_input_tokens: 100, output: 5, output_reasoning_tokens: 20, total: 135 }
    expect(await counts({ type: 'SPAN', usageDetails }, { type: 'GENERATION', model: 'gpt-4o', usageDetails })).toEqual(
      [10, 100, 0, 25, 1],
    )
  })

  test('LangSmith: parents repeat their children and are left out', async () => {
    const llm = {
      run_type: 'llm',
      name: 'gpt-4o',
      prompt_tokens: 10,
      completion_tokens: 5,
      prompt_token_details: { cache_read: 4 },
    }
    expect(await counts({ run_type: 'chain', prompt_tokens: 10, completion_tokens: 5 }, llm)).toEqual([6, 4, 0, 5, 1])
  })

  test('OpenTelemetry: OTLP with text numbers, old names, agents that repeat their children', async () => {
    const attribute = (key: string, value: unknown): unknown => ({
      key,
      value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
    })
    const span = (fields: Record<string, unknown>): unknown => ({
      name: 'chat',
      startTimeUnixNano: '1772439300000000000',
      attributes: Object.entries(fields).map(([key, value]) => attribute(key, value)),
    })
    const otlp = (...spans: unknown[]): unknown => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] })
    const inference = {
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': 'gpt-4o',
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 20,
    }
    expect(
      await counts(
        otlp(
          span({ ...inference, 'gen_ai.operation.name': 'invoke_agent' }),
          span({ ...inference, 'gen_ai.usage.cache_read.input_tokens': 60, 'gen_ai.usage.reasoning.output_tokens': 9 }),
        ),
      ),
    ).toEqual([40, 60, 0, 20, 1])
    expect(
      await counts(
        otlp(
          span({
            'gen_ai.system': 'openai',
            'gen_ai.response.model': 'gpt-4o',
            'gen_ai.usage.prompt_tokens': 7,
            'gen_ai.usage.completion_tokens': 3,
          }),
        ),
      ),
    ).toEqual([7, 0, 0, 3, 1])
    expect(await counts(otlp(span({ ...inference, 'gen_ai.usage.cache_write.input_tokens': 30 })))).toEqual([
      70, 0, 30, 20, 1,
    ])
    expect(await counts(otlp(span({ ...inference, 'gen_ai.usage.cache_creation.input_tokens': 30 })))).toEqual([
      70, 0, 30, 20, 1,
    ])
  })

  test('Claude Code: the last cumulative result of a session replaces all its messages', async () => {
    const assistant = {
      type: 'assistant',
      session_id: 's',
      message: { id: 'm1', model: 'claude-x', usage: { input_tokens: 5, output_tokens: 5 } },
    }
    const result = (output: number): unknown => ({
      type: 'result',
      subtype: 'success',
      session_id: 's',
      num_turns: 3,
      usage: { input_tokens: 1, output_tokens: 1 },
      modelUsage: {
        'claude-x': { inputTokens: 10, outputTokens: output, cacheReadInputTokens: 100, cacheCreationInputTokens: 20 },
      },
    })
    expect(await counts({ type: 'system', session_id: 's' }, assistant, assistant, result(30), result(50))).toEqual([
      10, 100, 20, 50, 3,
    ])
    expect(await counts(assistant, assistant)).toEqual([5, 0, 0, 5, 1])
  })

  test('claude-code-action: the execution file is an array with the result last', async () => {
    const text = JSON.stringify(
      [
        { type: 'system', session_id: 's' },
        {
          type: 'result',
          session_id: 's',
          num_turns: 1,
          modelUsage: { 'claude-x': { inputTokens: 3, outputTokens: 4 } },
        },
      ],
      null,
      2,
    )
    const { usages } = await readUsage(text)
    expect(usages.map(({ inputUncached, output }) => [inputUncached, output])).toEqual([[3, 4]])
  })

  test('Claude Code: a crash with zeros is unknown, not nothing', async () => {
    const { reasons } = await read({
      type: 'result',
      subtype: 'error_during_execution',
      is_error: true,
      session_id: 's',
      num_turns: 2,
      usage: { input_tokens: 0, output_tokens: 0 },
    })
    expect(reasons[0]).toContain('error_during_execution')
  })

  test('Codex: turns add up, the cache is inside the input, the model is unknown', async () => {
    const turn = {
      type: 'turn.completed',
      usage: { input_tokens: 100, cached_input_tokens: 80, output_tokens: 10, reasoning_output_tokens: 4 },
    }
    expect(await counts({ type: 'thread.started', thread_id: 't' }, turn, { type: 'item.completed' }, turn)).toEqual([
      40, 160, 0, 20, 2,
    ])
    expect((await read(turn, { type: 'turn.failed' })).codes).toContain('log-usage-failed')
  })

  test('vLLM: the growth between scrapes, summed over engines, also after a restart', async () => {
    const scrape = (prompt: number, output: number, engine = 0): string =>
      `vllm:prompt_tokens_total{model_name="m",engine="${engine}"} ${prompt}\nvllm:generation_tokens_total{model_name="m",engine="${engine}"} ${output}\nvllm:request_success_total{model_name="m",engine="${engine}",finished_reason="stop"} ${output / 10}\n`
    const { records } = await readText(vllm, scrape(100, 50) + scrape(10, 10, 1) + scrape(300, 90) + scrape(30, 20, 1))
    expect(records[0]?.usage).toMatchObject({ model: 'm', inputUncached: 220, output: 50, requests: 5 })
    const restarted = await readText(vllm, scrape(100, 50) + scrape(20, 10))
    expect(restarted.records[0]?.usage).toMatchObject({ inputUncached: 20, output: 10 })
    const single = await readText(vllm, scrape(100, 50))
    expect(single.records[0]?.notes.map(({ code }) => code)).toContain('log-one-scrape')
  })
})

describe('files', () => {
  const line = (model: string): unknown => ({
    id: 'x',
    object: 'chat.completion',
    model,
    usage: { prompt_tokens: 10, completion_tokens: 2 },
  })

  test('lines, an array and one object are detected and read alike', async () => {
    for (const text of [
      json(line('a'), line('a')),
      JSON.stringify([line('a'), line('a')]),
      JSON.stringify([line('a'), line('a')], null, 2),
    ]) {
      expect(detectedFormat(text)?.format.name).toBe('llm-usage')
      expect((await readUsage(text)).usages).toMatchObject([{ model: 'a', requests: 2, inputUncached: 20, output: 4 }])
    }
    expect((await readUsage(JSON.stringify(line('a'), null, 2))).usages).toMatchObject([{ requests: 1 }])
  })

  test('a broken line costs that line alone, a cut last line is said', async () => {
    const text = `${json(line('a'))}{"model": broken\n${json(line('a'))}${JSON.stringify(line('a')).slice(0, 60)}`
    const { usages, reasons, codes } = await readUsage(text)
    expect(usages).toMatchObject([{ requests: 2 }])
    expect(reasons).toHaveLength(1)
    expect(codes).toContain('log-torn')
  })

  test('negative, fractional-free and impossible counts refuse their line', async () => {
    for (const usage of [
      { prompt_tokens: -1, completion_tokens: 2 },
      { prompt_tokens: 10, completion_tokens: 'many' },
      { prompt_tokens: 10, prompt_tokens_details: { cached_tokens: 11 } },
    ]) {
      const { usages, reasons } = await read({ object: 'chat.completion', model: 'a', usage })
      expect(usages).toEqual([])
      expect(reasons).toHaveLength(1)
    }
  })

  test('a log that was cut anywhere never counts more than the whole', async () => {
    const text = json(line('a'), line('b'), line('a'))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (length) => {
        const { usages } = await readUsage(text.slice(0, length))
        expect(usages.reduce((sum, { inputUncached }) => sum + inputUncached, 0)).toBeLessThanOrEqual(30)
      }),
      { numRuns: 60 },
    )
  })

  test('server-sent events are read without what surrounds them', async () => {
    const chunk = JSON.stringify({
      id: 'c',
      object: 'chat.completion.chunk',
      model: 'm',
      usage: { prompt_tokens: 3, completion_tokens: 4 },
    })
    expect((await readUsage(`data: ${chunk}\n\ndata: [DONE]\n\n`)).usages).toMatchObject([
      { inputUncached: 3, output: 4 },
    ])
  })
})

describe('times of usage logs', () => {
  test.each([
    [0.5e9, '1985-11-05T00:53:20.000Z'],
    [1764300000, '2025-11-28T03:20:00.000Z'],
    [1764300000123, '2025-11-28T03:20:00.123Z'],
    [1764287999, '2025-11-27T23:59:59.000Z'],
    [1764288000.25, '2025-11-28T00:00:00.250Z'],
    ['2026-01-02T03:04:05.006Z', '2026-01-02T03:04:05.006Z'],
    ['2026-01-02 03:04:05', '2026-01-02T03:04:05.000Z'],
    ['2026-13-02T03:04:05.006Z', null],
    [1e20, null],
  ])('%s is %s', (value, text) => {
    expect(timeOf(value)).toBe(text)
  })
})
