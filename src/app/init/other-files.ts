import { schemaAddress } from '../../core/schema-address.ts'
import type { InitForge } from './forge.ts'
import { PLACEHOLDER, triggers } from './github-files.ts'

/** Downloads the command line, which needs Node 20 or newer and no install step. */
const CLONE =
  'git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"'

/** What the config file sets. */
export interface ConfigContent {
  /** Budget lines; empty if none is known yet. */
  readonly budgets: readonly string[]
  /** A line that is written as a comment, because it comes from a run outside CI. Null without one. */
  readonly proposal: string | null
  /** Where the ledger is; null without one. */
  readonly ledger: string | null
  readonly defaultBranch: string
  readonly forge: InitForge
}

/** The config file, `.github/carbon-gate.yml`. */
export function configFile({ budgets, proposal, ledger, defaultBranch, forge }: ConfigContent): string {
  const list = budgets.map((line) => `  - ${JSON.stringify(line)}\n`).join('')
  return `# yaml-language-server: $schema=${schemaAddress('config')}
# Carbon budgets of this repository. ${
    forge === 'gitlab'
      ? `\`gate\` reads this file from the checkout, so a merge request can change its own budget.
# To prevent that, see "What a proposed change can do to its gate" in docs/ci/README.md of Carbon Gate.`
      : 'A pull request is judged by this file as it is at its base commit.'
  }
${
  list === ''
    ? `# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${defaultBranch}
`
    : `budgets:\n${list}`
}${proposal === null ? '' : proposalText(proposal)}${ledger === null ? '' : `# The history, for lines such as \`2 kg per month\`.\nledger: ${ledger}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`
}

/** A proposal as a comment. An active line would judge every CI job by one command that ran on another machine. */
function proposalText(line: string): string {
  return `# Proposed from a report that was not made in CI. A line without a scope limits each CI job, and a CI job also checks out and
# installs, on another machine. So this line is not active: compare it with the first run in CI, then add it to \`budgets\`.
#   - ${line}
`
}

const GITLAB_HEAD = `# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`

const GITLAB_BASE = `.carbon:
  image: node:24
  before_script:
    - ${CLONE}
  artifacts:
    when: always
    paths: ["carbon-*.json", carbon.md]
`

const GITLAB_GATE = `carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`

/** GitLab: a pipeline that measures one job and judges in the last stage. */
export function gitlabPipeline(testCommand: string | null): string {
  return `${GITLAB_HEAD}stages: [test]

${GITLAB_BASE}
test:
  extends: .carbon
  stage: test
  script:
    - ${gitlabMeasured(testCommand)}

${GITLAB_GATE}`
}

/** GitLab: the same without a job of the project's own, for a pipeline that exists. */
export function gitlabInclude(): string {
  return `${GITLAB_HEAD}
${GITLAB_BASE}
${GITLAB_GATE}`
}

/** What the owner of an existing pipeline adds to it. */
export function gitlabAdditions(testCommand: string | null): string {
  return `Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${gitlabMeasured(testCommand)}
`
}

function gitlabMeasured(testCommand: string | null): string {
  const command = testCommand ?? PLACEHOLDER.replaceAll('"', '')
  return `node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(command)}`
}

/** Forgejo and Gitea: a job that carries the step; the jobs share one comment. */
export function forgejoWorkflow(testCommand: string | null, defaultBranch: string): string {
  return `# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
name: Carbon
${triggers(defaultBranch)}jobs:
  test:
    runs-on: docker
    # The image needs git, Node 20 or newer and what your build needs.
    container:
      image: node:24-bookworm
    steps:
      - uses: https://github.com/carbon-gate/carbon-gate@v1
        with:
          github-token: \${{ github.token }}
      - uses: actions/checkout@v4
      - run: ${JSON.stringify(testCommand ?? PLACEHOLDER)}
`
}
