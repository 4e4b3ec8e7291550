/** A path below the root of a repository: `./ci/gate.yml` and `/ci/gate.yml` are `ci/gate.yml`. Null if it leaves the repository. */
export function repositoryPath(path: string): string | null {
  const cleaned = path.replace(/^(?:\.?\/)+/, '')
  return cleaned === '' || cleaned.split('/').includes('..') ? null : cleaned
}
