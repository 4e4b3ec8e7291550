import { describe, expect, it } from 'vitest'
import {
  type ConfigRead,
  fileOf,
  findSecondSpelling,
  readConfigAt,
  readProposedConfig,
} from '../../../src/app/policy/config-read.ts'
import { AT, type Shop, shop } from '../../github/shop.ts'

const YML = '.github/carbon-gate.yml'
const YAML = '.github/carbon-gate.yaml'

type Commit = typeof AT & { readonly ref: string }

/** A repository whose base has these files, and whose pull request has others. */
async function proposalOf(
  files: Record<string, string>,
  changed: Record<string, string | null> = {},
): Promise<{ here: Shop; base: Commit; head: Commit }> {
  const here = await shop({ files: { '.github/a.txt': 'a', ...files } })
  if (Object.keys(changed).length > 0) here.repository.push(here.pull, changed)
  const at = (ref: string): Commit => ({ ...AT, ref })
  return { here, base: at(here.pull.baseSha), head: at(here.pull.headSha) }
}

const linesOf = (read: ConfigRead): string[] | undefined => fileOf(read)?.budgets.map(({ line }) => line)

describe.concurrent('a config file of a commit', () => {
  it('cannot be read without a token', async () => {
    const read = await readConfigAt(null, { ...AT, ref: 'main' }, YML)
    const failure = { kind: 'unreachable', text: `cannot read ${YML}: no token`, status: null }
    expect([read, fileOf(read)]).toEqual([{ state: 'unreadable', failure }, null])
  })

  it('is absent where the commit has none', async () => {
    const { here, base } = await proposalOf({})
    expect(await readConfigAt(await here.client(), base, YML)).toMatchObject({ state: 'none' })
  })

  it.each([YML, YAML])('has one of two spellings: %s', async (name) => {
    const { here, base } = await proposalOf({ [name]: 'budgets: [5 g]' })
    const read = await readConfigAt(await here.client(), base, YML)
    expect([read.state, fileOf(read)?.path, linesOf(read)]).toEqual(['file', name, ['5 g']])
  })

  it('is unreadable where its folder lists it and it is not shown', async () => {
    const { here, base } = await proposalOf({ [YML]: 'budgets: [5 g]' })
    const client = await here.client()
    here.fake.failNext({ path: /carbon-gate\.yml/, fault: 404, times: 2 })
    expect(await readConfigAt(client, base, YML)).toMatchObject({ state: 'unreadable', failure: { status: 404 } })
    // The start of the job saw none, because it asked a server that lagged behind.
    const known = [{ repository: 'octo/shop', path: YML, ref: base.ref, text: null }]
    expect(linesOf(await readConfigAt({ ...client, known }, base, YML))).toEqual(['5 g'])
  })

  it.each([
    [
      'both are there',
      { [YML]: 'budgets: [5 g]', [YAML]: 'budgets: [50 g]' },
      `both ${YML} and ${YAML} exist: keep one of them`,
    ],
    ['one is there', { [YML]: 'budgets: [5 g]' }, undefined],
  ])('cannot have both spellings: %s', async (_case, files, error) => {
    const { here, base } = await proposalOf(files)
    expect((await findSecondSpelling(await here.client(), base, YML))?.error.message).toBe(error)
    expect((await findSecondSpelling(await here.client(), base, YAML))?.error.message).toBe(error)
    expect(await findSecondSpelling(await here.client(), base, '.github/a.txt')).toBeNull()
  })

  it('is invalid under its second spelling as well', async () => {
    const { here, base } = await proposalOf({ [YAML]: 'budgets: [5 ug]' })
    expect((await readConfigAt(await here.client(), base, YML)).state).toBe('invalid')
  })
})

describe.concurrent('a folder that cannot be listed', () => {
  const FOLDER = /contents\/\.github(?:\?|$)/

  it('leaves a file that was not found unreadable, because it may have its other name', async () => {
    const { here, base } = await proposalOf({ [YAML]: 'budgets: [5 g]' })
    here.fake.failNext({ path: FOLDER, fault: 403, times: Infinity })
    const read = await readConfigAt(await here.client(), base, YML)
    expect(read).toMatchObject({ state: 'unreadable', failure: { kind: 'forbidden' } })
  })

  it('leaves the file of a proposal unreadable, and names the folder', async () => {
    const { here, base, head } = await proposalOf({ [YML]: 'budgets: [5 g]' }, { [YML]: 'budgets: [3 g]' })
    const client = await here.client()
    const own = await readConfigAt(client, base, YML)
    here.fake.failNext({ path: FOLDER, fault: 403, times: Infinity })
    const { read } = await readProposedConfig(client, head, YML, own)
    expect(read).toMatchObject({ state: 'unreadable', failure: { kind: 'forbidden' } })
    expect(client.server.allowsOptional).toBe(true)
    expect(await findSecondSpelling(client, base, YML)).toBeNull()
  })

  it('that does not answer is named', async () => {
    const { here, base, head } = await proposalOf({ [YML]: 'budgets: [5 g]' }, { [YML]: 'budgets: [3 g]' })
    const client = await here.client({ ms: 1_000 })
    const own = await readConfigAt(client, base, YML)
    here.fake.failNext({ path: FOLDER, fault: 'hang', times: Infinity })
    const { read } = await readProposedConfig(client, head, YML, own)
    const text = `cannot list the folder of ${YML}: no answer in time`
    expect(read).toEqual({ state: 'unreadable', failure: { kind: 'timed-out', text, status: null } })
    expect(client.server.allowsOptional).toBe(false)
  })
})

describe.concurrent('the config file of a proposal', () => {
  it.each([
    ['the same', {}, ['5 g']],
    ['changed', { [YML]: 'budgets: [3 g]' }, ['3 g']],
    ['removed', { [YML]: null, 'b.txt': 'b' }, undefined],
    ['renamed', { [YML]: null, [YAML]: 'budgets: [3 g]' }, ['3 g']],
  ])('is read at its head: %s', async (_case, changed, lines) => {
    const { here, base, head } = await proposalOf({ [YML]: 'budgets: [5 g]' }, changed)
    const client = await here.client()
    const { read, isSame } = await readProposedConfig(client, head, YML, await readConfigAt(client, base, YML))
    expect([linesOf(read), isSame]).toEqual([lines, Object.keys(changed).length === 0])
  })

  it('is not read again if it equals that of the base', async () => {
    const { here, base, head } = await proposalOf({ [YML]: 'budgets: [5 g]' }, { 'b.txt': 'b' })
    const client = await here.client()
    const read = await readConfigAt(client, base, YML)
    expect((await readProposedConfig(client, head, YML, read)).read).toBe(read)
  })

  it('cannot have both spellings', async () => {
    const { here, base, head } = await proposalOf({ [YML]: 'budgets: [5 g]' }, { [YAML]: 'budgets: [50 g]' })
    const client = await here.client()
    const { read } = await readProposedConfig(client, head, YML, await readConfigAt(client, base, YML))
    expect(read.state).toBe('invalid')
  })

  it.each(['.github/carbon_gate.yml', '.github/carbon-gate'])('is invalid under the name %s', async (name) => {
    const { here, base, head } = await proposalOf(
      { [YML]: 'budgets: [5 g]' },
      { [YML]: null, [name]: 'budgets: [5 g]' },
    )
    const client = await here.client()
    const { read } = await readProposedConfig(client, head, YML, await readConfigAt(client, base, YML))
    expect(read).toMatchObject({ state: 'invalid', error: { message: expect.stringContaining(`${name} is not read`) } })
  })

  it('is read under its own name if the base has no file', async () => {
    const { here, head } = await proposalOf({ [YML]: 'budgets: [5 g]' })
    const unknown: ConfigRead = { state: 'none' }
    expect(linesOf((await readProposedConfig(await here.client(), head, YML, unknown)).read)).toEqual(['5 g'])
  })
})
