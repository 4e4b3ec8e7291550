import { countCpus } from './cpu-list.ts'
import { foldersOf, groupLines, unifiedFolders } from './cgroup-folders.ts'
import { onlineCpus } from './host-cpus.ts'
import { numberIn, textAt } from './root.ts'

/** The control group of this process, with its limits. */
export interface ControlGroup {
  readonly version: 1 | 2
  /** File that counts its CPU time, below the root. */
  readonly usageFile: string
  /** Processors it may use at once: the smallest of quotas and cpusets up to the root; null without a limit. */
  readonly cpuLimit: number | null
  /** MiB; null without a limit. */
  readonly memoryLimitMb: number | null
}

const BYTES_PER_MIB = 1024 * 1024
/** cgroup v1 says "no limit" with the largest page-aligned number; no machine has 4 PiB. */
const NO_LIMIT_BYTES = 2 ** 52

/** A group that limits its processes to less CPU than the machine has. */
export type LimitingGroup = ControlGroup & { readonly cpuLimit: number }

/**
 * Finds the group of this process (cgroups(7)).
 * @param online processors of the machine
 * @returns null without a group that counts CPU time
 */
export function findControlGroup(root: string, online = onlineCpus(root)): ControlGroup | null {
  const lines = groupLines(root)
  return version2(root, online, lines) ?? version1(root, online, lines)
}

/** The group of this process when it limits the CPU to less than the machine has: then the job's machine is the group. */
export function findLimitingGroup(root: string, online = onlineCpus(root)): LimitingGroup | null {
  const group = findControlGroup(root, online)
  const limit = group?.cpuLimit ?? null
  return group && limit !== null && limit < online ? { ...group, cpuLimit: limit } : null
}

function version2(root: string, online: number, lines: readonly string[][]): ControlGroup | null {
  const folders = unifiedFolders(root, lines)
  const own = folders[0]
  if (own === undefined || !(textAt(root, `${own}/cpu.stat`) ?? '').includes('usage_usec')) return null
  const limits = [
    shownCpus(root, online),
    ...folders.flatMap((folder) => [
      quota2(textAt(root, `${folder}/cpu.max`)),
      cpuset(online, textAt(root, `${folder}/cpuset.cpus.effective`)),
    ]),
  ]
  const memory = folders.map((folder) => numberIn(root, `${folder}/memory.max`))
  return { version: 2, usageFile: `${own}/cpu.stat`, cpuLimit: smallest(limits), memoryLimitMb: mebibytes(memory) }
}

function version1(root: string, online: number, lines: readonly string[][]): ControlGroup | null {
  const folders = (controller: string): string[] => foldersOf(root, lines, controller)
  const own = folders('cpuacct')[0]
  if (own === undefined || numberIn(root, `${own}/cpuacct.usage`) === null) return null
  const limits = [
    shownCpus(root, online),
    ...folders('cpu').map((folder) => quota1(root, folder)),
    ...folders('cpuset').map((folder) => cpuset(online, textAt(root, `${folder}/cpuset.cpus`))),
  ]
  const memory = folders('memory').map((folder) => numberIn(root, `${folder}/memory.limit_in_bytes`))
  return {
    version: 1,
    usageFile: `${own}/cpuacct.usage`,
    cpuLimit: smallest(limits),
    memoryLimitMb: mebibytes(memory),
  }
}

/** `max 100000` or `200000 100000`: quota and period, µs. */
function quota2(text: string | null): number | null {
  const match = /^(\d+) (\d+)\s*$/.exec(text ?? '')
  return match && Number(match[2]) > 0 ? Number(match[1]) / Number(match[2]) : null
}

function quota1(root: string, folder: string): number | null {
  // Without a limit the quota is -1, which is not a whole number of at least 0.
  const quota = numberIn(root, `${folder}/cpu.cfs_quota_us`)
  const period = numberIn(root, `${folder}/cpu.cfs_period_us`)
  return quota && period ? quota / period : null
}

/** Processors that lxcfs shows, when they are fewer than the machine has: the limit of the container, whose cpuset may be hidden. */
function shownCpus(root: string, online: number): number | null {
  return cpuset(online, textAt(root, 'sys/devices/system/cpu/online'))
}

/** Size of a cpuset, when it is smaller than the machine. */
function cpuset(online: number, list: string | null): number | null {
  const own = countCpus(list ?? '')
  return own !== null && own < online ? own : null
}

function smallest(limits: readonly (number | null)[]): number | null {
  const known = limits.filter((limit): limit is number => limit !== null && limit > 0)
  return known.length > 0 ? Math.min(...known) : null
}

function mebibytes(limits: readonly (number | null)[]): number | null {
  const bytes = smallest(limits)
  return bytes === null || bytes >= NO_LIMIT_BYTES ? null : bytes / BYTES_PER_MIB
}
