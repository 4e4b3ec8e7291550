import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ledgerShow, ledgerTotals } from '../../../src/app/commands/ledger-show.ts'
import type { LedgerFlags } from '../../../src/app/commands/ledger.ts'
import { readApiHistory } from '../../../src/app/ledger/api-history.ts'
import { type Scene, openScene } from './scene.ts'

const DAY_S = 86_400

describe('the history of the last days without a ledger', () => {
  it('has every run, estimated, with one request each and a token that may only read', async () => {
    const scene = await openScene()
    const fork = scene.fake.addRepository('eve/shop', { parent: scene.repository })
    scene.addRun(10, { wh: 50 })
    scene.addRun(20 * 24 * 60, { event: 'pull_request', fork })
    scene.addRun(40 * 24 * 60)
    const reader = await scene.reader()
    scene.fake.requests.length = 0
    const history = await readApiHistory(reader, 30 * DAY_S)
    if (!history.ok) throw new Error(history.failure.text)
    expect(history.value).toMatchObject({ runs: 2, unread: 0, requests: 4, warnings: [] })
    expect(history.value.range).toEqual({ from: '2026-10-29', to: '2026-11-28' })
    expect(history.value.entries.map(({ trust, event }) => [trust, event])).toEqual([
      ['estimated', 'pull_request'],
      ['estimated', 'push'],
    ])
    expect(scene.fake.requests.map(({ operation }) => operation)).toEqual([
      'actions/list-workflow-runs-for-repo',
      'actions/list-jobs-for-workflow-run',
      'actions/list-jobs-for-workflow-run',
    ])
  })

  it('divides a time with more runs than GitHub lists at once', { timeout: 120_000 }, async () => {
    const scene = await openScene({ rateLimit: 400 })
    for (let index = 0; index < 1100; index += 1) scene.addRun(10 + index)
    const history = await readApiHistory(await scene.reader(), 30 * DAY_S)
    if (!history.ok) throw new Error(history.failure.text)
    const { runs, unread, warnings } = history.value
    expect(runs + unread).toBe(1100)
    expect(unread).toBeGreaterThan(800)
    expect(warnings).toEqual([
      `${unread} of 1100 runs are not read and not in the sums: the allowance of requests is low`,
    ])
    // The newest are there.
    expect(history.value.entries.at(-1)?.ended_at).toBe('2026-11-28T12:50:00Z')
  })
})

describe('ledger show and totals with --from-api', () => {
  let scene: Scene
  let out: string
  let err: string
  const host = () => ({
    console: { out: (text: string) => void (out += text), err: (text: string) => void (err += text) },
    env: {
      GITHUB_TOKEN: scene.fake.addToken({ permissions: { actions: 'read', metadata: 'read' } }).secret,
      GITHUB_API_URL: scene.fake.api,
      GITHUB_REPOSITORY: 'octo/shop',
    },
  })

  beforeEach(async () => {
    scene = await openScene()
    scene.addRun(10)
    scene.addRun(30, { workflow: 'Docs' })
    out = ''
    err = ''
  })

  it('print the table and the sums of a ledger', async () => {
    expect(await ledgerShow({ fromApi: '30d' }, host() as never)).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(3)
    expect(out).toMatch(/^ended at \(UTC\) +CO2e +energy +verdict +workflow \/ job\n/)
    expect(out).toMatch(/2026-11-28T12:50:00Z .* g .* Wh .*CI \/ test/)
    expect(err).toBe('2 runs read with 4 requests; every figure is an estimate\n')
    expect(err).not.toContain('ghs_')
    out = ''
    expect(await ledgerTotals({ fromApi: '30d', json: '-' }, host() as never)).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      entries: 2,
      from: '2026-10-29',
      days: { '2026-11-28': { entries: 2 } },
      workflows: { CI: { entries: 1 }, Docs: { entries: 1 } },
    })
  })

  it('write a file of entries, over nothing but an earlier one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-show-'))
    const file = path.join(folder, 'entries.ndjson')
    await ledgerShow({ fromApi: '30d', json: file }, host() as never)
    await ledgerShow({ fromApi: '30d', json: file }, host() as never)
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2)
    expect([out, readdirSync(folder)]).toEqual(['', ['entries.ndjson']])
    // Longer than what is read of it.
    writeFileSync(file, `{"v":1,"name":"mine"}\n${'{"v":1,"key":"7/1/1"}\n'.repeat(9)}`)
    await expect(ledgerShow({ fromApi: '30d', json: file }, host() as never)).rejects.toThrow(
      /entries\.ndjson exists and does not contain ledger entries/,
    )
    expect(readdirSync(folder)).toEqual(['entries.ndjson'])
  })

  it.each<[string, LedgerFlags, Record<string, string>, RegExp]>([
    ['no token', { fromApi: '30d' }, { GITHUB_TOKEN: '' }, /token is missing: set GITHUB_TOKEN/],
    ['no repository', { fromApi: '30d' }, { GITHUB_REPOSITORY: '' }, /repository is missing: set GITHUB_REPOSITORY/],
    ['a number without a unit', { fromApi: '30' }, {}, /--from-api is "30": a duration up to a year/],
    ['a ledger as well', { fromApi: '30d', ledger: 'x' }, {}, /--from-api and --ledger exclude each other/],
    [
      'a token that is wrong',
      { fromApi: '30d' },
      { GITHUB_TOKEN: 'ghp_wrong' },
      /does not accept the token \(HTTP 401\)/,
    ],
  ])('refuse %s', async (_, flags, env, message) => {
    const given = host()
    await expect(ledgerShow(flags, { ...given, env: { ...given.env, ...env } } as never)).rejects.toThrow(message)
  })
})
