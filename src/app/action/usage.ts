import type { Judgeable } from '../../core/judge-report.ts'
import type { Settings } from '../settings/table.ts'
import type { ActionContext } from './context.ts'

/** Adds the tokens of the usage logs that the step names. The readers are loaded only where it names some. */
export async function joinUsage(judgeable: Judgeable, settings: Settings, context: ActionContext): Promise<Judgeable> {
  if (settings.usage === undefined) return judgeable
  const { withUsage } = await import('../logs/joined-usage.ts')
  const workspace = context.env['GITHUB_WORKSPACE'] ?? process.cwd()
  return context.deadline.outside(() => withUsage(judgeable, settings, workspace))
}
