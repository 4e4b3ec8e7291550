import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'
import { EMPTY_CONFIG } from '../../../src/app/settings/empty-config.ts'
import { parseConfigFile } from '../../../src/app/settings/config-file.ts'
import { configJsonSchema } from '../../../src/app/settings/config-keys.ts'
import { resolve } from '../../../src/app/settings/resolve.ts'
import { cpuMsOf } from '../../wait-until.ts'

const read = (text: string): ReturnType<typeof parseConfigFile> => parseConfigFile(text, 'carbon-gate.yml')

describe('the config file', () => {
  it('reads budgets and any setting of a step', () => {
    const config = read(`
budgets:
  - 5 g
  - 20 g per workflow
region: azure:eastus
pue: 1.2
min-coverage: 0.8
enforce: false
runners:
  gpu-box: {cpu: AMD EPYC 7763, vcpus: 16, gpu: A100, gpus: 2}
`)
    expect(config.budgets.map(({ line }) => line)).toEqual(['5 g', '20 g per workflow'])
    expect(config.values).toEqual({ region: 'azure:eastus', pue: 1.2, 'min-coverage': 0.8, enforce: false })
    expect(config.runners['gpu-box']).toEqual({ cpu: 'AMD EPYC 7763', vcpus: 16, gpu: 'A100', gpus: 2 })
  })

  it('reads wall readings, and refuses those that contradict the flags', () => {
    const file = read('full-watts: 0.2 kW\nrunners: {box: {cpu: EPYC 7763, idle-watts: 60, full-watts: 210}}\n')
    expect(file.values).toEqual({ 'full-watts': 200 })
    expect(file.runners['box']).toEqual({ cpu: 'EPYC 7763', 'idle-watts': 60, 'full-watts': 210 })
    expect(() => resolve({ given: { 'idle-watts': 250 }, file, base: null })).toThrow(
      'idle-watts is 250 and full-watts is 200',
    )
  })

  it('an empty file sets nothing', () => {
    expect(read('')).toEqual({ ...EMPTY_CONFIG, path: 'carbon-gate.yml' })
    expect(read('# nothing yet\n')).toEqual({ ...EMPTY_CONFIG, path: 'carbon-gate.yml' })
  })

  it.each([
    ['budget-lines: [5 g]', /key "budget-lines" is unknown/],
    ['buget: 5 g', /did you mean budget\?/],
    ['mode: job', /key "mode" is unknown/],
    ['budgets: [5 ug]', /carbon-gate.yml: budget "5 ug" cannot be read/],
    ['budgets: {a: 1}', /needs a list of lines/],
    ['pue: 0.5', /carbon-gate.yml: pue is "0.5"/],
    ['pue: [1, 2]', /pue/],
    ['- 5 g', /settings are needed/],
    ['5 g', /settings are needed/],
    ['a: b: c', /carbon-gate.yml:1: Nested mappings are not allowed in compact mappings$/],
    ['pue: 1\npue: 2', /unique/i],
    ['extends: ../evil', /owner\/repo\/path@ref/],
    ['runners: {x: {cpus: 3}}', /runners.x.cpus/],
    ['runners: {x: {watts: 100000}}', /runners.x.watts is "100000": a number of at least 0.1 and at most 30000 \(W\)/],
    ['runners: {x: {idle-watts: 90, full-watts: 40}}', /runners.x.idle-watts is 90 and runners.x.full-watts is 40/],
    ['idle-watts: -5', /idle-watts is "-5"/],
    ['__proto__: {enforce: false}', /unknown/],
    ['constructor: 1', /unknown/],
    ['pue: &a [*a]', /./],
  ])('refuses %j in one line', (text, message) => {
    expect(() => read(text)).toThrow(ConfigurationError)
    expect(() => read(text)).toThrow(message)
    try {
      read(text)
    } catch (error) {
      expect((error as Error).message).not.toContain('\n')
    }
  })

  it('refuses an alias bomb and an oversized file fast', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
    ].join('\n')
    expect(() => read(bomb)).toThrow(ConfigurationError)
    expect(() => read('#'.repeat(200_000))).toThrow(/at most/)
  })

  it.each([
    ['nested lists', '['.repeat(50_000), /more than 2000 brackets/],
    ['nested mappings', '{a: '.repeat(20_000), /more than 2000 brackets/],
    ['a line of quotes', `budgets: ['5 g${'"'.repeat(90_000)}x']`, /it has 90004 characters/],
    ['a line of points', `budgets: ['5 g${'. '.repeat(45_000)}x']`, /characters/],
    ['a line just short enough', `budgets: ['5 g${'"'.repeat(390)}x']`, /the unit/],
    ['several documents', 'budgets: [5 g]\n---\nbudgets: [1 t]', /^c\.yml:2: it has several documents: keep one/],
    [
      'a key with an invisible character',
      'bud\u200bgets: [5 g]',
      /key "bud\\u200bgets" is unknown; did you mean budgets/,
    ],
  ])('refuses %s at once', async (_name, text, message) => {
    const spent = await cpuMsOf(() => expect(() => parseConfigFile(text, 'c.yml')).toThrow(message))
    expect(spent).toBeLessThan(1_000)
  })

  it('matches its published schema', () => {
    const validate = new Ajv2020({ strict: false }).compile(configJsonSchema())
    expect(validate({ budgets: ['5 g'], pue: 1.2, region: 'azure:eastus' })).toBe(true)
    expect(validate({ nonsense: 1 })).toBe(false)
    expect(validate({ pue: 0.2 })).toBe(false)
  })
})

describe('precedence', () => {
  const file = { ...EMPTY_CONFIG, budgets: [parseBudget('9 g')], values: { pue: 1.3, 'min-coverage': 0.5 } }
  const given = { pue: 1.1, budget: [parseBudget('1 Wh')] }

  it('a step wins over the file, budgets of both apply', () => {
    const { settings, budgets } = resolve({ given, file, base: null })
    expect(settings.pue).toBe(1.1)
    expect(settings['min-coverage']).toBe(0.5)
    expect(budgets.map(({ budget, source }) => [budget.line, source])).toEqual([
      ['9 g', 'file'],
      ['1 Wh', 'input'],
    ])
  })

  it('on a pull request the base commit wins, and its budget can only be tightened', () => {
    const base = { ...EMPTY_CONFIG, budgets: [parseBudget('5 g')], values: { pue: 1.2, enforce: true } }
    const loosened = { ...EMPTY_CONFIG, budgets: [parseBudget('50 g')], values: { enforce: false, 'min-coverage': 0 } }
    const { settings, budgets } = resolve({ given, file: loosened, base })
    expect(settings).toMatchObject({ pue: 1.2, enforce: true, 'min-coverage': 0.9 })
    expect(budgets.map(({ budget, source }) => [budget.line, source])).toEqual([
      ['5 g', 'base'],
      ['1 Wh', 'input'],
    ])
    const tightened = { ...loosened, budgets: [parseBudget('3 g'), parseBudget('20 g per workflow')] }
    expect(resolve({ given, file: tightened, base }).budgets.map(({ budget }) => budget.line)).toEqual([
      '5 g',
      '3 g',
      '20 g per workflow',
      '1 Wh',
    ])
  })
})

it('columns of a log as a mapping, with the units in the text or beside it', () => {
  const lines = (text: string): unknown => parseConfigFile(text, 'c.yml').values['log-columns']
  const wanted = ['energy: used in kWh', 'emissions: co2 in kg', 'run: job']
  expect(lines('mapping: {energy: used in kWh, emissions: co2 in kg, run: job}')).toEqual(wanted)
  expect(lines('log-columns: {energy: used in kWh, emissions: co2 in kg, run: job}')).toEqual(wanted)
  expect(lines('mapping: {energy: used, unit: kWh, emissions: co2, emissions-unit: kg, name: job}')).toEqual(wanted)
  expect(() => lines('mapping: {energy: used in kWh, time-unit: s}')).toThrow(/unit and no column of time/)
})
