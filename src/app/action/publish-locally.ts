import type { Report } from '../../core/report.ts'
import type { StepCommands } from '../../github/commands.ts'
import { annotationOf } from '../../render/annotation.ts'
import { renderBadgeSvg } from '../../render/badge.ts'
import { renderLabelSvg } from '../../render/label-svg.ts'
import { type SummaryOptions, renderSummary } from '../../render/summary.ts'
import { renderTerminal } from '../../render/terminal.ts'
import { EXIT, statusOf } from '../exit-status.ts'
import { reportText } from '../report-output.ts'
import type { Settings } from '../settings/table.ts'
import { outputsOf } from './outputs.ts'
import { PrivateFolder } from './private-folder.ts'

export interface LocalPublishing {
  readonly commands: StepCommands
  readonly env: NodeJS.ProcessEnv
  readonly settings: Pick<Settings, 'enforce' | 'on-measurement-error'>
  readonly summary?: SummaryOptions
}

/** What is on this machine once the verdict is out. */
export interface LocallyPublished {
  /** Null when the disk would not take it. */
  readonly reportFile: string | null
  readonly labelFile: string | null
  readonly badgeFile: string | null
  /** The step was failed. */
  readonly hasFailed: boolean
  /** Puts a report in place of the one that was written: with notes that came since. */
  rewrite(report: Report): void
}

/**
 * Everything of a verdict that needs no network: the step's failure, files, outputs, log, summary. Synchronous and in
 * the order of importance, because a cancelled job is killed seconds later. What cannot be written never stops the rest.
 */
export function publishLocally(report: Report, to: LocalPublishing): LocallyPublished {
  const { commands, settings } = to
  const hasFailed = statusOf(report, settings) !== EXIT.ok
  const annotation = annotationOf(report, hasFailed)
  if (hasFailed) commands.fail(annotation.text, annotation.title)
  else commands[annotation.level](annotation.text, annotation.title)
  const files = writtenFiles(report, to)
  const outputs = outputsOf(report, { report: files.reportFile ?? '', badge: files.badgeFile ?? '' })
  for (const [name, value] of Object.entries(outputs)) commands.output(name, value)
  commands.summary(() => renderSummary(report, to.summary))
  commands.print(renderTerminal(report, { color: false }).trimEnd())
  return { ...files, hasFailed }
}

/** The report first: everything else can be made from it. */
function writtenFiles(report: Report, { commands, env }: LocalPublishing): Omit<LocallyPublished, 'hasFailed'> {
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
