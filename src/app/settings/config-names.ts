/** The other spelling: `carbon-gate.yaml` for `carbon-gate.yml`, and `carbon-gate.yml` for `carbon-gate.yaml`. */
export function otherSpelling(path: string): string {
  return path.endsWith('.yaml') ? path.replace(/\.yaml$/, '.yml') : path.replace(/\.yml$/, '.yaml')
}
