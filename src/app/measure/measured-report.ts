import { note } from '../../core/notes.ts'
import type { Judgeable } from '../../core/judge-report.ts'
import { unjudged } from '../../core/unjudged.ts'
import { OMITTED_HARDWARE, type Hardware } from '../../core/embodied.ts'
import { type ReservedMachine, hardwareOf } from '../../power/hardware.ts'
import type { Machine, Note, Report } from '../../core/report.ts'
import { coverageShortfall } from '../../core/text.ts'
import { machinePower } from '../power/machine-power.ts'
import { type Surroundings, surroundingsOf } from '../../grid/locate.ts'
import type { Measurement } from './measurement.ts'
import { footprintOf } from '../grid/footprint.ts'
import { type SiteFactors, type SiteQuestion, type SiteSettings, findSite } from '../grid/site-factors.ts'
import { processParts } from './process-parts.ts'
import type { Settings } from '../settings/table.ts'

/** Energy that no sensor sees. */
const NOT_COUNTED = ['network and storage outside the machine', 'services that the work calls']

/** Lists what a figure leaves out; without known hardware also its manufacture. */
export function notCounted(hardware: Hardware | null): string[] {
  return hardware ? [...NOT_COUNTED] : [...NOT_COUNTED, OMITTED_HARDWARE.all]
}

/** Place, PUE and grid of a measurement; the grid by the hour, where a live provider knows it. @throws ConfigurationError */
export function siteOfMeasurement(
  { startedAt, endedAt, timeline, machine }: Measurement,
  settings: SiteSettings,
  { env, ...question }: Pick<SiteQuestion, 'access' | 'ownMachine'> & Pick<Surroundings, 'env'>,
): Promise<SiteFactors> {
  return findSite(settings, {
    ...question,
    surroundings: surroundingsOf(env, machine),
    span: { from: Date.parse(startedAt) / 1000, to: Date.parse(endedAt) / 1000 },
    timeline: timeline.map(({ startMs, endMs, watts }) => ({
      start: startMs / 1000,
      durationS: (endMs - startMs) / 1000,
      wh: (watts * (endMs - startMs)) / 3_600_000,
    })),
  })
}

/** Turns a measurement into a report, with a doubt if too little of the time is covered or a GPU is not counted. */
export function measuredDraft(
  measurement: Measurement,
  site: SiteFactors,
  subject: Report['subject'],
  settings: Pick<Settings, 'min-coverage' | 'units'>,
): Judgeable {
  const covered = measurement.coverage >= settings['min-coverage']
  const doubt = covered ? (measurement.uncountedGpus.length > 0 ? 'energy-missing' : null) : 'low-coverage'
  const hardware = site.lifetimeYears && hardwareOf(reservedMachine(measurement), site.lifetimeYears)
  const figures = {
    ...footprintOf(measurement.it, site, hardware, measurement.durationS),
    method: measurement.method,
  }
  return {
    judging: { doubt, ownScopes: ['job'] },
    draft: unjudged(subject, {
      started_at: measurement.startedAt,
      ended_at: measurement.endedAt,
      duration_s: measurement.durationS,
      machine: machineOf(measurement, site),
      scope: measurement.scope,
      ...figures,
      units: settings.units ?? null,
      coverage: measurement.coverage,
      parts: processParts(figures, measurement),
      basis: {
        power: powerBasis(measurement),
        pue: site.pue.source,
        embodied: figures.hardware?.source ?? null,
        not_counted: notCounted(hardware),
      },
      profile: measurement.profile && { ...measurement.profile, watts: [...measurement.profile.watts] },
      notes: [
        ...(covered ? [] : [coverageNote(measurement.coverage, settings['min-coverage'])]),
        ...measurement.notes,
        ...site.notes,
      ],
    }),
  }
}

/** The slice of the machine that was reserved, with its GPUs. Without a power curve the machine counts as it describes itself. */
export function reservedMachine({
  machine,
  power,
  gpus,
}: Pick<Measurement, 'machine' | 'power' | 'gpus'>): ReservedMachine {
  return {
    power: power ?? machinePower(machine),
    threads: machine.vcpus,
    memoryGb: machine.memoryGb,
    sockets: machine.isVirtual === false ? machine.sockets : null,
    gpus: gpus.map(({ name }) => name),
  }
}

function machineOf({ machine, power, gpus }: Measurement, { place }: SiteFactors): Machine {
  return {
    // A guessed CPU has the power of the guess and the name that the system shows.
    cpu: power?.cpu.how === 'guess' ? machine.cpuName : power?.cpu.name || machine.cpuName,
    vcpus: machine.slice.vcpus,
    memory_gb: Number(machine.slice.memoryGb.toFixed(2)),
    gpus: gpus.map(({ name }) => ({ name })),
    provider: place.provider,
    region: place.region,
  }
}

const SCOPES: Readonly<Record<Measurement['scope'], string>> = {
  machine: 'the whole machine',
  cgroup: 'the control group',
  command: "the command's own CPU time and the idle power of the machine",
}

/** One line: the meters, the scope, the power curve. */
function powerBasis({ meters, utilization, scope, method, power }: Measurement): string {
  const metered = meters.map(({ name, covers }) => `${name} (${covers})`).join(', ')
  const load = `${utilization.toFixed(0)} % busy on average`
  const measured = SCOPES[scope]
  const curve = power ? `${power.curve.method}; ${power.curve.basis}` : ''
  return [metered && `meters: ${metered}`, `${method} for ${measured}, ${load}`, curve].filter(Boolean).join('; ')
}

function coverageNote(coverage: number, least: number): Note {
  const [covered, needed] = coverageShortfall(coverage, least)
  return note(
    'low-coverage',
    `only ${covered} of the time was measured, at least ${needed} is needed: was the machine suspended or the sampler stopped? Lower min-coverage to accept it`,
  )
}
