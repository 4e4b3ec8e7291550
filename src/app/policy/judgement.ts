import type { Judgeable } from '../../core/judge-report.ts'
import type { Report } from '../../core/report.ts'
import { EXIT, statusOf } from '../exit-status.ts'
import { judge } from '../judge.ts'
import type { Policy } from './policy.ts'

/** A judged report with the policy that it was judged by. */
export interface Judgement {
  readonly report: Report
  readonly policy: Policy
}

/** Judges a report by a policy, which is confirmed where the build would succeed. */
export async function judgeByPolicy(judgeable: Judgeable, policy: Policy): Promise<Judgement> {
  const report = judge(judgeable, policy)
  const other = statusOf(report, policy.settings) === EXIT.ok ? await policy.confirm?.() : null
  return other ? { report: judge(judgeable, other), policy: other } : { report, policy }
}
