import { ApiError, created, found, ok, type Answer, type Call, type Routes } from '../call.ts'
import { base64Lines, presentGitCommit, presentRef, presentTreeEntry } from '../presentation/git.ts'
import { nodeId } from '../presentation/account.ts'
import { listAnswer } from '../page.ts'
import type { TreeEntry } from '../git-store.ts'

function createTree(call: Call): Answer {
  const { git } = call.repository
  const base = call.body.base_tree as string | undefined
  const baseTree = base === undefined ? undefined : (git.commits.get(base)?.tree ?? base)
  if (baseTree !== undefined && !git.trees.has(baseTree)) throw new ApiError(422, 'base_tree is not a valid tree oid')
  const files = new Map<string, TreeEntry | null>()
  for (const { path, mode, type = 'blob', sha, content } of call.body.tree) {
    if (content !== undefined) files.set(path, { mode, type, sha: git.addBlob(Buffer.from(content)) })
    else if (sha === null) files.set(path, null)
    else if (!git.blobs.has(sha) && !git.trees.has(sha)) throw new ApiError(422, `tree.sha ${sha} is not a valid blob`)
    else files.set(path, { mode, type, sha })
  }
  return created(treeBody(call, git.addFiles(baseTree, files), false))
}

function treeBody(call: Call, sha: string, recursive: boolean): unknown {
  const { repository } = call
  const entries = recursive ? repository.git.filesOf(sha) : (repository.git.trees.get(sha) ?? new Map())
  return {
    sha,
    url: `${repository.url}/git/trees/${sha}`,
    tree: [...entries].map(([path, entry]) => presentTreeEntry(repository, path, entry)),
    truncated: false,
  }
}

function createCommit(call: Call): Answer {
  const { git, service } = call.repository
  const { message, tree, parents = [], author } = call.body
  if (!git.trees.has(tree)) throw new ApiError(422, 'Tree SHA does not exist')
  if (parents.some((parent: string) => !git.commits.has(parent))) throw new ApiError(422, 'Parent SHA does not exist')
  const login = call.token?.account.login ?? ''
  const date = author?.date === undefined ? service.now() : new Date(author.date)
  const by = { name: author?.name ?? login, email: author?.email ?? `${login}@users.noreply.github.com`, date }
  const commit = found(git.commits.get(git.addCommit({ message, tree, parents, author: by })))
  return created(presentGitCommit(call.repository, commit))
}

function createRef(call: Call): Answer {
  const { ref, sha } = call.body
  const { repository } = call
  if (!/^refs\/[^/]+\/.+/.test(ref)) throw new ApiError(422, 'Reference name must start with refs/ and have a slash')
  if (repository.refs.has(ref)) throw new ApiError(422, 'Reference already exists')
  if (!repository.git.commits.has(sha)) throw new ApiError(422, 'Object does not exist')
  repository.refs.set(ref, sha)
  return created(presentRef(repository, ref, sha))
}

/** The race that a ledger has to survive: without force only a descendant is taken. */
function updateRef(call: Call): Answer {
  const { repository } = call
  const ref = `refs/${String(call.path['ref'])}`
  const { sha, force = false } = call.body
  const before = repository.refs.get(ref)
  if (before === undefined) throw new ApiError(422, 'Reference does not exist')
  if (!repository.git.commits.has(sha)) throw new ApiError(422, 'Object does not exist')
  if (!force && !repository.git.history(sha).has(before)) throw new ApiError(422, 'Update is not a fast forward')
  repository.refs.set(ref, sha)
  return ok(presentRef(repository, ref, sha))
}

export const gitRoutes: Routes = {
  'git/create-blob': (call) => {
    const { content, encoding = 'utf-8' } = call.body
    const sha = call.repository.git.addBlob(Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'))
    return created({ sha, url: `${call.repository.url}/git/blobs/${sha}` })
  },
  'git/get-blob': (call) => {
    const sha = String(call.path['file_sha'])
    const blob = found(call.repository.git.blobs.get(sha))
    if (call.accept.includes('raw')) {
      return { status: 200, body: blob, mediaType: 'application/vnd.github.raw+json' }
    }
    return ok({
      sha,
      node_id: nodeId('B', sha),
      size: blob.length,
      url: `${call.repository.url}/git/blobs/${sha}`,
      content: base64Lines(blob),
      encoding: 'base64',
    })
  },
  'git/create-tree': createTree,
  'git/get-tree': (call) => {
    const { git } = call.repository
    const name = String(call.path['tree_sha'])
    const sha = git.trees.has(name) ? name : found(call.repository.resolve(name)).tree
    return ok(treeBody(call, sha, call.query['recursive'] !== undefined))
  },
  'git/create-commit': createCommit,
  'git/get-commit': (call) =>
    ok(presentGitCommit(call.repository, found(call.repository.git.commits.get(String(call.path['commit_sha']))))),
  'git/create-ref': createRef,
  'git/update-ref': updateRef,
  'git/delete-ref': (call) => {
    const ref = `refs/${String(call.path['ref'])}`
    if (!call.repository.refs.delete(ref)) throw new ApiError(422, 'Reference does not exist')
    return { status: 204 }
  },
  'git/get-ref': (call) => {
    const ref = `refs/${String(call.path['ref'])}`
    return ok(presentRef(call.repository, ref, found(call.repository.refs.get(ref))))
  },
  'git/list-matching-refs': (call) => {
    const prefix = `refs/${String(call.path['ref'])}`
    const refs = [...call.repository.refs].filter(([name]) => name.startsWith(prefix)).sort()
    return listAnswer(call, refs, ([name, sha]) => presentRef(call.repository, name, sha))
  },
}
