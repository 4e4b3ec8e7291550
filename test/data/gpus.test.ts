import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GPUS, findGpu, gpuWatts } from '../../src/data/gpus.ts'

describe('findGpu', () => {
  it.each([
    ['Tesla T4', 'T4'],
    ['NVIDIA A100-SXM4-40GB', 'A100'],
    ['NVIDIA A100-PCIE-40GB', 'A100 PCIe 40GB'],
    ['NVIDIA A100 80GB PCIe', 'A100 PCIe 80GB'],
    ['NVIDIA H100 80GB HBM3', 'H100'],
    ['NVIDIA H100 PCIe', 'H100 PCIe'],
    ['NVIDIA H100 NVL', 'H100 NVL'],
    ['Tesla V100-SXM2-16GB', 'V100'],
    ['NVIDIA L40S', 'L40S'],
    ['GRID T4-16C', 'T4'],
    ['NVIDIA GeForce RTX 3080 Ti', 'RTX 3080 Ti'],
    ['rtx3090', 'RTX 3090'],
    ['AMD Instinct MI300X', 'MI300X'],
    ['Intel(R) Data Center GPU Max 1550', 'Data Center GPU Max 1550'],
  ])('%s is %s', (name, gpu) => expect(findGpu(name)?.name).toBe(gpu))

  it.each([
    '',
    'GPU',
    'NVIDIA',
    'NVIDIA GeForce RTX 3080 Laptop GPU',
    'RTX 4070 Ti SUPER',
    'A1000',
    'H1000',
    'Radeon 780M',
  ])('%j is none of them', (name) => expect(findGpu(name)).toBeNull())

  it('finds every row by its own name', () => {
    for (const gpu of GPUS) expect(findGpu(gpu.name)?.name).toBe(gpu.name)
  })
})

describe('gpuWatts', () => {
  it('goes from idle to the limit and never down', () => {
    const [idle, full] = [gpuWatts('Tesla T4', 0), gpuWatts('Tesla T4', 100)]
    expect([idle?.value, full?.value]).toEqual([8, 70])
    fc.assert(
      fc.property(fc.constantFrom(...GPUS), fc.double({ min: 0, max: 100, noNaN: true }), (gpu, utilization) => {
        const watts = gpuWatts(gpu.name, utilization)
        expect(watts?.value).toBeGreaterThanOrEqual(gpuWatts(gpu.name, utilization / 2)?.value ?? 0)
        expect(watts?.value).toBeLessThanOrEqual(gpu.tdpW)
      }),
    )
  })
  it('says nothing of boards it does not know', () => expect(gpuWatts('Voodoo 2', 50)).toBeNull())
})
