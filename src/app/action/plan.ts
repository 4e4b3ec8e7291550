import path from 'node:path'
import type { Note } from '../../core/report.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { readFileAt } from '../../github/contents.ts'
import { commitsOf } from '../policy/commits.ts'
import { type BasePlan, planChange } from '../plan/plan-change.ts'
import { type PlanQuestion, answerPlan } from '../plan/plan-file.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import { type Invocation, type ModeResult, openContext, policyOf } from './context.ts'

/** `mode: estimate`: estimates a plan. */
export async function estimatePlan(invocation: Invocation): Promise<ModeResult> {
  const context = await openContext(invocation)
  const policy = await policyOf(context)
  const { settings } = policy
  const question: PlanQuestion = { settings, given: settings, access: context.gridAccess }
  const { draft } = await context.deadline.outside(() => answerPlan(question))
  const notes = await changeOf(context, question, draft)
  return {
    draft: { ...draft, notes: [...draft.notes, ...notes] },
    judging: { doubt: null, ownScopes: ['job'] },
    context,
    policy,
    kind: 'estimate',
    advice: {},
  }
}

type Context = ModeResult['context']

/** What a proposal changes about its plan file. */
async function changeOf(context: Context, question: PlanQuestion, draft: UnjudgedReport): Promise<readonly Note[]> {
  const file = question.settings.plan
  const base = file === undefined ? null : await basePlan(context, file)
  if (base === null || file === undefined) return []
  const head = { file, text: readSettingsFile(file, 'plan'), draft }
  return context.deadline.outside(() => planChange(head, base, question))
}

/** The plan at the base; null where nothing is proposed or the file is not of the repository. */
async function basePlan({ client, event, env }: Context, file: string): Promise<BasePlan | null> {
  const base = event && commitsOf(event).base
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd()
  const inside = path.relative(workspace, path.resolve(file)).split(path.sep).join('/')
  if (!base || inside.startsWith('../') || path.isAbsolute(inside)) return null
  if (!client) return { unknown: 'there is no github-token' }
  const read = await readFileAt(client, { ...base, path: inside })
  return read.ok ? { text: read.value } : { unknown: read.failure.text }
}
