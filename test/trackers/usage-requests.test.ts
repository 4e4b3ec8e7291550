import { describe, expect, test } from 'vitest'
import type { TokenUsage } from '../../src/core/llm/usage.ts'
import { detectedFormat } from '../../src/trackers/formats.ts'
import { CountedKeys } from '../../src/trackers/usage/counted-keys.ts'
import { llmUsage } from '../../src/trackers/usage/usage-log.ts'
import { readText } from './log-text.ts'

const json = (...values: readonly unknown[]): string => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`

/** Requests, input and output of a log, with what was refused and noted. */
async function read(text: string, countedKeys?: CountedKeys) {
  expect(detectedFormat(text)?.format.name).toBe('llm-usage')
  const {
    records,
    refusals,
    notes = [],
  } = await readText(llmUsage, text, {
    settings: { mapping: null, intervalS: null, ...(countedKeys && { countedKeys }) },
  })
  const usages = records.map(({ usage }) => usage as TokenUsage)
  const sum = (countOf: (usage: TokenUsage) => number): number =>
    usages.reduce((total, usage) => total + countOf(usage), 0)
  return {
    counts: [
      sum(({ requests }) => requests),
      sum(({ inputUncached, cacheRead, cacheWrite }) => inputUncached + cacheRead + cacheWrite),
      sum(({ output }) => output),
    ],
    reasons: refusals.map(({ reason }) => reason),
    codes: [...records.flatMap((record) => record.notes), ...notes].map(({ code }) => code),
  }
}

const chat = (id: string, fields: object = {}) => ({
  id,
  object: 'chat.completion',
  created: 1764000000,
  model: 'gpt-4o',
  usage: { prompt_tokens: 10, completion_tokens: 2 },
  ...fields,
})
const response = { id: 'r', object: 'response', model: 'gpt-5', usage: { input_tokens: 10, output_tokens: 2 } }
const message = { id: 'm', type: 'message', model: 'claude-x', usage: { input_tokens: 10, output_tokens: 2 } }
const geminiAnswer = { modelVersion: 'gemini-x', usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 2 } }
const run = { id: 'l', run_type: 'llm', name: 'gpt-4o', prompt_tokens: 10, completion_tokens: 2 }
const observation = { id: 'o', type: 'GENERATION', model: 'gpt-4o', usageDetails: { input: 10, output: 2, total: 12 } }

describe('what surrounds an answer', () => {
  test.each([
    ['a batch file of OpenAI', { custom_id: 'a', response: { status_code: 200, body: chat('a') }, error: null }],
    ['a batch file of OpenAI responses', { custom_id: 'a', response: { status_code: 200, body: response } }],
    ['a batch file of Anthropic', { custom_id: 'a', result: { type: 'succeeded', message } }],
    ['a batch file of Gemini', { key: 'a', response: geminiAnswer }],
    ['a log of requests with their responses', { request: { model: 'gpt-4o' }, response: chat('a') }],
    ['a list of Langfuse', { data: [observation, { type: 'AGENT', usageDetails: { input: 10 } }], meta: { page: 1 } }],
    ['a list of LangSmith', { runs: [run], cursors: {} }],
    [
      "OpenAI's usage API",
      {
        object: 'page',
        data: [
          {
            results: [
              {
                object: 'organization.usage.completions.result',
                input_tokens: 10,
                input_cached_tokens: 8,
                output_tokens: 2,
                num_model_requests: 1,
                model: 'gpt-4o',
              },
            ],
          },
        ],
      },
    ],
  ])('%s is read', async (_, value) => {
    expect(await read(json(value))).toMatchObject({ counts: [1, 10, 2], reasons: [] })
  })

  test('failed requests of a batch file are left out and named', async () => {
    const failed = { custom_id: 'b', response: { status_code: 500, body: { error: {} } } }
    const result = await read(json({ custom_id: 'a', response: { body: chat('a') } }, failed))
    expect(result.counts).toEqual([1, 10, 2])
    expect(result.codes).toContain('log-usage-unknown')
  })

  test('a stream may begin with the name of its event or a comment', async () => {
    const start = { type: 'message_start', message: { ...message, usage: { input_tokens: 10, output_tokens: 1 } } }
    const text = `: hello\n\nevent: message_start\ndata: ${JSON.stringify(start)}\n\nevent: message_delta\ndata: ${JSON.stringify({ type: 'message_delta', usage: { output_tokens: 2 } })}\n\n`
    expect((await read(text)).counts).toEqual([1, 10, 2])
  })
})

describe('a request that is in the logs more than once', () => {
  const span = {
    traceId: 't',
    spanId: 's',
    name: 'chat',
    attributes: { 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 2 },
  }
  const spend = { id: 'l', call_type: 'completion', model: 'gpt-4o', prompt_tokens: 10, completion_tokens: 2 }
  test.each([
    ['OpenAI chat', chat('a')],
    ['OpenAI responses', response],
    ['Anthropic', message],
    ['Gemini', { ...geminiAnswer, responseId: 'g' }],
    ['Langfuse', observation],
    ['LangSmith', run],
    ['LiteLLM', spend],
    ['an OpenTelemetry span', span],
  ])('is counted once in a file and in two files: %s', async (_, value) => {
    const counted = new CountedKeys()
    expect((await read(json(value, value), counted)).counts).toEqual([1, 10, 2])
    const second = await read(json(value), counted)
    expect(second).toEqual({ counts: [0, 0, 0], reasons: [], codes: ['log-usage-repeated'] })
  })

  test('answers that share a short id and began in different seconds are two', async () => {
    expect((await read(json(chat('7'), chat('7', { created: 1764000009 })))).counts).toEqual([2, 20, 4])
  })

  test('a Claude Code session that is continued in another file counts its messages once', async () => {
    const line = (id: string, sessionId: string) => ({ type: 'assistant', sessionId, message: { ...message, id } })
    const counted = new CountedKeys()
    expect((await read(json(line('1', 'a'), line('2', 'a')), counted)).counts).toEqual([2, 20, 4])
    expect((await read(json(line('1', 'b'), line('2', 'b'), line('3', 'b')), counted)).counts).toEqual([1, 10, 2])
    const result = { type: 'result', session_id: 'a', num_turns: 2, usage: { input_tokens: 20, output_tokens: 4 } }
    expect((await read(json(result), counted)).counts).toEqual([0, 0, 0])
  })

  test('a long session counts either its result or its messages, whatever their number', async () => {
    const messages = Array.from({ length: 2500 }, (_, at) => ({
      type: 'assistant',
      session_id: 's',
      message: { ...message, id: `m${at}` },
    }))
    const result = {
      type: 'result',
      session_id: 's',
      num_turns: 9,
      usage: { input_tokens: 25_000, output_tokens: 5000 },
    }
    expect((await read(json(...messages, result))).counts).toEqual([2500, 25_000, 5000])
  })

  test('thousands of keys are distinguished', () => {
    const counted = new CountedKeys()
    const keys = Array.from({ length: 20_000 }, (_, at) => `key ${at}`)
    expect(keys.filter((key) => counted.add(key))).toHaveLength(20_000)
    expect(keys.filter((key) => counted.add(key))).toHaveLength(0)
    expect(counted.has('key 20000')).toBe(false)
  })
})

describe('a count that is missing', () => {
  const chunk = (id: string, usage: unknown) => ({ id, object: 'chat.completion.chunk', model: 'gpt-4o', usage })
  const counted = { prompt_tokens: 10, completion_tokens: 2 }

  test.each([
    ['OpenAI chunks without usage', json(chunk('a', counted), chunk('b', null))],
    ['a response that was only created', json(response, { type: 'response.created', response: { id: 'q' } })],
    [
      'an Anthropic stream that was cut',
      json(message, { type: 'message_start', message: { ...message, id: 'n', usage: { input_tokens: 0 } } }),
    ],
    ['a LangSmith run without tokens', json(run, { id: 'k', run_type: 'llm', name: 'gpt-4o' })],
  ])('is noted: %s', async (_, text) => {
    const { counts, codes } = await read(text)
    expect(counts.slice(1)).toEqual([10, 2])
    expect(codes).toContain('log-usage-unfinished')
  })

  test('a log of streams without any count says how to get them', async () => {
    const { counts, reasons } = await read(json(chunk('a', null)))
    expect(counts).toEqual([0, 0, 0])
    expect(reasons[0]).toContain('include_usage')
  })

  test.each([
    ['completion_tokens', chat('a', { usage: { prompt_tokens: 10 } })],
    ['output_tokens', { ...message, usage: { input_tokens: 10 } }],
    ['output_tokens', { ...response, usage: { input_tokens: 10 } }],
  ])('is refused where every answer has it: %s', async (name, value) => {
    expect((await read(json(value))).reasons[0]).toContain(`no ${name}`)
  })

  test.each([1.5, 1e300])('is not made up from %d tokens', async (tokens) => {
    const value = chat('a', { usage: { prompt_tokens: tokens, completion_tokens: 2 } })
    expect((await read(json(value))).reasons[0]).toContain('whole number')
  })
})

test('a Gemini stream without ids is one request', async () => {
  const part = (output: number, reason?: string) => ({
    candidates: [{ content: {}, ...(reason && { finishReason: reason }) }],
    modelVersion: 'gemini-x',
    usageMetadata: { promptTokenCount: 10, candidatesTokenCount: output },
  })
  const parts = [part(1), part(2), part(5, 'STOP'), part(3), part(4, 'STOP'), part(7, 'STOP')]
  expect((await read(JSON.stringify(parts))).counts).toEqual([3, 30, 16])
})

test('cache writes of Anthropic are the sum of their tiers where the sum is missing', async () => {
  const usage = {
    input_tokens: 1,
    output_tokens: 2,
    cache_creation: { ephemeral_5m_input_tokens: 4, ephemeral_1h_input_tokens: 5 },
  }
  expect((await read(json({ ...message, usage }))).counts).toEqual([1, 10, 2])
})

test("a Codex session file counts the session's last sum, with its model", async () => {
  const count = (input: number) => ({
    type: 'event_msg',
    payload: { type: 'token_count', info: { total_token_usage: { input_tokens: input, output_tokens: 2 } } },
  })
  const meta = { type: 'session_meta', payload: { id: 's' } }
  const text = json(meta, { type: 'turn_context', payload: { model: 'gpt-5' } }, count(4), count(10), count(10))
  expect((await read(text)).counts).toEqual([1, 10, 2])
})

test("Claude Code's own messages are no request", async () => {
  const line = (model: string, id: string) => ({
    type: 'assistant',
    sessionId: 's',
    message: { ...message, id, model },
  })
  expect((await read(json(line('claude-x', '1'), line('<synthetic>', '2')))).counts).toEqual([1, 10, 2])
})

test('a spend row of LiteLLM that was a cache hit does not count as a request', async () => {
  const row = (id: string, hit: string) => ({
    request_id: id,
    call_type: 'acompletion',
    model: 'gpt-4o',
    prompt_tokens: 10,
    completion_tokens: 2,
    cache_hit: hit,
  })
  expect((await read(json(row('a', 'False'), row('b', 'True')))).counts).toEqual([1, 10, 2])
})

test('an answer without what names its API: its line is named, and what it lacks', async () => {
  const usage = { input_tokens: 1000, output_tokens: 200 }
  const bare = { model: 'claude-sonnet-4-5', usage }
  const lacks = 'in a form that cannot be read.*"type": "message"` of Anthropic'
  expect((await readText(llmUsage, json(bare))).refusals).toMatchObject([
    { line: 1, reason: expect.stringMatching(`^1 value counts tokens ${lacks}`) as string },
  ])
  const { records } = await readText(llmUsage, json({ id: 'a', type: 'message', ...bare }, bare, bare))
  const [note] = records.flatMap(({ notes }) => notes.filter(({ code }) => code === 'log-usage-unread'))
  expect(note?.text).toMatch(
    /2 values count tokens in a form that cannot be read, first on line 2: .*"type": "message"/,
  )
})

test('values of an unknown maker that count tokens are a warning', async () => {
  const { codes } = await read(json(chat('a'), { usage: { billed_tokens: 9 } }))
  expect(codes).toContain('log-usage-unknown')
})

describe('two logs that are read together', () => {
  const part = (output: number, finishReason?: string) => ({
    candidates: [{ content: { parts: [{ text: 'a' }] }, ...(finishReason && { finishReason }) }],
    usageMetadata: { promptTokenCount: 10, candidatesTokenCount: output, totalTokenCount: 10 + output },
    modelVersion: 'gemini-2.5-flash',
  })

  test('may both have a Gemini stream without an id', async () => {
    const counted = new CountedKeys()
    expect((await read(json(part(1), part(2, 'STOP')), counted)).counts).toEqual([1, 10, 2])
    expect((await read(json(part(1), part(3, 'STOP')), counted)).counts).toEqual([1, 10, 3])
  })

  test('may both have a Codex session whose beginning is missing', async () => {
    const line = {
      type: 'event_msg',
      payload: { type: 'token_count', info: { total_token_usage: { input_tokens: 10, output_tokens: 2 } } },
    }
    const context = { type: 'session_meta', payload: {} }
    const counted = new CountedKeys()
    expect((await read(json(context, line), counted)).counts).toEqual([1, 10, 2])
    expect((await read(json(context, line), counted)).counts).toEqual([1, 10, 2])
  })

  test('may both have a stream with a short id of a local server', async () => {
    const stream = json(
      { id: 'chatcmpl-123', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{}] },
      {
        id: 'chatcmpl-123',
        object: 'chat.completion.chunk',
        created: 2,
        model: 'm',
        choices: [],
        usage: { prompt_tokens: 10, completion_tokens: 2 },
      },
    )
    const counted = new CountedKeys()
    expect((await read(stream, counted)).counts).toEqual([1, 10, 2])
    expect((await read(stream + stream, counted)).counts).toEqual([2, 20, 4])
  })

  test('count the last sum of a counter that is in both, in either order', async () => {
    const metrics = (sum: number) => ({
      resourceMetrics: [
        {
          scopeMetrics: [
            {
              metrics: [
                {
                  name: 'gen_ai.client.token.usage',
                  histogram: {
                    aggregationTemporality: 2,
                    dataPoints: [
                      {
                        startTimeUnixNano: '1',
                        count: 1,
                        sum,
                        attributes: [{ key: 'gen_ai.token.type', value: { stringValue: 'output' } }],
                      },
                    ],
                  },
                },
              ],
            },
          ],
        },
      ],
    })
    const counted = new CountedKeys()
    expect((await read(json(metrics(5)), counted)).counts[2]).toBe(5)
    expect((await read(json(metrics(9)), counted)).counts[2]).toBe(4)
    expect(await read(json(metrics(5)), counted)).toMatchObject({ counts: [0, 0, 0], codes: ['log-usage-repeated'] })
  })

  test('have no trusted figure where the sums of one session contradict each other', async () => {
    const output = (prompt: number, candidates: number) => ({
      session_id: 's',
      response: '',
      stats: { models: { m: { api: { totalRequests: 1 }, tokens: { prompt, candidates } } } },
    })
    const counted = new CountedKeys()
    expect((await read(json(output(10, 2)), counted)).counts).toEqual([1, 10, 2])
    expect((await read(json(output(15, 2)), counted)).counts).toEqual([0, 5, 0])
    expect((await read(json(output(16, 1)), counted)).reasons).toHaveLength(1)
  })
})

test.each([
  [1, 'log: 1 request is in the logs more than once'],
  [2, 'log: 2 requests are in the logs more than once'],
])('a note about %i repeated requests has the verb of its number', async (repeats, text) => {
  const { records } = await readText(llmUsage, json(...Array.from({ length: repeats + 1 }, () => chat('a'))))
  expect(records.flatMap(({ notes }) => notes).map((note) => note.text)).toContainEqual(expect.stringContaining(text))
})

describe('requests with one id and other counts', () => {
  const answer = (output: number, input = 10) => ({
    ...message,
    usage: { ...message.usage, input_tokens: input, output_tokens: output },
  })
  const claude = (output: number) => ({
    type: 'assistant',
    sessionId: 's',
    message: { ...message, usage: { input_tokens: 10, output_tokens: output } },
  })

  test.each([
    ['a growing answer', [2, 200]],
    ['a falling answer', [200, 2]],
    ['several answers', [50, 200, 100]],
  ])('%s: the larger count is taken, and no budget passes', async (_what, outputs) => {
    const { counts, codes } = await read(json(...outputs.map((output) => answer(output))))
    expect(counts).toEqual([1, 10, 200])
    expect(codes).toContain('log-usage-differs')
  })

  test.each([
    ['grows', [2, 200]],
    ['falls', [200, 2]],
  ])('a message of Claude Code that %s is counted once, by its larger count', async (_what, outputs) => {
    expect(await read(json(...outputs.map(claude)))).toMatchObject({ counts: [1, 10, 200], codes: [] })
  })

  test.each([
    ['grows', 2, 200],
    ['falls', 200, 2],
  ])(
    'a message of Claude Code that %s in another file is counted once, by its larger count',
    async (_what, one, two) => {
      const counted = new CountedKeys()
      const first = await read(json(claude(one)), counted)
      const second = await read(json(claude(two)), counted)
      expect([first, second].map(({ counts }) => counts[2]).reduce((sum, each) => Number(sum) + Number(each), 0)).toBe(
        200,
      )
      expect(second.codes).not.toContain('log-usage-differs')
    },
  )

  test('answers that differ in two files: the larger count is taken, and no budget passes', async () => {
    const counted = new CountedKeys()
    expect((await read(json(answer(2)), counted)).counts).toEqual([1, 10, 2])
    const second = await read(json(answer(200)), counted)
    expect(second.counts).toEqual([0, 0, 198])
    expect(second.codes).toContain('log-usage-differs')
    const third = await read(json(answer(50)), counted)
    expect(third.counts).toEqual([0, 0, 0])
    expect(third.reasons).toEqual([expect.stringContaining('1 request has the id of another one')])
  })

  test('a stream that was cut in one file is counted where it is whole', async () => {
    const counted = new CountedKeys()
    const begun = { type: 'response.created', response: { id: 'resp_1', object: 'response' } }
    await read(json(begun), counted)
    const whole = { ...response, id: 'resp_1' }
    expect((await read(json(whole), counted)).counts).toEqual([1, 10, 2])
  })
})

describe('tokens that only the total or the details have count as output', () => {
  const details = (reasoning: number) => ({ completion_tokens_details: { reasoning_tokens: reasoning } })
  const usage = (fields: object) => chat('a', { usage: { prompt_tokens: 10, completion_tokens: 2, ...fields } })
  test.each([
    ['a total of OpenAI', usage({ total_tokens: 500 }), 490],
    ['reasoning beside the output, with a total', usage({ total_tokens: 112, ...details(100) }), 102],
    ['reasoning beside the output, without a total', usage(details(100)), 102],
    ['reasoning that is more than the total', usage({ total_tokens: 12, ...details(100) }), 100],
    ['reasoning inside the output', usage({ total_tokens: 12, ...details(1) }), 2],
    ['a total that is less than its parts', usage({ total_tokens: 5 }), 2],
    [
      'a total of OpenAI responses',
      { ...response, usage: { input_tokens: 10, output_tokens: 2, total_tokens: 500 } },
      490,
    ],
    [
      'reasoning of OpenAI responses',
      { ...response, usage: { input_tokens: 10, output_tokens: 2, output_tokens_details: { reasoning_tokens: 100 } } },
      102,
    ],
    [
      'a total of Gemini',
      { ...geminiAnswer, usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 2, totalTokenCount: 500 } },
      490,
    ],
  ])('%s', async (_what, value, output) => {
    expect((await read(json(value))).counts).toEqual([1, 10, output])
  })
})
