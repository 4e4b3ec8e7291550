import type { CheckRun, Repository } from '../repository.ts'
import { nodeId, presentAccount, presentActionsApp, type Shape } from './account.ts'

export function presentCheckRun(repository: Repository, check: CheckRun): Shape {
  const { api, server } = repository.service
  const url = `${repository.url}/check-runs/${check.id}`
  return {
    id: check.id,
    head_sha: check.headSha,
    node_id: nodeId('CR', check.id),
    external_id: check.externalId,
    url,
    html_url: `${repository.html}/runs/${check.id}`,
    details_url: check.detailsUrl,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: { ...check.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    name: check.name,
    check_suite: { id: check.id + 1 },
    app: presentActionsApp(server, presentAccount(repository.owner, api, server)),
    pull_requests: [],
  }
}
