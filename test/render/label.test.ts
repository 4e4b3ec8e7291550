import { describe, expect, it } from 'vitest'
import { LABEL_CLASSES } from '../../src/core/label.ts'
import { badgeOf, badgeSvg } from '../../src/render/badge.ts'
import { cutMiddle, inertCell, visible } from '../../src/render/escape.ts'
import { contrastOf, inkOn } from '../../src/render/ink.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { labelRows } from '../../src/render/label/rows.ts'
import { renderServiceLabelSvg } from '../../src/render/label/service-label.ts'
import { JobLinks, jobUrl, plainUrl } from '../../src/render/links.ts'
import { monthBadge } from '../../src/render/month-badge.ts'
import { periodLines } from '../../src/render/period.ts'
import { plain } from '../../src/render/quantities.ts'
import { waysOut } from '../../src/render/ways-out.ts'
import {
  RUN_URL,
  failedReport,
  indeterminateReport,
  line,
  logsReport,
  monthReport,
  noBudgetReport,
  report,
  serviceReport,
} from '../fixtures/report.ts'

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => plain(match[1] ?? ''))

describe('the label', () => {
  it('has text of at least 4.5:1 on every colour of the scale', () => {
    for (const { colour } of LABEL_CLASSES) expect(contrastOf(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
  })

  it('says of what it is: repository, commit, workflow, date and address', () => {
    const svg = renderLabelSvg(report())
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['octo-org/shop · 3f9c1d2 · CI', '2026-03-02']))
    expect(textsOf(svg).join('')).toContain('github.com/octo-org/shop/actions/runs/17000000001')
    expect(svg).toMatch(/<path transform="translate\([^"]*" d="M2 2h1v1h-1z/)
  })

  it('shows no QR code for an address that is not a plain one', () => {
    for (const url of ['javascript:alert(1)', 'https://a.example/?q=1', `https://a.example/${'x'.repeat(600)}`, null]) {
      const svg = renderLabelSvg(report({ origin: { repository: 'o/r', commit: null, workflow: null, url } }))
      expect(svg).not.toContain('crispEdges')
    }
  })

  it('leaves out rows without a value and gives the reason when it is indeterminate', () => {
    const svg = renderLabelSvg(indeterminateReport())
    expect(textsOf(svg).join(' ')).toContain('emissions.csv line 41 has 33 fields')
    expect(svg).not.toContain('not known')
    expect(labelRows(indeterminateReport()).map(({ name }) => name)).toEqual(['Scope'])
  })

  it('shows the judged figure of one unit first, and the total below', () => {
    const texts = textsOf(renderLabelSvg(logsReport()))
    expect(texts.indexOf('67.5 mg CO₂e')).toBeLessThan(texts.indexOf('8.1 kg CO₂e'))
    expect(texts).toContain('per inference')
  })

  it('adds up the runs of a month', () => {
    const rows = labelRows(report(), { runsPerMonth: 400 })
    expect(rows.map(({ name, value }) => plain(`${name} ${value}`))).toContain('400 runs a month 78 g CO₂e')
  })

  it('of a service has no letter without a budget per unit', () => {
    const plainLabel = textsOf(renderServiceLabelSvg(serviceReport()))
    expect(plainLabel).toEqual(expect.arrayContaining(['52 g CO₂e', 'per million output tokens']))
    expect(plainLabel).not.toContain('≤ 25 %')
    expect(textsOf(renderServiceLabelSvg(serviceReport(['80 mg per 1000 output tokens'])))).toContain('≤ 25 %')
    expect(textsOf(renderServiceLabelSvg(serviceReport(['100 kg'])))).not.toContain('≤ 25 %')
    expect(() => renderServiceLabelSvg(report())).toThrow('counts no functional unit')
  })

  it('of a planned service shows how much of a unit is the training of its model', () => {
    const [part] = report().parts
    if (!part) throw new Error('the sample has no part')
    const phase = (name: string, g: number) => ({ ...part, name, emissions: { ...part.emissions, total_g: g } })
    const plan = report({
      subject: { kind: 'estimate', name: 'plan' },
      units: { name: 'request', count: 2000, g_per_unit: null },
      parts: [phase('inference', 20), phase('pre-training', 60), phase('failed and development runs', 30)],
    })
    const texts = textsOf(renderServiceLabelSvg(plan))
    expect(texts[texts.indexOf('of it pre-training') + 1]).toBe('30 g CO₂e')
    expect(texts[texts.indexOf('of it failed and devel…') + 1]).toBe('15 g CO₂e')
    expect(texts[texts.indexOf('of it inference') + 1]).toBe('10 g CO₂e')
  })

  it('of a service shows the minerals of a unit where they are known', () => {
    const counted = (kgSb: number | null) =>
      renderServiceLabelSvg(report({ units: { name: 'request', count: 500, g_per_unit: null }, minerals_kg_sb: kgSb }))
    expect(textsOf(counted(8e-8))).toEqual(expect.arrayContaining(['Minerals', '0.16 mg Sb eq']))
    expect(textsOf(counted(null))).not.toContain('Minerals')
  })
})

describe('a badge', () => {
  it('takes a text of its own, which stays inert', () => {
    const svg = badgeSvg(badgeOf(report(), '<script>x</script>'))
    expect(svg).toMatch(/^<svg [^>]*aria-label="carbon: &lt;script/)
    expect(svg).not.toContain('<script')
  })

  it('shows the month with its trend, and a letter only with a limit', () => {
    const sums = { month: '2026-11', toDateG: 1234, beforeG: 1410, limitG: null }
    expect(plain(monthBadge(sums).message)).toBe('1.2 kg CO₂e ▼ -12 %')
    expect(plain(monthBadge({ ...sums, limitG: 2000 }).message)).toBe('C · 1.2 kg CO₂e ▼ -12 %')
    expect(monthBadge({ ...sums, toDateG: null }).message).toBe('no entries')
    expect(plain(monthBadge({ ...sums, beforeG: 0 }).message)).toBe('1.2 kg CO₂e')
  })
})

describe('links and ways out', () => {
  it('link only plain addresses, and jobs only of the run', () => {
    expect(plainUrl('https://github.example:8443/o/r#artifacts')).not.toBeNull()
    for (const url of ['http://a.example', 'https://a.example/)x', 'https://a.example/<b>', 'https://a.example/a b']) {
      expect(plainUrl(url)).toBeNull()
    }
    expect(jobUrl(`${RUN_URL}/job/51`, RUN_URL)).toBe(`${RUN_URL}/job/51`)
    for (const source of [
      'https://evil.example/job/51',
      `${RUN_URL}/job/5x`,
      `${RUN_URL}0/job/51`,
      'emissions.csv:2',
    ]) {
      expect(jobUrl(source, RUN_URL)).toBeNull()
    }
  })

  it('define only the references that the text has', () => {
    const links = new JobLinks([{ source: `${RUN_URL}/job/1` }, { source: `${RUN_URL}/job/2` }], RUN_URL)
    const text = links.linked('b', `${RUN_URL}/job/2`)
    expect(text).toBe('[b][2]')
    expect(links.page([text, null])).toBe(`[b][2]\n\n[2]: ${RUN_URL}/job/2`)
  })

  it('name the budget file on the base branch and the label, only for a report that fails', () => {
    const budgetFile = { path: '.github/carbon-gate.yml', branch: 'main', url: null }
    const ways = waysOut(failedReport(), { budgetFile, waiverLabel: 'carbon-waiver' })
    expect(ways).toContain('raise the line in .github/carbon-gate.yml on main')
    expect(ways).toContain('a person with write access can set the label **carbon-waiver**')
    expect(waysOut(report(), { budgetFile, waiverLabel: 'carbon-waiver' })).toBe('')
    expect(waysOut(failedReport(), { isEnforced: false })).toContain('does not fail the build')
    expect(waysOut(noBudgetReport(), {})).toBe('')
  })

  it('show a month from half used, with what it comes to at this pace', () => {
    expect(periodLines(monthReport(), plain).map(plain)).toEqual([
      '`████████░░` 2 kg per month: **76 % used** · 63 % of the month gone · **at this pace spent on 26 March** · as of 20 March, 10:00 UTC',
    ])
    const half = [line({ line: '2 kg per month', scope: 'month', limit: 2000, used: 1100, share: 0.55 })]
    expect(periodLines({ ...monthReport(), budgets: half }, plain).map(plain)).toEqual([
      '`██████░░░░` 2 kg per month: **55 % used** · 63 % of the month gone · at this pace 88 % at the end of the month · as of 20 March, 10:00 UTC',
    ])
    const ledger = { tip: null, entries: 9, as_of: '2026-03-11T00:00:00Z', complete_until: '2026-03-11T00:00:00Z' }
    expect(periodLines({ ...monthReport(), budgets: half, ledger }, plain)[0]).toMatch(
      /63.% of the month gone .*spent on 20.March/,
    )
    const little = [line({ line: '2 kg per month', scope: 'month', limit: 2000, used: 980, share: 0.49 })]
    expect(periodLines({ ...monthReport(), budgets: little }, plain)).toEqual([])
  })
})

describe('names', () => {
  it('are cut in the middle, between characters as people see them', () => {
    expect(cutMiddle('integration tests (node 22, shard 12 of 60)', 21)).toBe('integratio…12 of 60)')
    expect(cutMiddle('short', 9)).toBe('short')
    expect(cutMiddle('👨‍👩‍👧‍👦'.repeat(9), 15)).toBe('👨‍👩‍👧‍👦…👨‍👩‍👧‍👦')
    expect([...cutMiddle('x'.repeat(70_000), 40)].length).toBeLessThanOrEqual(40)
  })

  it('can be broken in a narrow cell and read the same', () => {
    const name = 'Run actions/checkout@v5 with-a-very-long-word-that-has-no-space'
    expect(visible(inertCell(name, 80))).toBe(name)
    for (const piece of inertCell('x'.repeat(60), 60).split('\u200B')) expect(piece.length).toBeLessThanOrEqual(14)
  })

  it.each([
    ['integration', 'integ ration'],
    ['train-smoke', 'train- smoke'],
    ['actions/checkout@v5', 'actions/ checkout @ v5'],
    ['internationalization', 'internatio nalization'],
  ])('break %s at its separators, or else into even pieces: no letter stands alone', (name, pieces) => {
    expect(inertCell(name, 80).split('\u200B').filter(Boolean).join(' ')).toBe(pieces)
  })
})
