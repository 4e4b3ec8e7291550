import { cpus } from 'node:os'
import { foldersOf, groupLines, unifiedFolders } from './cgroup-folders.ts'
import { countCpus, cpusIn } from './cpu-list.ts'
import { textAt } from './root.ts'

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
