import { afterEach, describe, expect, it } from 'vitest'
import { findKernelBoards } from '../../src/sensors/gpu-boards.ts'
import { type Files, KernelTree } from '../fakes/kernel-tree.ts'

const trees: KernelTree[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove()
})

function boardsIn(files: Files): string {
  const tree = new KernelTree(files)
  trees.push(tree)
  return findKernelBoards(tree.root)
    .map(({ maker, count }) => `${count} ${maker}`)
    .join(', ')
}

const listed = (...slots: string[]): Files =>
  Object.fromEntries(slots.map((slot) => [`proc/driver/nvidia/gpus/0000:0${slot}:00.0/information`, 'Model: A100\n']))
const amdgpu = 'sys/class/hwmon/hwmon0'
const cpu = (name: string): Files => ({ 'proc/cpuinfo': `model name\t: ${name}\n` })

describe('boards that the kernel shows', () => {
  it.each<[string, Files, string]>([
    ['none on an empty machine', {}, ''],
    ['none for /dev/dxg, which every maker has under WSL2', { 'dev/dxg': '' }, ''],
    ['the boards of the NVIDIA driver', listed('1', '2'), '2 NVIDIA'],
    ['the device nodes without the driver list', { 'dev/nvidia0': '', 'dev/nvidiactl': '' }, '1 NVIDIA'],
    ['only the boards that a container may open', { ...listed('1', '2'), 'dev/nvidia1': '' }, '1 NVIDIA'],
    ['none in a container without device nodes', { ...listed('1'), '.dockerenv': '' }, ''],
    ['an AMD board by its power cap', { [`${amdgpu}/name`]: 'amdgpu\n', [`${amdgpu}/power1_cap`]: '3\n' }, '1 AMD'],
    ['no AMD graphics without a power cap', { [`${amdgpu}/name`]: 'amdgpu\n', 'dev/kfd': '' }, ''],
    ['an AMD board by /dev/kfd alone', { 'dev/kfd': '', ...cpu('AMD EPYC 7313P 16-Core Processor') }, '1 AMD'],
    ['no board for integrated graphics', { 'dev/kfd': '', ...cpu('AMD Ryzen AI 9 HX 370 w/ Radeon 890M') }, ''],
  ])('are %s', (_, files, boards) => expect(boardsIn(files)).toBe(boards))
})
