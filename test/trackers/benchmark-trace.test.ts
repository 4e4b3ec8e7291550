import { describe, expect, it } from 'vitest'
import { onnxruntimeProfile, trtexecTimes } from '../../src/trackers/benchmark-trace.ts'
import { detectedFormat } from '../../src/trackers/formats.ts'
import type { LogFormat } from '../../src/trackers/tracker.ts'
import { readText } from './log-text.ts'

const query = (at: number): object => ({
  startEnqMs: at,
  startComputeMs: at,
  endComputeMs: at + 4,
  latencyMs: 4.2,
})

const event = (name: string, ts: number, dur: number): object => ({
  cat: name === 'model_run' ? 'Session' : 'Node',
  pid: 1,
  tid: 1,
  dur,
  ts,
  ph: 'X',
  name,
  args: {},
})

async function read(format: LogFormat, text: string) {
  expect(detectedFormat(text)?.format).toBe(format)
  const { records, refusals } = await readText(format, text)
  const [record] = records
  return {
    units: record?.units ?? null,
    seconds: record?.durationS ?? null,
    codes: record?.notes.map(({ code }) => code) ?? [],
    reasons: refusals.map(({ reason }) => reason),
  }
}

describe('trtexec --exportTimes', () => {
  it('counts the queries from the first to the last', async () => {
    const text = JSON.stringify([query(0), query(5), query(10)], null, 2)
    expect(await read(trtexecTimes, text)).toEqual({
      units: { name: 'inference', count: 3 },
      seconds: 0.014,
      codes: ['log-batches'],
      reasons: [],
    })
  })

  it('leaves out a query that was cut, and refuses one without its times', async () => {
    const cut = await read(trtexecTimes, JSON.stringify([query(0), query(5)]).slice(0, -20))
    expect(cut).toMatchObject({ units: { count: 1 }, codes: ['log-batches', 'log-torn'] })
    const without = await read(trtexecTimes, JSON.stringify([query(0), { latencyMs: 3 }]))
    expect(without).toMatchObject({ units: { count: 1 }, reasons: [expect.stringContaining('startComputeMs')] })
  })
})

describe("ONNX Runtime's profile", () => {
  it('counts the runs of the model, not those of its layers', async () => {
    const layers = Array.from({ length: 50 }, (_, at) => event(`Conv_${at}_kernel_time`, 1000 + at, 1))
    const events = [event('model_run', 1000, 4000), ...layers, event('model_run', 6000, 4000)]
    expect(await read(onnxruntimeProfile, JSON.stringify(events))).toMatchObject({
      units: { name: 'inference', count: 2 },
      seconds: expect.closeTo(0.009, 12) as number,
      reasons: [],
    })
  })

  it('is refused without a run of the model', async () => {
    const { units, reasons } = await read(onnxruntimeProfile, JSON.stringify([event('Conv', 1, 1)]))
    expect(units).toBeNull()
    expect(reasons).toEqual(['it has no inference'])
  })
})
