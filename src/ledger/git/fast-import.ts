/** Author of the ledger's commits. The address cannot receive mail (RFC 2606). */
const COMMITTER = 'Carbon Gate <noreply@carbon-gate.invalid>'

/** A commit to be made. Files replace those of the parent's tree. */
export interface NewCommit {
  /** Local ref that will point to it. */
  readonly ref: string
  readonly message: string
  /** Null: the first commit of its history. */
  readonly parent: string | null
  /** A second parent: a commit id, or `:1` for the first commit of the stream. */
  readonly also?: string
  readonly files: Readonly<Record<string, string>>
  /** Paths that the parent's tree has and this commit has not. */
  readonly deleted?: readonly string[]
}

/**
 * Input for one `git fast-import` that makes the commits.
 * @param seconds Unix time of the commits
 */
export function fastImportStream(commits: readonly NewCommit[], seconds: number): string {
  const parts: string[] = []
  for (const [index, { ref, message, parent, also, files, deleted = [] }] of commits.entries()) {
    parts.push(`commit ${ref}\nmark :${index + 1}\ncommitter ${COMMITTER} ${seconds} +0000\n${data(message)}`)
    if (parent !== null) parts.push(`from ${parent}\n`)
    if (also !== undefined) parts.push(`merge ${also}\n`)
    for (const path of deleted) parts.push(`D ${path}\n`)
    for (const [path, content] of Object.entries(files)) parts.push(`M 100644 inline ${path}\n${data(content)}`)
    parts.push('\n')
  }
  return `${parts.join('')}done\n`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text, 'utf8')}\n${text}\n`
}
