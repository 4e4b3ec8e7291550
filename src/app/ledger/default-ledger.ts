import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { eventTraits } from '../../github/events.ts'
import { detectCi } from '../forge/ci.ts'
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
 * choose neither what is written nor where credentials of the environment are sent. A `workflow_run` counts as a proposal, because its
 * environment does not say what the earlier run was about.
 */
export function refuseProposedLedger({ path = UNNAMED_FILE }: ConfigFile, env: Environment): string | null {
  const isPullRequest = (detectCi(env)?.pullRequest ?? null) !== null
  if (!isPullRequest && eventTraits(env['GITHUB_EVENT_NAME'] ?? '').proposes === null) return null
  return `ledger of ${printable(path)} is not used in the build of a proposed change: name it with --ledger`
}
