/** Folder of a file as it was named: what a tool writes side by side is of one run. */
export function folderOf(file: string): string {
  return /^(.*)[/\\]/.exec(file)?.[1] ?? '.'
}
