import { totalmem } from 'node:os'
import { textAt } from './root.ts'

const KIB_PER_MIB = 1024
const BYTES_PER_MIB = 1024 * 1024

/** Memory of the whole machine, MiB: from /proc/meminfo (proc(5), kB are KiB), elsewhere from the operating system through Node. */
export function totalMemoryMb(root: string): number {
  const kib = Number(/^MemTotal:\s*(\d{1,15}) kB$/m.exec(textAt(root, 'proc/meminfo') ?? '')?.[1])
  return kib > 0 ? kib / KIB_PER_MIB : totalmem() / BYTES_PER_MIB
}
