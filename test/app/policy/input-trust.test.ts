import { describe, expect, it } from 'vitest'
import { type TrustedInputs, trustedInputs } from '../../../src/app/policy/trusted-inputs.ts'
import { type SettingName, readSettings } from '../../../src/app/settings/table.ts'

type Given = Parameters<typeof readSettings>[0]

function trust(
  given: Given,
  {
    set = {},
    base = null,
    unknown = [],
    isProtected = false,
  }: { set?: Given; base?: Given | null; unknown?: readonly SettingName[]; isProtected?: boolean } = {},
): TrustedInputs {
  const inputs = base && { values: readSettings(base), unknown: new Set(unknown), otherConfigs: [] }
  return trustedInputs(readSettings(given), readSettings(set), inputs, isProtected)
}

const IGNORED = 'Inputs that a pull request may not set are ignored: '
const IN_FORCE = 'Inputs that any pull request can change are in force: '

describe('inputs of a proposal', () => {
  it('that say what the step does count, without a note', () => {
    const given = { mode: 'logs', logs: 'emissions.csv', comment: 'false', budget: '5 g' }
    expect(trust(given)).toEqual({ given: readSettings(given), notes: [] })
  })

  it('that say what is judged count also where the file of the base is protected, and their change is listed', () => {
    const base = { units: '1000 tests', pue: '1.2' }
    const { given, notes } = trust({ units: '1000000 tests', pue: '1.1' }, { base, isProtected: true })
    expect(given).toEqual(readSettings({ units: '1000000 tests' }))
    expect(notes).toHaveLength(2)
    expect(notes[0]?.text).toContain('pue')
    expect(notes[1]?.text).toMatch(/: units from 1000 tests to 1000000 tests\.$/)
  })

  it.each<[string, Given, boolean]>([
    ['enforce', { enforce: 'false' }, true],
    ['enforce', { enforce: 'true' }, false],
    ['embodied', { embodied: 'false' }, true],
    ['embodied', { embodied: 'true' }, false],
    ['on-measurement-error', { 'on-measurement-error': 'warn' }, true],
    ['on-measurement-error', { 'on-measurement-error': 'fail' }, false],
    ['on-period-exceeded', { 'on-period-exceeded': 'warn' }, true],
    ['on-period-exceeded', { 'on-period-exceeded': 'fail' }, false],
    ['min-coverage', { 'min-coverage': '0.89' }, true],
    ['min-coverage', { 'min-coverage': '0.9' }, false],
    ['min-coverage', { 'min-coverage': '1' }, false],
    ['stop-grace', { 'stop-grace': '301' }, true],
    ['stop-grace', { 'stop-grace': '300' }, false],
    ['max-api-wait', { 'max-api-wait': '0' }, true],
    ['max-api-wait', { 'max-api-wait': '10' }, false],
    ['waiver-label', { 'waiver-label': 'mine' }, true],
    ['waiver-label', { 'waiver-label': 'Carbon-Waiver' }, false],
    ['waiver-label', { 'waiver-label': '' }, false],
    ['pue', { pue: '1.5' }, true],
    ['zone', { zone: 'DE' }, true],
    ['ledger', { ledger: 'other' }, true],
  ])('are listed where they loosen: %s as %o', (name, given, isLooser) => {
    const trusted = trust(given)
    expect(trusted.given).toEqual(readSettings(given))
    expect(trusted.notes.map(({ code, level }) => [code, level])).toEqual(
      isLooser ? [['unprotected-input', 'warning']] : [],
    )
    if (isLooser) {
      const value = Object.values(readSettings(given))[0]
      expect(trusted.notes[0]?.text).toBe(
        `${IN_FORCE}${name}: ${String(value)}. Set them in the config file of the base branch to protect them.`,
      )
    }
  })

  it('are listed together, as information if the workflow of the base sets all of them', () => {
    const given = { pue: '1.5', zone: 'DE' }
    const levels = (base: Given): (string | undefined)[] => trust(given, { base }).notes.map(({ level }) => level)
    expect(levels(given)).toEqual(['info'])
    expect(levels({ pue: '1.5' })).toEqual(['warning'])
    expect(levels({ pue: '1.5', zone: 'FR' })).toEqual(['warning'])
    expect(trust(given, { base: given }).notes[0]?.text).toContain(`${IN_FORCE}pue: 1.5; zone: DE. `)
  })

  it('that lead elsewhere count only if the workflow or the file of the base sets them', () => {
    const given = { 'grid-provider': 'uk', 'grid-url': 'https://grid.example' }
    const all = `${IGNORED}grid-provider: uk; grid-url: https://grid.example. Set them in the config file of the base branch.`
    expect(trust(given)).toMatchObject({ given: {}, notes: [{ code: 'input-ignored', level: 'warning', text: all }] })
    expect(trust(given, { base: given })).toEqual({ given: readSettings(given), notes: [] })
    expect(trust(given, { set: given })).toEqual({ given: readSettings(given), notes: [] })
    const other = trust(given, { base: { ...given, 'grid-url': 'https://other.example' } })
    expect(Object.keys(other.given)).toEqual(['grid-provider'])
  })

  it('that decide the verdict do not count over a protected file, and those of the task do', () => {
    const trusted = trust({ pue: '1.5', mode: 'report' }, { isProtected: true, base: { pue: '1.5', mode: 'report' } })
    expect(trusted.given).toEqual({ mode: 'report' })
    expect(trusted.notes).toMatchObject([{ code: 'input-ignored', text: expect.stringContaining('pue: 1.5.') }])
  })

  it('are not listed where the file of the base overrules them', () => {
    expect(trust({ pue: '1.5' }, { set: { pue: '1.1' }, isProtected: true })).toEqual({
      given: { pue: 1.5 },
      notes: [],
    })
  })
})

describe('inputs that decide what is judged', () => {
  it.each<[Given, Given]>([
    [{ mode: 'workflow' }, { mode: 'estimate' }],
    [{ logs: 'a.csv' }, { logs: 'b.csv' }],
    [{ format: 'zeus' }, { format: 'codecarbon' }],
    [{ usage: 'a.jsonl' }, { usage: 'b.jsonl' }],
    [{ units: '10 tests' }, { units: '20 tests' }],
    [{ plan: 'a.yml' }, { plan: 'b.yml' }],
    [{ hours: '10' }, { hours: '1' }],
    [{ processors: '4' }, { processors: '2' }],
    [{ watts: '300' }, { watts: '200' }],
    [{ cpu: 'EPYC 7763' }, { cpu: 'EPYC 9655' }],
    [{ vcpus: '4' }, { vcpus: '2' }],
    [{ gpu: 'A100' }, { gpu: 'T4' }],
    [{ gpus: '4' }, { gpus: '2' }],
    [{ utilization: '80' }, { utilization: '20' }],
    [{ 'gpu-utilization': '80' }, { 'gpu-utilization': '20' }],
    [{ 'memory-gb': '16' }, { 'memory-gb': '8' }],
    [{ instance: 'aws:g5.xlarge' }, { instance: 'aws:t3.micro' }],
    [{ 'gpu-watts': '300' }, { 'gpu-watts': '30' }],
    [{ interval: '1 s' }, { interval: '100 ms' }],
    [{ 'stop-at': 'day\nweek' }, { 'stop-at': 'day' }],
    [{ 'min-coverage': '0.99' }, { 'min-coverage': '0.95' }],
    [{ 'stop-grace': '30 s' }, { 'stop-grace': '200 s' }],
  ])('are listed where they differ from the base: %o to %o', (before, after) => {
    const name = Object.keys(before)[0] ?? ''
    const changed = (given: Given): string[] =>
      trust(given, { base: before }).notes.map(({ code, text }) => `${code}: ${text}`)
    const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
    const [old, now] = [before, after].map((given: Given) => given.units ?? text(Object.values(readSettings(given))[0]))
    const start = 'unprotected-input: Inputs that decide what is judged are changed here: '
    expect(changed(before)).toEqual([])
    expect(changed(after)).toEqual([`${start}${name} from ${old} to ${now}.`])
    expect(changed({})).toEqual([`${start}${name} from ${old} to not set.`])
    // An input that the file of the base sets, or that is unknown, counts as unchanged.
    expect(trust(after, { base: before, set: after }).notes).toEqual([])
    expect(trust(after, { base: {}, unknown: [name as SettingName] }).notes).toEqual([])
    expect(trust(after).notes).toEqual([])
  })

  it.each<[Given, string]>([
    [{ mode: 'estimate' }, 'mode from not set to estimate'],
    [{ units: '1000000 tests' }, 'units from not set to 1000000 tests'],
    [{ 'log-columns': 'energy: idle in kWh' }, 'log-columns from not set to ["energy: idle in kWh"]'],
    [{ 'gpu-watts': '1' }, 'gpu-watts from not set to 1'],
  ])('are listed where the workflow of the base does not set them: %o', (given, listed) => {
    const { notes } = trust(given, { base: {} })
    expect(notes.map(({ text }) => text)).toEqual([`Inputs that decide what is judged are changed here: ${listed}.`])
  })

  it('are not listed where the base writes the default out', () => {
    const base = { mode: 'job', strict: 'false', 'on-exceed': 'fail', 'min-coverage': '0.9', enforce: 'true' }
    expect(trust({}, { base }).notes).toEqual([])
  })

  it.each([
    ['5 g', '50 kg', 'budget from 5 g to 50 kg'],
    ['5 g\n2 Wh', '5 g', 'budget from 5 g, 2 Wh to 5 g'],
    ['+10 % vs main', '+100 % vs main', 'budget from +10 % vs main to +100 % vs main'],
    ['5 g', '', 'budget from 5 g to not set'],
    ['5 g', '3 g\n1 Wh', null],
    ['5 g', '5000 mg', null],
  ])('are listed where the budget %j becomes %j and loosens', (before, after, listed) => {
    const { notes, given } = trust({ budget: after }, { base: { budget: before }, set: { budget: '1 kg' } })
    expect(given).toEqual(readSettings({ budget: after }))
    const text = `Inputs that decide what is judged are changed here: ${listed}.`
    expect(notes.map((each) => each.text)).toEqual(listed === null ? [] : [text])
  })

  it('are listed if the proposal removes a rule, unless only the config file decides', () => {
    const base = { pue: '1.8', zone: 'DE', comment: 'true' }
    const [only] = trust({}, { base }).notes
    expect(only?.text).toMatch(
      /: zone from DE to not set; pue from 1\.8 to not set\.$|: pue from 1\.8 to not set; zone/,
    )
    expect(trust({}, { base, isProtected: true }).notes).toEqual([])
  })

  it('are listed in one note', () => {
    const { notes } = trust({ hours: '1', units: '20 tests' }, { base: { hours: '2', units: '10 tests' } })
    expect(notes).toHaveLength(1)
    expect(notes[0]?.text).toMatch(/: hours from 2 to 1; units from .+\.$/)
  })
})
