import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { textAt } from './root.ts'

const MOUNT = 'sys/fs/cgroup'

/** Lines of /proc/self/cgroup: id, controllers, path. */
export function groupLines(root: string): string[][] {
  return (textAt(root, 'proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'))
}

/** Folders of the group of version 2 and of those above it. */
export function unifiedFolders(root: string, lines: readonly string[][]): string[] {
  const unified = lines.find(([id, controllers]) => id === '0' && controllers === '')
  return unified ? upwards(root, MOUNT, unified.slice(2).join(':')) : []
}

/** Folders of the group of a controller of version 1 and of those above it. */
export function foldersOf(root: string, lines: readonly string[][], controller: string): string[] {
  const line = lines.find(([, controllers = '']) => controllers.split(',').includes(controller))
  if (!line) return []
  const mounts = [line[1] ?? '', controller, 'cpu,cpuacct', 'cpuacct,cpu']
  const mount = mounts.find((name) => existsSync(join(root, MOUNT, name)))
  return mount === undefined ? [] : upwards(root, `${MOUNT}/${mount}`, line.slice(2).join(':'))
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
