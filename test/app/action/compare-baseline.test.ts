import { expect, it } from 'vitest'
import { compareWithBaseline } from '../../../src/app/action/compare-baseline.ts'
import type { ModeResult } from '../../../src/app/action/context.ts'
import { DEFAULTS } from '../../../src/app/settings/table.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { unjudged } from '../../../src/core/unjudged.ts'
import { shop } from '../../github/shop.ts'

it.each([
  ['+10 % vs main', 'warning'],
  ['5 g', 'info'],
])('names the permission that a baseline lacks, with a budget of %s as %s', async (line, level) => {
  const here = await shop({ private: true })
  const client = await here.client({ token: { permissions: { contents: 'read' }, repositories: [here.repository] } })
  const event = { name: 'push', repository: { owner: 'octo', repo: 'shop' }, pullRequest: null }
  const compared = await compareWithBaseline({
    context: { client, event, env: { GITHUB_REF: 'refs/heads/main' }, job: { job: 'test', workflowFile: 'ci.yml' } },
    policy: { budgets: [{ budget: parseBudget(line), source: 'file' }], settings: DEFAULTS },
    draft: unjudged({ kind: 'job', name: 'test' }),
    judging: { doubt: null, ownScopes: ['job'] },
    kind: 'job',
  } as unknown as ModeResult)
  expect(compared.judging.isBaselineRead).toBe(false)
  expect(compared.draft.notes).toMatchObject([
    { code: 'baseline-unknown', level, text: expect.stringContaining('actions: read') as string },
  ])
})
