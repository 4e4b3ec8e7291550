import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WORKED_EXAMPLE, coreFunctions, corePage } from '../../scripts/core-page.ts'
import * as core from '../../src/core/index.ts'

const functions = coreFunctions()
const run = (body: string): unknown => new Function(...Object.keys(core), body)(...Object.values(core)) as unknown

describe('carbon-gate/core', () => {
  it('documents every function that it exports', () => {
    const exported = Object.entries(core).filter(
      ([name, value]) => typeof value === 'function' && !name.endsWith('Error'),
    )
    expect(functions.map(({ name }) => name).sort()).toEqual(exported.map(([name]) => name).sort())
  })

  it.each(functions.map((each) => [each.name, each] as const))(
    '%s has a description and examples that are true',
    (_, each) => {
      expect(each.description).toMatch(/\w/)
      expect(each.examples.length).toBeGreaterThan(0)
      for (const example of each.examples) {
        const [expression = '', result = ''] = example.split(' // ')
        const value = run(`return ${expression}`)
        if (result.startsWith('level: ')) expect(value).toMatchObject({ level: result.slice(8, -1) })
        else if (typeof value === 'number') expect(value).toBeCloseTo(Number.parseFloat(result), 2)
        else if (result !== '') expect(value).toEqual(JSON.parse(result))
      }
    },
  )

  it('turns hours into a letter as the worked example of the page says', () => {
    const [, ...lines] = WORKED_EXAMPLE.split('\n')
    expect(run(`${lines.join('\n')}\nreturn [kwh, grams, limit, letter]`)).toEqual([12, 8100, 10_000, 'D'])
  })

  it('gives the results that docs/formulas.md prints', () => {
    const lines = readFileSync('docs/formulas.md', 'utf8').match(/^\w+(?:\.\w+)?\(.* \/\/ .*$/gm) ?? []
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) {
      const [expression = '', words = ''] = line.split(' // ')
      const value = run(`return ${expression}`)
      const results = (typeof value === 'number' ? [value] : Object.values(value as object)) as number[]
      const shown = [...words.matchAll(/\d+(?:\.(\d+))?/g)]
      expect(shown.length, line).toBe(results.length)
      for (const [at, [number, decimals = '']] of shown.entries())
        expect(Math.abs(Number(number) - (results[at] ?? NaN)), line).toBeLessThanOrEqual(0.5 * 10 ** -decimals.length)
    }
  })

  it('has a generated page that is up to date: run `npm run docs`', () => {
    expect(readFileSync('docs/core.md', 'utf8')).toBe(corePage())
  })

  it('has a formula that imports no package', () => {
    const graph = (file: string): string[] => {
      const imports = [...readFileSync(`src/core/${file}`, 'utf8').matchAll(/^import (?!type).* from '([^']+)'/gm)]
      return imports.flatMap(([, from = '']) => (from.startsWith('./') ? graph(from.slice(2)) : [from]))
    }
    expect(graph('formula.ts')).toEqual([])
  })

  it('has a bundle of the formula below 30 kB', () => {
    expect(statSync('dist/formula/index.js').size).toBeLessThan(30_000)
  })
})
