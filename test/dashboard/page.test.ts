import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { hostileNames } from '../../proof/subjects/hostile-names.ts'
import { buildDashboardAssets } from '../../scripts/dashboard-assets.ts'
import { filterRows, readRows } from '../../src/dashboard/client/rows.ts'
import { type Assets, dashboardPage } from '../../src/dashboard/page.ts'
import type { EncodedTable } from '../../src/dashboard/table-code.ts'
import type { Entry } from '../../src/ledger/entry.ts'
import { dashboardOf } from '../fixtures/dashboards.ts'
import { historyEntries } from '../fixtures/history.ts'
import { cpuMsOf } from '../wait-until.ts'

const BUDGETS = ['12 kg per month', '300 g per workflow', '+10 % vs main']

let assets: Assets
beforeAll(async () => {
  assets = await buildDashboardAssets()
})

const page = (entries: Iterable<Entry>, lines: readonly string[] = BUDGETS): string =>
  dashboardPage(dashboardOf(entries, lines), assets)

/** The page without its script and style, in which words like NaN occur. */
const bodyOf = (html: string): string => html.slice(html.indexOf('<body>')).replace(assets.script, '')

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Contents of all elements of a name. */
const contents = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(([, content = '']) => content)

describe('the page', () => {
  it('lets nothing load and names the hash of its only script and style', () => {
    const html = page(historyEntries(200))
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    const [style = ''] = contents(html, 'style')
    const [data = '', script = ''] = contents(html, 'script')
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(JSON.parse(data)).toMatchObject({ count: 200, isAggregated: false })
    expect([contents(html, 'script').length, contents(html, 'style').length]).toEqual([2, 1])
    expect(bodyOf(html)).not.toMatch(/ (?:style|on\w+)="|(?:src|href)=/)
    expect(html).toContain('Copyright (c) 2022 Leon Sorokin')
  })

  it('says who reported a job in words that do not contradict how its energy is known', () => {
    const html = bodyOf(page(historyEntries(4, 88, { method: 'modelled', trust: 'measured' })))
    expect(html).toContain('the repository’s own job')
    expect(html.slice(html.indexOf('Who reported it'), html.indexOf('>Processor'))).not.toContain('measured')
  })

  it('leaves out names that entries do not have', () => {
    const html = bodyOf(page(historyEntries(4, 88, { workflow: null, job: 'train' })))
    expect(html).not.toContain('(none)')
    expect(html).toContain('unnamed')
  })

  it('labels an axis of tiny figures once', () => {
    const html = bodyOf(page(historyEntries(4, 1, { l: 1e-6 })))
    const plot = html.slice(html.indexOf('<h3>Water'))
    const labels = contents(plot, 'div').find((text) => text.includes('mL'))
    expect(labels?.replaceAll('\u00A0', ' ').match(/<span>[^<]*/g)).toEqual(['<span>under 0.01 mL', '<span>0'])
  })

  it('has names of others as text only', () => {
    for (const name of [...hostileNames(), '</script><script>alert(1)</script><!--', '\u2028--><b>', '&lt;b&gt;']) {
      const entries = historyEntries(8, 88, {
        repository: name,
        workflow: name,
        job: name,
        branch: name,
        cpu: name,
        region: name,
        runner: name,
        event: name,
      })
      const plain = page(historyEntries(8))
      const html = dashboardPage(dashboardOf(entries, BUDGETS, { names: [name], warnings: [name] }), assets)
      const tags = (text: string): string[] =>
        [...new Set([...text.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag))].sort()
      expect(tags(html).filter((tag) => !tags(plain).includes(tag))).toEqual([])
      expect(contents(html, 'script').length).toBe(2)
      expect(bodyOf(html)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      expect(html.length).toBeLessThan(plain.length + 40_000)
    }
  })

  it('says what an empty ledger and a single entry are', () => {
    const empty = bodyOf(page([]))
    expect(empty).toContain('There are no entries in these days yet.')
    expect(empty).not.toMatch(/NaN|undefined|Infinity|id="explorer"/)
    const one = bodyOf(page(historyEntries(1)))
    expect(one).toContain('1 job<')
    expect(one).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('shows a budget that is used up, the pace and what a history cannot judge', () => {
    const html = bodyOf(page(historyEntries(3000)))
    expect(html).toMatch(/12 kg per month<\/h3><p class="state \w+"><strong>\d+\u00A0% used/)
    expect(html).toContain('<strong>+10 % vs main</strong>: growth is judged against a baseline when a job runs')
  })

  it('does not take unknown figures for none', () => {
    const unknown = historyEntries(20, 88, {
      g: null,
      op_g: null,
      em_g: null,
      wh: null,
      l: null,
    })
    const html = bodyOf(page(unknown))
    expect(html).toContain('<dt>Emissions</dt><dd><strong>–</strong>')
    expect(html).toContain(
      '20 without emissions, 20 without energy, 20 without water (cooling included), 20 without hardware',
    )
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('is smaller than 4 MB with a hundred thousand entries, and filters them at once', async () => {
    const html = page(historyEntries(100_000))
    expect(html.length).toBeGreaterThan(1_000_000)
    expect(Buffer.byteLength(html)).toBeLessThan(4_000_000)
    const rows = readRows(JSON.parse(contents(html, 'script')[0] ?? '') as EncodedTable)
    let found = 0
    const cpuMs = await cpuMsOf(() => {
      found = filterRows(rows, { text: 'test main', chosen: {} }).length
    })
    // Three times what is allowed in a browser.
    expect(cpuMs).toBeLessThan(300)
    expect(found).toBeGreaterThan(1000)
  })
})
