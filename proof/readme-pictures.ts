/**
 * Makes the pictures of README and documentation from the same examples as the golden files: `npm run pictures`. Comments are drawn in the
 * style of GitHub by Chromium, the dashboard as it is, labels and badges are the program's own SVG.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildDashboardAssets } from '../scripts/dashboard-assets.ts'
import { dashboardPage } from '../src/dashboard/page.ts'
import { badgeOf, badgeSvg } from '../src/render/badge.ts'
import { renderLabelSvg } from '../src/render/label/budget-label.ts'
import { renderServiceLabelSvg } from '../src/render/label/service-label.ts'
import { monthBadge } from '../src/render/month-badge.ts'
import { exampleDashboard } from '../test/fixtures/dashboards.ts'
import { COMMENTS, REPORTS } from '../test/fixtures/examples.ts'
import { report, serviceReport } from '../test/fixtures/report.ts'
import { drawEmoji } from './browser/emoji.ts'
import { githubPage, renderMarkdown } from './browser/github-html.ts'
import { type Browser, openBrowser } from './browser/open-browser.ts'

const OUT = path.resolve('docs/images')
/** Width of a comment on a laptop, px. */
const COMMENT_WIDTH = 780
/** The upper part of the dashboard, which answers most questions, px. */
const DASHBOARD = { width: 1000, height: 758 }

const SHOWN_COMMENTS = { 'comment-workflow': 'comment', 'comment-fail': 'comment-over-budget' } as const

interface Drawing {
  readonly html: string
  /** Name of the files, without scheme and ending. */
  readonly file: string
  readonly width: number
  readonly scale: number
  /** Height of the part that is shown; without it, all of `main`. */
  readonly height?: number
}

/** Draws a page in both colour schemes. */
async function draw(browser: Browser, { html, file, width, height, scale }: Drawing): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width, height: height ?? 400 }, deviceScaleFactor: scale })
    await page.emulateMedia({ colorScheme })
    await page.setContent(html)
    const target = { path: path.join(OUT, `${file}-${colorScheme}.png`) }
    await (height === undefined ? page.locator('main').screenshot(target) : page.screenshot(target))
    await page.close()
  }
}

mkdirSync(OUT, { recursive: true })
const pictures = {
  'label.svg': renderLabelSvg(REPORTS['workflow'] ?? report(), { runsPerMonth: 400 }),
  'label-service.svg': renderServiceLabelSvg(serviceReport(['80 mg per 1000 output tokens'])),
  'badge.svg': badgeSvg(badgeOf(REPORTS['workflow'] ?? report())),
  'badge-month.svg': badgeSvg(
    monthBadge({ month: '2026-11', toDateG: 1234, beforeG: 1410, limitG: 2000 }, 'carbon this month'),
  ),
}
for (const [file, svg] of Object.entries(pictures)) writeFileSync(path.join(OUT, file), svg)
const browser = await openBrowser()
for (const [name, file] of Object.entries(SHOWN_COMMENTS)) {
  const html = githubPage(name, drawEmoji(await renderMarkdown(COMMENTS[name]?.() ?? '')))
  await draw(browser, { html, file, width: COMMENT_WIDTH, scale: 1.5 })
}
const html = dashboardPage(exampleDashboard(), await buildDashboardAssets())
await draw(browser, { html, file: 'dashboard', ...DASHBOARD, scale: 1 })
await browser.close()
process.stdout.write(`${OUT}\n`)
