import type { Report } from '../../core/report.ts'
import type { Console } from '../console.ts'
import { reportText, writeWhole } from '../report-output.ts'
import type { OutputOptions } from './options.ts'

/** Writes a judged report wherever the flags say. Text for people goes to standard error when the report goes to standard output. */
export function deliver({ console, output }: { console: Console; output: OutputOptions }, report: Report): void {
  const toStandardOutput = output.json === true || output.json === '-'
  const text = `${report.verdict} ${report.label ?? '-'} ${report.emissions.total_g} g ${report.energy.total_wh} Wh\n${report.notes.map((n) => n.text).join('\n')}\n`
  if (toStandardOutput) {
    console.out(reportText(report))
    console.err(text)
    return
  }
  if (typeof output.json === 'string') writeWhole(output.json, reportText(report))
  console.out(text)
}
