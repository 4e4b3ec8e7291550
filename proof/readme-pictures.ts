/**
 * Makes the pictures of README and documentation from the same examples as the golden files: `npm run pictures`. Comments are drawn in the
 * style of GitHub by Chromium, the dashboard as it is, labels and badges are the program's own SVG.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildDashboardAssets } from '../scripts/dashboard-assets.ts'
import { dashboardPage } from '../src/dashboard/page.ts'
import { exampleDashboard } from '../test/fixtures/dashboards.ts'
import { DRAWN_FROM, SHOWN_COMMENTS, VECTOR_PICTURES, drawnFrom } from '../test/fixtures/shown-pictures.ts'
import { drawEmoji } from './browser/emoji.ts'
import { githubPage, renderMarkdown } from './browser/github-html.ts'
import { type Browser, openBrowser } from './browser/open-browser.ts'

const OUT = path.resolve('docs/images')
/** Width of a comment on a laptop, px. */
const COMMENT_WIDTH = 780
/** The upper part of the dashboard, which answers most questions, px. */
const DASHBOARD = { width: 1000, height: 758 }

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
for (const [file, svg] of Object.entries(VECTOR_PICTURES)) writeFileSync(path.join(OUT, file), svg())
writeFileSync(path.join(OUT, DRAWN_FROM), drawnFrom())
const browser = await openBrowser()
for (const [file, markdown] of Object.entries(SHOWN_COMMENTS)) {
  const html = githubPage(file, drawEmoji(await renderMarkdown(markdown())))
  await draw(browser, { html, file, width: COMMENT_WIDTH, scale: 1.5 })
}
// Its script fills only the table, which this part does not show.
const html = dashboardPage(exampleDashboard(), await buildDashboardAssets())
await draw(browser, { html, file: 'dashboard', ...DASHBOARD, scale: 1 })
await browser.close()
process.stdout.write(`${OUT}\n`)
