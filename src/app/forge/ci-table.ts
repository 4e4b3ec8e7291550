export type CiForge =
  | 'github'
  | 'ghes'
  | 'forgejo'
  | 'gitea'
  | 'gitlab'
  | 'jenkins'
  | 'circleci'
  | 'azure-pipelines'
  | 'bitbucket'
  | 'buildkite'
  | 'woodpecker'
  | 'drone'

export type Environment = Readonly<Record<string, string | undefined>>

/** One row of the table: variables by meaning. The first that is set wins. */
export interface CiRow {
  readonly forge: CiForge
  readonly here: (env: Environment) => boolean
  readonly pipeline: readonly string[]
  readonly job: readonly string[]
  readonly repository: readonly string[]
  readonly branch: readonly string[]
  readonly commit: readonly string[]
  /** A number, or an address or ref that ends with one. */
  readonly pullRequest: readonly string[]
  readonly baseBranch: readonly string[]
  readonly url: (env: Environment) => string | undefined
}

const isSet =
  (name: string) =>
  (env: Environment): boolean =>
    (env[name] ?? '') !== '' && env[name]?.toLowerCase() !== 'false'

/** Forgejo and Gitea use the variables of GitHub Enterprise Server. */
const ACTIONS: Omit<CiRow, 'forge' | 'here'> = {
  pipeline: ['GITHUB_WORKFLOW'],
  job: ['GITHUB_JOB'],
  repository: ['GITHUB_REPOSITORY'],
  branch: ['GITHUB_HEAD_REF', 'GITHUB_REF_NAME'],
  commit: ['GITHUB_SHA'],
  pullRequest: ['GITHUB_REF'],
  baseBranch: ['GITHUB_BASE_REF'],
  url: (env) => `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`,
}

/** The variables are those of each service's own reference (November 2026). The first matching row wins. */
export const CI_ROWS: readonly CiRow[] = [
  { forge: 'forgejo', here: isSet('FORGEJO_ACTIONS'), ...ACTIONS },
  { forge: 'gitea', here: isSet('GITEA_ACTIONS'), ...ACTIONS },
  { forge: 'github', here: (env) => isSet('GITHUB_ACTIONS')(env) && isGitHubCloud(env), ...ACTIONS },
  { forge: 'ghes', here: isSet('GITHUB_ACTIONS'), ...ACTIONS },
  {
    forge: 'gitlab',
    here: isSet('GITLAB_CI'),
    pipeline: ['CI_PIPELINE_NAME', 'CI_PROJECT_PATH'],
    job: ['CI_JOB_NAME'],
    repository: ['CI_PROJECT_PATH'],
    branch: ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', 'CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME'],
    // Set in pipelines of the merged result only, where CI_COMMIT_SHA is a temporary merge commit.
    commit: ['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA', 'CI_COMMIT_SHA'],
    pullRequest: ['CI_MERGE_REQUEST_IID'],
    baseBranch: ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'],
    url: (env) => env['CI_JOB_URL'],
  },
  {
    forge: 'circleci',
    here: isSet('CIRCLECI'),
    pipeline: ['CIRCLE_PROJECT_REPONAME'],
    job: ['CIRCLE_JOB'],
    repository: ['CIRCLE_PROJECT_REPONAME'],
    branch: ['CIRCLE_BRANCH'],
    commit: ['CIRCLE_SHA1'],
    pullRequest: ['CIRCLE_PR_NUMBER', 'CIRCLE_PULL_REQUEST'],
    baseBranch: [],
    url: (env) => env['CIRCLE_BUILD_URL'],
  },
  {
    forge: 'azure-pipelines',
    here: isSet('TF_BUILD'),
    pipeline: ['BUILD_DEFINITIONNAME'],
    job: ['SYSTEM_JOBDISPLAYNAME', 'AGENT_JOBNAME'],
    repository: ['BUILD_REPOSITORY_NAME'],
    branch: ['SYSTEM_PULLREQUEST_SOURCEBRANCH', 'BUILD_SOURCEBRANCH'],
    commit: ['SYSTEM_PULLREQUEST_SOURCECOMMITID', 'BUILD_SOURCEVERSION'],
    // The id is Azure's own; for a repository on GitHub people know the number.
    pullRequest: ['SYSTEM_PULLREQUEST_PULLREQUESTNUMBER', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    baseBranch: ['SYSTEM_PULLREQUEST_TARGETBRANCH'],
    url: (env) =>
      `${env['SYSTEM_COLLECTIONURI']}${encodeURIComponent(env['SYSTEM_TEAMPROJECT'] ?? '')}/_build/results?buildId=${env['BUILD_BUILDID']}`,
  },
  {
    forge: 'bitbucket',
    here: isSet('BITBUCKET_BUILD_NUMBER'),
    pipeline: ['BITBUCKET_REPO_SLUG'],
    job: [],
    repository: ['BITBUCKET_REPO_FULL_NAME'],
    branch: ['BITBUCKET_BRANCH'],
    commit: ['BITBUCKET_COMMIT'],
    pullRequest: ['BITBUCKET_PR_ID'],
    baseBranch: ['BITBUCKET_PR_DESTINATION_BRANCH'],
    url: (env) => `${env['BITBUCKET_GIT_HTTP_ORIGIN']}/pipelines/results/${env['BITBUCKET_BUILD_NUMBER']}`,
  },
  {
    forge: 'buildkite',
    here: isSet('BUILDKITE'),
    pipeline: ['BUILDKITE_PIPELINE_NAME', 'BUILDKITE_PIPELINE_SLUG'],
    job: ['BUILDKITE_LABEL', 'BUILDKITE_STEP_KEY'],
    repository: ['BUILDKITE_REPO'],
    branch: ['BUILDKITE_BRANCH'],
    commit: ['BUILDKITE_COMMIT'],
    pullRequest: ['BUILDKITE_PULL_REQUEST'],
    baseBranch: ['BUILDKITE_PULL_REQUEST_BASE_BRANCH'],
    url: (env) => env['BUILDKITE_BUILD_URL'],
  },
  {
    forge: 'woodpecker',
    here: (env) => env['CI'] === 'woodpecker',
    pipeline: ['CI_WORKFLOW_NAME', 'CI_REPO'],
    job: ['CI_STEP_NAME'],
    repository: ['CI_REPO'],
    // Of a pull request, CI_COMMIT_BRANCH and DRONE_BRANCH are the target.
    branch: ['CI_COMMIT_SOURCE_BRANCH', 'CI_COMMIT_BRANCH'],
    commit: ['CI_COMMIT_SHA'],
    pullRequest: ['CI_COMMIT_PULL_REQUEST'],
    baseBranch: ['CI_COMMIT_TARGET_BRANCH'],
    url: (env) => env['CI_STEP_URL'] ?? env['CI_PIPELINE_URL'],
  },
  {
    forge: 'drone',
    here: isSet('DRONE'),
    pipeline: ['DRONE_STAGE_NAME', 'DRONE_REPO'],
    job: ['DRONE_STEP_NAME'],
    repository: ['DRONE_REPO'],
    branch: ['DRONE_SOURCE_BRANCH', 'DRONE_BRANCH'],
    commit: ['DRONE_COMMIT_SHA'],
    pullRequest: ['DRONE_PULL_REQUEST'],
    baseBranch: ['DRONE_TARGET_BRANCH'],
    url: (env) => env['DRONE_BUILD_LINK'],
  },
  // Last: an agent of Jenkins may run inside any of the others.
  {
    forge: 'jenkins',
    here: isSet('JENKINS_URL'),
    pipeline: ['JOB_NAME'],
    job: ['STAGE_NAME', 'JOB_BASE_NAME'],
    repository: ['GIT_URL'],
    branch: ['CHANGE_BRANCH', 'BRANCH_NAME', 'GIT_BRANCH'],
    commit: ['GIT_COMMIT'],
    pullRequest: ['CHANGE_ID'],
    baseBranch: ['CHANGE_TARGET'],
    url: (env) => env['BUILD_URL'],
  },
]

function isGitHubCloud(env: Environment): boolean {
  return /^https:\/\/(?:github\.com|[\w-]+\.ghe\.com)\/?$/.test(env['GITHUB_SERVER_URL'] ?? 'https://github.com')
}
