import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { badgeOf, badgeSvg } from '../../src/render/badge.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { REPORTS } from '../fixtures/examples.ts'
import { checkChain, checkExample, checkTables, tidy } from './shown-figures.ts'

/** Every example that people see is multiplied: energy x grid + hardware = emissions, and parts sum to their whole. */

const goldens = readdirSync('test/golden').filter(
  (file) => /^(?:comment-|summary).*\.md$|^label-.*\.svg$/.test(file) && !/indeterminate/.test(file),
)

describe('figures that people see', () => {
  it.each(goldens)('multiply in %s', (file) => {
    const text = readFileSync(`test/golden/${file}`, 'utf8')
    const shown = file.endsWith('.svg')
      ? (/<desc[^>]*>(.*)<\/desc>/.exec(text)?.[1] ?? '').replace('Energy: ', ' ')
      : text
    expect(checkExample(shown)).toBeGreaterThan(0)
  })

  it('multiply on every terminal', () => {
    const blocks = readFileSync('test/golden/terminal.txt', 'utf8')
      .split(/^# .*$/m)
      .filter((block) => /Wh/.test(block))
    expect(blocks.length).toBeGreaterThan(4)
    for (const block of blocks) expect(checkExample(block), block).toBeGreaterThan(0)
  })

  it.each(readdirSync('test/golden').filter((file) => file.endsWith('.md')))(
    'sum to the whole in the tables of %s',
    (file) => {
      checkTables(readFileSync(`test/golden/${file}`, 'utf8'))
    },
  )

  it.each([
    'README.md',
    ...readdirSync('docs')
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ])('multiply in %s', (file) => {
    // What stands before a comment is code.
    const text = tidy(readFileSync(file, 'utf8')).replaceAll(/^.*?\/\/ /gm, '')
    let checked = 0
    for (const [block] of text.matchAll(/^carbon {2}[A-G?-] {2}[\s\S]*?(?=```)/gm)) checked += checkExample(block)
    // `10 h x 4 processors x 0.3 kW = 12 kWh; x PUE 1.5 = 18 kWh; x 450 g/kWh = 8,100 g`
    for (const [, chain = ''] of text.matchAll(
      /(\d[^\n|`]*? x [^\n|`]*? = [\d.,]+ k?(?:Wh|g)(?:; x [^\n|`;]*? = [\d.,]+ ?k?(?:Wh|g))*)/g,
    )) {
      checked += checkChain(chain)
    }
    // `(SE-SE3 18 x PUE 1.12, 2024)` in a line that begins with the product.
    for (const [, product = '', intensity = '', pue = ''] of text.matchAll(
      / (\d+) g per kWh [^\n]*\(\S+ (\d+) x PUE ([\d.]+),/g,
    )) {
      expect(Math.abs(Number(intensity) * Number(pue) - Number(product))).toBeLessThan(
        0.5 * Number(pue) + 0.5 + 0.005 * Number(intensity),
      )
      checked += 1
    }
    if (file === 'README.md') expect(checked).toBeGreaterThan(5)
  })
})

describe('descriptions of pictures', () => {
  it.each(['README.md', 'docs/label.md'])('in %s name figures that the pictures have', (file) => {
    const shown = ['comment-workflow.md', 'comment-fail.md']
      .map((golden) => readFileSync(`test/golden/${golden}`, 'utf8'))
      .concat(
        ['label.svg', 'label-service.svg', 'badge.svg', 'badge-month.svg'].map((name) =>
          readFileSync(`docs/images/${name}`, 'utf8'),
        ),
      )
      .map((text) => tidy(text).replaceAll('CO₂e', 'CO2e').replaceAll('\u2212', '-'))
      .join('\n')
    const texts = [...readFileSync(file, 'utf8').matchAll(/alt="([^"]*)"|!\[([^\]]*)\]\(images/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    expect(texts.length).toBeGreaterThan(2)
    for (const [figure] of texts.join('\n').matchAll(/\d[\d.,]* (?:g|kg|Wh|%)(?: CO2e)?/g))
      expect(shown, figure).toContain(figure)
  })

  it('belong to pictures that the program would draw today', () => {
    expect(renderLabelSvg(REPORTS['workflow'] as Report, { runsPerMonth: 400 })).toBe(
      readFileSync('docs/images/label.svg', 'utf8'),
    )
    expect(badgeSvg(badgeOf(REPORTS['workflow'] as Report))).toBe(readFileSync('docs/images/badge.svg', 'utf8'))
  })
})
