import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/app/commands/context.ts'
import { assertStopFlags, stopProblem } from '../../../src/app/commands/stop-request.ts'
import { DEFAULTS, type SetValues } from '../../../src/app/settings/table.ts'
import type { StopHistory } from '../../../src/app/stop/named-lines.ts'
import type { Prospect } from '../../../src/app/stop/prospect.ts'
import { stopLines } from '../../../src/app/stop/stop-lines.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { runCommand } from '../../run-command.ts'

const NOW_MS = Date.UTC(2026, 10, 28)
const RATES = { energy: { perWh: 1, perSecond: 0 }, emissions: { perWh: 1, perSecond: 0 }, water: null }

/** What a command with these flags runs with. */
function contextOf(line: string, flags: SetValues): Context {
  const given: SetValues = { 'on-exceed': 'stop', ...flags }
  const budgets = [{ budget: parseBudget(line), source: 'flag' }]
  return { given, settings: { ...DEFAULTS, ...given }, budgets } as unknown as Context
}

function problemOf(context: Context, history: StopHistory | null): ReturnType<typeof stopProblem> {
  const lines = stopLines(context.budgets, RATES, { kinds: context.settings['stop-at'], history })
  return stopProblem(context, { lines } as Prospect)
}

describe('--on-exceed stop without a line that can stop the command', () => {
  it('is only a note where the ledger cannot be read, which is not a mistake of the user', () => {
    const context = contextOf('2 kg per month', { 'stop-at': ['month'], ledger: 'carbon-ledger' })
    const history = { nowMs: NOW_MS, totals: {}, ledgerProblem: { text: 'the ledger is gone', blocks: false } }
    expect(problemOf(context, history)?.text).toContain('the ledger is gone')
  })

  it('is an error with the next step where no ledger is set', () => {
    const context = contextOf('2 kg per month', { 'stop-at': ['month'] })
    expect(() => problemOf(context, null)).toThrow(/no ledger is set: set ledger.*Or add a line such as --budget "5 g"/)
  })

  it('is an error for a growth line, also with a ledger that can be read', () => {
    const context = contextOf('+10 % vs main', { 'stop-at': ['growth'], ledger: 'carbon-ledger' })
    expect(() => problemOf(context, { nowMs: NOW_MS, totals: {} })).toThrow(
      'earlier runs are known only to jobs of the action',
    )
    expect(() => assertStopFlags(context, { warnSignal: null, scope: 'machine' })).toThrow(
      '--stop-at growth works only in the action',
    )
  })

  it('is an error where a period that is used up only warns', () => {
    const context = contextOf('2 kg per month', { 'stop-at': ['month'], ledger: 'carbon-ledger' })
    const history = { nowMs: NOW_MS, totals: {}, isPeriodWarned: true }
    expect(() => problemOf(context, history)).toThrow('on-period-exceeded is warn')
  })
})

describe('--scope command', () => {
  it('is refused with --on-exceed stop, which would count the whole machine and stop too early', () => {
    const flags = { warnSignal: null, scope: 'command' } as const
    expect(() => assertStopFlags(contextOf('5 g', {}), flags)).toThrow('does not work with on-exceed: stop')
    expect(() => assertStopFlags(contextOf('5 g', { 'on-exceed': 'fail' }), flags)).not.toThrow()
  })

  it.skipIf(process.platform !== 'linux')('shows no progress, which would be that of the whole machine', async () => {
    const run = ['run', '--scope', 'command', '--budget', '5 g']
    const refused = await runCommand([...run, '--progress', 'json', '--', 'true'])
    expect(refused).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--progress json does not work') as string,
    })
  })
})
