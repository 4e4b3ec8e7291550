import { ApiError, found, ok, type Answer, type Call, type Routes } from '../call.ts'
import { listAnswer } from '../page.ts'
import { presentPull, presentSimplePull } from '../presentation/pull.ts'
import { changedFiles } from '../changed-file.ts'
import type { Pull, Repository } from '../repository.ts'

function listPulls(call: Call): Answer {
  const { state = 'open', head, base, sort = 'created', direction } = call.query
  const descending = (direction ?? (sort === 'created' ? 'desc' : 'asc')) === 'desc'
  const pulls = [...call.repository.pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === undefined || pull.baseRef === base)
    // Without an owner GitHub ignores `head` and lists everything: a trap that a real client has to know.
    .filter((pull) => !String(head ?? '').includes(':') || `${pull.headOwner.login}:${pull.headRef}` === head)
    .sort((a, b) => (descending ? b.number - a.number : a.number - b.number))
  return listAnswer(call, pulls, (pull) => presentSimplePull(call.repository, pull))
}

/** A commit that lives only in a fork names its pull requests when the FORK is asked; the base answers []. */
function pullsOfCommit(call: Call): Answer {
  const { repository } = call
  const commit = repository.resolve(String(call.path['commit_sha']))
  if (commit === undefined) {
    throw new ApiError(422, `No commit found for SHA: ${String(call.path['commit_sha'])}`)
  }
  const family: Repository[] = [repository, ...(repository.parent === undefined ? [] : [repository.parent])]
  const hits: [Repository, Pull][] = family.flatMap((base) =>
    [...base.pulls.values()]
      .filter((pull) => pull.headRepository === repository)
      .filter((pull) => repository.git.history(pull.headSha).has(commit.sha))
      .filter((pull) => !repository.git.history(pull.baseSha).has(commit.sha))
      .map((pull): [Repository, Pull] => [base, pull]),
  )
  return listAnswer(call, hits, ([base, pull]) => presentSimplePull(base, pull))
}

const pullOf = (call: Call): Pull => found(call.repository.pulls.get(Number(call.path['pull_number'])))

export const pullRoutes: Routes = {
  'pulls/list': listPulls,
  'pulls/get': (call) => ok(presentPull(call.repository, pullOf(call))),
  'pulls/list-files': (call) => {
    const pull = pullOf(call)
    return listAnswer(call, changedFiles(call.repository, pull.baseSha, pull.headSha), (file) => file)
  },
  'repos/list-pull-requests-associated-with-commit': pullsOfCommit,
}
