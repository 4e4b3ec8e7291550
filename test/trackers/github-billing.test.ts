import { expect, test } from 'vitest'
import { githubBilling } from '../../src/trackers/github-billing.ts'
import { readText } from './log-text.ts'

const totals = (records: readonly { name: string; itWh: number | null }[]): unknown =>
  records.map(({ name, itWh }) => [name, itWh])

const item = (fields: object): object => ({
  date: '2026-03-02',
  product: 'Actions',
  unitType: 'minutes',
  quantity: 60,
  organizationName: 'example',
  repositoryName: 'a',
  ...fields,
})

const read = (...usageItems: unknown[]) => readText(githubBilling, JSON.stringify({ usageItems }))

test('both spellings of a SKU and of a repository are one, with a range', async () => {
  const { records, refusals } = await read(
    item({ sku: 'Actions Linux' }),
    item({ sku: 'actions_linux', unitType: 'Minutes', repositoryName: 'example/a' }),
  )
  expect(refusals).toEqual([])
  expect(records.map(({ name, method }) => [name, method])).toEqual([['example/a', 'estimated']])
  const [one] = (await read(item({ sku: 'actions_linux' }))).records
  expect(records[0]?.itWh).toBeCloseTo(2 * (one?.itWh ?? 0), 9)
  expect(one?.rangeWh?.low).toBeLessThan(one?.itWh ?? 0)
  expect(one?.rangeWh?.high).toBeGreaterThan((one?.itWh ?? 0) * 2)
})

test('larger runners use more than standard ones; storage and other products use none', async () => {
  const wh = async (...items: object[]): Promise<number> =>
    (await read(...items)).records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0)
  const standard = await wh(item({ sku: 'actions_linux' }))
  expect(await wh(item({ sku: 'Actions Linux 16-core' }))).toBeCloseTo(8 * standard, 6)
  expect(
    await wh(
      item({ sku: 'actions_linux' }),
      item({ sku: 'actions_storage', unitType: 'GigabyteHours' }),
      item({ product: 'Copilot', unitType: 'requests' }),
    ),
  ).toBeCloseTo(standard, 9)
})

test.each(['actions_self_hosted_linux', 'actions_linux_a100_24_core_gpu', 'actions_unknown', ''])(
  'minutes of %j are missing energy and refuse their item',
  async (sku) => {
    const { records, refusals } = await read(item({ sku }), item({ sku: 'actions_linux', repositoryName: 'b' }))
    expect(records.map(({ name }) => name)).toEqual(['example/b'])
    expect(refusals.map(({ reason }) => reason)).toEqual([expect.stringContaining('60 minutes')])
  },
)

test('a quantity that is missing or negative refuses its item', async () => {
  for (const quantity of [undefined, null, -1, '60']) {
    const { records, refusals } = await read(item({ sku: 'actions_linux', quantity }))
    expect(records).toEqual([])
    expect(refusals).toHaveLength(1)
  }
})

test.each([
  [
    'of today',
    'date,product,sku,quantity,unit_type,applied_cost_per_quantity,gross_amount,discount_amount,net_amount,username,organization,repository,workflow_path,cost_center_name',
    '2026-03-02,actions,actions_linux,60,minutes,0.006,0.36,0,0.36,someone,example,a,.github/workflows/ci.yml,',
  ],
  [
    'with every field quoted',
    '"date","product","sku","quantity","unit_type","organization","repository"',
    '"2026-03-02","actions","actions_linux","60","minutes","example","a"',
  ],
  [
    'of 2024',
    'Date,Product,SKU,Quantity,Unit Type,Price Per Unit ($),Multiplier,Owner,Repository Slug,Username,Actions Workflow,Notes',
    '2024-03-02,Actions,Compute - UBUNTU,60,minute,$0.008,1.0,example,a,someone,.github/workflows/ci.yml,',
  ],
])('the CSV report %s is read like the JSON', async (_, header, row) => {
  const text = `${header}\n${row}\n`
  expect(githubBilling.detect(text)).toBe(true)
  const { records, refusals } = await readText(githubBilling, text)
  expect(refusals).toEqual([])
  expect(totals(records)).toEqual(totals((await read(item({ sku: 'actions_linux' }))).records))
  const negative = await readText(githubBilling, `${text}${row.replace('60', '-60')}\n`)
  expect(negative.refusals).toHaveLength(1)
})

test('each organisation has a note with its minutes and energy; a report without minutes says so', async () => {
  const { records } = await read(
    item({ sku: 'actions_linux' }),
    item({ sku: 'actions_linux', repositoryName: 'b' }),
    item({ sku: 'actions_linux', organizationName: 'other' }),
  )
  const notes = records.flatMap(({ notes }) => notes.map(({ text }) => text))
  expect(notes).toEqual([
    expect.stringMatching(/^example: 2 repositories, 120 minutes/),
    expect.stringMatching(/^other: 1 repository, 60 minutes/),
  ])
  const { refusals } = await read(item({ sku: 'actions_storage', unitType: 'GigabyteHours' }))
  expect(refusals.map(({ reason }) => reason)).toEqual([expect.stringContaining('no minutes of Actions')])
})
