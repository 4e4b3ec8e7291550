import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AMD_SMI, ROCM_SMI } from './amd-smi.ts'
import type { GpuTool } from './gpu.ts'
import { NVIDIA_SMI } from './nvidia-smi.ts'
import { namesIn } from './root.ts'
import { XPU_SMI } from './xpu-smi.ts'

/** A maker's devices and the tools that read them, the best first. */
interface Maker {
  readonly name: string
  /** Whether the kernel shows a device of this maker. */
  isPresent(root: string): boolean
  readonly tools: readonly GpuTool[]
}

const MAKERS: readonly Maker[] = [
  {
    name: 'NVIDIA',
    isPresent: (root) => namesIn(root, 'proc/driver/nvidia/gpus').length > 0 || has(root, 'dev/nvidia0', 'dev/dxg'),
    tools: [NVIDIA_SMI],
  },
  { name: 'AMD', isPresent: (root) => has(root, 'dev/kfd'), tools: [AMD_SMI, ROCM_SMI] },
  // Nothing in /dev tells an Intel board from the graphics inside a processor.
  { name: 'Intel', isPresent: () => false, tools: [XPU_SMI] },
]

export interface FoundTool {
  readonly tool: GpuTool
  readonly path: string
}

/**
 * The tools to start: those on PATH. A runner without a GPU has none of them, so it starts nothing.
 * @param root where /proc and /dev are looked for
 * @returns also the makers whose device is there while its tool is not
 */
export function findGpuTools(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): { found: FoundTool[]; unreadable: string[] } {
  const found: FoundTool[] = []
  const unreadable: string[] = []
  for (const { name, isPresent, tools } of MAKERS) {
    const paths = tools.map((tool) => ({ tool, path: onPath(tool.command, environment) }))
    const first = paths.find((entry): entry is FoundTool => entry.path !== null)
    if (first) found.push(first)
    else if (isPresent(root)) unreadable.push(name)
  }
  return { found, unreadable }
}

function has(root: string, ...paths: readonly string[]): boolean {
  return paths.some((path) => existsSync(join(root, path)))
}

/** Absolute path of an executable; folders of PATH that are relative (or empty: the job's own) are not searched. */
function onPath(command: string, environment: Readonly<Record<string, string | undefined>>): string | null {
  const file = process.platform === 'win32' ? `${command}.exe` : command
  for (const folder of (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter)) {
    if (!/^(?:\/|[A-Za-z]:[\\/])/.test(folder)) continue
    const path = join(folder, file)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not here.
    }
  }
  return null
}
