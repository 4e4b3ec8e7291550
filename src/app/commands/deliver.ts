import type { Report } from '../../core/report.ts'
import { renderComment } from '../../render/comment.ts'
import { renderLabelSvg } from '../../render/label/budget-label.ts'
import { renderTerminal } from '../../render/terminal.ts'
import type { Console } from '../console.ts'
import { enforcementOf } from '../exit-status.ts'
import { reportText } from '../../core/report-file.ts'
import { isStandardOutput, writeWhole } from '../named-file.ts'
import type { Settings } from '../settings/table.ts'
import type { OutputOptions } from '../target-file.ts'

/** What a result is delivered with. */
export interface Delivery {
  readonly console: Console
  readonly output: OutputOptions
  readonly settings: Pick<Settings, 'enforce' | 'on-measurement-error'>
  /** Whether standard output belongs to the command that `run` wraps. */
  readonly quietOut?: boolean
}

/**
 * Writes a judged report wherever the flags say. Text for people goes to standard error when something for scripts goes to standard
 * output. A file that cannot be written does not stop the others.
 * @returns the first error of a file; null if all are written
 */
export function deliver({ console, output, settings, quietOut = false }: Delivery, report: Report): unknown {
  const wanted = (
    [
      [output.json, () => reportText(report)],
      [output.markdown, () => renderComment(report, { key: report.subject.name, ...enforcementOf(settings) })],
      [output.svg, () => renderLabelSvg(report)],
    ] as const
  ).map(([target, text]) => ({ target, text, toStandardOutput: isStandardOutput(target) }))
  const printed = wanted.find(({ toStandardOutput }) => toStandardOutput)
  const { color, columns, outColor = color, outColumns } = console
  const enforcement = enforcementOf(settings)
  if (printed || quietOut) console.err(renderTerminal(report, { color, columns, ...enforcement }))
  else console.out(renderTerminal(report, { color: outColor, columns: outColumns, ...enforcement }))
  if (printed) console.out(printed.text())
  // Last: a full disk must not hide the label.
  let failure: unknown = null
  for (const { target, text, toStandardOutput } of wanted) {
    if (typeof target !== 'string' || toStandardOutput) continue
    try {
      writeWhole(target, text())
    } catch (error) {
      failure ??= error
    }
  }
  return failure
}
