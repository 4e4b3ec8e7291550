import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  DRAWN_FROM,
  SHOWN_COMMENTS,
  VECTOR_PICTURES,
  drawnFrom,
  exampleDashboardPage,
} from '../fixtures/shown-pictures.ts'
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
      const text = readFileSync(`test/golden/${file}`, 'utf8')
      expect(checkTables(text) > 0).toBe(/\*\*all\*\*/.test(text))
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
    if (file === 'README.md') expect(checked).toBeGreaterThan(3)
  })
})

describe('descriptions of pictures', () => {
  it.each(['README.md', 'docs/label.md'])('in %s name figures that the pictures have', (file) => {
    const shown = [...Object.values(SHOWN_COMMENTS), ...Object.values(VECTOR_PICTURES), exampleDashboardPage]
      .map((picture) => tidy(picture()).replaceAll('CO₂e', 'CO2e').replaceAll('\u2212', '-'))
      .join('\n')
    const texts = [...readFileSync(file, 'utf8').matchAll(/alt="([^"]*)"|!\[([^\]]*)\]\(images/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    expect(texts.length).toBeGreaterThan(2)
    for (const [figure] of texts.join('\n').matchAll(/\d[\d.,]* (?:mg|g|kg|t|Wh|kWh|L|%)(?: CO2e)?(?!\w)/g))
      expect(shown, figure).toContain(figure)
  })

  it('belong to pictures that the program would draw today (npm run pictures)', () => {
    for (const [file, svg] of Object.entries(VECTOR_PICTURES))
      expect(readFileSync(`docs/images/${file}`, 'utf8'), file).toBe(svg())
    expect(readFileSync(`docs/images/${DRAWN_FROM}`, 'utf8')).toBe(drawnFrom())
  })
})
