import type { Report } from '../core/report.ts'
import { decimal, joined, quantity } from './quantities.ts'

/** A processor's name without its trade marks and without what other figures say: `AMD EPYC 7763`. Untrusted. */
export function processorName(cpu: string): string {
  const short = cpu
    .slice(0, 200)
    .replace(/\((?:R|TM|C)\)|®|™/gi, ' ')
    .replace(/ (?:\d+-Core )?Processor\b| CPU\b| @ [\d.]+ ?GHz/gi, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return short || cpu
}

/** Processor, memory, GPUs and place of a machine; null where none is known. Untrusted. */
export function machineText({ machine }: Pick<Report, 'machine'>): string | null {
  if (!machine) return null
  const { cpu, vcpus, memory_gb, gpus, provider, region } = machine
  return joined([
    cpu && processorName(cpu),
    vcpus === null ? null : `${decimal(vcpus, 2)} ${vcpus === 1 ? 'thread' : 'threads'}`,
    memory_gb === null ? null : `${decimal(memory_gb, 3)} GB memory`,
    ...counted(gpus.map(({ name }) => name)),
    [provider, region].filter(Boolean).join(' ') || null,
  ])
}

/** `2 × NVIDIA H100` for equal names. */
function counted(names: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return [...times].slice(0, 4).map(([name, count]) => (count > 1 ? `${count} × ${name}` : name))
}

/** `4 W mean before the PUE`: the energy beside it includes the PUE. Null where the mean power is unknown. */
export function meanPower(report: Pick<Report, 'subject' | 'energy' | 'duration_s' | 'pue' | 'parts'>): string | null {
  // The whole of a workflow has no mean power: its jobs ran side by side.
  const watts = report.subject.kind === 'workflow' ? null : meanWatts(report)
  if (watts === null) return null
  return `${quantity(watts, 'w', 2)} mean${(report.pue ?? 1) > 1 ? ' before the PUE' : ''}`
}

/** Mean power of the machine itself, W. */
function meanWatts({ energy, duration_s, parts }: Pick<Report, 'energy' | 'duration_s' | 'parts'>): number | null {
  if (energy.it_wh === null || !duration_s) return null
  // What ran elsewhere was not drawn by this machine.
  const elsewhere = parts.filter(({ kind }) => kind === 'component')
  const own = elsewhere.reduce((wh, part) => wh - (part.energy.it_wh ?? 0), energy.it_wh)
  return (Math.max(0, own) * 3600) / duration_s
}
