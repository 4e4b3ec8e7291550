import { expect, test } from 'vitest'
import { chatAnswer, read, workspace } from './log-folder.ts'

const cri = '2026-11-20T10:00:01.123456789Z stdout F '

/** Requests that the parts of a log count, and whether a budget can pass. */
async function requestsOf(name: string, text: string, files: readonly string[]) {
  const { units, doubt } = await read(workspace({ [name]: text, 'base.jsonl': `${chatAnswer(0, 10)}\n` }), { files })
  return { requests: (units?.count ?? 0) - 1, isTrusted: doubt === null }
}

test.each([
  ['a line of text first', `starting agent\n${chatAnswer(1, 10)}\n${chatAnswer(2, 10)}\n`],
  ['a time before each answer', `2026-11-20 10:00:01 ${chatAnswer(1, 10)}\n2026-11-20 10:00:02 ${chatAnswer(2, 10)}\n`],
  ['a level before each answer', `INFO response ${chatAnswer(1, 10)}\nINFO response ${chatAnswer(2, 10)}\n`],
  ['a level in brackets', `[INFO] response ${chatAnswer(1, 10)}\n[INFO] response ${chatAnswer(2, 10)}\n`],
  [
    'a container that writes text first',
    `${cri}starting agent\n${cri}${chatAnswer(1, 10)}\n${cri}${chatAnswer(2, 10)}\n`,
  ],
  [
    'text and settings between the answers',
    `start\n${chatAnswer(1, 10)}\nusing {"a": 1}\n{}\n${chatAnswer(2, 10)}\ndone {\n`,
  ],
])('a text log with %s counts its answers', async (_what, text) => {
  expect(await requestsOf('agent.log', text, ['agent.log', 'base.jsonl'])).toEqual({ requests: 2, isTrusted: true })
  expect(await requestsOf('agent.log', text, ['.'])).toEqual({ requests: 2, isTrusted: true })
})

test('a text log with an answer that cannot be read passes no budget', async () => {
  const text = `start\nINFO ${chatAnswer(1, 10)}\nINFO ${chatAnswer(2, 10).slice(20)}\nINFO ${chatAnswer(3, 10)}\n`
  expect(await requestsOf('agent.log', text, ['.'])).toEqual({ requests: 2, isTrusted: false })
})

test('an example in a document is not a log', async () => {
  expect(await requestsOf('README.md', `An answer:\n\n${chatAnswer(1, 10)}\n`, ['.'])).toEqual({
    requests: 0,
    isTrusted: true,
  })
})
