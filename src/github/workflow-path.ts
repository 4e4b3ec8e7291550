/** File name of the workflow from GITHUB_WORKFLOW_REF: `octo/shop/.github/workflows/ci.yml@refs/heads/main`. */
export function workflowFileOf(reference: string | undefined): string | null {
  return /\/([^/@]+\.ya?ml)@/.exec(reference ?? '')?.[1] ?? null
}

/** Its path in the repository: `.github/workflows/ci.yml`. */
export function workflowPathOf(reference: string | undefined): string | null {
  return /^[^/@]+\/[^/@]+\/([^@]+\.ya?ml)@/.exec(reference ?? '')?.[1] ?? null
}
