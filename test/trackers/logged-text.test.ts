import { describe, expect, test } from 'vitest'
import type { TokenUsage } from '../../src/core/llm/usage.ts'
import { llmUsage } from '../../src/trackers/usage/usage-log.ts'
import { readText } from './log-text.ts'

const answer = (id: string, padding = 0) =>
  JSON.stringify({
    id,
    object: 'chat.completion',
    model: 'gpt-4o',
    choices: [{ message: { content: `${'"}'.repeat(padding)}` } }],
    usage: { prompt_tokens: 10, completion_tokens: 2 },
  })

async function read(...values: readonly object[]) {
  const { records, refusals } = await readText(llmUsage, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
  return {
    requests: records.reduce((sum, { usage }) => sum + (usage as TokenUsage).requests, 0),
    isTrusted:
      refusals.length === 0 && !records.some(({ notes }) => notes.some(({ code }) => code === 'log-usage-unread')),
  }
}

const whole = { log: `${answer('a')}\n`, stream: 'stdout' }

/** A text in parts as a container runtime splits it, at every length of part. */
const parts = (text: string, size: number) => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []

describe('a text that a container runtime split', () => {
  test.each([7, 40, 64, 150])('is read whole from parts of %d characters', async (size) => {
    const docker = parts(`${answer('b', 9)}\n`, size).map((log) => ({ log, stream: 'stdout', time: 't' }))
    expect(await read(whole, ...docker, { ...whole, log: `${answer('c')}\n` })).toEqual({
      requests: 3,
      isTrusted: true,
    })
    const split = parts(answer('b', 9), size)
    const cri = split.map((log, at) => ({ log, logtag: at === split.length - 1 ? 'F' : 'P' }))
    expect(await read(whole, ...cri)).toEqual({ requests: 2, isTrusted: true })
  })

  test('is read where parts of another stream are between its own', async () => {
    const [first = '', second = ''] = parts(answer('b'), 80)
    const other = { log: 'a warning\n', stream: 'stderr' }
    const out = (log: string) => ({ log, stream: 'stdout' })
    const values = [whole, out(first), other, out(second)]
    expect(await read(...values, out(answer('b').slice(160)))).toEqual({ requests: 2, isTrusted: true })
  })

  test.each([
    ['the end of the log', []],
    ['a whole text', [{ log: '{"level":"info"}\n', stream: 'stdout' }]],
    ['the end of its line', [{ log: '"x\n', stream: 'stdout' }]],
  ])('is not trusted where it is cut by %s', async (_, values) => {
    const cut = { log: answer('b').slice(0, 60), stream: 'stdout' }
    expect(await read(whole, cut, ...values)).toEqual({ requests: 1, isTrusted: false })
  })
})

describe('a text of a log shipper', () => {
  test.each([
    ['log', `data: ${answer('b')}\n`],
    ['log', `2026-11-28 INFO [main] {thread-1} ${answer('b')} sent\n`],
    ['log', `[${answer('b')}]\n`],
    ['log', `data: ${answer('b')}\n\ndata: [DONE]\n`],
    ['MESSAGE', answer('b')],
    ['textPayload', answer('b')],
    ['line', answer('b')],
    ['msg', answer('b')],
    ['jsonPayload', JSON.parse(answer('b')) as object],
  ])('is read: %s %j', async (name, text) => {
    expect(await read(whole, { [name]: text })).toEqual({ requests: 2, isTrusted: true })
  })

  test.each([
    ['a field of an unknown name', { note: answer('b') }],
    ['an object of an unknown name', { note: JSON.parse(answer('b')) as object }],
    ['two answers on one line', { log: `${answer('b')} ${answer('c')}\n` }],
    ['JSON that is cut', { message: answer('b').slice(0, 60) }],
  ])('is not trusted where it counts tokens in %s', async (_, value) => {
    expect(await read(whole, value)).toEqual({ requests: 1, isTrusted: false })
  })

  test.each(['done\n', 'asked for {"max_tokens": 9}\n', "{'a': 1}\n", 'a brace { and "a quote\n'])(
    'is left out where it counts no tokens: %j',
    async (log) => {
      expect(await read(whole, { log, stream: 'stdout' })).toEqual({ requests: 1, isTrusted: true })
    },
  )
})
