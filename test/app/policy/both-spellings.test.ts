import { describe, expect, it } from 'vitest'
import { type Policy, readPolicy } from '../../../src/app/policy/policy.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { type Shop, shop } from '../../github/shop.ts'
import { PROPOSING_EVENTS, eventOf } from './proposal-event.ts'

const YML = '.github/carbon-gate.yml'
const YAML = '.github/carbon-gate.yaml'
const STRICT = 'budgets: [5 g]\n'
const LAX = 'budgets: [50 kg]\nenforce: false\n'
const ERROR = `both ${YML} and ${YAML} exist: keep one of them`

type Files = Readonly<Record<string, string>>

const BOTH: Files = { [YML]: LAX, [YAML]: STRICT }

/** Files of the workspace: none, one spelling because a step deleted the other, or both as in the commit. */
const WORKSPACES: Readonly<Record<string, Files>> = {
  empty: {},
  'without .yml': { [YAML]: STRICT },
  'without .yaml': { [YML]: LAX },
  complete: BOTH,
}

async function read(here: Shop, event: GitHubEvent, workspace: Files = {}): Promise<Policy> {
  const readLocal = (path: string): string | null => workspace[path] ?? null
  const policy = await readPolicy({ given: {}, event, client: await here.client(), readLocal })
  return (await policy.confirm?.()) ?? policy
}

/** What a proposal may do to a base that has both spellings. */
const DELETIONS: readonly Readonly<Record<string, string | null>>[] = [
  { [YML]: null },
  { [YAML]: null },
  { [YML]: null, [YAML]: null },
  { [YML]: STRICT, [YAML]: null },
]

describe.concurrent('both spellings of the config file', () => {
  it.each(Object.entries(WORKSPACES))('of a pushed commit are an error: workspace %s', async (_name, workspace) => {
    const here = await shop({ files: BOTH })
    const event = { ...eventOf('pull_request', here), name: 'push', sha: here.pull.baseSha, pullRequest: null }
    await expect(read(here, event, workspace)).rejects.toThrow(ERROR)
  })

  it.each(PROPOSING_EVENTS.flatMap((name) => DELETIONS.map((deleted) => [name, deleted] as const)))(
    'at the base leave no budget on %s, where the proposal deletes %j',
    async (name, deleted) => {
      const here = await shop({ files: BOTH })
      here.repository.push(here.pull, deleted)
      const policy = await read(here, eventOf(name, here), { [YAML]: STRICT })
      expect([policy.trusted, policy.doubt, policy.settings.enforce]).toEqual([false, 'base-invalid', true])
      expect(policy.notes.map(({ text }) => text).join(' ')).toContain(ERROR)
    },
  )

  it.each(PROPOSING_EVENTS.flatMap((name) => [YML, YAML].map((own) => [name, own] as const)))(
    'of a proposal are its own error on %s, where the base has %s',
    async (name, own) => {
      const here = await shop({ files: { [own]: STRICT } })
      here.repository.push(here.pull, { [own === YML ? YAML : YML]: LAX })
      await expect(read(here, eventOf(name, here))).rejects.toThrow(new ConfigurationError(ERROR))
    },
  )

  it.each(PROPOSING_EVENTS)(
    'are no error when a proposal on %s renames the file, and its stricter line counts',
    async (name) => {
      const here = await shop({ files: { [YML]: STRICT } })
      here.repository.push(here.pull, { [YML]: null, [YAML]: 'budgets: [3 g]' })
      const policy = await read(here, eventOf(name, here))
      expect([policy.trusted, policy.budgets.map(({ budget }) => budget.line)]).toEqual([true, ['5 g', '3 g']])
    },
  )

  it.each(PROPOSING_EVENTS)('are an error of a proposal on %s that changes neither', async (name) => {
    const here = await shop({ files: BOTH })
    await expect(read(here, eventOf(name, here))).rejects.toThrow(ERROR)
  })

  it(
    'are not looked for when the list of the folder times out: the file that was read decides',
    { timeout: 15_000 },
    async () => {
      const here = await shop({ files: { [YML]: STRICT } })
      here.fake.failNext({ path: /contents\/\.github(?:\?|$)/, fault: 'hang', times: Infinity })
      const started = performance.now()
      const policy = await read(here, eventOf('pull_request', here))
      expect([policy.trusted, policy.budgets.map(({ budget }) => budget.line)]).toEqual([true, ['5 g']])
      // Waits for one list only.
      expect(performance.now() - started).toBeLessThan(5_500)
    },
  )

  it.each(['no token', 'a token and no commit'])('of a workspace are an error where there is %s', async (access) => {
    const here = await shop({ files: BOTH })
    const client = access === 'no token' ? null : await here.client()
    const readLocal = (path: string): string | null => BOTH[path] ?? null
    await expect(readPolicy({ given: {}, event: null, client, readLocal })).rejects.toThrow(ERROR)
  })
})
