import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import type { Environment } from '../forge/ci-table.ts'
import type { ConfigFile } from '../settings/empty-config.ts'

/** Variable with the whole address of a ledger, password included. */
export const URL_VARIABLE = 'CARBON_GATE_LEDGER_URL'

/** How messages call a config file whose path is unknown. */
const UNNAMED_FILE = 'the config file'

/** The ledger of a command that names none. */
interface DefaultLedger {
  /** Undefined: the address in the variable. */
  readonly where: string | undefined
  /** The variable or file that names it. */
  readonly source: string
}

/**
 * The ledger of CARBON_GATE_LEDGER_URL, else of the config file; null if neither names one.
 * @throws ConfigurationError where the file belongs to a proposed change
 */
export function defaultLedger(file: ConfigFile | null, env: Environment): DefaultLedger | null {
  if (env[URL_VARIABLE]?.trim()) return { where: undefined, source: URL_VARIABLE }
  const where = file?.values.ledger
  if (!file || where === undefined) return null
  const refusal = refuseProposedLedger(file, env)
  if (refusal !== null) throw new ConfigurationError(refusal)
  return { where, source: file.path ?? UNNAMED_FILE }
}

/**
 * Why the config file may not name the ledger; null: it may. In the build of a pull request the file is that of the proposal: it must
 * choose neither what is written nor where credentials of the environment are sent.
 */
export function refuseProposedLedger({ path = UNNAMED_FILE }: ConfigFile, env: Environment): string | null {
  if (!mayBeProposal(env)) return null
  return `ledger of ${printable(path)} is not used in the build of a proposed change: name it with --ledger`
}

/**
 * GitHub's events that build what is in the repository already. Others may build a proposal, whatever they are named: a job of
 * `issue_comment` often checks out the pull request, and that of `workflow_run` does not say what the earlier run was about.
 */
const OWN_EVENTS: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
])

/** Variables that CI systems set in the build of a proposed change, each with a name of its own. */
const PROPOSAL_VARIABLE =
  /pull_?request|merge_?request|pull_?number|(?:^|_)PR(?:_|$)|^ghprb|^GERRIT_CHANGE|^CHANGE_ID$|^(?:GITHUB_HEAD|GITHUB_BASE)_REF$/i

/** Values that say the opposite, and a trigger or ref that is that of a proposal. */
const NO_PROPOSAL = /^(?:|false|0|null|none)$/i
const PROPOSED_REF = /^pr\/|^refs\/(?:pull|changes|merge-requests)\/|(?:^|\/)gh-readonly-queue\/|^PullRequest$/
const REF_VARIABLES = [
  'CODEBUILD_WEBHOOK_TRIGGER',
  'BUILD_REASON',
  'BUILD_SOURCEBRANCH',
  'GITHUB_REF',
  'CI_COMMIT_REF_NAME',
]

function mayBeProposal(env: Environment): boolean {
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  if (event !== '' && !OWN_EVENTS.has(event)) return true
  if (REF_VARIABLES.some((name) => PROPOSED_REF.test(env[name] ?? ''))) return true
  return Object.keys(env).some((name) => PROPOSAL_VARIABLE.test(name) && !NO_PROPOSAL.test(env[name]?.trim() ?? ''))
}
