import { describe, expect, it } from 'vitest'
import { type BaseConfig, readBaseConfig } from '../../../src/app/policy/base-config.ts'
import { fileOf } from '../../../src/app/policy/config-read.ts'
import { readSettings } from '../../../src/app/settings/table.ts'
import { AT, shop } from '../../github/shop.ts'
import { eventOf } from './proposal-event.ts'

const USUAL = '.github/carbon-gate.yml'
const WORKFLOW = '.github/workflows/ci.yml'
const place = { workflowPath: WORKFLOW, job: 'test', action: null }

/** A workflow whose step names a config file. */
const naming = (config: string): string =>
  `jobs:\n  test:\n    steps:\n      - uses: carbon-gate/carbon-gate@v1\n        with: {config: ${config}}\n`

interface Base {
  readonly files: Record<string, string>
  /** The input `config` of the proposal. */
  readonly config?: string
  readonly event?: 'pull_request' | 'pull_request_target'
}

async function readBase({ files, config, event = 'pull_request' }: Base): Promise<BaseConfig> {
  const here = await shop({ files: { '.github/a.txt': 'a', ...files } })
  const sources = {
    given: readSettings(config === undefined ? {} : { config }),
    event: eventOf(event, here),
    client: await here.client(),
    place,
    readLocal: () => null,
  }
  return readBaseConfig(sources, { ...AT, ref: here.pull.baseSha })
}

describe.concurrent('the file that decides over a proposal', () => {
  it.each([
    ['the usual one', { files: { [USUAL]: 'budgets: [5 g]' } }, USUAL, ['5 g']],
    [
      'the one that the workflow at the base names',
      { files: { [USUAL]: 'budgets: [5 g]', [WORKFLOW]: naming('a.yml'), 'a.yml': 'budgets: [1 g]' } },
      'a.yml',
      ['1 g'],
    ],
    [
      'the usual one where the workflow at the base names a file that it does not have',
      { files: { [USUAL]: 'budgets: [5 g]', [WORKFLOW]: naming('a.yml') } },
      USUAL,
      ['5 g'],
    ],
    [
      'the one that the input names where the base has no usual one',
      { files: { 'b.yml': 'budgets: [2 g]' }, config: 'b.yml' },
      'b.yml',
      ['2 g'],
    ],
    [
      'the usual one, whatever the input names',
      { files: { [USUAL]: 'budgets: [5 g]', 'b.yml': 'budgets: [2 kg]' }, config: 'b.yml' },
      USUAL,
      ['5 g'],
    ],
    ['none where the base has none', { files: {} }, USUAL, undefined],
  ] as const)('is %s', async (_case, base, path, lines) => {
    const { read, path: decides } = await readBase(base)
    expect([decides, fileOf(read)?.budgets.map(({ line }) => line)]).toEqual([path, lines])
  })

  /** A workflow without the job, of which two others name files. */
  const OTHERS =
    'jobs:\n  a: {steps: [{uses: carbon-gate/carbon-gate@v1, with: {config: a.yml}}]}\n  b: {steps: [{uses: carbon-gate/carbon-gate@v1, with: {config: b.yml}}]}\n'

  it.each([
    ['b.yml', 'b.yml'],
    ['lax.yml', 'a.yml'],
    [undefined, 'a.yml'],
  ])('is one that other jobs name where the base does not have the job, with a note: %s', async (config, decides) => {
    const lines = { 'a.yml': 'budgets: [1 g]', 'b.yml': 'budgets: [2 g]', 'lax.yml': 'budgets: [2 kg]' }
    const base = { files: { ...lines, [WORKFLOW]: OTHERS }, ...(config !== undefined && { config }) }
    const { path, notes } = await readBase(base)
    expect(path).toBe(decides)
    expect(notes).toMatchObject([
      {
        code: 'unprotected-input',
        text: expect.stringContaining(`chose the config file ${decides}, because the steps of the base name several`),
      },
    ])
  })

  it('is noted where only the proposal names it', async () => {
    const noted = async (base: Base): Promise<number> => (await readBase(base)).notes.length
    const files = { 'empty.yml': '', 'a.yml': 'budgets: [1 g]' }
    expect(await noted({ files, config: 'empty.yml' })).toBe(1)
    expect(await noted({ files, config: 'new.yml' })).toBe(0)
    expect(await noted({ files: { ...files, [WORKFLOW]: naming('a.yml') }, config: 'a.yml' })).toBe(0)
    expect(await noted({ files: { ...files, [USUAL]: 'budgets: [5 g]' }, config: 'empty.yml' })).toBe(0)
  })

  it('is the one that the input names where the base wrote the workflow', async () => {
    const files = { [USUAL]: 'budgets: [5 g]', [WORKFLOW]: naming('a.yml'), 'b.yml': 'budgets: [2 g]' }
    const { read, path, inputs } = await readBase({ files, config: 'b.yml', event: 'pull_request_target' })
    expect([path, inputs, fileOf(read)?.budgets.map(({ line }) => line)]).toEqual(['b.yml', null, ['2 g']])
  })
})
