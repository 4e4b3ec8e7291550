import { afterEach, describe, expect, it } from 'vitest'
import { readMachine } from '../../src/sensors/machine.ts'
import { type Files, KernelTree, containerV2 } from '../fakes/kernel-tree.ts'

let tree: KernelTree | null = null
function machine(...files: readonly Files[]): ReturnType<typeof readMachine> {
  tree = new KernelTree(Object.assign({}, ...files) as Files)
  return readMachine(tree.root)
}
afterEach(() => tree?.remove())

function dmi(vendor: string, product: string, tag = ''): Files {
  const folder = 'sys/class/dmi/id'
  return {
    [`${folder}/sys_vendor`]: `${vendor}\n`,
    [`${folder}/product_name`]: `${product}\n`,
    [`${folder}/chassis_asset_tag`]: `${tag}\n`,
  }
}

function x86(model: string, flags: string, count = 4, sockets = 1): Files {
  const one = (id: number): string =>
    `processor\t: ${id}\nmodel name\t: ${model}\nphysical id\t: ${id % sockets}\ncpu cores\t: ${count / sockets / 2}\nflags\t\t: fpu ${flags}\n`
  const info = Array.from({ length: count }, (_, id) => one(id)).join('\n')
  return { 'proc/cpuinfo': info, 'sys/devices/system/cpu/online': `0-${count - 1}\n` }
}

function arm(implementer: string, part: string): Files {
  return {
    'proc/cpuinfo': `processor\t: 0\nBogoMIPS\t: 50.00\nCPU implementer\t: ${implementer}\nCPU part\t: ${part}\n`,
    'sys/devices/system/cpu/online': '0-3\n',
    'proc/meminfo': 'MemTotal:    16777216 kB\nMemFree:  1 kB\nMemAvailable:  8192000 kB\n',
  }
}

describe('readMachine', () => {
  it('recognises a hosted runner', () => {
    const azure = dmi('Microsoft Corporation', 'Virtual Machine', '7783-7084-3265-9085-8269-3286-77')
    expect(machine(x86('AMD EPYC 7763 64-Core Processor', 'hypervisor sse'), azure)).toMatchObject({
      cpuName: 'AMD EPYC 7763 64-Core Processor',
      vcpus: 4,
      sockets: 1,
      cores: 2,
      isVirtual: true,
      cloud: 'azure',
      slice: { scope: 'machine', vcpus: 4 },
    })
  })
  it('recognises a bare machine of two sockets', () => {
    expect(machine(x86('Intel(R) Xeon(R) Gold 6248', 'sse', 80, 2), dmi('Dell Inc.', 'PowerEdge'))).toMatchObject({
      vcpus: 80,
      sockets: 2,
      cores: 40,
      isVirtual: false,
      cloud: null,
    })
  })
  it.each([
    ['0x41', '0xd49', 'Neoverse-N2'],
    ['0x41', '0xd0c', 'Neoverse-N1'],
    ['0x61', '0x023', 'Apple M1'],
    ['0x6d', '0xd49', 'Azure Cobalt 100'],
  ])('names ARM cores: %s %s is %s', (implementer, part, name) => {
    expect(machine(arm(implementer, part))).toMatchObject({ cpuName: name, memoryGb: 16, isVirtual: null })
  })
  it.each([
    ['0xd05 0xd05 0xd0b 0xd0b', 'Cortex-A76'],
    ['0xd08 0xd08 0xd03 0xd03', 'Cortex-A72'],
    ['0xd87 0xd85', 'Cortex-X925'],
    ['0xd05 0xfff', 'Cortex-A55'],
  ])('names the largest core of a chip with several kinds: %s is %s', (parts, name) => {
    const info = parts.split(' ').map((part) => `CPU implementer\t: 0x41\nCPU part\t: ${part}\n`)
    expect(machine({ 'proc/cpuinfo': info.join('\n') }).cpuName).toBe(name)
  })
  it.each([
    ['processor\t: 0\ncpu\t\t: POWER9, altivec supported\nclock\t\t: 3800.000000MHz\n', 'POWER9, altivec supported'],
    ['processor\t\t: 0\nCPU Family\t\t: Loongson-64bit\nModel Name\t\t: Loongson-3A5000-HV\n', 'Loongson-3A5000-HV'],
    ['processor\t: 0\nhart\t\t: 0\nisa\t\t: rv64imafdc\nuarch\t\t: sifive,u74-mc\n', 'sifive,u74-mc'],
    ['vendor_id       : IBM/S390\n# processors    : 2\nprocessor 0: version = FF,  machine = 3931\n', null],
  ])('reads the name that other architectures show: %j', (info, name) => {
    expect(machine({ 'proc/cpuinfo': info }).cpuName).toBe(name)
  })
  it('ignores placeholder names', () => {
    expect(machine(x86('unknown', 'hypervisor')).cpuName).not.toBe('unknown')
  })
  it('recognises clouds by their DMI tables', () => {
    expect(machine(arm('0x41', '0xd0c'), dmi('Amazon EC2', 'm6g.large'))).toMatchObject({
      cloud: 'aws',
      isVirtual: true,
    })
    expect(machine(arm('0x41', '0xd0c'), dmi('Amazon EC2', 'm6g.metal'))).toMatchObject({
      cloud: 'aws',
      isVirtual: false,
    })
    expect(machine(x86('x', 'hypervisor'), dmi('Google', 'Google Compute Engine'))).toMatchObject({ cloud: 'gcp' })
  })
  it('uses the quota of a container as the machine of the job', () => {
    expect(machine(x86('AMD EPYC 7763', 'sse', 64), containerV2(1)).slice).toMatchObject({
      scope: 'cgroup',
      vcpus: 2,
    })
  })
  it('has defaults without any file', () => {
    const { cpuName, vcpus, memoryGb, slice } = machine()
    expect(cpuName === null || cpuName.length > 0).toBe(true)
    expect(Math.min(vcpus, memoryGb, slice.vcpus)).toBeGreaterThan(0)
  })
})
