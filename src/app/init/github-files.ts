import { printable } from '../../core/text.ts'
import type { ExistingWorkflow } from './project.ts'

/** Where the commands of the project are not known. */
export const PLACEHOLDER = 'echo "put the commands of your build here"'

/** What starts a workflow that measures. */
export function triggers(defaultBranch: string): string {
  return `on:
  push:
    branches: [${JSON.stringify(defaultBranch)}]
  pull_request:
    # \`edited\`: when the base changes, the new base's budget applies. A new title or description runs the jobs again, too.
    types: [opened, synchronize, reopened, edited]
`
}

/** The first stage for a repository without CI: one measured job, and one that judges the whole run. */
export function firstStage(testCommand: string | null, defaultBranch: string): string {
  return `# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
name: Carbon
${triggers(defaultBranch)}permissions:
  contents: read
  actions: read
  pull-requests: write
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      # First step of every job that should be measured.
      - uses: carbon-gate/carbon-gate@v1
      - uses: actions/checkout@v6
      - run: ${JSON.stringify(testCommand ?? PLACEHOLDER)}
  carbon:
    # Make this job a required check. It estimates jobs without the step from their times and runners.
    needs: [test]
    if: always()
    runs-on: ubuntu-slim
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: workflow
`
}

const SECOND_STAGES = {
  'every pull request': {
    purpose: `# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
# times and runners. With the step as first step of a job, that job is measured.`,
    condition: "github.event.workflow_run.event == 'pull_request'",
  },
  'forks and Dependabot': {
    purpose: '# Comments on pull requests of forks and of Dependabot, whose own runs may not write.',
    condition: `>-
      github.event.workflow_run.event == 'pull_request' &&
      (github.event.workflow_run.head_repository.full_name != github.repository ||
       github.event.workflow_run.actor.login == 'dependabot[bot]')`,
  },
} as const

/**
 * The second stage, with a token that may write. It runs nothing of the pull request.
 * @param workflows names of the workflows that it follows
 * @param commentsOn every pull request where no first stage comments; else those whose own runs may not write
 */
export function secondStage(workflows: readonly string[], commentsOn: keyof typeof SECOND_STAGES): string {
  const { purpose, condition } = SECOND_STAGES[commentsOn]
  return `${purpose}
# It checks nothing out and runs nothing of the pull request. Never add a checkout: its token may write.
name: Carbon comment
on:
  workflow_run:
    workflows: [${workflows.map((name) => JSON.stringify(name)).join(', ')}]
    types: [completed]
permissions:
  contents: read
  actions: read
  pull-requests: write
jobs:
  comment:
    if: ${condition}
    runs-on: ubuntu-slim
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: comment
`
}

/** The collector of the ledger, as docs/ci/ledger.yml has it. @param ledger branch or ref */
export function collector(ledger: string): string {
  return `# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
# are judged with \`contents: read\`. About 1 minute of a runner an hour; requests: see docs/ledger.md.
name: Carbon ledger
on:
  schedule:
    - cron: "17 * * * *"
  workflow_dispatch:
permissions: {}
concurrency:
  group: carbon-ledger
  cancel-in-progress: false
jobs:
  collect:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: write
      actions: read
    steps:
      # Only for .github/carbon-gate.yml: runner classes, region, PUE.
      - uses: actions/checkout@v6
        with:
          sparse-checkout: .github
          persist-credentials: false
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: collect
          # A branch of this repository; \`refs/carbon-gate/ledger\` adds nothing to a clone.
          ledger: ${ledger}
`
}

/**
 * What a repository with CI of its own adds to it by hand, to measure its jobs and to fail over budget.
 * @returns an empty text if every workflow has the step
 */
export function additionsTo(workflows: readonly ExistingWorkflow[]): string {
  const lacking = workflows.filter(({ hasGate }) => !hasGate)
  const [first, ...others] = lacking
  if (!first) return ''
  const needs = ({ jobs }: ExistingWorkflow): string => `needs: [${jobs.map((job) => printable(job)).join(', ')}]`
  const elsewhere = others.map((each) => `in ${printable(each.file)} with ${needs(each)}`)
  const isOnPullRequests = workflows.some(({ isStartedByPullRequest }) => isStartedByPullRequest)
  return `${isOnPullRequests ? '' : PUSHES_ONLY}To measure jobs instead of estimating them, and to fail the build over budget, add to ${lacking.map(({ file }) => printable(file)).join(', ')}:

  as first step of each job:
      - uses: carbon-gate/carbon-gate@v1

  as last job${elsewhere.length > 0 ? ` (${elsewhere.join(', ')})` : ''}:
  carbon:
    ${needs(first)}
    if: always()
    runs-on: ubuntu-slim
    permissions: {contents: read, actions: read, pull-requests: write}
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with: {mode: workflow}
${isOnPullRequests ? ON_PULL_REQUESTS : ''}`
}

/** What belongs to a last job that judges pull requests. */
const ON_PULL_REQUESTS = `
  in \`on\`, so that a pull request is judged again when its base changes:
  pull_request:
    types: [opened, synchronize, reopened, edited]

Make \`carbon\` a required check. Then delete .github/workflows/carbon-comment.yml and run init again: the new one comments on
pull requests of forks and of Dependabot only, because the job \`carbon\` comments on the others.
`

/** What to know if no pull request starts a workflow. */
const PUSHES_ONLY = `Pushes start your workflows, pull requests do not. No workflow is written, because it would run your tests once more. For comments on
pull requests, add \`pull_request:\` to \`on\` of the workflow that tests, then run init again.

`
