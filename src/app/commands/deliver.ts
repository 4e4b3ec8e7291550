import type { Report } from '../../core/report.ts'
import { renderComment } from '../../render/comment.ts'
import { renderLabelSvg } from '../../render/label-svg.ts'
import { renderTerminal } from '../../render/terminal.ts'
import type { Console } from '../console.ts'
import { reportText, writeWhole } from '../report-output.ts'
import type { OutputOptions } from './options.ts'

/** What a result is delivered with. */
export interface Delivery {
  readonly console: Console
  readonly output: OutputOptions
  /** Whether standard output belongs to somebody else (the command that `run` wraps). */
  readonly quietOut?: boolean
}

/** Writes a judged report wherever the flags say. Text for people goes to standard error when the report goes to standard output. */
export function deliver({ console, output, quietOut = false }: Delivery, report: Report): void {
  const toStandardOutput = output.json === true || output.json === '-'
  const text = renderTerminal(report, { color: console.color })
  if (toStandardOutput) console.out(reportText(report))
  if (toStandardOutput || quietOut) console.err(text)
  else console.out(text)
  // Last: a disk that is full does not take the label from whoever is looking.
  if (typeof output.json === 'string' && !toStandardOutput) writeWhole(output.json, reportText(report))
  if (output.markdown !== undefined) writeWhole(output.markdown, renderComment(report, { key: report.subject.name }))
  if (output.svg !== undefined) writeWhole(output.svg, renderLabelSvg(report))
}
