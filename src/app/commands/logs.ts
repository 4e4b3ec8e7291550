import { logsAsked } from '../logs/logs-report.ts'
import { progressLine } from './progress-line.ts'
import { type Context, conclude, gridAccessOf } from './context.ts'

/** `logs FILE...`: reads tracker logs and judges their sum. */
export async function logsCommand(context: Context, files: readonly string[]): Promise<number> {
  const progress = progressLine((text) => context.console.err(text), context.console.color)
  const judgeable = await logsAsked(context.settings, {
    files: files.length > 0 ? files : (context.settings.logs ?? []),
    workspace: process.cwd(),
    access: gridAccessOf(context),
    onProgress: progress.show,
  }).finally(() => progress.clear())
  return conclude(context, judgeable)
}
