import { firstNames } from '../../core/first-names.ts'
import type { Units } from '../../core/functional-unit.ts'
import { OMITTED_HARDWARE } from '../../core/embodied.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import type { Judgeable } from '../../core/judge-report.ts'
import { type Note, note, uniqueNotes } from '../../core/notes.ts'
import { MAX_COUNTS, type Part } from '../../core/report.ts'
import { cappedParts, mineralsOfParts, totalsOfParts } from '../../core/totals.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { plain, quantity, rangeOf } from '../../render/quantities.ts'
import type { Settings } from '../settings/table.ts'
import { readUsage } from './read-usage.ts'
import { recordPart } from './record-to-part.ts'
import { leastLocalWh, usageCounts } from './usage-energy.ts'
import { usageSite } from './usage-site.ts'

/** Name of the part, for people: most usage in CI is of coding agents. */
const PART_NAME = 'agents'

/**
 * Adds the tokens of language models to what was measured: those that ran elsewhere as a part with its energy, those of a model on this
 * machine as counts, because its energy is measured.
 * @param workspace folder that relative names are in
 */
export async function withUsage(judgeable: Judgeable, settings: Settings, workspace: string): Promise<Judgeable> {
  if (settings.usage === undefined || settings.usage.length === 0) return judgeable
  const usage = await readUsage(settings, workspace)
  const { draft, judging } = judgeable
  const elsewhere = usage.records.filter(({ itWh }) => itWh !== null)
  const here = usage.records.filter(({ itWh }) => itWh === null)
  const joined = elsewhere.length === 0 ? { draft, notes: [] } : withTokensElsewhere(draft, elsewhere)
  const counts = usageCounts(usage.records.flatMap((record) => record.usage ?? []))
  const leastWh = leastLocalWh(here)
  const isLost = leastWh > (draft.energy.high_wh ?? draft.energy.total_wh ?? Infinity)
  const isIncomplete = usage.isIncomplete || (isLost && settings['on-measurement-error'] === 'fail')
  return {
    draft: {
      ...joined.draft,
      ...unitsAndCounts(draft, counts),
      notes: uniqueNotes([
        ...draft.notes,
        ...joined.notes,
        ...hereNotes(here, isLost ? leastWh : null),
        ...earlierNotes(usage.records, draft.started_at),
        ...usage.notes,
      ]),
    },
    judging: { ...judging, doubt: judging.doubt ?? (isIncomplete ? 'energy-missing' : null) },
  }
}

function unitsAndCounts(draft: UnjudgedReport, tokens: readonly Units[]): Pick<UnjudgedReport, 'units' | 'counts'> {
  if (tokens.length === 0) return { units: draft.units, ...(draft.counts && { counts: draft.counts }) }
  const sums = new Map<string, number>()
  const own = draft.units ? [draft.units] : []
  for (const { name, count } of [...(draft.counts ?? own), ...tokens]) sums.set(name, (sums.get(name) ?? 0) + count)
  const counts = [...sums].map(([name, count]) => ({ name, count })).slice(0, MAX_COUNTS)
  return { units: draft.units ?? counts[0] ?? null, counts }
}

/** Adds a part with the energy of the models elsewhere to a draft and to its sums. */
function withTokensElsewhere(
  draft: UnjudgedReport,
  records: readonly EnergyRecord[],
): { readonly draft: UnjudgedReport; readonly notes: readonly Note[] } {
  const parts = records.map((record) => recordPart(record, { pue: null, ...usageSite(record) }).part)
  const counts = usageCounts(records.flatMap((record) => record.usage ?? []))
  const totals = totalsOfParts(parts)
  const totalG = totals.emissions.total_g
  const part: Part = {
    kind: 'component',
    name: PART_NAME,
    started_at: null,
    ended_at: null,
    duration_s: null,
    ...totals,
    minerals_kg_sb: mineralsOfParts(parts),
    counts: counts.map((each) => ({ ...each, g_per_unit: totalG === null ? null : totalG / each.count })),
    parts: cappedParts(parts),
  }
  const own: Part = {
    ...draft,
    kind: 'job',
    name: draft.subject.name,
    duration_s: draft.duration_s,
    units: null,
    counts: [],
  }
  const { coverage: _, energy, ...sums } = totalsOfParts([own, part])
  const { energy: machine } = draft
  const notCounted = draft.basis.not_counted.filter((text) => text !== SERVICES)
  return {
    draft: {
      ...draft,
      ...sums,
      minerals_kg_sb: mineralsOfParts([own, part]),
      // The split is the machine's; what the models used is in none of its components.
      energy: {
        ...energy,
        cpu_wh: machine.cpu_wh,
        memory_wh: machine.memory_wh,
        gpu_wh: machine.gpu_wh,
        other_wh: machine.other_wh === null ? null : machine.other_wh + (totals.energy.it_wh ?? 0),
      },
      parts: cappedParts([...draft.parts, part]),
      basis: {
        ...draft.basis,
        not_counted: [
          ...notCounted,
          'other services that the work calls',
          OMITTED_HARDWARE.elsewhere,
          ...((part.water?.total_l ?? null) === null ? ['the water that cools the models elsewhere'] : []),
        ],
      },
    },
    notes: [elsewhereNote(part, counts, draft)],
  }
}

/** Replaced in `not_counted` once the models are counted. */
const SERVICES = 'services that the work calls'

/** `agents: 1.2 M tokens, 38 Wh, likely 9 to 150 Wh`. */
function elsewhereNote(
  { energy, emissions, intensity, water }: Part,
  counts: readonly Units[],
  draft: UnjudgedReport,
): Note {
  const likely = rangeOf({ value: energy.total_wh, low: energy.low_wh, high: energy.high_wh }, 'wh')
  const figures = [
    `${shortCount(tokensOf(counts))} tokens`,
    quantity(energy.total_wh, 'wh'),
    likely && `likely ${likely}`,
  ]
  const grid =
    intensity &&
    ` at ${Math.round(intensity.g_per_kwh)} g/kWh (${intensity.zone === null || intensity.zone === 'WORLD' ? 'the world, because no place is known' : intensity.zone})`
  const machine = quantity(draft.energy.total_wh, 'wh')
  const text = `${PART_NAME}: ${figures.filter(Boolean).join(', ')}, ${quantity(emissions.total_g, 'g')}${grid ?? ''}; used elsewhere, so apart from this machine's own ${machine}; the total has both${waterText(water)}`
  return note('usage-elsewhere', plain(text))
}

/** Why the total water of the job is unknown, where it is. */
function waterText(water: Part['water']): string {
  if ((water?.total_l ?? null) !== null) return ''
  const known = quantity(water?.offsite_l ?? null, 'l')
  return `; their water is known only at power stations (${known}), because their makers do not publish what cools the machines, so the job's total water is unknown`
}

function tokensOf(counts: readonly Units[]): number {
  return counts.filter(({ name }) => name.endsWith(' token')).reduce((sum, { count }) => sum + count, 0)
}

/** `1.2 M`, `850`. */
function shortCount(count: number): string {
  const [divisor, unit] = count >= 1e9 ? [1e9, ' G'] : count >= 1e6 ? [1e6, ' M'] : count >= 1e4 ? [1e3, ' k'] : [1, '']
  return `${Number((count / divisor).toPrecision(3))}${unit}`
}

/** How much the clocks of a service and of this machine may differ, ms. */
const CLOCKS_DIFFER_MS = 10 * 60_000

/** Warns of a log with requests from before the measurement, as one that grows from run to run: every run counts all of them. */
function earlierNotes(records: readonly EnergyRecord[], startedAt: string | null): Note[] {
  const from = Date.parse(startedAt ?? '') - CLOCKS_DIFFER_MS
  const starts = new Map<string, string>()
  for (const { file, startedAt: first } of records) {
    if (first === null || !(Date.parse(first) < from)) continue
    const known = starts.get(file)
    if (known === undefined || first < known) starts.set(file, first)
  }
  return [...starts].map(([file, first]) => {
    const text = `${file} has requests since ${first}, before the measurement began: their tokens are in the figure; give a log of this run alone`
    return note('usage-earlier', text)
  })
}

/** @param leastWh what the tokens use at least, where that is more than the machine's own figure */
function hereNotes(records: readonly EnergyRecord[], leastWh: number | null): Note[] {
  const counts = usageCounts(records.flatMap((record) => record.usage ?? []))
  if (counts.length === 0) return []
  const names = firstNames([...new Set(records.map(({ name }) => name))], 5)
  const tokens = `${shortCount(tokensOf(counts))} tokens of ${names}`
  if (leastWh === null) return [note('usage-here', `${tokens} ran on this machine: their energy is in its own figure`)]
  const text = `${tokens} use ${quantity(leastWh, 'wh')} or more, and this machine used less: they ran on another machine (then write \`local: false\` for the model in the factors file), at another time, or on a GPU that is not measured; no budget passes on this figure`
  return [note('usage-here', plain(text), 'warning')]
}
