import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ACTION_DEFAULTS } from '../../../src/app/action/defaults.ts'
import { givenInputs } from '../../../src/app/action/inputs.ts'
import { DEFAULTS, SETTINGS, readSetting, readSettings } from '../../../src/app/settings/table.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'
import { VERSION } from '../../../src/core/version.ts'

const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> }
/** Inputs that are no settings: secrets, and what sets itself. */
const SECRETS = new Set(['github-token', 'grid-token', 'job-check-run-id', 'job-matrix', 'repository-visibility'])

describe('action.yml and the table of settings', () => {
  it('name the same inputs', () => {
    const inputs = Object.keys(action.inputs).filter((name) => !SECRETS.has(name))
    expect(inputs.sort()).toEqual(Object.keys(SETTINGS).sort())
  })

  it('have the same defaults', () => {
    const defaults = Object.entries(action.inputs).filter(([name, input]) => input.default && !SECRETS.has(name))
    expect(Object.fromEntries(defaults.map(([name, input]) => [name, input.default]))).toEqual(ACTION_DEFAULTS)
    expect(readSettings(ACTION_DEFAULTS)).toEqual(
      Object.fromEntries(Object.entries(DEFAULTS).filter(([name]) => Object.hasOwn(ACTION_DEFAULTS, name))),
    )
  })

  it('an input left at its default is not set', () => {
    expect(givenInputs({ 'INPUT_MIN-COVERAGE': '0.9', INPUT_ENFORCE: 'true', INPUT_BUDGET: '' })).toEqual({})
    expect(givenInputs({ 'INPUT_MIN-COVERAGE': ' 0.5 ', INPUT_ENFORCE: 'false' })).toEqual({
      'min-coverage': 0.5,
      enforce: false,
    })
  })
})

describe('reading a setting', () => {
  it.each([
    ['min-coverage', '1.1', /min-coverage is "1.1": a number of at least 0 and at most 1 is needed/],
    ['min-coverage', '', /at least 0/],
    ['pue', '0.9', /at least 1/],
    ['pue', '1,5', /at least 1/],
    ['hours', '0x10', /hours is "0x10"/],
    ['gpus', '1.5', /whole number/],
    ['enforce', 'yes', /use true or false/],
    ['mode', 'jobs', /use one of job, report/],
    ['interval', '0', /time from 0.1 s/],
    ['interval', '5 parsecs', /time from/],
    ['units', '0 tests', /a count above 0/],
    ['intensity', 'NaN', /at least 0/],
    ['watts', '100 kW', /watts is "100 kW": a number of at least 0.1 and at most 30000 \(W\) is needed/],
    ['watts', '0.001', /at least 0.1/],
    ['idle-watts', '1 mW', /at least 0.1/],
    ['full-watts', '900000', /at most 30000/],
    ['gpu-watts', '100 kW', /gpu-watts is "100 kW": a number of at least 0.1 and at most 4000/],
  ] as const)('refuses %s %j', (name, text, message) => {
    expect(() => readSetting(name, text)).toThrow(ConfigurationError)
    expect(() => readSetting(name, text)).toThrow(message)
  })

  it.each([
    ['watts', '300W', 300],
    ['watts', '0.3 kW', 300],
    ['hours', '10h', 10],
    ['hours', '90 min', 1.5],
    ['hours', '2 days', 48],
    ['intensity', '450 g/kWh', 450],
    ['intensity', '450 gCO2e/kWh', 450],
    ['intensity', '0.45 kg/kWh', 450],
    ['intensity', '0.45 kg CO₂/kWh', 450],
    ['pue', '120%', 1.2],
    ['min-coverage', '90 %', 0.9],
    ['utilization', '50%', 50],
    ['memory-gb', '16 GB', 16],
    ['watts', '1e3', 1000],
  ] as const)('reads %s %j as %d', (name, text, value) => {
    expect(readSetting(name, text)).toBe(value)
  })

  it.each([
    ['watts', '300 w', /unit "w" is unknown: use W, kW/],
    ['hours', '1:30', /hours is "1:30": a number of hours is needed: 1\.5$/],
    ['vcpus', '4 cores', /"cores" is not part of a number/],
    ['pue', '1,2', /the decimal point is a dot: 1.2$/],
    ['hours', '1,000', /the decimal point is a dot: 1.000, or 1000 without the comma/],
    ['units', '5k inferences', /`5000 inferences`/],
    ['units', '5,000 inferences', /`5000 inferences`/],
  ] as const)('says how %s %j is written', (name, text, message) => {
    expect(() => readSetting(name, text)).toThrow(ConfigurationError)
    expect(() => readSetting(name, text)).toThrow(message)
  })

  it('reads times with and without a unit', () => {
    expect(readSetting('interval', '500 ms')).toBe(0.5)
    expect(readSetting('interval', '2')).toBe(2)
    expect(readSetting('max-api-wait', '1 min')).toBe(60)
  })
})

it('the version is that of package.json', () => {
  expect(VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})
