import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestGpus, splitGpuCount } from '../../src/data/gpu-names.ts'
import { GPUS } from '../../src/data/gpu-table.ts'
import { findGpuShare } from '../../src/data/gpu-share.ts'
import { gpuWatts } from '../../src/data/gpu-watts.ts'
import { findGpu, hasUnpublishedPower, isFormAssumed, unknownWords } from '../../src/data/gpus.ts'
import { numberBetween } from '../number-between.ts'

describe('findGpu', () => {
  it.each([
    ['Tesla T4', 'T4'],
    ['NVIDIA A100-SXM4-40GB', 'A100 SXM'],
    ['NVIDIA A100-PCIE-40GB', 'A100 PCIe 40GB'],
    ['NVIDIA A100 80GB PCIe', 'A100 PCIe 80GB'],
    ['NVIDIA H100 80GB HBM3', 'H100 SXM'],
    ['NVIDIA H100 PCIe', 'H100 PCIe'],
    ['NVIDIA H100 NVL', 'H100 NVL'],
    ['Tesla V100-SXM2-16GB', 'V100 SXM'],
    ['NVIDIA L40S', 'L40S'],
    ['GRID T4-16C', 'T4'],
    ['NVIDIA GeForce RTX 3080 Ti', 'RTX 3080 Ti'],
    ['rtx3090', 'RTX 3090'],
    ['AMD Instinct MI300X', 'MI300X'],
    ['Intel(R) Data Center GPU Max 1550', 'Data Center GPU Max 1550'],
    ['NVIDIA GeForce RTX 4060 Laptop GPU', 'RTX 4060 Laptop'],
    ['NVIDIA GeForce RTX 4070 Ti SUPER', 'RTX 4070 Ti SUPER'],
    ['rtx 5070ti', 'RTX 5070 Ti'],
    ['NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition', 'RTX PRO 6000 Max-Q'],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'RTX PRO 6000'],
    ['Quadro RTX 6000', 'Quadro RTX 6000'],
    ['NVIDIA RTX 6000 Ada Generation', 'RTX 6000 Ada'],
    ['NVIDIA GH200 480GB', 'GH200'],
    ['NVIDIA GB10', 'GB10'],
    ['AMD Radeon RX 7900 XT', 'RX 7900 XT'],
    ['RX 7900XTX', 'RX 7900 XTX'],
    ['Intel(R) Arc(TM) A770 Graphics', 'Arc A770'],
    ['TPUv5e', 'TPU v5e'],
    ['tpu-v4', 'TPU v4'],
    ['AWS Trainium2', 'Trainium2'],
    ['Trainium 2', 'Trainium2'],
    ['Gaudi3', 'Gaudi 3'],
    ['HL-225', 'Gaudi 2'],
  ])('%s is %s', (name, gpu) => expect(findGpu(name)?.name).toBe(gpu))

  it.each([
    '',
    'GPU',
    'NVIDIA',
    'NVIDIA GeForce RTX 2080 Laptop GPU',
    'RTX 4090 Ti',
    'RTX 6000',
    'TPU v6e',
    'Trainium1',
    'H800 PCIe',
    'A1000',
    'H1000',
    'Radeon 780M',
  ])('%j is none of them', (name) => expect(findGpu(name)).toBeNull())

  it('finds every row by its own name', () => {
    for (const gpu of GPUS) expect(findGpu(gpu.name)?.name).toBe(gpu.name)
  })
})

describe('names in plans', () => {
  it.each([
    ['H100 PCI', 'H100 PCIe'],
    ['A100 PCI-E 80GB', 'A100 PCIe 80GB'],
    ['H-100', 'H100 SXM'],
    ['h 100', 'H100 SXM'],
    ['MI 300X', 'MI300X'],
    ['RTX A 6000', 'RTX A6000'],
  ])('%s is another spelling of %s', (name, gpu) => {
    expect(findGpu(name)?.name).toBe(gpu)
    expect(unknownWords(name)).toEqual([])
  })

  it.each([
    ['H100 PCle', ['pcle']],
    ['A100 SMX', ['smx']],
    ['RTX 4060 Lap', ['lap']],
    ['A10 G', ['g']],
    ['H100 2', ['2']],
  ])('%s has words that no board of that name has', (name, words) => expect(unknownWords(name)).toEqual(words))

  it('knows every word of the names that drivers print', () => {
    for (const { name } of GPUS) expect(unknownWords(`NVIDIA ${name} GPU`)).toEqual([])
    expect(unknownWords('NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition')).toEqual([])
    expect(unknownWords('Intel(R) Data Center GPU Max 1550')).toEqual([])
  })

  it.each([
    ['H1000', 'H100 SXM'],
    ['H10', 'H100 SXM'],
    ['A10OG', 'A10G'],
    ['4090', 'RTX 4090'],
    ['RTX4O90', 'RTX 4090'],
    ['Radeon RX 7900', 'RX 7900 XT'],
    ['NVIDIA V10O', 'V100 SXM'],
  ])('%s may mean %s', (name, gpu) => expect(nearestGpus(name)).toContain(gpu))

  it.each([
    ['8xH100', 'H100', 8],
    ['8 x A100 80GB', 'A100 80GB', 8],
    ['H100 x4', 'H100', 4],
    ['2×MI300X', 'MI300X', 2],
    ['MI300X', 'MI300X', null],
    ['RTX 4090', 'RTX 4090', null],
  ])('splits the count off %s', (text, name, count) => expect(splitGpuCount(text)).toEqual({ name, count }))

  it('says when the form of a board is assumed', () => {
    expect(['A100', 'h100', 'V100 16GB'].map(isFormAssumed)).toEqual([true, true, true])
    expect(['A100 PCIe', 'A100-SXM4-40GB', 'H100 80GB HBM3', 'H100 NVL', 'L4'].map(isFormAssumed)).not.toContain(true)
  })

  it('knows accelerators without a published power', () => {
    expect(['TPU v6e', 'tpu-v5p', 'Trainium 1', 'AWS Inferentia2'].map(hasUnpublishedPower)).not.toContain(false)
    expect(['H100', 'Voodoo 2'].map(hasUnpublishedPower)).not.toContain(true)
  })
})

describe('slices of boards', () => {
  it.each([
    ['GRID A100-4C', 'A100 PCIe 40GB', 4 / 40],
    ['NVIDIA A10-4Q', 'A10', 4 / 24],
    ['GRID A100DX-20C', 'A100 SXM', 20 / 80],
    ['A100-1-5C', 'A100 PCIe 40GB', 1 / 7],
    ['GRID RTX6000P-6C', 'Quadro RTX 6000', 6 / 24],
    ['GRID T4-16C', null, 1],
    ['NVIDIA A16-8C', 'A16', 8 / 64],
    ['MIG 1g.5gb', 'A100 SXM', 1 / 7],
    ['NVIDIA H100 80GB HBM3 MIG 3g.40gb', 'H100 SXM', 3 / 7],
    ['A30 MIG 2g.12gb', 'A30', 2 / 4],
    ['NVIDIA A100-SXM4-40GB MIG 1c.3g.20gb', 'A100 SXM', 1 / 7],
    ['NVIDIA H100 80GB HBM3 MIG 1g.10gb + MIG 2g.20gb', 'H100 SXM', 3 / 7],
    ['NVIDIA A100-SXM4-40GB MIG 3g.20gb + MIG 3g.20gb', 'A100 SXM', 1],
    ['NVIDIA H100 80GB HBM3 MIG 4g.40gb + MIG 3g.40gb', 'H100 SXM', 1],
    ['NVIDIA A16', 'A16', 1 / 4],
    ['Tesla K80', 'K80', 1 / 2],
    ['AMD Instinct MI250X', 'MI250X', 1 / 2],
  ])('%s', (name, board, share) => {
    const part = findGpuShare(name)
    expect(part?.share).toBeCloseTo(share, 9)
    if (board !== null) expect(part?.gpu.name).toBe(board)
  })
  it.each(['NVIDIA A100-PCIE-40GB', 'Tesla V100-SXM2-16GB', 'H100', 'MIG 1g.10gb', 'Voodoo-2C'])(
    'finds none in %s',
    (name) => expect(findGpuShare(name)).toBeNull(),
  )
  it('charges a slice its share, with a range up to what an elastic one may draw', () => {
    const [slice, board] = [gpuWatts('GRID A100-4C', 100), gpuWatts('A100 PCIe 40GB', 100)]
    expect(slice?.value).toBeCloseTo(25, 6)
    expect(slice?.high).toBeGreaterThanOrEqual(board?.value ?? Number.NaN)
    expect(gpuWatts('NVIDIA A16', 100)?.value).toBeCloseTo(62.5, 6)
  })
})

describe('gpuWatts', () => {
  it('goes from idle to the limit and never down', () => {
    const [idle, full] = [gpuWatts('Tesla T4', 0), gpuWatts('Tesla T4', 100)]
    expect([idle?.value, full?.value]).toEqual([8, 70])
    fc.assert(
      fc.property(fc.constantFrom(...GPUS), numberBetween(0, 100), (gpu, utilization) => {
        const watts = gpuWatts(gpu.name, utilization)
        expect(watts?.value).toBeGreaterThanOrEqual(gpuWatts(gpu.name, utilization / 2)?.value ?? 0)
        expect(watts?.value).toBeLessThanOrEqual(gpu.tdpW)
      }),
    )
  })
  it('widens the range of a laptop down to the smallest limit that is sold', () => {
    const [laptop, desktop] = [gpuWatts('RTX 4060 Laptop', 100), gpuWatts('RTX 4060', 100)]
    expect([laptop?.value, desktop?.value]).toEqual([115, 115])
    expect(laptop?.low).toBeLessThanOrEqual(35)
    expect(desktop?.low).toBeGreaterThan(60)
  })

  it('returns null for unknown boards', () => expect(gpuWatts('Voodoo 2', 50)).toBeNull())
})
