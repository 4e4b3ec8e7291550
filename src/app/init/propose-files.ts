import { additionsTo, collector, firstStage, secondStage } from './github-files.ts'
import {
  type ConfigContent,
  configFile,
  forgejoWorkflow,
  gitlabAdditions,
  gitlabInclude,
  gitlabPipeline,
} from './other-files.ts'
import { CONFIG_FILES } from '../settings/config-names.ts'
import { GITLAB_PIPELINE, findTestCommand, findWorkflows, hasOwnPipeline } from './project.ts'
import type { ProposedFile } from './write-files.ts'

/** Files for a repository, and what is left to its owner. */
export interface Proposal {
  readonly files: readonly ProposedFile[]
  /** Instructions for what to add by hand; empty if there are none. */
  readonly byHand: string
}

/** Names of workflows that `init` wrote itself: the second stage does not follow its own kind. */
const OWN_FILES = /\/carbon(?:-comment|-ledger)?\.ya?ml$/

/** Chooses the files for a repository's forge, and for what it has. */
export function proposeFiles(root: string, config: ConfigContent): Proposal {
  const { forge } = config
  const configuration = { file: CONFIG_FILES[0], text: configFile(config) }
  const test = findTestCommand(root)
  if (forge === 'gitlab') {
    const hasPipeline = hasOwnPipeline(root)
    const pipeline = hasPipeline
      ? { file: '.gitlab/carbon-gate.yml', text: gitlabInclude() }
      : { file: GITLAB_PIPELINE, text: gitlabPipeline(test) }
    return { files: [pipeline, configuration], byHand: hasPipeline ? gitlabAdditions(test) : '' }
  }
  if (forge !== 'github') {
    const workflow = { file: `.${forge}/workflows/carbon.yml`, text: forgejoWorkflow(test, config.defaultBranch) }
    return { files: [workflow, configuration], byHand: '' }
  }
  const existing = findWorkflows(root).filter(({ file }) => !OWN_FILES.test(file))
  const onPullRequests = existing.filter(({ isStartedByPullRequest }) => isStartedByPullRequest)
  const workflows: ProposedFile[] = []
  if (existing.length === 0) {
    workflows.push({ file: `${WORKFLOWS}/carbon.yml`, text: firstStage(test, config.defaultBranch) })
  }
  if (existing.length === 0 || onPullRequests.length > 0) {
    const names = existing.length === 0 ? ['Carbon'] : onPullRequests.map(({ name }) => name)
    const commentsOn = onPullRequests.every(({ hasGate }) => hasGate) ? 'forks and Dependabot' : 'every pull request'
    workflows.push({ file: `${WORKFLOWS}/carbon-comment.yml`, text: secondStage(names, commentsOn) })
  }
  if (config.ledger !== null) {
    workflows.push({ file: `${WORKFLOWS}/carbon-ledger.yml`, text: collector(config.ledger) })
  }
  return {
    files: [...workflows, configuration],
    byHand: additionsTo(onPullRequests.length > 0 ? onPullRequests : existing),
  }
}

const WORKFLOWS = '.github/workflows'
