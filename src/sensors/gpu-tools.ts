import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type KernelBoards, hasIntegratedGraphics, hasOnlyForeignAmdBoards } from './gpu-boards.ts'
import type { GpuFiles } from './gpu-files.ts'
import type { GpuCommand, GpuMaker } from './gpu.ts'

/** Tools of each maker, the best first. How each is read is in gpu-tool-table.ts, which only the sampler loads. */
const TOOLS: readonly (readonly [GpuMaker, readonly GpuCommand[]])[] = [
  ['NVIDIA', ['nvidia-smi']],
  ['AMD', ['amd-smi', 'rocm-smi']],
  ['Intel', ['xpu-smi']],
]

export interface FoundTool {
  readonly command: GpuCommand
  readonly path: string
}

/** The tools of one maker that this machine has, the best first; at least one. */
export interface MakerTools {
  readonly maker: GpuMaker
  readonly tools: readonly FoundTool[]
}

/** Finds the tools on PATH. A runner without a GPU has none, so it starts nothing. */
function findGpuTools(environment: Readonly<Record<string, string | undefined>>): MakerTools[] {
  return TOOLS.flatMap(([maker, commands]) => {
    const tools = commands.flatMap((command) => {
      const path = onPath(command, environment)
      return path === null ? [] : [{ command, path }]
    })
    return tools.length > 0 ? [{ maker, tools }] : []
  })
}

/**
 * The tools whose readings count: boards that the driver shows as files need none, and the tools of AMD report a processor's own power as
 * that of a board, and in a container the boards of others.
 */
export function findNeededTools(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  files: GpuFiles,
  boards: readonly KernelBoards[],
): MakerTools[] {
  const found = findGpuTools(environment).filter(({ maker }) => !files.covers(maker))
  const isOfOthers = (maker: GpuMaker): boolean =>
    maker === 'AMD' &&
    boards.every((board) => board.maker !== maker) &&
    (hasIntegratedGraphics(root) || hasOnlyForeignAmdBoards(root))
  return found.filter(({ maker }) => !isOfOthers(maker))
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
