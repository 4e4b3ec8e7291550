// Git objects of one fork network, with real object ids. As on GitHub, forks share them; refs are each repository's own.
import { createHash } from 'node:crypto'

export interface TreeEntry {
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly sha: string
}

export interface Commit {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Signature
}

interface Signature {
  readonly name: string
  readonly email: string
  readonly date: Date
}

export type Tree = ReadonlyMap<string, TreeEntry>

function objectId(type: string, content: Buffer): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
}

export class GitStore {
  readonly blobs = new Map<string, Buffer>()
  readonly trees = new Map<string, Tree>()
  readonly commits = new Map<string, Commit>()

  addBlob(content: Buffer): string {
    const sha = objectId('blob', content)
    this.blobs.set(sha, content)
    return sha
  }

  addTree(entries: Iterable<[string, TreeEntry]>): string {
    const sortKey = ([name, entry]: [string, TreeEntry]): string => (entry.type === 'tree' ? `${name}/` : name)
    const sorted = [...entries].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    const content = Buffer.concat(
      sorted.flatMap(([name, entry]) => [
        Buffer.from(`${entry.mode.replace(/^0/, '')} ${name}\0`),
        Buffer.from(entry.sha, 'hex'),
      ]),
    )
    const sha = objectId('tree', content)
    this.trees.set(sha, new Map(sorted))
    return sha
  }

  addCommit(commit: Omit<Commit, 'sha'>): string {
    const at = `${commit.author.name} <${commit.author.email}> ${Math.floor(commit.author.date.getTime() / 1000)} +0000`
    const lines = [
      `tree ${commit.tree}`,
      ...commit.parents.map((parent) => `parent ${parent}`),
      `author ${at}`,
      `committer ${at}`,
      '',
      commit.message,
    ]
    const sha = objectId('commit', Buffer.from(lines.join('\n')))
    this.commits.set(sha, { ...commit, sha })
    return sha
  }

  /** A commit under a name of the test's choosing: what an event says need not be a hash of ours. */
  putCommit(commit: Commit): void {
    this.commits.set(commit.sha, commit)
  }

  /** Files by path over those of `base`; null deletes. */
  addFiles(base: string | undefined, files: ReadonlyMap<string, TreeEntry | null>): string {
    const entries = new Map(base === undefined ? [] : this.trees.get(base))
    const folders = new Map<string, Map<string, TreeEntry | null>>()
    for (const [path, entry] of files) {
      const slash = path.indexOf('/')
      if (slash < 0) {
        if (entry === null) entries.delete(path)
        else entries.set(path, entry)
        continue
      }
      const folder = path.slice(0, slash)
      const inside = folders.get(folder) ?? new Map<string, TreeEntry | null>()
      folders.set(folder, inside.set(path.slice(slash + 1), entry))
    }
    for (const [folder, inside] of folders) {
      const before = entries.get(folder)
      const sha = this.addFiles(before?.type === 'tree' ? before.sha : undefined, inside)
      if (this.trees.get(sha)?.size === 0) entries.delete(folder)
      else entries.set(folder, { mode: '040000', type: 'tree', sha })
    }
    return this.addTree(entries)
  }

  entryAt(tree: string, path: string): TreeEntry | undefined {
    let entry: TreeEntry | undefined = { mode: '040000', type: 'tree', sha: tree }
    for (const name of path.split('/').filter((part) => part !== '')) {
      entry = entry?.type === 'tree' ? this.trees.get(entry.sha)?.get(name) : undefined
    }
    return entry
  }

  /** Every file below a tree, by path. */
  filesOf(tree: string, prefix = ''): Map<string, TreeEntry> {
    const files = new Map<string, TreeEntry>()
    for (const [name, entry] of this.trees.get(tree) ?? []) {
      if (entry.type === 'tree') {
        for (const [path, file] of this.filesOf(entry.sha, `${prefix}${name}/`)) files.set(path, file)
      } else files.set(`${prefix}${name}`, entry)
    }
    return files
  }

  /** A commit and everything before it. */
  history(sha: string): Set<string> {
    const seen = new Set<string>()
    const queue = [sha]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (seen.has(next)) continue
      seen.add(next)
      queue.push(...(this.commits.get(next)?.parents ?? []))
    }
    return seen
  }
}
