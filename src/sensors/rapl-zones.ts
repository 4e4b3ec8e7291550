import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn, numberIn, textAt } from './root.ts'
import { isVirtual } from './virtual.ts'

/** What part of the machine a zone meters. `core` and `uncore` are inside the package and never listed. */
export type RaplDomain = 'package' | 'dram' | 'psys'

/** One meter of the powercap tree. */
export interface RaplZone {
  /** Folder name: `intel-rapl:0`, `intel-rapl:0:2`. */
  readonly id: string
  readonly domain: RaplDomain
  /** Package that a die belongs to, `package-0`; missing for other zones. */
  readonly socket?: string
  /** The counter goes back to 0 after this many µJ. */
  readonly rangeUj: number
}

export interface RaplTree {
  /** The meters of each domain, complete domains only: if one socket has no readable meter of a domain, the domain is left out. */
  readonly zones: readonly RaplZone[]
  /** Whether a domain is left out because this user may not read it: energy_uj is root-only since CVE-2020-8694. */
  readonly denied: boolean
  /** Whether a domain is left out for another reason: the sum of the other sockets would look like the whole machine. */
  readonly incomplete: boolean
}

const FOLDER = 'sys/class/powercap'

/** Path of a zone's counter, below the root. */
export function energyFile(zone: Pick<RaplZone, 'id'>): string {
  return `${FOLDER}/${zone.id}/energy_uj`
}

/** A meter of the tree; null as zone if it cannot be read. */
interface ShownMeter {
  readonly domain: RaplDomain
  /** Its package, `package-0`, also that of several dies. */
  readonly socket: string
  readonly zone: RaplZone | null
  readonly denied: boolean
}

/** Finds the meters (kernel documentation, power/powercap). */
export function findRaplZones(root: string): RaplTree {
  const shown = shownMeters(root)
  const ofDomain = (domain: RaplDomain): ShownMeter[] => shown.filter((meter) => meter.domain === domain)
  const packages = ofDomain('package')
  const sockets = new Set(packages.map(({ socket }) => socket)).size
  const isMissing: Readonly<Record<RaplDomain, boolean>> = {
    package: packages.length > 0 && sockets < shownSockets(root),
    dram: ofDomain('dram').length > 0 && ofDomain('dram').length < packages.length,
    psys: false,
  }
  const lost = shown.filter(({ zone }) => zone === null)
  const isComplete = (domain: RaplDomain): boolean =>
    !isMissing[domain] && lost.every((meter) => meter.domain !== domain)
  return {
    zones: shown.flatMap(({ zone }) => (zone && isComplete(zone.domain) ? [zone] : [])),
    denied: lost.some(({ denied }) => denied),
    incomplete: isMissing.package || isMissing.dram || lost.some(({ denied }) => !denied),
  }
}

/** A package's meter that is read through memory, and not through its registers. */
const MMIO = /-mmio:/

/** Every meter once: a package that shows itself through its registers and through memory (`intel-rapl-mmio`) is one. */
function shownMeters(root: string): ShownMeter[] {
  const found = new Map<string, ShownMeter>()
  const names = namesIn(root, FOLDER)
  for (const id of [...names.filter((id) => !MMIO.test(id)), ...names.filter((id) => MMIO.test(id))]) {
    const name = /^(?:intel|amd)-rapl(?:-mmio)?:\d+(?::\d+)?$/.test(id) && textAt(root, `${FOLDER}/${id}/name`)?.trim()
    const domain = name ? domainOf(name) : null
    if (!name || !domain) continue
    // A subzone belongs to its package; psys and packages have different names.
    const identity = domain === 'dram' ? `dram of ${parentName(root, id)}` : name
    if (found.get(identity)?.zone) continue
    const rangeUj = numberIn(root, `${FOLDER}/${id}/max_energy_range_uj`)
    const isReadable = numberIn(root, energyFile({ id })) !== null && rangeUj !== null && rangeUj > 0
    const socket = /^(package-\d+)-die-\d+$/.exec(name)?.[1]
    const zone = isReadable ? { id, domain, rangeUj, ...(socket === undefined ? {} : { socket }) } : null
    const meter = { domain, socket: socket ?? name, zone }
    found.set(identity, { ...meter, denied: zone === null && isDenied(join(root, energyFile({ id }))) })
  }
  return [...found.values()]
}

/** Sockets that a machine of its own shows; 0 for a virtual machine, whose sockets may be made up, and where they are unknown. */
function shownSockets(root: string): number {
  const info = textAt(root, 'proc/cpuinfo') ?? ''
  if (isVirtual(root, info) === true) return 0
  return new Set(info.match(/^physical id\s*:.*$/gm)).size
}

function domainOf(name: string): RaplDomain | null {
  if (/^package-\d+(?:-die-\d+)?$/.test(name)) return 'package'
  // Linux names the platform's meter after the package that reads it: psys, psys-1.
  if (/^psys(?:-\d+)?$/.test(name)) return 'psys'
  return name === 'dram' ? name : null
}

function parentName(root: string, id: string): string {
  const parent = id.slice(0, id.lastIndexOf(':'))
  return textAt(root, `${FOLDER}/${parent}/name`)?.trim() ?? parent
}

function isDenied(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.R_OK)
    return false
  } catch {
    return true
  }
}
