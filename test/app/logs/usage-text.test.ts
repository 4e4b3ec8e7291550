import { expect, test } from 'vitest'
import { read, workspace } from './log-folder.ts'

const answer = (id: number): string =>
  JSON.stringify({
    id: `chatcmpl-00000000000000000${id}`,
    object: 'chat.completion',
    created: 1_790_000_000 + id,
    model: 'gpt-4o',
    usage: { prompt_tokens: 1000, completion_tokens: 10 },
  })
const cri = '2026-11-20T10:00:01.123456789Z stdout F '

/** Requests that the parts of a log count, and whether a budget can pass. */
async function requestsOf(name: string, text: string, files: readonly string[]) {
  const { units, doubt } = await read(workspace({ [name]: text, 'base.jsonl': `${answer(0)}\n` }), { files })
  return { requests: (units?.count ?? 0) - 1, isTrusted: doubt === null }
}

test.each([
  ['a line of text first', `starting agent\n${answer(1)}\n${answer(2)}\n`],
  ['a time before each answer', `2026-11-20 10:00:01 ${answer(1)}\n2026-11-20 10:00:02 ${answer(2)}\n`],
  ['a level before each answer', `INFO response ${answer(1)}\nINFO response ${answer(2)}\n`],
  ['a level in brackets', `[INFO] response ${answer(1)}\n[INFO] response ${answer(2)}\n`],
  ['a container that writes text first', `${cri}starting agent\n${cri}${answer(1)}\n${cri}${answer(2)}\n`],
  ['text and settings between the answers', `start\n${answer(1)}\nusing {"a": 1}\n{}\n${answer(2)}\ndone {\n`],
])('a text log with %s counts its answers', async (_what, text) => {
  expect(await requestsOf('agent.log', text, ['agent.log', 'base.jsonl'])).toEqual({ requests: 2, isTrusted: true })
  expect(await requestsOf('agent.log', text, ['.'])).toEqual({ requests: 2, isTrusted: true })
})

test('a text log with an answer that cannot be read passes no budget', async () => {
  const text = `start\nINFO ${answer(1)}\nINFO ${answer(2).slice(20)}\nINFO ${answer(3)}\n`
  expect(await requestsOf('agent.log', text, ['.'])).toEqual({ requests: 2, isTrusted: false })
})

test('an example in a document is not a log', async () => {
  expect(await requestsOf('README.md', `An answer:\n\n${answer(1)}\n`, ['.'])).toEqual({ requests: 0, isTrusted: true })
})
