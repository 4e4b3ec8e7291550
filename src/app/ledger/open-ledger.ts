import { ConfigurationError } from '../../core/errors.ts'
import { PostgresStore } from '../../ledger/postgres/postgres-store.ts'
import { GitStore, type GitStoreOptions } from '../../ledger/git/git-store.ts'
import type { LedgerStore } from '../../ledger/store.ts'
import { parseWhere } from '../../ledger/where.ts'
import { URL_VARIABLE } from './default-ledger.ts'

/** What a ledger is opened with. */
export type LedgerAccess = Omit<GitStoreOptions, 'clock'>

/**
 * Opens the ledger at WHERE, or at the address in CARBON_GATE_LEDGER_URL. Nothing is read yet.
 * @throws ConfigurationError
 */
export function openLedger(where: string | undefined, access: LedgerAccess): LedgerStore {
  const place = parseWhere(where ?? addressWithoutPassword(access.env))
  return place.kind === 'git' ? new GitStore(place, access) : new PostgresStore(place, access)
}

function addressWithoutPassword(env: NodeJS.ProcessEnv): string {
  const address = env[URL_VARIABLE]?.trim()
  if (!address) {
    throw new ConfigurationError(
      `no ledger is set: name a branch, a ref, a repository or a database with --ledger, set ledger in the config file, or set ${URL_VARIABLE}`,
    )
  }
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/@:]*):[^/@]*@/i, (_, scheme: string, user: string) =>
    /^https?:/i.test(scheme) ? scheme : `${scheme}${user}@`,
  )
}
