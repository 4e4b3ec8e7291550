/**
 * Looks at everything that people see, in Chromium, at four widths, light and dark, and measures it: no text outside its box, contrast
 * of at least 4.5:1, no serious finding of axe-core, no message on the console, no request, nothing of others that acts.
 * `npm run proof:screenshots [-- NAME...]` writes the pictures to proof/screenshots/ and exits with 1 for a fault.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, openBrowser } from './browser/open-browser.ts'
import { checkPage } from './browser/page-checks.ts'
import { COMMENT_SUBJECTS } from './subjects/comments.ts'
import { DASHBOARD_SUBJECTS } from './subjects/dashboards.ts'
import { PICTURE_SUBJECTS } from './subjects/pictures.ts'
import { type Subject, WIDTHS } from './subjects/subject.ts'

/** A new kind of page is one more list here. */
const SUBJECTS: readonly Subject[] = [...COMMENT_SUBJECTS, ...PICTURE_SUBJECTS, ...DASHBOARD_SUBJECTS]

const OUT = path.resolve('proof/screenshots')
/** Width at which axe-core runs: its findings do not depend on the others. */
const AXE_WIDTH = 360

async function look(browser: Browser, subject: Subject): Promise<string[]> {
  const html = await subject.html()
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 }, deviceScaleFactor: 1 })
    await page.emulateMedia({ colorScheme })
    page.on('console', (message) => faults.push(`console: ${message.text?.() ?? ''}`))
    page.on('pageerror', (error) => faults.push(`error: ${String(error)}`))
    page.on('request', (request) => {
      const url = request.url?.() ?? ''
      if (url !== 'about:blank') faults.push(`request: ${url.slice(0, 200)}`)
    })
    for (const width of subject.widths ?? WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await page.setContent(html)
      if (subject.ready) await page.evaluate(subject.ready)
      await page.screenshot({ path: path.join(OUT, `${subject.name}-${width}-${colorScheme}.png`), fullPage: true })
      const found = await checkPage(page, width === AXE_WIDTH)
      faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`))
    }
    await page.close()
  }
  return faults
}

const wanted = process.argv.slice(2)
const chosen = SUBJECTS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
mkdirSync(OUT, { recursive: true })
const browser = await openBrowser()
let count = 0
for (const subject of chosen) {
  const faults = await look(browser, subject)
  count += faults.length
  process.stdout.write(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${subject.name}\n${faults
      .slice(0, 12)
      .map((fault) => `     ${fault}\n`)
      .join('')}`,
  )
}
await browser.close()
process.stdout.write(`${chosen.length} pages, ${count} faults\n`)
process.exitCode = count > 0 || chosen.length === 0 ? 1 : 0
