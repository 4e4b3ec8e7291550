import { expect, test } from 'vitest'
import { fittedOutputJoules, usageEnergy } from '../../../src/core/llm/energy.ts'
import { makeRange } from '../../../src/core/range.ts'
import { FIT, PREFILL } from '../../../src/data/llm-constants.ts'
import { modelFactor, parametersOf } from '../../../src/power/llm-factor.ts'

test.each([
  [{ activeB: 8, totalB: 8, batch: 64 }, 0.15236652611955095],
  [{ activeB: 123, totalB: 123, batch: 64 }, 1.6706891782717974],
  [{ activeB: 22, totalB: 235, batch: 64 }, 1.6359239667868362],
  [{ activeB: 3, totalB: 30, batch: 8 }, 0.8230541081844094],
  [{ activeB: 32, totalB: 32, batch: 512, gpu: 'B200' as const }, 0.15988555196001406],
])('the fit reproduces its vectors: %j', (query, joules) => {
  expect(Math.abs(fittedOutputJoules(FIT, query) / joules - 1)).toBeLessThan(1e-9)
})

test('the fit in watt-hours with PUE and its range reproduces the vector of 400 tokens on 123 B', () => {
  const wh = (fittedOutputJoules(FIT, { activeB: 123, totalB: 123, batch: 64 }) * 400 * 1.2) / 3600
  expect(wh).toBeCloseTo(0.22275855710290635, 9)
  expect(wh * FIT.lowFactor).toBeCloseTo(0.08464825169910441, 9)
  expect(wh * FIT.highFactor).toBeCloseTo(0.41433091621140583, 9)
})

test('input counts: 100,000 uncached tokens on 100 B active are 7.9 Wh of the accelerators', () => {
  expect(PREFILL.whPerTokenAndB * 100_000 * 100).toBeCloseTo(7.861, 3)
})

test('requests, uncached input, cache writes and output are separate terms; cache reads cost what their factor says', () => {
  const factor = {
    kind: 'user' as const,
    perRequest: makeRange(1),
    perInputToken: makeRange(0.01),
    perCachedToken: makeRange(0),
    perOutputToken: makeRange(0.1, 0.05, 0.2),
    source: 'test',
  }
  const usage = {
    model: 'm',
    provider: null,
    requests: 2,
    inputUncached: 100,
    cacheRead: 1e6,
    cacheWrite: 50,
    output: 10,
    at: null,
    region: null,
  }
  expect(usageEnergy(usage, factor)).toEqual({ value: 2 + 1.5 + 1, low: 2 + 1.5 + 0.5, high: 2 + 1.5 + 2 })
})

test('models are found by name: measured, by the parameters in the name, else as a class with a wide range', () => {
  expect(modelFactor('Qwen/Qwen3-32B').kind).toBe('measurement')
  expect(modelFactor('openai/gpt-oss-120b').kind).toBe('measurement')
  expect(modelFactor('mistral-large-123b').kind).toBe('fit')
  for (const closed of ['claude-sonnet-4-5', 'gpt-4o', 'gemini-2.5-pro', null]) {
    const { kind, perOutputToken, perInputToken } = modelFactor(closed)
    expect(kind).toBe('class-prior')
    expect(perOutputToken.high / perOutputToken.low).toBeGreaterThanOrEqual(5)
    expect(perInputToken.high / perInputToken.low).toBeGreaterThanOrEqual(5)
  }
})

test.each([
  ['llama3.1:70b', 'meta-llama/Llama-3.1-70B-Instruct'],
  ['us.meta.llama3-1-70b-instruct-v1:0', 'meta-llama/Llama-3.1-70B-Instruct'],
  ['Meta-Llama-3.1-8B-Instruct-Turbo', 'meta-llama/Llama-3.1-8B-Instruct'],
  ['gpt-oss:120b', 'openai/gpt-oss-120b'],
  ['openai.gpt-oss-120b-1:0', 'openai/gpt-oss-120b'],
  ['deepseek-r1:671b', 'deepseek-ai/DeepSeek-R1-0528'],
  ['gemma3:27b', 'google/gemma-3-27b-it'],
])('%s is the measured model %s, whose active parameters count', (name, measured) => {
  expect(modelFactor(name)).toEqual(modelFactor(measured))
  expect(modelFactor(name).kind).toBe('measurement')
})

test.each(['deepseek-r1-distill-llama-70b', 'qwen3-coder:30b', 'qwen3-embedding-8b', 'llama-guard-3-8b'])(
  '%s has the size of a measured model and another family, so it has the fit',
  (name) => {
    expect(modelFactor(name).kind).toBe('fit')
  },
)

test('a model of 8 B on the own machine has a range with the published readings of one request at a time', () => {
  const wh = (joules: number): number => joules / 3600
  const { kind, perOutputToken } = modelFactor('llama3.1:8b', { isLocal: true })
  expect(kind).toBe('fit')
  for (const joules of [0.44, 2.8, 5.7, 10]) {
    expect(perOutputToken.low).toBeLessThan(wh(joules))
    expect(perOutputToken.high).toBeGreaterThan(wh(joules))
  }
  expect(perOutputToken.value).toBeCloseTo(wh(1.3763 * 1.35), 7)
})

test('a model below the smallest of the fit has a range with published readings of 1.1 to 3 B, one request at a time', () => {
  const { perOutputToken, source } = modelFactor('tinyllama:1.1b', { isLocal: true })
  for (const joules of [1.66, 2.4, 4.3, 5.7]) expect(perOutputToken.high).toBeGreaterThan(joules / 3600)
  expect(perOutputToken.low).toBeLessThan(0.2 / 3600)
  expect(source).toContain('the answer as of 3 B, the smallest measured')
  expect(modelFactor('gemma3:270m', { isLocal: true }).perOutputToken).toEqual(perOutputToken)
})

test('an embedding model without published data is not counted as a large model', () => {
  const { kind, perInputToken } = modelFactor('text-embedding-3-small')
  expect(kind).toBe('class-prior')
  expect(perInputToken.low).toBeLessThan(PREFILL.whPerTokenAndB * 0.023)
  expect(perInputToken.high).toBeGreaterThan(PREFILL.whPerTokenAndB * 8)
  expect(perInputToken.value).toBeLessThan(modelFactor('gpt-4o').perInputToken.value / 50)
  expect(modelFactor('amazon.titan-embed-text-v2:0')).toEqual(modelFactor('nomic-embed-text'))
})

test('the centre of the fit for Mistral Large 2 with unknown batch is 0.35 Wh for 400 tokens, host and PUE included', () => {
  const { perOutputToken } = modelFactor('mistral-large-123b')
  expect(perOutputToken.value * 400 * 1.16).toBeCloseTo(0.35, 2)
})

test.each([
  ['llama3.1:70b', 70, 70],
  ['qwen3-30b-a3b', 3, 30],
  ['mixtral-8x7b', 14, 56],
  ['phi-3.5b', 3.5, 3.5],
  ['gemma3:270m', 0.27, 0.27],
  ['gemma3n:e4b', 4, 4],
  ['qwen2.5-7b-instruct-1m', 7, 7],
])('parameters of %s', (name, activeB, totalB) => {
  expect(parametersOf(name)).toEqual({ activeB, totalB })
})

test.each(['gpt-4o', 'claude-3', 'b', '0b', 'model-web', 'gpt-4.1-1m'])('%s names no parameters', (name) => {
  expect(parametersOf(name)).toBeNull()
})
