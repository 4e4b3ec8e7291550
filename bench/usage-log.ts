import { closeSync, openSync, writeSync } from 'node:fs'

const TEXT = 'An answer with "quotes", \n line ends and as many words as answers have. '.repeat(8)

/** Answers of several makers with ids of their own, as a proxy logs them. */
const MAKERS: readonly ((row: number) => object)[] = [
  (row) => ({
    id: `chatcmpl-${row}`,
    object: 'chat.completion',
    created: 1_764_000_000 + row,
    model: 'gpt-4o',
    choices: [{ message: { content: TEXT } }],
    usage: {
      prompt_tokens: 1200 + (row % 7),
      completion_tokens: 300,
      prompt_tokens_details: { cached_tokens: 1024 },
    },
  }),
  (row) => ({
    id: `msg_${row}`,
    type: 'message',
    model: 'claude-sonnet-4-5',
    content: [{ type: 'text', text: TEXT }],
    usage: { input_tokens: 4, cache_creation_input_tokens: 1000, cache_read_input_tokens: 20_000, output_tokens: 200 },
  }),
  (row) => ({
    candidates: [{ content: { parts: [{ text: TEXT }] }, finishReason: 'STOP' }],
    usageMetadata: { promptTokenCount: 100 + (row % 5), candidatesTokenCount: 50, thoughtsTokenCount: 20 },
    modelVersion: 'gemini-2.5-pro',
    responseId: `g${row}`,
  }),
]

/** Writes JSON lines of usage until the file has its size. */
export function generateUsage(file: string, bytes: number): void {
  const handle = openSync(file, 'w')
  try {
    for (let [row, written] = [0, 0]; written < bytes;) {
      let block = ''
      for (const end = row + 999; row < end; row += 1)
        block += `${JSON.stringify(MAKERS[row % MAKERS.length]?.(row))}\n`
      written += writeSync(handle, block)
    }
  } finally {
    closeSync(handle)
  }
}
