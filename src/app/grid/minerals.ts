import { MeasurementError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { type BoaviztaQuery, boavizta } from '../../grid/boavizta.ts'
import { Secrets } from '../../grid/secrets.ts'
import { WaitBudget } from '../../grid/wait-budget.ts'
import { type ReservedMachine, hostOfMachine } from '../../power/hardware.ts'
import type { Settings } from '../settings/table.ts'

/** Settings that decide whether and how long BoaviztAPI is asked. */
export type MineralSettings = Pick<Settings, 'boavizta-url' | 'embodied' | 'max-api-wait'>

/** Hardware that is reserved for some time. */
export interface Reservation {
  readonly machine: ReservedMachine
  /** Time reserved, s. */
  readonly seconds: number
}

/** Minerals of several reservations, and why they are unknown. */
export interface Minerals {
  /** kg Sb eq of each; null where it is unknown. */
  readonly kgSb: readonly (number | null)[]
  readonly notes: readonly Note[]
}

interface Item {
  readonly query: BoaviztaQuery
  readonly share: number
}

/** Minerals and metals that making the hardware took, by the user's BoaviztAPI. A failure is a note, and the figure stays unknown. */
export async function mineralsOf(
  reservations: readonly Reservation[],
  settings: MineralSettings,
  signal: AbortSignal | null = null,
): Promise<Minerals> {
  const address = settings['boavizta-url']
  const unknown = reservations.map(() => null)
  if (address === undefined || !settings.embodied) return { kgSb: unknown, notes: [] }
  const client = { budget: new WaitBudget(settings['max-api-wait'], signal), secrets: new Secrets() }
  const ask = boavizta(client, address)
  const asked = new Map<string, ReturnType<typeof ask>>()
  const askOnce = (query: BoaviztaQuery, hours: number): ReturnType<typeof ask> => {
    const key = JSON.stringify([query, hours])
    const answer = asked.get(key) ?? ask(query, hours)
    asked.set(key, answer)
    return answer
  }
  try {
    let hasFossil = false
    const kgSb = await Promise.all(
      reservations.map(async ({ machine, seconds }) => {
        const items = itemsOf(machine)
        if (items.length === 0 || !(seconds > 0)) return null
        const figures = await Promise.all(items.map(({ query }) => askOnce(query, seconds / 3600)))
        hasFossil ||= figures.some(({ criterion }) => criterion === 'adp')
        return figures.reduce((sum, figure, at) => sum + figure.kgSb * (items[at]?.share ?? 0), 0)
      }),
    )
    return { kgSb, notes: [sourceNote(hasFossil)] }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    return { kgSb: unknown, notes: [note('minerals-unknown', `BoaviztAPI: ${error.message}; minerals are unknown`)] }
  }
}

/** Adds the minerals of a machine to a draft. */
export async function withMinerals(
  draft: UnjudgedReport,
  machine: ReservedMachine,
  settings: MineralSettings,
  signal: AbortSignal | null = null,
): Promise<UnjudgedReport> {
  if (settings['boavizta-url'] === undefined) return draft
  const { kgSb, notes } = await mineralsOf([{ machine, seconds: draft.duration_s ?? 0 }], settings, signal)
  return { ...draft, minerals_kg_sb: kgSb[0] ?? null, notes: [...draft.notes, ...notes] }
}

function itemsOf(machine: ReservedMachine): Item[] {
  const { hostCount = 1 } = machine
  if (machine.instance) {
    const { provider, type } = machine.instance
    return [{ query: { kind: 'instance', provider, type }, share: hostCount }]
  }
  const host = hostOfMachine(machine)
  const counts = new Map<string, number>()
  for (const name of machine.gpus) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [
    ...(host
      ? [
          {
            query: {
              kind: 'server' as const,
              cpu: machine.power?.cpu.name || null,
              sockets: host.sockets,
              memoryGb: host.memoryGb,
            },
            share: host.share * hostCount,
          },
        ]
      : []),
    ...[...counts].map(([name, share]) => ({ query: { kind: 'gpu' as const, name }, share })),
  ]
}

function sourceNote(hasFossil: boolean): Note {
  const fossil = hasFossil ? '; a part of it counts fossil resources too, because the API has no other figure' : ''
  return note('minerals-source', `minerals by your BoaviztAPI, manufacture only${fossil}`)
}
