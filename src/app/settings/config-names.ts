/** The other spelling: `carbon-gate.yaml` for `carbon-gate.yml`, and `carbon-gate.yml` for `carbon-gate.yaml`. */
export function otherSpelling(path: string): string {
  return path.endsWith('.yaml') ? path.replace(/\.yaml$/, '.yml') : path.replace(/\.yml$/, '.yaml')
}

/** Where the config file is, below the repository's root. Both spellings of the ending are read. */
export const CONFIG_FILES = ['.github/carbon-gate.yml', '.github/carbon-gate.yaml'] as const

/** Folders in which other tools and forges keep their files; the repository's root is one. */
export const MISPLACED_IN = ['', '.github/', '.gitlab/', '.forgejo/', '.gitea/', '.config/'] as const

/**
 * Whether a path looks like a config file under a name that is not read: `.github/carbon_gate.yml`, `.GitHub/carbon-gate.yml`,
 * `carbon-gate.toml`. A gate that is off because of its file's name would be off without a word.
 */
export function isMisnamed(path: string): boolean {
  const name = MISPLACED_IN.reduce(
    (rest, folder) => (path.toLowerCase().startsWith(folder) ? path.slice(folder.length) : rest),
    path,
  )
  return (
    /^\.?carbon[-_. ]?gates?(?:[-_.](?:config|budgets?))?(?:\.(?:ya?ml|json|toml))?(?:\.txt)?$/i.test(name) &&
    !CONFIG_FILES.some((file) => file === path)
  )
}
