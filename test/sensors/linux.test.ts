import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Battery } from '../../src/sensors/battery.ts'
import { findControlGroup, findLimitingGroup } from '../../src/sensors/cgroup-tree.ts'
import { CgroupCpu } from '../../src/sensors/cgroup.ts'
import { countCpus } from '../../src/sensors/cpu-list.ts'
import { openCpu } from '../../src/sensors/cpu.ts'
import { Memory } from '../../src/sensors/memory.ts'
import { findRaplZones } from '../../src/sensors/rapl-zones.ts'
import { Rapl } from '../../src/sensors/rapl.ts'
import { type Files, KernelTree, containerV1, containerV2, stat, zone } from '../fakes/kernel-tree.ts'

const trees: KernelTree[] = []
function tree(...files: readonly Files[]): KernelTree {
  const made = new KernelTree(Object.assign({}, ...files) as Files)
  trees.push(made)
  return made
}
afterEach(() => {
  for (const made of trees.splice(0)) made.remove()
})

describe('CPU time', () => {
  it('includes only work: not idle and iowait, steal separately, guests once', () => {
    const { root } = tree({ 'proc/stat': 'cpu  100 20 30 400 50 6 7 8 90 10\ncpu0 0 0\n' })
    const { sensor, fallback } = openCpu(root)
    expect(sensor.read()).toEqual({ busyMs: 1630, totalMs: 6210, stealMs: 80 })
    expect(fallback).toBe(false)
  })

  it('is read again from the open file at each reading', () => {
    const made = tree(stat(100, 100))
    const { sensor } = openCpu(made.root)
    made.write(stat(150, 400))
    expect(sensor.read()).toMatchObject({ busyMs: 1500, totalMs: 5500 })
    sensor.close()
    expect(sensor.read()).toBeNull()
  })

  it.each(['', 'cpu  0 0 0 0 0 0 0 0 0 0\n', 'garbage\n', 'cpu  a b c d e f g h\n'])('falls back from %j', (text) => {
    const { root } = tree({ 'proc/stat': text })
    const { sensor, fallback } = openCpu(root)
    expect(sensor.read()?.totalMs).toBeGreaterThan(0)
    expect(fallback).toBe(process.platform === 'linux')
  })
})

describe('memory', () => {
  it('is the total minus what is available without swapping', () => {
    const { root } = tree({ 'proc/meminfo': 'MemTotal:    16384000 kB\nMemFree:  1 kB\nMemAvailable:  8192000 kB\n' })
    expect(new Memory(root).read()).toEqual({ totalMb: 16_000, usedMb: 8000 })
    const old = tree({ 'proc/meminfo': 'MemTotal:    16384000 kB\nMemFree:  8192000 kB\n' })
    expect(new Memory(old.root).read()?.usedMb).toBe(8000)
  })
  it('comes from the system if the file is missing', () => {
    expect(new Memory(tree().root).read()?.totalMb).toBeGreaterThan(0)
  })
})

describe('control groups', () => {
  it('limit the machine to the quota, version 2', () => {
    const { root } = tree(containerV2(5_000_000))
    const group = findLimitingGroup(root)
    expect(group).toMatchObject({ version: 2, cpuLimit: 2, memoryLimitMb: 4096 })
    expect(group && new CgroupCpu(root, group).read()).toBe(5000)
  })
  it('limit it, version 1, in a container with the path of the host', () => {
    const { root } = tree(containerV1(5_000_000_000))
    const group = findLimitingGroup(root)
    expect(group).toMatchObject({ version: 1, cpuLimit: 2, memoryLimitMb: null })
    expect(group && new CgroupCpu(root, group).read()).toBe(5000)
  })
  it('have the smallest limit of their parents, and cpusets', () => {
    const { root } = tree(containerV2(1), {
      'proc/self/cgroup': '0::/a/b\n',
      'sys/fs/cgroup/a/b/cpu.stat': 'usage_usec 7\n',
      'sys/fs/cgroup/a/b/cpu.max': 'max 100000\n',
      'sys/fs/cgroup/a/cpu.max': '150000 100000\n',
      'sys/fs/cgroup/a/b/cpuset.cpus.effective': '0-3\n',
    })
    expect(findControlGroup(root)).toMatchObject({ usageFile: 'sys/fs/cgroup/a/b/cpu.stat', cpuLimit: 1.5 })
  })
  it('without a limit are not a slice', () => {
    expect(findLimitingGroup(tree(containerV2(1, 'max 100000')).root)).toBeNull()
    expect(findLimitingGroup(tree(containerV2(1, '9900000 100000')).root)).toBeNull()
    expect(findLimitingGroup(tree().root)).toBeNull()
  })
  it.each([
    ['0-1,4,6-7', 5],
    ['0', 1],
    ['', null],
    ['0-', null],
    ['3-1', null],
  ])('count processors: %j is %j', (list, count) => expect(countCpus(list)).toBe(count))
})

describe('RAPL', () => {
  const sockets = (flags = 'fpu'): Files => ({
    'proc/cpuinfo': [0, 1].map((id) => `physical id\t: ${id}\nflags\t\t: ${flags}\n`).join('\n'),
  })
  it('has packages, memory and psys of every socket once', () => {
    const { root } = tree(
      zone('intel-rapl:0', 'package-0', 10),
      zone('intel-rapl:0:0', 'core', 5),
      zone('intel-rapl:0:1', 'uncore', 1),
      zone('intel-rapl:0:2', 'dram', 3),
      zone('intel-rapl:1', 'package-1', 20),
      zone('intel-rapl:1:2', 'dram', 4),
      zone('intel-rapl:2', 'psys', 50),
      zone('intel-rapl-mmio:0', 'package-0', 11),
      { 'sys/class/powercap/intel-rapl/enabled': '1\n', 'sys/class/powercap/dtpm/x': '' },
    )
    const { zones, denied } = findRaplZones(root)
    expect(zones.map(({ id, domain }) => `${id} ${domain}`)).toEqual([
      'intel-rapl:0 package',
      'intel-rapl:0:2 dram',
      'intel-rapl:1 package',
      'intel-rapl:1:2 dram',
      'intel-rapl:2 psys',
    ])
    expect(denied).toBe(false)
    expect(new Rapl(root, zones).read()).toEqual([10, 3, 20, 4, 50])
  })
  it.runIf(process.getuid?.() !== 0 && process.platform === 'linux')('reports that it may not be read', () => {
    const { root } = tree(zone('intel-rapl:0', 'package-0', 10))
    chmodSync(join(root, 'sys/class/powercap/intel-rapl:0/energy_uj'), 0)
    expect(findRaplZones(root)).toEqual({ zones: [], denied: true, incomplete: false })
    const two = tree(zone('intel-rapl:0', 'package-0', 10), zone('intel-rapl:1', 'package-1', 10), sockets()).root
    chmodSync(join(two, 'sys/class/powercap/intel-rapl:1/energy_uj'), 0)
    expect(findRaplZones(two)).toEqual({ zones: [], denied: true, incomplete: false })
  })
  it.each<[string, Files]>([
    ['no meter', {}],
    ['a meter without a range', zone('intel-rapl:1', 'package-1', 20, 0)],
    [
      'a meter without a figure',
      { ...zone('intel-rapl:1', 'package-1', 20), 'sys/class/powercap/intel-rapl:1/energy_uj': '' },
    ],
  ])('leaves out the processors if one of two sockets has %s', (_, second) => {
    const { root } = tree(zone('intel-rapl:0', 'package-0', 10), zone('intel-rapl:2', 'psys', 50), sockets(), second)
    const { zones, incomplete } = findRaplZones(root)
    expect(zones.map(({ domain }) => domain)).toEqual(['psys'])
    expect(incomplete).toBe(true)
  })
  it('leaves out the memory if only one of two sockets has a meter of it', () => {
    const { root } = tree(
      zone('intel-rapl:0', 'package-0', 10),
      zone('intel-rapl:0:0', 'dram', 3),
      zone('intel-rapl:1', 'package-1', 10),
    )
    expect(findRaplZones(root).zones.map(({ domain }) => domain)).toEqual(['package', 'package'])
  })
  it('believes no sockets that a hypervisor shows', () => {
    const { root } = tree(zone('intel-rapl:0', 'package-0', 10), sockets('fpu hypervisor'))
    expect(findRaplZones(root)).toMatchObject({ zones: [{ id: 'intel-rapl:0' }], incomplete: false })
  })
  it('is missing on most machines', () => {
    expect(findRaplZones(tree().root)).toEqual({ zones: [], denied: false, incomplete: false })
    expect(new Rapl('/', []).read()).toBeNull()
  })
})

describe('battery', () => {
  const cell = (status: string, more: Files): Files => ({
    'sys/class/power_supply/BAT0/type': 'Battery\n',
    'sys/class/power_supply/BAT0/status': `${status}\n`,
    ...more,
  })
  it('measures the machine while it discharges', () => {
    const power = { 'sys/class/power_supply/BAT0/power_now': '12500000\n' }
    expect(new Battery(tree(cell('Discharging', power)).root).read()).toBeCloseTo(12.5)
    expect(new Battery(tree(cell('Charging', power)).root).read()).toBeNull()
    const product = {
      'sys/class/power_supply/BAT0/current_now': '1000000\n',
      'sys/class/power_supply/BAT0/voltage_now': '11500000\n',
    }
    expect(new Battery(tree(cell('Discharging', product)).root).read()).toBeCloseTo(11.5)
    expect(new Battery(tree().root).isPresent).toBe(false)
    const negative = { 'sys/class/power_supply/BAT0/power_now': '-12500000\n' }
    expect(new Battery(tree(cell('Discharging', negative)).root).read()).toBeCloseTo(12.5)
  })
  it('does not measure it while a charger feeds a part of it', () => {
    const discharging = cell('Discharging', { 'sys/class/power_supply/BAT0/power_now': '5000000\n' })
    const charger = (type: string, online: string): Files => ({
      'sys/class/power_supply/AC/type': `${type}\n`,
      'sys/class/power_supply/AC/online': `${online}\n`,
    })
    expect(new Battery(tree(discharging, charger('Mains', '1')).root).read()).toBeNull()
    expect(new Battery(tree(discharging, charger('USB', '1')).root).read()).toBeNull()
    expect(new Battery(tree(discharging, charger('Mains', '0')).root).read()).toBeCloseTo(5)
  })
  it('does not measure it if one of two batteries has no figure', () => {
    const second = (figure: Files): Files => ({
      ...cell('Discharging', { 'sys/class/power_supply/BAT0/power_now': '12500000\n' }),
      'sys/class/power_supply/BAT1/type': 'Battery\n',
      'sys/class/power_supply/BAT1/status': 'Discharging\n',
      ...figure,
    })
    expect(new Battery(tree(second({})).root).read()).toBeNull()
    const idle = { 'sys/class/power_supply/BAT1/power_now': '0\n' }
    expect(new Battery(tree(second(idle)).root).read()).toBeCloseTo(12.5)
  })
})
