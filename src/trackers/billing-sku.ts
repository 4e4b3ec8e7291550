import { type Range } from '../core/range.ts'
import { runnerOf } from '../data/runners.ts'
import { hostedWatts } from '../power/hosted-watts.ts'

const LABELS: Readonly<Record<string, string>> = {
  linux: 'ubuntu-latest',
  linux_slim: 'ubuntu-slim',
  linux_arm: 'ubuntu-24.04-arm',
  windows: 'windows-latest',
  windows_arm: 'windows-11-arm',
  macos: 'macos-latest',
  macos_l: 'macos-latest-large',
  macos_large: 'macos-latest-large',
  macos_12_core: 'macos-latest-large',
  macos_xl: 'macos-latest-xlarge',
  macos_xlarge: 'macos-latest-xlarge',
  linux_4_core_gpu: 'gpu-t4',
  windows_4_core_gpu: 'gpu-t4',
}

/**
 * Typical power of the runner behind a SKU, W; null when the machine is not known.
 * Standard runners have half the machine in private repositories: the report does not say which it is, so the range includes both.
 */
export function skuWatts(sku: string): Range | null {
  const known = WATTS_BY_SKU.get(sku)
  if (known !== undefined) return known
  const watts = calculateSkuWatts(sku)
  if (WATTS_BY_SKU.size < MAX_SKUS) WATTS_BY_SKU.set(sku, watts)
  return watts
}

/** Power by SKU: each goes through the power model once, not once an item. */
const WATTS_BY_SKU = new Map<string, Range | null>()

/** More SKUs than GitHub has: a hostile report must not fill the memory. */
const MAX_SKUS = 1000

function calculateSkuWatts(sku: string): Range | null {
  const id = sku
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    // Until 2024 the CSV report wrote `Compute - UBUNTU 4-CORE`.
    .replace(/^(?:actions|compute)_/, '')
    .replace(/^ubuntu/, 'linux')
    .replace(/_runners?$/, '')
  const larger = /^(?:linux|windows)_(\d+)_core(?:_(arm|advanced))?$/.exec(id)
  const label = LABELS[id] ?? (larger === null ? null : `larger-${larger[1]}-cores${larger[2] === 'arm' ? '-arm' : ''}`)
  if (label === null) return null
  const [smaller, whole] = [runnerOf([label], { isPrivate: true }), runnerOf([label])]
  if (smaller === undefined || whole === undefined) return null
  const [low, high] = [hostedWatts(smaller).watts, hostedWatts(whole).watts]
  return { value: low.value, low: Math.min(low.low, low.value), high: Math.max(low.high, high.high) }
}
