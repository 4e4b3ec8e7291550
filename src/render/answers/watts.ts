import type { Note } from '../../core/notes.ts'
import type { CpuMatch } from '../../data/cpus.ts'

/** The answer of `watts`, as `--json` prints it. Watts at the wall, of the whole machine or, with `--vcpus`, of that share. */
export interface WattsAnswer {
  readonly cpu: { readonly name: string; readonly how: CpuMatch['how']; readonly explanation: string }
  readonly watts: readonly {
    readonly utilization: number
    readonly w: number
    readonly low: number
    readonly high: number
  }[]
  readonly memory_w: number
  readonly vcpus: number | null
  readonly method: string
  readonly sources: readonly string[]
  readonly notes: readonly Note[]
}

const CHART_WIDTH = 30
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

const bar = (share: number): string => {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * CHART_WIDTH * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}

const shown = (watts: number): string =>
  watts < 10 ? watts.toFixed(2) : watts < 100 ? watts.toFixed(1) : watts.toFixed(0)

/** The answer as a table with a small chart, for a terminal. */
export const wattsTable = (answer: WattsAnswer): string => {
  const most = Math.max(...answer.watts.map(({ high }) => high), 0)
  const what = answer.vcpus === null ? 'whole machine, at the wall' : `${answer.vcpus} vCPU of a host, at the wall`
  const lines = [
    `${answer.cpu.name === '' ? 'Unknown CPU' : answer.cpu.name} (${what})`,
    `match: ${answer.cpu.how} - ${answer.cpu.explanation}`,
    '',
    '   load        W      90 % range',
  ]
  for (const { utilization, w, low, high } of answer.watts) {
    const range = `${shown(low)}..${shown(high)}`
    const chart = bar(most === 0 ? 0 : w / most)
    lines.push(`${`${utilization} %`.padStart(7)} ${shown(w).padStart(8)} ${range.padStart(15)}  ${chart}`.trimEnd())
  }
  lines.push('')
  if (answer.memory_w > 0) lines.push(`of this, memory draws ${shown(answer.memory_w)} W`)
  lines.push(`method: ${answer.method}`)
  for (const source of answer.sources) lines.push(`basis: ${source}`)
  for (const { level, text } of answer.notes) lines.push(`${level}: ${text}`)
  return `${lines.join('\n')}\n`
}
