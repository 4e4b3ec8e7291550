import { describe, expect, it } from 'vitest'
import { type TrustedInputs, trustedInputs } from '../../../src/app/policy/input-trust.ts'
import { type SetValues, readSettings } from '../../../src/app/settings/table.ts'

type Given = Parameters<typeof readSettings>[0]

function trust(
  given: Given,
  { set = {}, base = null, isProtected = false }: { set?: Given; base?: Given | null; isProtected?: boolean } = {},
): TrustedInputs {
  const inputs: SetValues | null = base && readSettings(base)
  return trustedInputs(readSettings(given), readSettings(set), inputs, isProtected)
}

const IGNORED = 'Inputs that a pull request may not set are ignored: '
const IN_FORCE = 'Inputs that any pull request can change are in force: '

describe('inputs of a proposal', () => {
  it('that say what the step does count, without a note', () => {
    const given = { mode: 'logs', logs: 'emissions.csv', comment: 'false', budget: '5 g' }
    expect(trust(given)).toEqual({ given: readSettings(given), notes: [] })
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
    const trusted = trust({ pue: '1.5', mode: 'report' }, { isProtected: true, base: { pue: '1.5' } })
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
    [{ mode: 'job' }, { mode: 'estimate' }],
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
  ])('are listed where they differ from the base: %o to %o', (before, after) => {
    const name = Object.keys(before)[0] ?? ''
    const changed = (given: Given): string[] =>
      trust(given, { base: before }).notes.map(({ code, text }) => `${code}: ${text}`)
    const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
    const [old, now] = [before, after].map((given) => text(Object.values(readSettings(given))[0]))
    const start = 'unprotected-input: Inputs that decide what is judged are changed here: '
    expect(changed(before)).toEqual([])
    expect(changed(after)).toEqual([`${start}${name} from ${old} to ${now}.`])
    expect(changed({})).toEqual([`${start}${name} from ${old} to not set.`])
    // An input that the base does not set, or that its file sets, counts as unchanged.
    expect(trust(after, { base: {} }).notes).toEqual([])
    expect(trust(after, { base: before, set: after }).notes).toEqual([])
  })

  it('are listed in one note', () => {
    const { notes } = trust({ hours: '1', units: '20 tests' }, { base: { hours: '2', units: '10 tests' } })
    expect(notes).toHaveLength(1)
    expect(notes[0]?.text).toMatch(/: units from .+; hours from 2 to 1\.$/)
  })
})
