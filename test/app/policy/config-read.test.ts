import { describe, expect, it } from 'vitest'
import {
  type ConfigRead,
  fileOf,
  readConfigAt,
  readOwnConfigAt,
  readProposedConfig,
} from '../../../src/app/policy/config-read.ts'
import { AT, type Shop, shop } from '../../github/shop.ts'

const YML = '.github/carbon-gate.yml'
const YAML = '.github/carbon-gate.yaml'

/** A repository with these files, and the commit that has them. */
async function commitWith(
  files: Record<string, string>,
  rateLimit: number = 1_000,
): Promise<{ here: Shop; commit: typeof AT & { ref: string } }> {
  const here = await shop({ files: { 'a.txt': 'a', ...files }, rateLimit })
  return { here, commit: { ...AT, ref: here.pull.baseSha } }
}

const linesOf = (read: ConfigRead): string[] | undefined => fileOf(read)?.budgets.map(({ line }) => line)

describe.concurrent('a config file of a commit', () => {
  it('cannot be read without a token', async () => {
    expect(await readConfigAt(null, { ...AT, ref: 'main' }, YML)).toEqual({
      state: 'unreadable',
      failure: { kind: 'unreachable', text: `cannot read ${YML}: no token`, status: null },
    })
  })

  it('is absent where the commit has none, and then it has no content', async () => {
    const { here, commit } = await commitWith({})
    const read = await readOwnConfigAt(await here.client(), commit, YML)
    expect([read, fileOf(read)]).toEqual([{ state: 'none' }, null])
  })

  it.each([YML, YAML])('has one of two spellings: %s', async (name) => {
    const { here, commit } = await commitWith({ [name]: 'budgets: [5 g]' })
    const read = await readOwnConfigAt(await here.client(), commit, YML)
    expect([read.state, fileOf(read)?.path, linesOf(read)]).toEqual(['file', name, ['5 g']])
  })

  it.each([
    ['is refused', 1_000, undefined],
    ['is not looked for when little is left of the allowance', 100, ['5 g']],
  ])('under its second spelling as well %s', async (_case, rateLimit, lines) => {
    const { here, commit } = await commitWith({ [YML]: 'budgets: [5 g]', [YAML]: 'budgets: [50 g]' }, rateLimit)
    expect(linesOf(await readOwnConfigAt(await here.client(), commit, YML))).toEqual(lines)
  })

  it('of a proposal needs a client and a commit', async () => {
    const { here, commit } = await commitWith({ [YML]: 'budgets: [5 g]' })
    const client = await here.client()
    expect(linesOf(await readProposedConfig(client, commit, YML))).toEqual(['5 g'])
    expect(await readProposedConfig(null, commit, YML)).toEqual({ state: 'none' })
    expect(await readProposedConfig(client, null, YML)).toEqual({ state: 'none' })
  })
})
