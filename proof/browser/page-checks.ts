import { readFileSync } from 'node:fs'
import { type Page, proofRequire } from './open-browser.ts'

/** Lowest contrast of text and ground (WCAG 2.2, AA). */
const LEAST_CONTRAST = 4.5

/** Runs in the page. Everything that is wider than its box, the page itself among it. */
const OVERFLOW = `(() => {
  const found = []
  const root = document.scrollingElement
  if (root.scrollWidth > innerWidth) found.push('page ' + root.scrollWidth + ' > ' + innerWidth)
  for (const element of document.querySelectorAll('main *:not(svg *)')) {
    // What scrolls by itself is meant to; a caption for screen readers is one pixel.
    if (element.closest('caption') || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) continue
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).display !== 'inline')
      found.push(element.tagName + ' ' + element.scrollWidth + ' > ' + element.clientWidth + ': ' + element.textContent.trim().slice(0, 60))
  }
  return found
})()`

/** Runs in the page. Text of pictures that leaves its picture or meets other text. */
const PICTURE_TEXT = `(() => {
  const found = []
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect()
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    for (const { text, box } of boxes) {
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5)
        found.push('outside: ' + text.slice(0, 60))
    }
    boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      // Boxes of neighbouring lines touch; text that is read over other text overlaps by more than a third.
      if (across > 1 && down > Math.min(a.box.height, b.box.height) / 3) found.push('over each other: ' + a.text.slice(0, 40) + ' / ' + b.text.slice(0, 40))
    }))
  }
  return found
})()`

/** Runs in the page. Text of pictures with too little contrast to the shape under it. */
const PICTURE_CONTRAST = `(() => {
  const channel = (value) => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4 }
  const luminance = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b) }
  const found = []
  for (const text of document.querySelectorAll('svg text')) {
    let box = text.getBoundingClientRect()
    if (box.top < 0 || box.bottom > innerHeight) { text.scrollIntoView({ block: 'start' }); box = text.getBoundingClientRect() }
    const under = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2).find((element) => element.matches('rect, path') && getComputedStyle(element).fill !== 'none')
    if (!under) { found.push('no ground: ' + text.textContent.slice(0, 60)); continue }
    const [a, b] = [luminance(getComputedStyle(text).fill), luminance(getComputedStyle(under).fill)]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < ${LEAST_CONTRAST} - 0.005) found.push(contrast.toFixed(2) + ': ' + text.textContent.slice(0, 60))
  }
  scrollTo(0, 0)
  return found
})()`

/** Runs in the page. Elements that text of others must not become. */
const ACTIVE = `(() => {
  const tags = [...document.querySelectorAll('main script, main iframe, main img:not([data-own]), main object, main embed, main form, main style, main link, main a[href^="javascript"]')]
  const handlers = [...document.querySelectorAll('main *')].filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on')))
  return [...tags, ...handlers].map((element) => element.outerHTML.slice(0, 100))
})()`

const OPEN_FOLDS = `document.querySelectorAll('details').forEach((fold) => { fold.open = true })`

/** What is wrong with a page, each with the name of the check. */
export async function checkPage(page: Page, hasAccessibility: boolean): Promise<string[]> {
  await page.evaluate(OPEN_FOLDS)
  const checks = {
    overflow: OVERFLOW,
    'picture text': PICTURE_TEXT,
    'picture contrast': PICTURE_CONTRAST,
    active: ACTIVE,
  }
  const faults: string[] = []
  for (const [name, script] of Object.entries(checks)) {
    for (const found of (await page.evaluate(script)) as string[]) faults.push(`${name}: ${found}`)
  }
  return hasAccessibility ? [...faults, ...(await accessibilityFaults(page))] : faults
}

interface AxeResult {
  readonly violations: readonly {
    id: string
    impact: string
    nodes: readonly { html: string; failureSummary: string }[]
  }[]
}

/** Findings of axe-core that are serious or critical. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(proofRequire.resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, impact, nodes }) =>
        `axe ${impact} ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''} ${nodes[0]?.failureSummary.slice(0, 200) ?? ''}`,
    )
}
