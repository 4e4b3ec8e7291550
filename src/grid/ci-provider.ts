import type { Cloud } from './metadata.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is known about where the jobs of a CI service run. */
export interface CiPlace {
  /** Name of the service, for the note. */
  readonly name: string
  /** Cloud whose metadata may be asked, and whose PUE applies. */
  readonly cloud: Cloud | null
  /** Region when the service or its environment names it. */
  readonly region: string | null
}

/** Known CI services, by the environment they set. The first match wins. */
const SERVICES: readonly ((env: Environment) => CiPlace | null)[] = [
  // GitHub's macOS runners are in data centres of other companies.
  (env) =>
    env['GITHUB_ACTIONS'] === 'true' && env['RUNNER_ENVIRONMENT'] === 'github-hosted'
      ? { name: 'GitHub-hosted runner', cloud: env['RUNNER_OS'] === 'macOS' ? null : 'azure', region: null }
      : null,
  // The build's own environment names the region it runs in.
  (env) =>
    env['CODEBUILD_BUILD_ID'] && env['AWS_REGION']
      ? { name: 'AWS CodeBuild', cloud: 'aws', region: env['AWS_REGION'] }
      : null,
  // docs.gitlab.com/ci/runners: hosted runners of gitlab.com are in Google's us-east1.
  (env) =>
    env['GITLAB_CI'] && env['CI_SERVER_HOST'] === 'gitlab.com' && /saas-linux/.test(env['CI_RUNNER_DESCRIPTION'] ?? '')
      ? { name: 'GitLab-hosted runner', cloud: 'gcp', region: 'us-east1' }
      : null,
  (env) =>
    env['TF_BUILD'] && /^(?:Azure Pipelines|Hosted Agent)/.test(env['AGENT_NAME'] ?? '')
      ? { name: 'Microsoft-hosted agent', cloud: 'azure', region: null }
      : null,
]

/** The current CI service; null if it is unknown. */
export function ciPlaceOf(env: Environment): CiPlace | null {
  for (const service of SERVICES) {
    const found = service(env)
    if (found) return found
  }
  return null
}
