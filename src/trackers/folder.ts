/** Folder of a file as it was named. Files that a tool writes into one folder belong to one run. */
export function folderOf(file: string): string {
  return /^(.*)[/\\]/.exec(file)?.[1] ?? '.'
}
