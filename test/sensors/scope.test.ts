import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLimitingGroup } from '../../src/sensors/cgroup-tree.ts'
import { onlineCpus } from '../../src/sensors/host-cpus.ts'
import { cpusIn } from '../../src/sensors/cpu-list.ts'
import { findSharedScope } from '../../src/sensors/scope.ts'

function treeOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'carbon-gate-scope-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return root
}

const ONLINE = { 'sys/devices/system/cpu/online': '0-63\n' }
const GROUP = { 'sys/fs/cgroup/cpu.stat': 'usage_usec 1\n' }

describe('a machine that may be shared', () => {
  it.each([
    ['a pod without a limit', { 'proc/self/cgroup': '0::/kubepods.slice/pod1/c1\n' }, {}, 'scope-no-limit'],
    [
      'a Kubernetes variable',
      { 'proc/self/cgroup': '0::/\n' },
      { KUBERNETES_SERVICE_HOST: '10.0.0.1' },
      'scope-no-limit',
    ],
    ['a Docker container', { '.dockerenv': '' }, {}, 'scope-no-limit'],
    ['a Podman container', { 'run/.containerenv': '' }, {}, 'scope-no-limit'],
    ['a container on a hosted runner', { '.dockerenv': '' }, { RUNNER_ENVIRONMENT: 'github-hosted' }, null],
    ['a Slurm job', { 'proc/self/cgroup': '0::/\n' }, { SLURM_JOB_ID: '7' }, 'scope-slurm-node'],
    ['a process with an affinity', { 'proc/self/status': 'Name:\tx\nCpus_allowed_list:\t0-7\n' }, {}, 'scope-affinity'],
    ['a process that may use all', { 'proc/self/status': 'Cpus_allowed_list:\t0-63\n' }, {}, null],
    ['a plain machine', { 'proc/self/cgroup': '0::/user.slice/session-1.scope\n' }, {}, null],
    [
      'a Slurm job with a quota',
      { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '400000 100000\n' },
      { SLURM_JOB_ID: '7' },
      null,
    ],
  ])('%s', (_kind, files, environment, scope) => {
    const root = treeOf({ ...ONLINE, ...GROUP, ...files })
    expect(findSharedScope(root, findLimitingGroup(root), environment)).toBe(scope)
  })
})

describe('a container that shows only its own processors', () => {
  const lxc = (cpuset: string, more: Record<string, string> = {}): string =>
    treeOf({
      ...GROUP,
      'sys/devices/system/cpu/online': '0-3\n',
      'proc/self/cgroup': '0::/\n',
      'sys/fs/cgroup/cpuset.cpus.effective': cpuset,
      ...more,
    })

  it('is a group of the processors that it shows if its cpuset is hidden', () => {
    const files = {
      'sys/devices/system/cpu/online': '0-3\n',
      'sys/devices/system/cpu/present': '0-63\n',
      'proc/self/mounts': 'lxcfs /proc/cpuinfo fuse.lxcfs rw 0 0\n',
      'proc/self/cgroup': '0::/\n',
    }
    expect(findLimitingGroup(treeOf({ ...files, ...GROUP }))?.cpuLimit).toBe(4)
    // A group whose CPU time cannot be read is not used.
    const root = treeOf(files)
    expect(findLimitingGroup(root)).toBeNull()
    expect(findSharedScope(root, null, {})).toBe('scope-no-limit')
  })
  it('is a group of its cpuset on a host with at least the highest processor', () => {
    const root = lxc('3,7,12,40\n')
    expect(onlineCpus(root)).toBe(41)
    expect(findLimitingGroup(root)?.cpuLimit).toBe(4)
  })

  it('uses the present processors as the size of the host', () => {
    expect(onlineCpus(lxc('8-11\n', { 'sys/devices/system/cpu/present': '0-127\n' }))).toBe(128)
  })

  it.each<[string, Record<string, string>]>([
    [
      'a cpuset of cgroup v1',
      {
        'proc/self/cgroup': '3:cpuset:/ct\n2:cpu,cpuacct:/ct\n',
        'sys/fs/cgroup/cpuset/ct/cpuset.cpus': '60-63\n',
      },
    ],
    ['the siblings of its processors', { 'proc/cpuinfo': 'physical id\t: 0\nsiblings\t: 64\n' }],
    ['the mounts of lxcfs', { 'proc/self/mounts': 'lxcfs /proc/cpuinfo fuse.lxcfs rw 0 0\n' }],
    ['a group of LXC', { 'proc/self/cgroup': '0::/lxc/web\n' }],
  ])('knows its host by %s', (_, files) => {
    expect(onlineCpus(lxc('', { 'sys/devices/system/cpu/present': '0-63\n', ...files }))).toBe(64)
  })

  it('is not a host whose owner switched threads off', () => {
    const cpuinfo = 'physical id\t: 0\nsiblings\t: 2\n\nphysical id\t: 1\nsiblings\t: 2\n'
    const files = { 'sys/devices/system/cpu/present': '0-7\n', 'proc/cpuinfo': cpuinfo }
    expect(onlineCpus(lxc('0-3\n', files))).toBe(4)
  })

  it('is not a group if the cpuset has only processors that are online', () => {
    const root = lxc('0-1\n', { 'sys/devices/system/cpu/present': '0-127\n' })
    expect(onlineCpus(root)).toBe(4)
    expect(findLimitingGroup(root)?.cpuLimit).toBe(2)
  })

  it('reads lists of processors', () => {
    expect(cpusIn('0-2,7\n')).toEqual([0, 1, 2, 7])
    expect(cpusIn('garbage')).toEqual([])
  })
})
