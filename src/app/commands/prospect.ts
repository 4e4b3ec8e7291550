import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import type { Metric } from '../../core/units.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import { readMachine } from '../../sensors/machine.ts'
import { rootFrom } from '../../sensors/root.ts'
import { hardwareOf } from '../../power/hardware.ts'
import type { MachinePower } from '../../power/running-machine.ts'
import { priced } from '../grid/site-factors.ts'
import { machinePower } from '../power/machine-power.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import { type StopLines, ratesAt, stopLines } from '../stop/stop-lines.ts'
import { type Context, gridAccessOf } from './context.ts'

/** What is known before a command starts, for its progress and its budget. */
export interface Prospect {
  readonly machine: MachineFacts
  readonly power: MachinePower
  readonly rates: ReturnType<typeof ratesAt>
  readonly lines: StopLines
  /** Service life of the hardware, years; null: manufacture is not counted. */
  readonly lifetimeYears: number | null
}

/** Finds machine, power curve, place and budget lines before the command starts. @throws ConfigurationError */
export async function prospectOf(context: Context): Promise<Prospect> {
  const { settings, env, budgets } = context
  const machine = readMachine(rootFrom(env))
  const power = machinePower(machine, readingsOf(settings))
  const pricing = await priced(settings, {
    surroundings: { env, looksLike: machine.cloud ? [machine.cloud] : [] },
    access: gridAccessOf(context),
    ownMachine: machine.isVirtual === false && !env['CI'],
  })
  const reserved = {
    power,
    threads: machine.vcpus,
    memoryGb: machine.memoryGb,
    sockets: machine.isVirtual === false ? machine.sockets : null,
    gpus: [],
  }
  const hardware = pricing.lifetimeYears && hardwareOf(reserved, pricing.lifetimeYears)
  const rates = ratesAt(pricing, hardware)
  return {
    machine,
    power,
    rates,
    lines: stopLines(budgets, rates),
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

/**
 * Why `on-exceed: stop` stops nothing here; null if it does.
 * @throws ConfigurationError if it was asked for by a flag: a gate that is silently off is worse than an error
 */
export function stopProblem({ settings, given, budgets }: Context, { lines }: Prospect): Note | null {
  const reason = !settings.enforce
    ? 'enforce is false, so the budget only reports'
    : lines.lines.length > 0
      ? null
      : budgets.length === 0
        ? 'no budget is set'
        : `no line can stop a command: ${lines.others.map(({ line, reason }) => `${line} (${reason})`).join('; ')}`
  if (reason === null) return null
  if (given['on-exceed'] === 'stop' && settings.enforce) {
    throw new ConfigurationError(
      `--on-exceed stop has nothing to stop at: ${reason}. Add a line such as --budget "5 g" or --budget "0.8 Wh"`,
    )
  }
  return note('stop-not-armed', `on-exceed: stop has no effect: ${reason}.`)
}
