import { ApiError, found, ok, type Answer, type Call, type Routes } from '../call.ts'
import { changedFiles } from '../changed-file.ts'
import { presentAccount } from '../presentation/account.ts'
import { base64Lines, presentCommit, presentContent } from '../presentation/git.ts'
import { presentFullRepository } from '../presentation/repository.ts'
import type { Commit } from '../git-store.ts'

/** Larger files come without their content unless the raw media type is asked for; above 100 MB not at all. */
const MAX_INLINE_BYTES = 1024 * 1024

function commitAt(call: Call, ref: string): Commit {
  const commit = call.repository.resolve(ref)
  if (commit === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`)
  return commit
}

function getContent(call: Call): Answer {
  const { repository } = call
  const ref = String(call.query['ref'] ?? repository.defaultBranch)
  const path = String(call.path['path']).replace(/\/+$/, '')
  const entry = found(repository.git.entryAt(commitAt(call, ref).tree, path))
  if (entry.type === 'tree') {
    const children = [...(repository.git.trees.get(entry.sha) ?? [])]
    return ok(children.map(([name, child]) => presentContent(repository, `${path}/${name}`, child, ref)))
  }
  const content = found(repository.git.blobs.get(entry.sha))
  if (call.accept.includes('raw')) {
    return { status: 200, body: content, mediaType: 'application/vnd.github.raw+json; charset=utf-8' }
  }
  const isInline = content.length <= MAX_INLINE_BYTES
  return ok({
    ...presentContent(repository, path, entry, ref),
    content: isInline ? base64Lines(content) : '',
    encoding: isInline ? 'base64' : 'none',
  })
}

function getPermission(call: Call): Answer {
  const { repository } = call
  const login = String(call.path['username'])
  const account = repository.service.account(login)
  if (account === undefined) throw new ApiError(404, `${login} is not a user`)
  const role = repository.collaborators.get(login) ?? (repository.private ? 'none' : 'read')
  // The old scale has no maintain and triage: they read as write and read there.
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role
  const user = presentAccount(account, repository.service.api, repository.service.server)
  return ok({ permission, role_name: role, user: { ...user, role_name: role } })
}

function compare(call: Call): Answer {
  const { repository } = call
  const name = String(call.path['basehead'])
  const [baseRef, headRef] = name.split('...')
  // "owner:branch" reaches into a fork; the objects are shared, so the branch alone is looked up there.
  const resolve = (ref: string | undefined): Commit => {
    const [owner, branch] = (ref ?? '').includes(':') ? (ref ?? '').split(':') : [undefined, ref]
    const where = [repository, ...repository.forks].find((item) => owner === undefined || item.owner.login === owner)
    return found(where?.resolve(branch ?? ''))
  }
  const base = resolve(baseRef)
  const head = resolve(headRef)
  const [before, after] = [repository.git.history(base.sha), repository.git.history(head.sha)]
  const ahead = [...after].filter((sha) => !before.has(sha)).map((sha) => found(repository.git.commits.get(sha)))
  const behind = [...before].filter((sha) => !after.has(sha))
  const mergeBase = found(repository.git.commits.get([...after].find((sha) => before.has(sha)) ?? base.sha))
  const url = `${repository.url}/compare/${name}`
  const html = `${repository.html}/compare/${name}`
  const counts = [ahead.length > 0, behind.length > 0]
  return ok({
    url,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: presentCommit(repository, base),
    merge_base_commit: presentCommit(repository, mergeBase),
    status: counts[0] ? (counts[1] ? 'diverged' : 'ahead') : counts[1] ? 'behind' : 'identical',
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.reverse().map((commit) => presentCommit(repository, commit)),
    files: changedFiles(repository, mergeBase.sha, head.sha),
  })
}

export const repositoryRoutes: Routes = {
  'repos/get': (call) => ok(presentFullRepository(call.repository)),
  'repos/get-content': getContent,
  'repos/get-commit': (call) => {
    const ref = String(call.path['ref'])
    const commit = call.repository.resolve(ref)
    if (commit === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`)
    if (call.accept.includes('sha')) {
      return { status: 200, body: commit.sha, mediaType: 'application/vnd.github.sha; charset=utf-8' }
    }
    return ok(presentCommit(call.repository, commit))
  },
  'repos/get-collaborator-permission-level': getPermission,
  'repos/compare-commits-with-basehead': compare,
}
