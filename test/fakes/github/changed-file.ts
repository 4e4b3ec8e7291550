// The files that differ between two commits, as the API lists them.
import type { Shape } from './presentation/account.ts'
import type { Repository } from './repository.ts'

export function changedFiles(repository: Repository, base: string, head: string): Shape[] {
  const filesAt = (sha: string) => repository.git.filesOf(repository.git.commits.get(sha)?.tree ?? '')
  const before = filesAt(base)
  const after = filesAt(head)
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((path) => before.get(path)?.sha !== after.get(path)?.sha)
    .map((path) => {
      const lines = (entry: { sha: string } | undefined): number =>
        entry === undefined ? 0 : (repository.git.blobs.get(entry.sha)?.toString().split('\n').length ?? 1) - 1
      const status = !before.has(path) ? 'added' : !after.has(path) ? 'removed' : 'modified'
      const additions = lines(after.get(path))
      const deletions = lines(before.get(path))
      return {
        sha: (after.get(path) ?? before.get(path))?.sha ?? null,
        filename: path,
        status,
        additions,
        deletions,
        changes: additions + deletions,
        blob_url: `${repository.html}/blob/${head}/${encodeURI(path)}`,
        raw_url: `${repository.html}/raw/${head}/${encodeURI(path)}`,
        contents_url: `${repository.url}/contents/${encodeURI(path)}?ref=${head}`,
      }
    })
}
