import path from 'node:path'
import type { Note } from '../../core/report.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { readFileAt } from '../../github/contents.ts'
import { commitsOf } from '../policy/commits.ts'
import { type BasePlan, planChange } from '../plan/plan-change.ts'
import { type PlanQuestion, answerPlan } from '../plan/plan-file.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import { conclude } from './conclude.ts'
import { runningJob } from './job-identity.ts'
import { type Start, type Step, openStep, policyOf } from './step.ts'

/** `mode: estimate`: judges a plan. */
export async function judgePlan(start: Start): Promise<void> {
  const { env } = start
  const step = await openStep(start)
  const policy = await policyOf(step)
  const { settings } = policy
  const question: PlanQuestion = { settings, given: settings, access: step.gridAccess }
  const { draft } = await step.deadline.outside(() => answerPlan(question))
  const notes = await changeOf(step, question, draft)
  await conclude(step, {
    draft: { ...draft, notes: [...draft.notes, ...notes] },
    judging: { doubt: null, ownScopes: ['job'] },
    policy,
    job: runningJob(env),
    kind: 'estimate',
    advice: {},
  })
}

/** What a proposal changes about its plan file. */
async function changeOf(step: Step, question: PlanQuestion, draft: UnjudgedReport): Promise<readonly Note[]> {
  const file = question.settings.plan
  const base = file === undefined ? null : await basePlan(step, file)
  if (base === null || file === undefined) return []
  const head = { file, text: readSettingsFile(file, 'plan'), draft }
  return step.deadline.outside(() => planChange(head, base, question))
}

/** The plan at the base; null where nothing is proposed or the file is not of the repository. */
async function basePlan({ client, event, env }: Step, file: string): Promise<BasePlan | null> {
  const base = event && commitsOf(event).base
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd()
  const inside = path.relative(workspace, path.resolve(file)).split(path.sep).join('/')
  if (!base || inside.startsWith('../') || path.isAbsolute(inside)) return null
  if (!client) return { unknown: 'there is no github-token' }
  const read = await readFileAt(client, { ...base, path: inside })
  return read.ok ? { text: read.value } : { unknown: read.failure.text }
}
