import { describe, expect, test } from 'vitest'
import { parseFactors } from '../../../src/app/logs/factors-file.ts'
import { reportOfFigures } from '../../../src/app/logs/logs-report.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { makeRange } from '../../../src/core/range.ts'
import { withUsageEnergy } from '../../../src/app/logs/usage-energy.ts'
import { llmUsage } from '../../../src/trackers/usage/usage-log.ts'
import { readText } from '../../trackers/log-text.ts'
import { read, workspace } from './log-folder.ts'

const chat = (model: string, input: number, output: number): string =>
  `${JSON.stringify({ object: 'chat.completion', model, usage: { prompt_tokens: input, completion_tokens: output } })}\n`
const grid = {
  gPerKwh: makeRange(500),
  zone: null,
  kind: 'average' as const,
  source: 'test',
  asOf: null,
  fallback: false,
}

const factors = parseFactors(
  'models: {gpt-*: {output-wh-per-1000-tokens: 1, input-wh-per-1000-tokens: 0.1, low: 0.5, high: 2}}',
  'f.yml',
)

describe('usage logs', () => {
  test('the parts are the models, with counts side by side and a range', async () => {
    const folder = workspace({ 'usage.jsonl': chat('gpt-a', 1000, 1000) + chat('gpt-b', 2000, 500) })
    const figures = await read(folder, { factors })
    expect(figures.parts.map(({ name, energy }) => [name, energy.it_wh, energy.low_wh, energy.high_wh])).toEqual([
      ['gpt-a', 1.1, 0.55, 2.2],
      ['gpt-b', 0.7, 0.35, 1.4],
    ])
    expect(figures.counts).toEqual([
      { name: 'request', count: 2 },
      { name: 'input token', count: 3000 },
      { name: 'output token', count: 1500 },
    ])
    expect(figures.units).toEqual({ name: 'request', count: 2 })
    expect(figures.parts[0]?.counts?.map(({ name, count }) => [name, count])).toEqual([
      ['request', 1],
      ['input token', 1000],
      ['output token', 1000],
    ])
  })

  test('budgets per request and per output token are judged by their own count', async () => {
    const folder = workspace({ 'usage.jsonl': chat('gpt-a', 0, 1000) + chat('gpt-a', 0, 1000) })
    const figures = await read(folder, { factors, grid })
    const grams = figures.parts[0]?.emissions.total_g ?? 0
    expect(grams).toBeCloseTo(1, 9)
    const budgets = [
      '600 mg per request',
      '400 mg per request',
      '600 g per 1000000 output tokens',
      '400 g per 1000000 output tokens',
      '1 g per test',
    ]
    const report = judgeReport(
      reportOfFigures(figures, 'usage'),
      '0',
      budgets.map((line) => ({ budget: parseBudget(line), source: 'flag' as const })),
      { doubt: null, ownScopes: ['job'] },
    )
    expect(report.budgets.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass', 'fail', 'indeterminate'])
    expect(report.units).toMatchObject({ name: 'request', count: 2, g_per_unit: expect.closeTo(0.5, 9) })
    expect(report.counts?.map(({ name, g_per_unit }) => [name, g_per_unit])).toEqual([
      ['request', expect.closeTo(0.5, 9)],
      ['output token', expect.closeTo(0.0005, 12)],
    ])
  })

  test('a model about which nothing is published gets the class of large models and says so', async () => {
    const figures = await read(workspace({ 'usage.jsonl': chat('claude-x', 100, 100) }))
    expect(figures.notes.map(({ code }) => code)).toContain('llm-class-prior')
    const { low_wh, high_wh } = figures.parts[0]!.energy
    expect((high_wh ?? 0) / (low_wh ?? 1)).toBeGreaterThanOrEqual(5)
  })

  test('tokens of a local model beside a measured log count without an energy of their own', async () => {
    const ollama = `${JSON.stringify({ model: 'llama3.1:8b', done: true, prompt_eval_count: 100, eval_count: 50 })}\n`
    const power =
      'timestamp, index, power.draw [W]\n2026/03/02 08:15:00.000, 0, 100.00 W\n2026/03/02 08:15:36.000, 0, 100.00 W\n'
    const figures = await read(workspace({ 'gpu.csv': power, 'usage.jsonl': ollama }))
    expect(figures.parts.map(({ energy }) => energy.it_wh)).toEqual([1])
    expect(figures.counts?.map(({ name, count }) => [name, count])).toEqual([
      ['request', 1],
      ['input token', 100],
      ['output token', 50],
    ])
  })
})

test('tokens of a local model have an energy of their own if the measured log is smaller than they need', async () => {
  const ollama = '{"model":"llama3.1:8b","done":true,"eval_count":1000000}\n'
  const power =
    'timestamp, index, power.draw [W]\n2026/03/02 08:15:00.000, 0, 100.00 W\n2026/03/02 08:15:36.000, 0, 100.00 W\n'
  const { parts } = await read(workspace({ 'gpu.csv': power, 'usage.jsonl': ollama }))
  expect(parts.map(({ energy }) => Math.round(energy.it_wh ?? 0))).toEqual([1, 516])
})

describe('factors file', () => {
  test.each([
    ['models: {m: {output-wh-per-1000-token: 1}}', 'did you mean output-wh-per-1000-tokens'],
    ['models: {m: {output-wh-per-1000-tokens: -1}}', 'expected a number from 0'],
    ['models: {m: {output-wh-per-1000-tokens: "0.5"}}', 'expected a number'],
    ['models: {m: {output-wh-per-1000-tokens: 1}}', 'model "m" has no input-wh-per-1000-tokens, so that these tokens'],
    ['models: {m: {input-wh-per-1000-tokens: 1}}', 'model "m" has no output-wh-per-1000-tokens, so that these tokens'],
    ['models: {m: {source: x}}', 'has no energy'],
    ['models: {m: {local: "true"}}', 'local is "true": expected true or false, without quotes'],
    ['models: {m: {source: 1}}', 'source is 1: expected a text'],
    ['models: {}', 'names no model'],
    ['model: {m: {}}', '"model" is not a key'],
    ['models: [', 'is not YAML or JSON: Flow sequence in block collection must be sufficiently indented'],
  ])('%s is an error that says what to write', (text, message) => {
    expect(() => parseFactors(text, 'f.yml')).toThrow(ConfigurationError)
    expect(() => parseFactors(text, 'f.yml')).toThrow(message)
  })

  test('a local model only counts where its machine is measured', async () => {
    const local = parseFactors('models: {llama-local: {local: true}}', 'f.yml')
    const folder = workspace({ 'usage.jsonl': chat('llama-local', 1000, 1000) })
    const alone = await read(folder, { factors: local })
    expect(alone.parts[0]?.energy.it_wh).toBeGreaterThan(0)
    const { records } = await readText(llmUsage, chat('llama-local', 1000, 1000))
    const costed = withUsageEnergy(records, local, { isMachineMeasured: true })
    expect(costed.map(({ itWh, usage }) => [itWh, usage?.output])).toEqual([[null, 1000]])
  })

  test.each([
    ['a model of the cloud of Ollama', { model: 'gpt-oss:120b-cloud', remote_host: 'https://ollama.com:443' }],
    ['a name of the cloud of Ollama', { model: 'gpt-oss:120b-cloud' }],
  ])('%s has energy of its own beside a measured machine', async (_, answer) => {
    const { records } = await readText(llmUsage, `${JSON.stringify({ ...answer, done: true, eval_count: 1000 })}\n`)
    expect(withUsageEnergy(records, [], { isMachineMeasured: true })[0]?.itWh).toBeGreaterThan(0)
  })

  test('`local: false` says that an Ollama server is another machine', async () => {
    const elsewhere = parseFactors('models: {"llama*": {local: false}}', 'f.yml')
    const { records } = await readText(llmUsage, '{"model":"llama3.1:8b","done":true,"eval_count":1000}\n')
    expect(withUsageEnergy(records, [], { isMachineMeasured: true })[0]?.itWh).toBeNull()
    expect(withUsageEnergy(records, elsewhere, { isMachineMeasured: true })[0]?.itWh).toBeGreaterThan(0)
  })

  test('a model of a remote provider that the factors file calls local is a warning', async () => {
    const local = parseFactors('models: {m: {local: true}}', 'f.yml')
    const usageOf = async (provider: string) => {
      const value = {
        object: 'chat.completion',
        model: 'm',
        provider,
        usage: { prompt_tokens: 1, completion_tokens: 2 },
      }
      const { records } = await readText(llmUsage, `${JSON.stringify(value)}\n`)
      return withUsageEnergy(records, local, { isMachineMeasured: true })[0]
    }
    expect(await usageOf('openai')).toMatchObject({ itWh: null, notes: [{ code: 'usage-here', level: 'warning' }] })
    expect((await usageOf('openai'))?.notes[0]?.text).toContain('the provider openai')
    expect((await usageOf('lm-studio'))?.notes).toEqual([])
  })

  test('names match in any case, with * for any text', () => {
    const [first] = parseFactors('models: {"gpt-4*": {wh-per-request: 1}}', 'f.yml')
    expect(first?.matches('GPT-4o-mini')).toBe(true)
    expect(first?.matches('gpt-5')).toBe(false)
  })
})
