import { describe, expect, it } from 'vitest'
import { type CiContext, detectCi } from '../../../src/app/forge/ci.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'
type Row = [string, Record<string, string>, Partial<CiContext>]

const actions = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_RUN_ID: '77',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'test',
  GITHUB_SHA: SHA,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_HEAD_REF: '',
  GITHUB_BASE_REF: '',
}
const pull = {
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_REF_NAME: '12/merge',
  GITHUB_HEAD_REF: 'faster',
  GITHUB_BASE_REF: 'main',
}
const common = { commit: SHA, repository: 'octo/shop' }
const onMain = { ...common, branch: 'main', pullRequest: null, baseBranch: null }
const onPull = { ...common, branch: 'faster', pullRequest: 12, baseBranch: 'main' }

const rows: Row[] = [
  [
    'GitHub, push',
    actions,
    { forge: 'github', pipeline: 'CI', job: 'test', ...onMain, url: 'https://github.com/octo/shop/actions/runs/77' },
  ],
  ['GitHub, pull request', { ...actions, ...pull }, { forge: 'github', ...onPull }],
  [
    'GitHub with data residency',
    { ...actions, GITHUB_SERVER_URL: 'https://octo.ghe.com' },
    { forge: 'github', ...onMain },
  ],
  [
    'GitHub Enterprise Server',
    { ...actions, ...pull, GITHUB_SERVER_URL: 'https://git.example.org' },
    { forge: 'ghes', ...onPull },
  ],
  [
    'Forgejo',
    { ...actions, ...pull, FORGEJO_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://codeberg.org' },
    { forge: 'forgejo', ...onPull },
  ],
  [
    'Gitea',
    { ...actions, GITEA_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://gitea.example' },
    { forge: 'gitea', ...onMain },
  ],
  [
    'GitLab, branch',
    {
      GITLAB_CI: 'true',
      CI_PROJECT_PATH: 'octo/shop',
      CI_JOB_NAME: 'test 1/3',
      CI_COMMIT_BRANCH: 'main',
      CI_COMMIT_REF_NAME: 'main',
      CI_COMMIT_SHA: SHA,
      CI_JOB_URL: 'https://gitlab.com/octo/shop/-/jobs/5',
      CI_DEFAULT_BRANCH: 'main',
    },
    { forge: 'gitlab', job: 'test 1/3', ...onMain, url: 'https://gitlab.com/octo/shop/-/jobs/5' },
  ],
  [
    'GitLab, merge request of the merged result',
    {
      GITLAB_CI: 'true',
      CI_PROJECT_PATH: 'octo/shop',
      CI_COMMIT_REF_NAME: 'refs/merge-requests/12/merge',
      CI_COMMIT_SHA: 'f'.repeat(40),
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: SHA,
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'faster',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_IID: '12',
    },
    { forge: 'gitlab', ...onPull },
  ],
  [
    'Jenkins, multibranch change',
    {
      JENKINS_URL: 'https://ci.example/',
      JOB_NAME: 'shop/PR-12',
      STAGE_NAME: 'Test',
      CHANGE_ID: '12',
      CHANGE_BRANCH: 'faster',
      CHANGE_TARGET: 'main',
      BRANCH_NAME: 'PR-12',
      GIT_COMMIT: SHA,
      GIT_URL: 'octo/shop',
      BUILD_URL: 'https://ci.example/job/shop/12/',
    },
    { forge: 'jenkins', pipeline: 'shop/PR-12', job: 'Test', ...onPull, url: 'https://ci.example/job/shop/12/' },
  ],
  [
    'Jenkins, plain job',
    { JENKINS_URL: 'https://ci.example/', GIT_BRANCH: 'origin/main', GIT_COMMIT: SHA, GIT_URL: 'octo/shop' },
    { forge: 'jenkins', ...onMain },
  ],
  [
    'CircleCI, pull request',
    {
      CIRCLECI: 'true',
      CIRCLE_JOB: 'test',
      CIRCLE_BRANCH: 'faster',
      CIRCLE_SHA1: SHA,
      CIRCLE_PULL_REQUEST: 'https://github.com/octo/shop/pull/12',
      CIRCLE_PROJECT_REPONAME: 'shop',
    },
    { forge: 'circleci', job: 'test', branch: 'faster', pullRequest: 12, commit: SHA },
  ],
  [
    'CircleCI, pull request on Bitbucket',
    { CIRCLECI: 'true', CIRCLE_PULL_REQUEST: 'https://bitbucket.org/octo/shop/pull-requests/12' },
    { forge: 'circleci', pullRequest: 12 },
  ],
  [
    'CircleCI, fork',
    { CIRCLECI: 'true', CIRCLE_BRANCH: 'pull/12', CIRCLE_PR_NUMBER: '12', CIRCLE_SHA1: SHA },
    { forge: 'circleci', branch: null, pullRequest: 12 },
  ],
  [
    'Azure Pipelines, pull request of a repository on GitHub',
    {
      TF_BUILD: 'True',
      BUILD_DEFINITIONNAME: 'CI',
      BUILD_REPOSITORY_NAME: 'octo/shop',
      BUILD_SOURCEBRANCH: 'refs/pull/12/merge',
      BUILD_SOURCEVERSION: 'f'.repeat(40),
      SYSTEM_PULLREQUEST_SOURCECOMMITID: SHA,
      SYSTEM_PULLREQUEST_SOURCEBRANCH: 'faster',
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
      SYSTEM_PULLREQUEST_PULLREQUESTID: '987654321',
      SYSTEM_PULLREQUEST_PULLREQUESTNUMBER: '12',
      SYSTEM_COLLECTIONURI: 'https://dev.azure.com/octo/',
      SYSTEM_TEAMPROJECT: 'My Shop',
      BUILD_BUILDID: '5',
    },
    {
      forge: 'azure-pipelines',
      pipeline: 'CI',
      ...onPull,
      url: 'https://dev.azure.com/octo/My%20Shop/_build/results?buildId=5',
    },
  ],
  [
    'Azure Pipelines, branch',
    {
      TF_BUILD: 'True',
      BUILD_REPOSITORY_NAME: 'octo/shop',
      BUILD_SOURCEBRANCH: 'refs/heads/main',
      BUILD_SOURCEVERSION: SHA,
    },
    { forge: 'azure-pipelines', ...onMain, url: null },
  ],
  [
    'Bitbucket',
    {
      BITBUCKET_BUILD_NUMBER: '5',
      BITBUCKET_REPO_FULL_NAME: 'octo/shop',
      BITBUCKET_BRANCH: 'faster',
      BITBUCKET_COMMIT: SHA,
      BITBUCKET_PR_ID: '12',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_GIT_HTTP_ORIGIN: 'https://bitbucket.org/octo/shop',
    },
    { forge: 'bitbucket', ...onPull, url: 'https://bitbucket.org/octo/shop/pipelines/results/5' },
  ],
  [
    'Buildkite, branch',
    {
      BUILDKITE: 'true',
      BUILDKITE_PIPELINE_NAME: 'Shop',
      BUILDKITE_LABEL: ':node: test',
      BUILDKITE_BRANCH: 'main',
      BUILDKITE_COMMIT: SHA,
      BUILDKITE_PULL_REQUEST: 'false',
      BUILDKITE_PULL_REQUEST_BASE_BRANCH: '',
      BUILDKITE_REPO: 'octo/shop',
      BUILDKITE_BUILD_URL: 'https://buildkite.com/octo/shop/builds/5',
    },
    { forge: 'buildkite', pipeline: 'Shop', job: ':node: test', ...onMain },
  ],
  [
    'Buildkite, commit not resolved',
    { BUILDKITE: 'true', BUILDKITE_COMMIT: 'HEAD' },
    { forge: 'buildkite', commit: null },
  ],
  [
    'Woodpecker, pull request',
    {
      CI: 'woodpecker',
      CI_WORKFLOW_NAME: 'carbon',
      CI_STEP_NAME: 'test',
      CI_REPO: 'octo/shop',
      CI_COMMIT_BRANCH: 'main',
      CI_COMMIT_SOURCE_BRANCH: 'faster',
      CI_COMMIT_TARGET_BRANCH: 'main',
      CI_COMMIT_PULL_REQUEST: '12',
      CI_COMMIT_SHA: SHA,
      CI_PIPELINE_URL: 'https://ci.codeberg.org/repos/7/pipeline/5',
    },
    {
      forge: 'woodpecker',
      pipeline: 'carbon',
      job: 'test',
      ...onPull,
      url: 'https://ci.codeberg.org/repos/7/pipeline/5',
    },
  ],
  [
    'Woodpecker, branch',
    { CI: 'woodpecker', CI_REPO: 'octo/shop', CI_COMMIT_BRANCH: 'main', CI_COMMIT_SHA: SHA },
    { forge: 'woodpecker', ...onMain },
  ],
  [
    'Drone, pull request',
    {
      CI: 'true',
      DRONE: 'true',
      DRONE_STAGE_NAME: 'ci',
      DRONE_STEP_NAME: 'test',
      DRONE_REPO: 'octo/shop',
      DRONE_BRANCH: 'main',
      DRONE_SOURCE_BRANCH: 'faster',
      DRONE_TARGET_BRANCH: 'main',
      DRONE_PULL_REQUEST: '12',
      DRONE_COMMIT_SHA: SHA,
      DRONE_BUILD_LINK: 'https://drone.example/octo/shop/5',
    },
    { forge: 'drone', pipeline: 'ci', job: 'test', ...onPull, url: 'https://drone.example/octo/shop/5' },
  ],
  [
    'Drone, branch',
    {
      DRONE: 'true',
      DRONE_REPO: 'octo/shop',
      DRONE_SOURCE_BRANCH: 'main',
      DRONE_BRANCH: 'main',
      DRONE_COMMIT_SHA: SHA,
    },
    { forge: 'drone', ...onMain },
  ],
]

describe('the current build', () => {
  it.each(rows)('%s', (_, env, expected) => expect(detectCi(env)).toMatchObject(expected))
  it('is none on a laptop', () => expect(detectCi({ HOME: '/home/x', PATH: '/bin' })).toBeNull())
  it('takes no number from a branch that looks like one', () => {
    expect(detectCi({ ...actions, GITHUB_REF: 'refs/heads/pull/12' })).toMatchObject({ pullRequest: null })
    expect(detectCi({ ...actions, GITHUB_REF: 'refs/heads/12' })).toMatchObject({ pullRequest: null })
  })
  it('takes no address that is none', () => {
    expect(detectCi({ GITLAB_CI: 'true', CI_JOB_URL: 'javascript:alert(1)' })).toMatchObject({ url: null })
  })
})
