import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findKernelBoards } from '../../src/sensors/gpu-boards.ts'
import { findNeededTools } from '../../src/sensors/gpu-tools.ts'
import { GpuFiles } from '../../src/sensors/gpu-files.ts'
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
const intelCard = (slot: string): Files => ({
  'sys/class/drm/card0/device/vendor': '0x8086\n',
  'sys/class/drm/card0/device/uevent': `DRIVER=i915\nPCI_SLOT_NAME=${slot}\n`,
})
const amdBoard = (id: number): Files => ({
  [`sys/class/hwmon/hwmon${id}/name`]: 'amdgpu\n',
  [`sys/class/hwmon/hwmon${id}/power1_cap`]: '300000000\n',
  [`sys/class/hwmon/hwmon${id}/power1_average`]: '100000000\n',
  [`sys/class/hwmon/hwmon${id}/device/drm/renderD${128 + id}/dev`]: '226:128\n',
})
const pod: Files = { 'proc/self/mounts': 'overlay / overlay rw,relatime 0 0\n' }
const accelerator = (vendor: string): Files => ({ 'sys/class/accel/accel0/device/vendor': `${vendor}\n` })
const pci = (slot: string, device: string): Files => ({
  [`sys/bus/pci/devices/0000:00:0${slot}.0/vendor`]: '0x1ae0\n',
  [`sys/bus/pci/devices/0000:00:0${slot}.0/device`]: `${device}\n`,
})
const google: Files = {
  'sys/class/dmi/id/sys_vendor': 'Google\n',
  'sys/class/dmi/id/product_name': 'Google Compute Engine\n',
}
const cpu = (name: string): Files => ({ 'proc/cpuinfo': `model name\t: ${name}\n` })

describe('boards that the kernel shows', () => {
  it.each<[string, Files, string]>([
    ['none on an empty machine', {}, ''],
    ['none for /dev/dxg, which every maker has under WSL2', { 'dev/dxg': '' }, ''],
    ['the boards of the NVIDIA driver', listed('1', '2'), '2 NVIDIA'],
    ['the device nodes without the driver list', { 'dev/nvidia0': '', 'dev/nvidiactl': '' }, '1 NVIDIA'],
    ['only the boards that a container may open', { ...listed('1', '2'), 'dev/nvidia1': '' }, '1 NVIDIA'],
    ['none in a container without device nodes', { ...listed('1'), '.dockerenv': '' }, ''],
    ['none in a pod of containerd without device nodes', { ...listed('1'), ...pod }, ''],
    [
      'the AMD boards that a container may open',
      { ...amdBoard(0), ...amdBoard(1), ...pod, 'dev/dri/renderD129': '' },
      '1 AMD',
    ],
    ['no AMD board in a container without nodes', { ...amdBoard(0), ...pod }, ''],
    ['every AMD board of a machine', { ...amdBoard(0), ...amdBoard(1) }, '2 AMD'],
    ['an AMD board by its power cap', { [`${amdgpu}/name`]: 'amdgpu\n', [`${amdgpu}/power1_cap`]: '3\n' }, '1 AMD'],
    ['no AMD graphics without a power cap', { [`${amdgpu}/name`]: 'amdgpu\n', 'dev/kfd': '' }, ''],
    ['an AMD board by /dev/kfd alone', { 'dev/kfd': '', ...cpu('AMD EPYC 7313P 16-Core Processor') }, '1 AMD'],
    ['no board for integrated graphics', { 'dev/kfd': '', ...cpu('AMD Ryzen AI 9 HX 370 w/ Radeon 890M') }, ''],
    ['an Intel board of an old kernel', intelCard('0000:03:00.0'), '1 Intel'],
    ['no integrated Intel graphics', intelCard('0000:00:02.0'), ''],
    ['Gaudi cards', accelerator('0x1da3'), '1 Intel Gaudi'],
    ['Gaudi cards of older drivers', { 'dev/hl0': '', 'dev/hl1': '', 'dev/hl_controlD0': '' }, '2 Intel Gaudi'],
    ['no Gaudi card in a container without nodes', { ...accelerator('0x1da3'), ...pod }, ''],
    ['the Gaudi cards of a container', { ...accelerator('0x1da3'), ...pod, 'dev/accel/accel0': '' }, '1 Intel Gaudi'],
    ['TPUs', accelerator('0x1ae0'), '1 Google TPU'],
    ['the TPUs of a pod', { ...accelerator('0x1ae0'), ...pod, 'dev/accel0': '' }, '1 Google TPU'],
    [
      'TPUs that are groups of VFIO',
      { ...pci('4', '0x0063'), ...pci('5', '0x0063'), 'dev/vfio/0': '' },
      '2 Google TPU',
    ],
    ['TPUs of a virtual machine of Google', { ...pci('4', '0x006f'), ...google }, '1 Google TPU'],
    ['no TPU in a pod without groups', { ...pci('4', '0x0063'), ...google, ...pod }, ''],
    ['no TPU for the network card of Google', { ...pci('4', '0x0042'), ...google, 'dev/vfio/0': '' }, ''],
    ['Ascend devices', { 'dev/davinci0': '', 'dev/davinci_manager': '' }, '1 Huawei Ascend'],
    ['Cloud AI cards', accelerator('0x17cb'), '1 Qualcomm Cloud AI'],
    ['Trainium and Inferentia devices', { 'dev/neuron0': '', 'dev/neuron1': '' }, '2 AWS Neuron'],
    ['no neural unit inside a processor', accelerator('0x8086'), ''],
  ])('are %s', (_, files, boards) => expect(boardsIn(files)).toBe(boards))
})

it('reads no board that a container may not open', () => {
  const tree = new KernelTree({ ...amdBoard(0), ...amdBoard(1), ...pod, 'dev/dri/renderD129': '' })
  trees.push(tree)
  expect(new GpuFiles(tree.root).read().map(({ id }) => id)).toEqual(['sys/class/hwmon/hwmon1'])
})

it('reads the energy of the package of an Intel card that has no counter for the whole', () => {
  const board = 'sys/class/hwmon/hwmon2'
  const tree = new KernelTree({ [`${board}/name`]: 'xe\n', [`${board}/energy2_input`]: '7000000\n' })
  trees.push(tree)
  expect(new GpuFiles(tree.root).read()).toMatchObject([{ maker: 'Intel', joules: 7 }])
})

describe('tools of AMD', () => {
  const toolsOn = (files: Files): string[] => {
    const tree = new KernelTree({ ...files, 'bin/amd-smi': '', 'bin/rocm-smi': '' })
    trees.push(tree)
    for (const name of ['amd-smi', 'rocm-smi']) chmodSync(join(tree.root, 'bin', name), 0o755)
    const environment = { PATH: join(tree.root, 'bin') }
    const found = findNeededTools(tree.root, environment, new GpuFiles(tree.root), findKernelBoards(tree.root))
    return found.flatMap(({ tools }) => tools.map(({ command }) => command))
  }
  it.runIf(process.platform !== 'win32').each<[string, Files, string[]]>([
    ['are both needed for boards without files', { 'dev/kfd': '' }, ['amd-smi', 'rocm-smi']],
    ['are not needed for boards with files', amdBoard(0), []],
    ['are not needed for graphics inside the processor', cpu('AMD Ryzen AI 9 HX 370 w/ Radeon 890M'), []],
    ['would read the boards of others in a container without any', { ...amdBoard(0), ...pod }, []],
    ['are not needed in a container with a board of its own', { ...amdBoard(0), ...pod, 'dev/dri/renderD128': '' }, []],
  ])('%s', (_, files, tools) => expect(toolsOn(files)).toEqual(tools))
})
