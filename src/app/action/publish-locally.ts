import type { Report } from '../../core/report.ts'
import { annotationOf } from '../../render/annotation.ts'
import { renderBadgeSvg } from '../../render/badge.ts'
import { renderLabelSvg } from '../../render/label/budget-label.ts'
import { type SummaryOptions, renderSummary } from '../../render/summary.ts'
import { renderTerminal } from '../../render/terminal.ts'
import { isColorWanted } from '../console.ts'
import { EXIT, statusOf, enforcementOf } from '../exit-status.ts'
import { reportText } from '../../core/report-file.ts'
import type { Settings } from '../settings/table.ts'
import type { ActionContext } from './context.ts'
import { outputsOf } from './outputs.ts'
import { PrivateFolder } from './private-folder.ts'

/** A published report and its files on this machine. */
export interface Published {
  readonly report: Report
  /** Null if it cannot be written. */
  readonly reportFile: string | null
  readonly labelFile: string | null
  readonly badgeFile: string | null
  /** Whether the step failed. */
  readonly hasFailed: boolean
  /** Replaces the report's file, when notes were added later. */
  rewrite(report: Report): void
}

type LocalContext = Pick<ActionContext, 'commands' | 'env'>

/**
 * Publishes everything that needs no network: the step's failure, files, outputs, log, summary. Synchronous and in the order of
 * importance, because a cancelled job is killed seconds later. A file that cannot be written does not stop the rest.
 */
export function publishLocally(
  report: Report,
  context: LocalContext,
  settings: Pick<Settings, 'enforce' | 'on-measurement-error'>,
  summary: SummaryOptions = {},
): Published {
  const { commands, env } = context
  const hasFailed = statusOf(report, settings) !== EXIT.ok
  const annotation = annotationOf(report, { isEnforced: hasFailed })
  if (hasFailed) commands.fail(annotation.text, annotation.title)
  else commands[annotation.level](annotation.text, annotation.title)
  const files = writeFiles(report, context)
  const outputs = outputsOf(report, { report: files.reportFile ?? '', badge: files.badgeFile ?? '' })
  for (const [name, value] of Object.entries(outputs)) commands.output(name, value)
  const enforcement = enforcementOf(settings)
  commands.summary(() => renderSummary(report, { ...enforcement, ...summary }))
  commands.print(renderTerminal(report, { color: isColorWanted(env, { isTTY: false }), ...enforcement }).trimEnd())
  return { report, ...files, hasFailed }
}

/** The report first: everything else can be made from it. */
function writeFiles(report: Report, { commands, env }: LocalContext): Omit<Published, 'report' | 'hasFailed'> {
  let folder: PrivateFolder | null = null
  const write = (name: string, content: () => string): string | null => {
    try {
      folder ??= PrivateFolder.create(env)
      return folder.write(name, content())
    } catch (error) {
      commands.print(`${name} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
      return null
    }
  }
  return {
    reportFile: write('report.json', () => reportText(report)),
    badgeFile: write('badge.svg', () => renderBadgeSvg(report)),
    labelFile: write('label.svg', () => renderLabelSvg(report)),
    rewrite: (later) => void write('report.json', () => reportText(later)),
  }
}
