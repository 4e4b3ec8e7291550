import { type Note, note } from '../../core/notes.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { type ConfigFile, EMPTY_CONFIG } from '../settings/empty-config.ts'
import { type Resolved, resolve } from '../settings/resolve.ts'
import { shown } from './changes.ts'
import { runsProposedWorkflow } from './commits.ts'
import { trustedInputs } from './trusted-inputs.ts'
import { NO_ORGANISATION, readOrganisation } from './organisation.ts'
import { type PolicyDoubt, type PolicyFiles, readPolicyFiles } from './policy-files.ts'
import type { PolicySources } from './policy-sources.ts'

/** What a job is judged by. */
export interface Policy extends Resolved {
  /** The file that decides: also for runner classes and columns of logs. */
  readonly file: ConfigFile
  /** Null if every budget is known. Otherwise the verdict is never a pass. */
  readonly doubt: PolicyDoubt | null
  readonly trusted: boolean
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
  /**
   * Looks for a second spelling of the config file at the base, which makes it invalid. A job that fails needs the request for other
   * things, so it is sent only where the build would succeed. Returns the policy that applies instead, or null. Null where there is
   * nothing to look for.
   */
  readonly confirm: (() => Promise<Policy | null>) | null
}

/**
 * Reads what a job is judged by: the base's file over a proposal, otherwise the commit's own, and the organisation's floors.
 * @throws ConfigurationError when the commit's own file cannot be understood
 */
export async function readPolicy(sources: PolicySources): Promise<Policy> {
  return policyOf(sources, await readPolicyFiles(sources))
}

async function policyOf(sources: PolicySources, files: PolicyFiles): Promise<Policy> {
  const ruling = files.base ?? files.file ?? EMPTY_CONFIG
  const own = resolve({ given: sources.given, file: files.file, base: files.base })
  const organisation = ruling.extends
    ? await readOrganisation(sources.client, ruling.extends, own.budgets.length > 0)
    : NO_ORGANISATION
  const trusted = inputsOf(sources, files, { ...organisation.file?.values, ...files.base?.values })
  const resolved = resolve({
    given: trusted.given,
    file: files.file,
    base: files.base,
    organisation: organisation.file,
  })
  const { findSecond } = files
  const doubt = files.doubt ?? (organisation.trusted ? null : 'organisation-unreadable')
  return {
    ...resolved,
    file: ruling,
    doubt,
    trusted: doubt === null,
    notes: [
      ...files.notes,
      ...trusted.notes,
      ...organisation.notes,
      ...floorNotes(resolve({ given: trusted.given, file: files.file, base: files.base }), resolved),
      ...resolved.notes,
    ],
    failures: [...files.failures, ...organisation.failures],
    confirm:
      findSecond &&
      (async () => {
        const other = await findSecond()
        return other && policyOf(sources, other)
      }),
  }
}

/** Inputs that count. Those of a workflow that the proposal did not write are trusted as they are. */
function inputsOf(
  { given, event }: PolicySources,
  { base, inputs }: PolicyFiles,
  set: ConfigFile['values'],
): ReturnType<typeof trustedInputs> {
  if (!runsProposedWorkflow(event)) return { given, notes: [] }
  return trustedInputs(given, set, inputs, base?.protect ?? false)
}

/** Lists the settings where the organisation overrules what the repository set. */
function floorNotes(without: Resolved, { settings }: Resolved): Note[] {
  return Object.keys(settings).flatMap((name) => {
    const [now, before] = [settings, without.settings].map((each) => shown(each[name as keyof typeof each]))
    if (now === before) return []
    const text = `The organisation sets ${name} to ${now}; the repository's ${before} does not apply.`
    return [note('organisation-floor', text)]
  })
}
