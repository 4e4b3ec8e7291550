import type { SetBudget } from '../../core/judge-report.ts'
import type { Metric } from '../../core/units.ts'
import { type MachineFacts, readMachine } from '../../sensors/machine.ts'
import { rootFrom } from '../../sensors/root.ts'
import { hardwareOf } from '../../power/hardware.ts'
import type { MachinePower } from '../../power/running-machine.ts'
import { type GridAccess, findSite } from '../grid/site-factors.ts'
import { machinePower } from '../power/machine-power.ts'
import type { Settings } from '../settings/table.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import type { StopHistory } from './named-lines.ts'
import { type StopLines, ratesAt, stopLines } from './stop-lines.ts'
import { surroundingsOf } from '../../grid/locate.ts'
import { reservedMachine } from '../measure/measured-report.ts'

/** What is known before a command or job starts, for its progress and its budget. */
export interface Prospect {
  readonly machine: MachineFacts
  readonly power: MachinePower
  readonly rates: ReturnType<typeof ratesAt>
  readonly lines: StopLines
  /** Service life of the hardware, years; null: manufacture is not counted. */
  readonly lifetimeYears: number | null
}

/** What the prospect follows from. */
export interface ProspectBasis {
  readonly settings: Settings
  readonly budgets: readonly SetBudget[]
  readonly env: NodeJS.ProcessEnv
  readonly access: GridAccess
  /** What is known of earlier work, where `stop-at` names a line that needs it. */
  readonly history?: StopHistory | null
}

/** Finds machine, power curve, place and budget lines before the work starts. @throws ConfigurationError */
export async function prospectOf({ settings, budgets, env, access, history = null }: ProspectBasis): Promise<Prospect> {
  const machine = readMachine(rootFrom(env))
  const power = machinePower(machine, readingsOf(settings))
  const site = await findSite(settings, {
    surroundings: surroundingsOf(env, machine),
    access,
    ownMachine: machine.isVirtual === false && !env['CI'],
  })
  const reserved = reservedMachine({ machine, power, gpus: [] })
  const hardware = site.lifetimeYears && hardwareOf(reserved, site.lifetimeYears)
  const rates = ratesAt(site, hardware)
  return {
    machine,
    power,
    rates,
    lines: stopLines(budgets, rates, { kinds: settings['stop-at'], history }),
    lifetimeYears: hardware?.lifetimeYears.value ?? null,
  }
}

/** Base units of a metric that are used so far; null: unknown. */
export function usedOf(
  { rates }: Prospect,
  metric: Metric,
  { itWh, seconds }: { readonly itWh: number; readonly seconds: number },
): number | null {
  const rate = rates[metric]
  return rate && rate.perWh * itWh + rate.perSecond * seconds
}

/** Why `on-exceed: stop` has no effect; null if it has. */
export function whyUnarmed(
  { settings, budgets }: Pick<ProspectBasis, 'settings' | 'budgets'>,
  { lines }: Pick<Prospect, 'lines'>,
): string | null {
  if (!settings.enforce) return 'enforce is false, so the budget only reports'
  if (lines.lines.length > 0) return null
  if (budgets.length === 0) return 'no budget is set'
  const listed = lines.others.map(({ line, reason }) => `${line} (${reason})`).join('; ')
  return `no budget line can stop the work: ${listed}`
}
