import type { Commit, TreeEntry } from '../git-store.ts'
import type { Repository } from '../repository.ts'
import { nodeId, timestamp, type Shape } from './account.ts'

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

const signature = (commit: Commit): Shape => ({ ...commit.author, date: timestamp(commit.author.date) })

const parents = (repository: Repository, commit: Commit): Shape[] =>
  commit.parents.map((sha) => ({
    sha,
    url: `${repository.url}/git/commits/${sha}`,
    html_url: `${repository.html}/commit/${sha}`,
  }))

export function presentGitCommit(repository: Repository, commit: Commit): Shape {
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: `${repository.url}/git/commits/${commit.sha}`,
    html_url: `${repository.html}/commit/${commit.sha}`,
    author: signature(commit),
    committer: signature(commit),
    tree: { sha: commit.tree, url: `${repository.url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parents(repository, commit),
    verification: UNSIGNED,
  }
}

/** A commit with what it says of people and files; the accounts behind the addresses are unknown here. */
export function presentCommit(repository: Repository, commit: Commit): Shape {
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: `${repository.url}/commits/${commit.sha}`,
    html_url: `${repository.html}/commit/${commit.sha}`,
    comments_url: `${repository.url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${repository.url}/git/commits/${commit.sha}`,
      author: signature(commit),
      committer: signature(commit),
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${repository.url}/git/trees/${commit.tree}` },
      verification: UNSIGNED,
    },
    author: null,
    committer: null,
    parents: parents(repository, commit),
  }
}

export function presentRef(repository: Repository, ref: string, sha: string): Shape {
  return {
    ref,
    node_id: nodeId('REF', ref),
    url: `${repository.url}/git/${ref}`,
    object: { type: 'commit', sha, url: `${repository.url}/git/commits/${sha}` },
  }
}

export function presentTreeEntry(repository: Repository, path: string, entry: TreeEntry): Shape {
  const size = repository.git.blobs.get(entry.sha)?.length
  return {
    path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(size === undefined ? {} : { size }),
    url: `${repository.url}/git/${entry.type}s/${entry.sha}`,
  }
}

/** base64 in lines of 60 characters with a line feed after each, as GitHub sends it. */
export function base64Lines(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n')
}

export function presentContent(repository: Repository, path: string, entry: TreeEntry, ref: string): Shape {
  const content = repository.git.blobs.get(entry.sha) ?? Buffer.alloc(0)
  const isFile = entry.type === 'blob'
  const url = `${repository.url}/contents/${encodeURI(path)}?ref=${encodeURIComponent(ref)}`
  const git = `${repository.url}/git/${entry.type}s/${entry.sha}`
  const html = `${repository.html}/${entry.type}/${ref}/${encodeURI(path)}`
  return {
    type: isFile ? 'file' : 'dir',
    name: path.split('/').at(-1),
    path,
    sha: entry.sha,
    size: isFile ? content.length : 0,
    url,
    git_url: git,
    html_url: html,
    download_url: isFile ? `https://raw.githubusercontent.com/${repository.fullName}/${ref}/${encodeURI(path)}` : null,
    _links: { self: url, git, html },
  }
}
