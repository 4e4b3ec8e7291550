import { closeSync, constants, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Readonly<Record<string, string>>

/** A root with /proc, /sys and /dev of our own making: real files in a real folder. */
export class KernelTree {
  readonly root = mkdtempSync(join(tmpdir(), 'kernel-tree-'))

  constructor(files: Files = {}) {
    this.write(files)
  }

  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.root, path)
      mkdirSync(dirname(file), { recursive: true })
      put(file, text)
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** In place, and never empty for a moment: the sampler holds the file open and reads at any time, as it does the kernel's. */
function put(file: string, text: string): void {
  const fd = openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o644)
  ftruncateSync(fd, writeSync(fd, text, 0))
  closeSync(fd)
}

/** /proc/stat after so many ticks of work, idling, waiting, stealing and guests, with lines after the first as it has. */
export function stat(busy: number, idle: number, iowait = 0, steal = 0, guest = 0): Files {
  return {
    'proc/stat': `cpu  ${busy} 0 0 ${idle} ${iowait} 0 0 ${steal} ${guest} 0\ncpu0 1 2 3 4 5 6 7 8 9 0\nintr 1 2 3\n`,
  }
}

/** A zone of the powercap tree; the counter's text keeps its length, or the end of an old one would stand behind a short one. */
export function zone(id: string, name: string, uj: number, range = 262_143_328_850): Files {
  const folder = `sys/class/powercap/${id}`
  return {
    [`${folder}/name`]: `${name}\n`,
    [`${folder}/energy_uj`]: `${String(uj).padEnd(20)}\n`,
    [`${folder}/max_energy_range_uj`]: `${range}\n`,
  }
}

/** A container under cgroup v2 with a quota, on a machine of 64 processors. */
export function containerV2(usageUs: number, max = '200000 100000'): Files {
  return {
    'proc/self/cgroup': '0::/\n',
    'sys/devices/system/cpu/online': '0-63\n',
    'sys/fs/cgroup/cpu.stat': `usage_usec ${usageUs}\nuser_usec 1\nsystem_usec 1\n`,
    'sys/fs/cgroup/cpu.max': `${max}\n`,
    'sys/fs/cgroup/memory.max': '4294967296\n',
  }
}

/** The same under cgroup v1, as a container shows it: the path is the host's, the mount the container's own. */
export function containerV1(usageNs: number): Files {
  return {
    'proc/self/cgroup':
      '4:memory:/docker/abc\n3:cpuset:/docker/abc\n2:cpu,cpuacct:/docker/abc\n1:name=systemd:/docker/abc\n',
    'sys/devices/system/cpu/online': '0-63\n',
    'sys/fs/cgroup/cpu,cpuacct/cpuacct.usage': `${usageNs}\n`,
    'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '200000\n',
    'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000\n',
    'sys/fs/cgroup/cpuset/cpuset.cpus': '0-63\n',
    'sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
  }
}
