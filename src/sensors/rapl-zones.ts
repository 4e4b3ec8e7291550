import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn, numberIn, textAt } from './root.ts'

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
  readonly zones: readonly RaplZone[]
  /** Whether there are meters that this user may not read: energy_uj is root-only since CVE-2020-8694. */
  readonly denied: boolean
}

const FOLDER = 'sys/class/powercap'

/** Path of a zone's counter, below the root. */
export function energyFile(zone: Pick<RaplZone, 'id'>): string {
  return `${FOLDER}/${zone.id}/energy_uj`
}

/**
 * Finds the meters (kernel documentation, power/powercap). A package that shows itself twice (through its registers and
 * through memory, `intel-rapl-mmio`) is taken once.
 */
export function findRaplZones(root: string): RaplTree {
  const found = new Map<string, RaplZone>()
  let denied = false
  for (const id of namesIn(root, FOLDER)) {
    const match = /^(?:intel|amd)-rapl(-mmio)?:(\d+)(?::\d+)?$/.exec(id)
    const name = match && textAt(root, `${FOLDER}/${id}/name`)?.trim()
    const domain = name ? domainOf(name) : null
    if (!match || !name || !domain) continue
    // A subzone belongs to its package; psys and packages have different names.
    const identity = domain === 'dram' ? `dram of ${parentName(root, id)}` : name
    if (found.has(identity) && match[1] !== undefined) continue
    const rangeUj = numberIn(root, `${FOLDER}/${id}/max_energy_range_uj`)
    if (numberIn(root, energyFile({ id })) === null || !rangeUj) {
      denied ||= isDenied(join(root, energyFile({ id })))
      continue
    }
    const socket = /^(package-\d+)-die-\d+$/.exec(name)?.[1]
    found.set(identity, { id, domain, rangeUj, ...(socket === undefined ? {} : { socket }) })
  }
  return { zones: [...found.values()], denied }
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
