import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { countCpus, cpusIn } from './cpu-list.ts'
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

const MOUNT = 'sys/fs/cgroup'
const BYTES_PER_MIB = 1024 * 1024
/** cgroup v1 says "no limit" with the largest page-aligned number; no machine has 4 PiB. */
const NO_LIMIT_BYTES = 2 ** 52

/** A group that limits its processes to less CPU than the machine has. */
export type LimitingGroup = ControlGroup & { readonly cpuLimit: number }

/**
 * Finds the group of this process (cgroups(7)).
 * @param online processors of the machine
 * @returns null if there is none or it does not count CPU time
 */
export function findControlGroup(root: string, online = onlineCpus(root)): ControlGroup | null {
  const lines = groupLines(root)
  return version2(root, online, lines) ?? version1(root, online, lines)
}

/** Lines of /proc/self/cgroup: id, controllers, path. */
function groupLines(root: string): string[][] {
  return (textAt(root, 'proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'))
}

/** Folders of the group of version 2 and of those above it. */
function unifiedFolders(root: string, lines: readonly string[][]): string[] {
  const unified = lines.find(([id, controllers]) => id === '0' && controllers === '')
  return unified ? upwards(root, MOUNT, unified.slice(2).join(':')) : []
}

/** Folders of the group of a controller of version 1 and of those above it. */
function foldersOf(root: string, lines: readonly string[][], controller: string): string[] {
  const line = lines.find(([, controllers = '']) => controllers.split(',').includes(controller))
  if (!line) return []
  const mounts = [line[1] ?? '', controller, 'cpu,cpuacct', 'cpuacct,cpu']
  const mount = mounts.find((name) => existsSync(join(root, MOUNT, name)))
  return mount === undefined ? [] : upwards(root, `${MOUNT}/${mount}`, line.slice(2).join(':'))
}

/** Processors that the system runs, also where a container shows only its own. */
export function onlineCpus(root: string): number {
  const online = textAt(root, 'sys/devices/system/cpu/online') ?? ''
  return hiddenHostCpus(root, online) ?? countCpus(online) ?? (cpus().length || 1)
}

/**
 * Processors of the host of a container whose /proc and /sys show its own only (LXC with lxcfs). What lxcfs passes through gives it away:
 * a cpuset never names a processor that is not online, and a processor's siblings are online as well.
 * @returns null when the list of online processors is the host's; else at least this many
 */
function hiddenHostCpus(root: string, online: string): number | null {
  const shown = new Set(cpusIn(online))
  if (shown.size === 0) return null
  const lines = groupLines(root)
  const used = [
    ...unifiedFolders(root, lines).map((folder) => `${folder}/cpuset.cpus.effective`),
    ...foldersOf(root, lines, 'cpuset').map((folder) => `${folder}/cpuset.cpus`),
  ].flatMap((path) => cpusIn(textAt(root, path) ?? ''))
  const present = cpusIn(textAt(root, 'sys/devices/system/cpu/present') ?? '')
  const hasMore = present.length > shown.size
  // Processors are also offline where an owner switched their threads off: then no processor has more siblings than are online.
  const beside = hasMore ? countSiblings(textAt(root, 'proc/cpuinfo') ?? '') : 0
  const isByLxcfs = hasMore && (lines.some((line) => /^\/lxc\b/.test(line.slice(2).join(':'))) || hasLxcfs(root))
  if (beside <= shown.size && !isByLxcfs && used.every((id) => shown.has(id))) return null
  return Math.max(beside, 1 + [...used, ...present].reduce((most, id) => Math.max(most, id), 0))
}

/** Threads of all sockets, as the processors that /proc/cpuinfo shows report them; 0 if they report none. */
function countSiblings(info: string): number {
  const ofSocket = new Map(
    [...info.matchAll(/^physical id\s*:\s*(\d+)\nsiblings\s*:\s*(\d+)$/gm)].map(([, socket, count]) => [
      socket,
      Number(count),
    ]),
  )
  return [...ofSocket.values()].reduce((sum, count) => sum + count, 0)
}

/** Whether lxcfs makes the list of processors. */
function hasLxcfs(root: string): boolean {
  const mounts = textAt(root, 'proc/self/mounts') ?? ''
  return /^\S+ \/(?:proc\/cpuinfo|sys\/devices\/system\/cpu\S*) fuse\.lxcfs /m.test(mounts)
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
  const limits = folders.flatMap((folder) => [
    quota2(textAt(root, `${folder}/cpu.max`)),
    cpuset(online, textAt(root, `${folder}/cpuset.cpus.effective`)),
  ])
  const memory = folders.map((folder) => numberIn(root, `${folder}/memory.max`))
  return { version: 2, usageFile: `${own}/cpu.stat`, cpuLimit: smallest(limits), memoryLimitMb: mebibytes(memory) }
}

function version1(root: string, online: number, lines: readonly string[][]): ControlGroup | null {
  const folders = (controller: string): string[] => foldersOf(root, lines, controller)
  const own = folders('cpuacct')[0]
  if (own === undefined || numberIn(root, `${own}/cpuacct.usage`) === null) return null
  const limits = [
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

/**
 * The group's folder and those above it. Inside a container the path may be that of the host while the mount shows only the
 * container's own part: then the mount itself is the group.
 */
function upwards(root: string, mount: string, path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '..' && part !== '.')
  if (!existsSync(join(root, mount, ...parts))) return existsSync(join(root, mount)) ? [mount] : []
  return parts.map((_, index) => [mount, ...parts.slice(0, parts.length - index)].join('/')).concat(mount)
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
