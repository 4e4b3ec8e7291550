import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { restartSampler } from '../../../src/app/measure/restart-sampler.ts'
import { startMeasurement } from '../../../src/app/measure/start.ts'
import { stopSampler } from '../../../src/app/measure/stop.ts'
import { isRunning } from '../../../src/sensors/process-identity.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-restart-'))
const samplerPath = path.join(folder, 'sampler.cjs')
writeFileSync(samplerPath, 'setInterval(() => undefined, 1000)')
const options = { samplerPath, intervalMs: null, watchPid: 0, environment: { ...process.env, RUNNER_TEMP: folder } }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('another sampler for a measurement', () => {
  it('runs before the one that it replaces is ended, so that a cancelled job always has samples', async () => {
    const first = await startMeasurement(options)
    const second = await restartSampler(first, options)
    if (!first.sampler || !second?.measurement.sampler) throw new Error('a sampler could not be started')
    const samplers = [first.sampler, second.measurement.sampler]
    const state = (): boolean[][] => samplers.map(({ process, folder }) => [isRunning(process), existsSync(folder)])
    expect(state()).toEqual([
      [true, true],
      [true, true],
    ])
    await second.endReplaced()
    expect(state()).toEqual([
      [false, false],
      [true, true],
    ])
    expect(second.measurement).toMatchObject({ start: first.start, samplerFailure: null })
    await stopSampler(second.measurement.sampler)
  })

  it('leaves the measurement its sampler if it cannot be started', async () => {
    const first = await startMeasurement(options)
    if (!first.sampler) throw new Error('the sampler could not be started')
    const gone = { ...options, environment: { ...process.env, RUNNER_TEMP: path.join(folder, 'gone') } }
    expect(await restartSampler(first, gone)).toBeNull()
    expect(isRunning(first.sampler.process)).toBe(true)
    await stopSampler(first.sampler)
  })
})
