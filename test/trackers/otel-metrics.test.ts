import { describe, expect, it } from 'vitest'
import { readText } from './log-text.ts'
import { llmUsage } from '../../src/trackers/usage/usage-log.ts'

const attribute = (key: string, stringValue: string): unknown => ({ key, value: { stringValue } })

function point(type: string, sum: unknown, count: string, start: string = '1764300000000000000'): unknown {
  return {
    attributes: [
      attribute('gen_ai.operation.name', 'chat'),
      attribute('gen_ai.request.model', 'gpt-oss-120b'),
      attribute('gen_ai.token.type', type),
    ],
    startTimeUnixNano: start,
    timeUnixNano: '1764300060000000000',
    sum,
    count,
  }
}

const metric = (name: string, points: readonly unknown[], aggregationTemporality: number): unknown => ({
  name,
  histogram: { aggregationTemporality, dataPoints: points },
})

const line = (...metrics: readonly unknown[]): string =>
  `${JSON.stringify({ resourceMetrics: [{ resource: { attributes: [attribute('service.name', 'agent')] }, scopeMetrics: [{ metrics }] }] })}\n`

async function read(text: string): Promise<Awaited<ReturnType<typeof llmUsage.read>>> {
  expect(llmUsage.detect(text)).toBe(true)
  return readText(llmUsage, text)
}

const usage = 'gen_ai.client.token.usage'

describe('OpenTelemetry token metrics', () => {
  it('count input, output and requests of a histogram', async () => {
    const { records } = await read(line(metric(usage, [point('input', 1000, '3'), point('output', 500, '3')], 1)))
    expect(records[0]?.usage).toMatchObject({ model: 'gpt-oss-120b', inputUncached: 1000, output: 500, requests: 3 })
  })

  it('add up deltas, and replace what is cumulative', async () => {
    const two = (temporality: number): string =>
      line(metric(usage, [point('output', 100, '1')], temporality)) +
      line(metric(usage, [point('output', 300, '2')], temporality))
    expect((await read(two(1))).records[0]?.usage).toMatchObject({ output: 400, requests: 3 })
    expect((await read(two(2))).records[0]?.usage).toMatchObject({ output: 300, requests: 2 })
  })

  it('add a process that started again', async () => {
    const text =
      line(metric(usage, [point('output', 300, '2')], 2)) +
      line(metric(usage, [point('output', 50, '1', '1764300999000000000')], 2))
    expect((await read(text)).records[0]?.usage?.output).toBe(350)
  })

  it('leave out views of the same tokens', async () => {
    const text = line(
      metric(usage, [point('output', 100, '1')], 1),
      metric('gen_ai.client.inference.tokens', [point('output', 100, '1')], 1),
      metric('gen_ai.client.inference.output_tokens_by_phase', [point('output', 100, '1')], 1),
    )
    expect((await read(text)).records[0]?.usage?.output).toBe(100)
  })

  it('refuse a negative or unnamed count', async () => {
    const { refusals } = await read(
      line(metric(usage, [point('output', -5, '1')], 1)) + line(metric(usage, [point('both', 5, '1')], 1)),
    )
    expect(refusals.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('-5'),
      expect.stringContaining('expected input or output'),
    ])
  })
})
