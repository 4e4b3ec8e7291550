import { ApiError, created, found, ok, type Call, type Routes } from '../call.ts'
import { countedAnswer } from '../page.ts'
import { presentCheckRun } from '../presentation/check.ts'
import { timestamp } from '../presentation/account.ts'
import type { CheckRun } from '../repository.ts'

function checkOf(call: Call): CheckRun {
  return found(call.repository.checkRuns.get(Number(call.path['check_run_id'])))
}

function change(check: CheckRun, call: Call): void {
  const { name, status, conclusion, details_url, external_id, started_at, completed_at, output } = call.body
  if (status === 'completed' && conclusion === undefined && check.conclusion === null) {
    throw new ApiError(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.')
  }
  if (name !== undefined) check.name = name
  if (details_url !== undefined) check.detailsUrl = details_url
  if (external_id !== undefined) check.externalId = external_id
  if (started_at !== undefined) check.startedAt = started_at
  if (conclusion !== undefined) {
    // A conclusion completes a check run, whatever the status says.
    check.conclusion = conclusion
    check.status = 'completed'
    check.completedAt = completed_at ?? timestamp(call.now)
  } else if (status !== undefined) check.status = status
  if (output !== undefined) {
    check.output = {
      title: output.title ?? check.output.title,
      summary: output.summary ?? check.output.summary,
      text: output.text ?? check.output.text,
    }
  }
}

export const checkRoutes: Routes = {
  'checks/create': (call) => {
    const check: CheckRun = {
      id: call.repository.service.nextId('job'),
      name: call.body.name,
      headSha: call.body.head_sha,
      status: 'queued',
      conclusion: null,
      detailsUrl: null,
      externalId: null,
      startedAt: timestamp(call.now),
      completedAt: null,
      output: { title: null, summary: null, text: null },
    }
    if (call.repository.resolve(check.headSha) === undefined) {
      throw new ApiError(422, `No commit found for SHA: ${check.headSha}`)
    }
    change(check, call)
    call.repository.checkRuns.set(check.id, check)
    return created(presentCheckRun(call.repository, check))
  },
  'checks/update': (call) => {
    const check = checkOf(call)
    change(check, call)
    return ok(presentCheckRun(call.repository, check))
  },
  'checks/get': (call) => ok(presentCheckRun(call.repository, checkOf(call))),
  'checks/list-for-ref': (call) => {
    const commit = found(call.repository.resolve(String(call.path['ref'])))
    const { check_name: name, status } = call.query
    const checks = [...call.repository.checkRuns.values()]
      .filter((check) => check.headSha === commit.sha)
      .filter((check) => name === undefined || check.name === name)
      .filter((check) => status === undefined || check.status === status)
    return countedAnswer(call, 'check_runs', checks, (check) => presentCheckRun(call.repository, check))
  },
}
