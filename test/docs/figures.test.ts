import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SERVICE_PUE } from '../../src/data/llm-constants.ts'
import { modelFactor } from '../../src/power/llm-factor.ts'
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

describe('the energy of a token', () => {
  it.each<[string, string, { isLocal?: boolean }, string]>([
    ['ai.md', 'llama-3.1-8b-instruct', {}, 'Llama 3.1 8B 0.021 (0.006 to 0.1)'],
    ['ai.md', 'gpt-oss-120b', {}, 'gpt-oss-120b 0.040 (0.005 to 0.17)'],
    ['ai.md', 'mistral-large-123b', {}, 'billion parameters | 0.36 (0.04 to 3.6)'],
    ['ai.md', 'llama3.1:8b', { isLocal: true }, '`llama3.1:8b` 0.25 (0.03 to 2.5)'],
    ['ai.md', 'gpt-4o', {}, '(note `llm-class-prior`) | 0.32 (0.04 to 3.2)'],
    ['accuracy.md', 'gpt-4o', {}, 'is published | 0.32 Wh for 400 tokens (0.04 to 3.2)'],
    ['accuracy.md', 'mistral-large-123b', {}, 'by its size | 0.36 Wh for 400 tokens (0.04 to 3.6)'],
  ])('in docs/%s of %s is that of the code', (page, model, options, text) => {
    expect(readFileSync(`docs/${page}`, 'utf8')).toContain(text)
    const shown = [...text.replace(/.*\| |.*(?:8B|120b|8b`) /, '').matchAll(/(?<![\d.])\d+\.\d+/g)].map(
      ([number]) => number,
    )
    const { value, low, high } = modelFactor(model, options).perOutputToken
    for (const [at, perToken] of [value, low, high].entries()) {
      const number = shown[at] ?? ''
      const digits = number.replace(/^0\.0*|\./g, '').length
      expect(Number((perToken * 400 * SERVICE_PUE).toPrecision(digits))).toBe(Number(number))
    }
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
