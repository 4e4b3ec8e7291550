import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { computeMeasurement, endMeasurement } from '../../../src/app/measure/finish.ts'
import type { Measurement } from '../../../src/app/measure/measurement.ts'
import { startMeasurement } from '../../../src/app/measure/start.ts'
import { readSampleFile } from '../../../src/app/measure/sample-file.ts'
import type { MeasurementState } from '../../../src/app/measure/state.ts'
import type { SampleFile } from '../../../src/sensors/sample-reader.ts'
import { SAMPLER } from '../../fakes/built-sampler.ts'
import { amdSmi, nvidiaSmi, writeTool } from '../../fakes/gpu-tool.ts'
import { KernelTree, stat } from '../../fakes/kernel-tree.ts'
import { testPower } from '../../fakes/power.ts'
import { firstWithin, waitUntil } from '../../wait-until.ts'

const temporary = mkdtempSync(join(tmpdir(), 'measure-gpu-'))
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true })
})

/** Time between two looks at the sample file, ms. */
const LOOK_MS = 50

/** Waits until the sample file fulfils a condition. */
function waitFor(isEnough: (file: SampleFile) => boolean, { sampler }: MeasurementState): Promise<void> {
  return waitUntil(() => sampler !== null && isEnough(readSampleFile(sampler).file), LOOK_MS)
}

/**
 * Measures with these tools on PATH until the sample file fulfils a condition.
 * @param halfway called when it does; the measurement then goes on for twice the time so far
 */
async function measure(
  tools: Readonly<Record<string, string>>,
  isEnough: (file: SampleFile) => boolean,
  halfway: ((samplerPid: number) => void) | null = null,
  variables: Readonly<Record<string, string | undefined>> = {},
): Promise<Measurement> {
  const path = mkdtempSync(join(temporary, 'bin-'))
  for (const [name, body] of Object.entries(tools)) writeTool(path, name, body)
  // Processors that idle: a busy machine delays the sampler between clock and counters, and its readings would disagree.
  const tree = new KernelTree(stat(1000, 5000))
  const environment = { ...variables, PATH: path, RUNNER_TEMP: temporary, CARBON_GATE_ROOT: tree.root }
  const options = { samplerPath: SAMPLER, intervalMs: 100, watchPid: process.pid, environment }
  const state = await startMeasurement(options)
  const startMs = performance.now()
  await waitFor(isEnough, state)
  if (halfway) {
    halfway(state.sampler?.process.pid ?? 0)
    await sleep(2 * (performance.now() - startMs))
  }
  // Counters that never change count as hidden.
  tree.write(stat(1000, 5001))
  const measurement = computeMeasurement(await endMeasurement(state), testPower)
  tree.remove()
  return measurement
}

/** Enough samples with figures of a device for its mean power. */
const hasGpuSamples =
  (devices = 1) =>
  ({ samples }: SampleFile): boolean =>
    samples.filter(({ gpus }) => gpus.length >= devices).length >= 3
const hasNote =
  (code: string) =>
  ({ notes }: SampleFile): boolean =>
    notes.some((entry) => entry.code === code)
const hasSample = ({ samples }: SampleFile): boolean => samples.length > 0

const ofGpu = (code: string): boolean => code.startsWith('gpu-')
const codes = (measurement: Measurement): string[] => measurement.notes.map(({ code }) => code)
/** Row of the last fields that are tried. */
const T4_ROW = '0, GPU-00000000-0000, Tesla T4, 36, 50, [N/A], [N/A]'
const T4 = `{ index: 0, uuid: 'GPU-00000000-0000', name: 'Tesla T4', 'power.draw': 36, 'utilization.gpu': 50 }`

const MIG_UUIDS = ['MIG-b3061c09-2a4c-5026-a575-79f86a5bb12c', 'MIG-54863714-0a66-5df2-9007-9268e30d9a72'] as const
/** As `nvidia-smi -L` prints. */
const MIG_LIST = `GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-950792bf-a01c-3f1a-e122-3473e67f54b2)
  MIG 1g.10gb     Device  0: (UUID: ${MIG_UUIDS[0]})
  MIG 2g.20gb     Device  1: (UUID: ${MIG_UUIDS[1]})`

// Power is checked as energy over time. Each case waits for what it needs, not for a time.
describe.concurrent('GPUs', () => {
  it('are read by one streaming process, even if it rejects a field', async () => {
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(`[${T4}]`) }, hasGpuSamples())
    const [gpu] = measurement.gpus
    expect(measurement.gpus).toHaveLength(1)
    expect(gpu).toMatchObject({ name: 'Tesla T4', method: 'measured', meanUtilization: 50, idleShare: 0 })
    expect(((gpu?.wh ?? 0) * 3600) / measurement.durationS).toBeCloseTo(36, -0.5)
    expect(measurement.it.gpuWh).toBeCloseTo(gpu?.wh ?? 0, 9)
    const { cpuWh, memoryWh, gpuWh, otherWh, it: total } = measurement.it
    expect((cpuWh ?? 0) + (memoryWh ?? 0) + (gpuWh ?? 0) + (otherWh ?? 0)).toBeCloseTo(total.value, 9)
    expect(measurement.meters.map(({ name }) => name)).toEqual(['gpu'])
    expect(codes(measurement).filter(ofGpu)).toEqual([])
  })

  it('of a short job are counted from a single reading', async () => {
    const once = `out("0, GPU-00000000-0002, NVIDIA Unheard Of, 200, 80, [N/A], [N/A]"); every(1e6, () => {})`
    const measurement = await measure({ 'nvidia-smi': once }, ({ gpuNames }) => gpuNames.size > 0)
    const [gpu] = measurement.gpus
    expect(gpu).toMatchObject({ name: 'NVIDIA Unheard Of', method: 'measured' })
    expect(((gpu?.wh ?? 0) * 3600) / measurement.durationS).toBeCloseTo(200, 0)
    expect(measurement.it.it.high - measurement.it.it.value).toBeGreaterThan((gpu?.wh ?? 0) * 0.9)
  })

  it('are not counted if every call of the tool fails, before a short job ends', async () => {
    const failing = 'out("NVIDIA-SMI has failed"); process.exit(9)'
    const measurement = await measure({ 'nvidia-smi': failing }, hasNote('gpu-tool-silent'))
    expect(codes(measurement).filter(ofGpu)).toEqual(['gpu-tool-silent'])
  })

  it('are read by the other tool of a maker if the better one fails', async () => {
    const rocm = `out('{"card0": {"Average Graphics Package Power (W)": "200", "GPU use (%)": "50"}}')`
    const tools = { 'amd-smi': 'process.exit(1)', 'rocm-smi': rocm }
    const measurement = await measure(tools, ({ gpuNames }) => gpuNames.size > 0)
    expect(measurement.gpus).toMatchObject([{ method: 'measured' }])
    expect(codes(measurement).filter(ofGpu)).toEqual([])
  })

  it('get a note if their tool had no time to answer', async () => {
    // After two seconds without an answer the tool counts as hung: that is another note.
    const measurement = await firstWithin(
      (attempt) => !codes(attempt).includes('gpu-tool-hung'),
      () => measure({ 'nvidia-smi': 'every(1e6, () => {})' }, hasSample),
    )
    expect(codes(measurement)).toContain('gpu-not-read')
  })

  it('are counted by the energy counter of the driver if there is one', async () => {
    const counting = `[{ index: 0, uuid: 'GPU-00000000-0001', name: 'NVIDIA L4', 'power.draw': '[N/A]', 'utilization.gpu': 90, total_energy_consumption: () => 1e9 + performance.now() * 50 }]`
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(counting, []) }, hasGpuSamples())
    // 50 mJ each ms.
    const watts = ((measurement.it.gpuWh ?? 0) * 3600) / measurement.durationS
    expect(watts).toBeGreaterThan(40)
    expect(watts).toBeLessThan(60)
    expect(measurement.gpus[0]?.method).toBe('measured')
  })

  it('without a power reading are estimated, never 0, and counted one by one', async () => {
    const rows = `[${T4}, { index: 1, uuid: 'GPU-00000000-0002', name: 'NVIDIA L40S', 'power.draw': '[Not Supported]', 'utilization.gpu': 100 },
      { index: 2, name: '[GPU is lost]', 'power.draw': '[GPU is lost]', 'utilization.gpu': '[GPU is lost]' },
      { index: 3, uuid: 'GPU-00000000-0004', name: 'NVIDIA H100', 'power.draw': 100, 'mig.mode.current': 'Enabled' }]`
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(rows) }, hasGpuSamples(3))
    expect(measurement.gpus.map(({ name, method }) => `${name} ${method}`)).toEqual([
      'Tesla T4 measured',
      'NVIDIA L40S modelled',
      'NVIDIA H100 measured',
    ])
    expect(((measurement.gpus[1]?.wh ?? 0) * 3600) / measurement.durationS).toBeCloseTo(350, -1)
    expect(codes(measurement)).toEqual(expect.arrayContaining(['gpu-estimated', 'gpu-mig']))
  })

  it('without any reading are estimated by their type, or reported as not counted', async () => {
    const silent = `'power.draw': '[N/A]', 'utilization.gpu': '[N/A]'`
    const rows = `[{ index: 0, uuid: 'GPU-00000000-0005', name: 'Tesla T4', ${silent} },
      { index: 1, uuid: 'GPU-00000000-0006', name: 'Frobnicator 3D', ${silent} }]`
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(rows) }, hasGpuSamples(2))
    expect(measurement.gpus.map(({ name, method }) => `${name} ${method}`)).toEqual(['Tesla T4 modelled'])
    expect(measurement.it.gpuWh).toBeGreaterThan(0)
    expect(codes(measurement)).toEqual(expect.arrayContaining(['gpu-estimated', 'gpu-unknown']))
  })

  it.each([
    ['the one that is listed', 'MIG 1g.10gb', {}, 1 / 7],
    ['those that are listed', 'MIG 1g.10gb + MIG 2g.20gb', {}, 3 / 7],
    ['the chosen one of several', 'MIG 2g.20gb', { CUDA_VISIBLE_DEVICES: MIG_UUIDS[1] }, 2 / 7],
  ])('with MIG instances are charged for the instances of the job: %s', async (_, slices, chosen, share) => {
    const listed = slices === 'MIG 1g.10gb' ? MIG_LIST.split('\n').slice(0, 2).join('\n') : MIG_LIST
    const board = `[{ index: 0, uuid: 'GPU-950792bf-a01c-3f1a-e122-3473e67f54b2', name: 'NVIDIA H100 80GB HBM3', 'power.draw': 350,
      'mig.mode.current': 'Enabled' }]`
    const hasSlices = ({ gpuNames, samples }: SampleFile): boolean =>
      [...gpuNames.values()].some((device) => device.slices.length > 0) && samples.some(({ gpus }) => gpus.length > 0)
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(board, [], listed) }, hasSlices, null, chosen)
    expect(measurement.gpus.map(({ name, method }) => `${name} ${method}`)).toEqual([
      `NVIDIA H100 80GB HBM3 ${slices} measured`,
    ])
    expect(((measurement.it.gpuWh ?? 0) * 3600) / measurement.durationS / 350).toBeCloseTo(share, 1)
    // The neighbours may have been idle: then the power of the board was the job's.
    expect(((measurement.it.it.high ?? 0) * 3600) / measurement.durationS).toBeGreaterThan(350)
    expect(codes(measurement).filter(ofGpu)).toEqual(['gpu-shared'])
  })

  it('that are hardly used get a note with their idle power', async () => {
    const idle = `[{ index: 0, uuid: 'GPU-00000000-0005', name: 'Tesla T4', 'power.draw': 9.5, 'utilization.gpu': 0 }]`
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(idle) }, hasGpuSamples())
    expect(measurement.gpus[0]).toMatchObject({ idleShare: 1, idleWatts: 9.5, busyWatts: null })
    expect(codes(measurement).filter(ofGpu)).toEqual(['gpu-underused'])
  })

  it.each([
    ['dies after a reading', `out('${T4_ROW}'); setTimeout(() => process.exit(1), 50)`, 'gpu-tool-died'],
    ['ends without a word', 'process.exit(9)', 'gpu-tool-silent'],
    ['prints garbage', "every(5, () => out('garbage '.repeat(100)))", 'gpu-tool-garbage'],
    // After a reading nothing counts as garbage: the amount alone stops the tool.
    ['floods', `out('${T4_ROW}'); every(5, () => out('x'.repeat(4e6)))`, 'gpu-tool-flooded'],
  ])('with a tool that %s get a note, and the job goes on', async (_, body, code) => {
    const measurement = await measure({ 'nvidia-smi': body }, hasNote(code))
    expect(codes(measurement)).toContain(code)
    expect(codes(measurement)).not.toContain('sampler-died')
    expect(measurement.it.it.value).toBeGreaterThan(0)
  })

  it('get a note if their tool hangs', async () => {
    // The tool starts a moment after the first sample.
    const answerMs = 2500
    const isLate = ({ samples }: SampleFile): boolean => (samples.at(-1)?.t ?? 0) - (samples[0]?.t ?? 0) > answerMs
    const measurement = await measure({ 'nvidia-smi': 'setInterval(() => {}, 1000)' }, isLate)
    expect(measurement.gpus).toEqual([])
    expect(measurement.coverage).toBeCloseTo(1, 1)
    expect(codes(measurement)).toEqual(expect.arrayContaining(['gpu-tool-hung', 'gpu-uncounted']))
  })

  it('lose coverage if the sampler is killed, because no counter covers them', async () => {
    const kill = (pid: number): void => void process.kill(pid, 'SIGKILL')
    const measurement = await measure({ 'nvidia-smi': nvidiaSmi(`[${T4}]`) }, hasGpuSamples(), kill)
    expect(measurement.coverage).toBeLessThan(0.8)
    expect(codes(measurement)).toEqual(expect.arrayContaining(['sampler-died', 'gpu-not-covered']))
    expect(((measurement.it.gpuWh ?? 0) * 3600) / measurement.durationS / 36).toBeCloseTo(1, 0.7)
  })

  it('of AMD and Intel are read', async () => {
    const gpus = `[{ gpu: 0, usage: { gfx_activity: { value: 80, unit: '%' } }, power: { socket_power: { value: 200, unit: 'W' } } },
      { gpu: 1, usage: 'N/A', power: { socket_power: 'N/A' } }]`
    const intel = `out('Timestamp, DeviceId, GPU Utilization (%), GPU Power (W)')
      every(100, () => out('23:48:25.043,    0,  N/A, 75.50'))`
    const measurement = await measure({ 'amd-smi': amdSmi(gpus), 'xpu-smi': intel }, hasGpuSamples(3))
    const watts = new Map(measurement.gpus.map(({ name, wh }) => [name, (wh * 3600) / measurement.durationS]))
    // A sample more or less of a short measurement is some per cent.
    expect((watts.get('AMD GPU') ?? 0) / 200).toBeCloseTo(1, 0.7)
    expect((watts.get('Intel GPU') ?? 0) / 75.5).toBeCloseTo(1, 0.7)
  })

  it('start no process on a machine without GPUs', async () => {
    const tree = new KernelTree()
    const environment = { PATH: tree.root, RUNNER_TEMP: temporary, CARBON_GATE_ROOT: tree.root }
    const options = { samplerPath: SAMPLER, intervalMs: 100, watchPid: process.pid, environment }
    const state = await startMeasurement(options)
    await waitFor(({ samples }) => samples.length >= 3, state)
    const { pid } = state.sampler?.process ?? { pid: 0 }
    const mapped = process.platform === 'linux' ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8') : ''
    expect(mapped).toBe('')
    computeMeasurement(await endMeasurement(state), testPower)
    tree.remove()
  })
})
