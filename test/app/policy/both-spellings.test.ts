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

/** Workspaces that differ from the commit: not checked out, one spelling deleted by a step, both there. */
const WORKSPACES: Readonly<Record<string, Files>> = {
  empty: {},
  'without .yml': { [YAML]: STRICT },
  'without .yaml': { [YML]: LAX },
  complete: BOTH,
}

async function read(here: Shop, event: GitHubEvent, workspace: Files = {}): Promise<Policy> {
  const readLocal = (path: string): string | null => workspace[path] ?? null
  return readPolicy({ given: {}, event, client: await here.client(), readLocal })
}

describe.concurrent('both spellings of the config file', () => {
  it.each(Object.entries(WORKSPACES))('of a pushed commit are an error: workspace %s', async (_name, workspace) => {
    const here = await shop({ files: BOTH })
    const event = { ...eventOf('pull_request', here), name: 'push', sha: here.pull.baseSha, pullRequest: null }
    await expect(read(here, event, workspace)).rejects.toThrow(ERROR)
  })

  it.each(PROPOSING_EVENTS.flatMap((name) => Object.keys(WORKSPACES).map((workspace) => [name, workspace] as const)))(
    'at the base leave no budget on %s: workspace %s',
    async (name, workspace) => {
      const here = await shop({ files: BOTH })
      here.repository.push(here.pull, { [YML]: null })
      const policy = await read(here, eventOf(name, here), WORKSPACES[workspace])
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

  it.each(PROPOSING_EVENTS)('may be exchanged by a proposal on %s, whose line that tightens counts', async (name) => {
    const here = await shop({ files: { [YML]: STRICT } })
    here.repository.push(here.pull, { [YML]: null, [YAML]: 'budgets: [3 g]' })
    const policy = await read(here, eventOf(name, here))
    expect([policy.trusted, policy.budgets.map(({ budget }) => budget.line)]).toEqual([true, ['5 g', '3 g']])
  })

  it.each(PROPOSING_EVENTS)('are seen within the requests of one job on %s', async (name) => {
    const here = await shop({ files: BOTH })
    const client = await here.client()
    client.server.limitRequests(6)
    const policy = (): Promise<Policy> =>
      readPolicy({ given: {}, event: eventOf(name, here), client, readLocal: () => null })
    // What the proposal does not change, it has as well.
    await expect(policy()).rejects.toThrow(ERROR)
    here.repository.push(here.pull, { [YML]: null })
    expect(await policy()).toMatchObject({ trusted: false, doubt: 'base-invalid' })
  })

  it('are one file where the list of the folder does not come in time', { timeout: 15_000 }, async () => {
    const here = await shop({ files: { [YML]: STRICT } })
    here.fake.failNext({ path: /contents\/\.github(?:\?|$)/, fault: 'hang', times: Infinity })
    const started = performance.now()
    const policy = await read(here, eventOf('pull_request', here))
    expect([policy.trusted, policy.budgets.map(({ budget }) => budget.line)]).toEqual([true, ['5 g']])
    // One list is waited for, and not a second one.
    expect(performance.now() - started).toBeLessThan(5_500)
  })

  it.each(['', 'a token and no commit'])('of a workspace are an error without the API %s', async (token) => {
    const here = await shop({ files: BOTH })
    const client = token === '' ? null : await here.client()
    const readLocal = (path: string): string | null => BOTH[path] ?? null
    await expect(readPolicy({ given: {}, event: null, client, readLocal })).rejects.toThrow(ERROR)
  })
})
