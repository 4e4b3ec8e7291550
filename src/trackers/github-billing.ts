import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import { type Range, scaleRange, sumRanges } from '../core/range.ts'
import { pueOf } from '../data/cloud-regions.ts'
import { runnerOf } from '../data/runners.ts'
import { hostedWatts } from '../power/hosted-watts.ts'
import { isFields, member, numberOrNull, stringOrNull } from './field.ts'
import { readJsonLog } from './json-log.ts'
import { assertRoom } from './limits.ts'
import { record } from './record.ts'
import type { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

/** GitHub's billing usage report, as its REST API answers it (`/organizations/{org}/settings/billing/usage`). */
export const githubBilling: LogFormat = {
  name: 'github-billing',
  title: "GitHub's billing usage report (JSON, `usageItems`): minutes of hosted runners by repository",
  figures:
    'minutes by SKU times the typical power of the runner, by repository; estimated, with its range; self-hosted minutes have no figure',
  example: `${JSON.stringify({
    usageItems: [
      {
        date: '2026-03-02',
        product: 'Actions',
        sku: 'Actions Linux',
        quantity: 100,
        unitType: 'minutes',
        organizationName: 'example',
        repositoryName: 'example/a',
      },
    ],
  })}\n`,
  detect: (head) => /^\uFEFF?\s*\{/.test(head) && /"usageItems"\s*:\s*\[/.test(head) && /"sku"\s*:/.test(head),
  read: (source) => readJsonLog(source, (value, refusals) => repositories(value, source.file, refusals)),
}

interface Repository {
  readonly name: string
  minutes: number
  wh: Range[]
}

function repositories(value: unknown, file: string, refusals: Refusals): readonly EnergyRecord[] {
  const items = member(value, 'usageItems')
  if (!Array.isArray(items)) throw new MeasurementError('it has no list `usageItems`')
  const found = new Map<string, Repository>()
  for (const [index, item] of items.entries()) {
    refusals.attempt(null, () => addItem(item, index, found))
  }
  return [...found.values()].map(({ name, minutes, wh }) => {
    const energy = sumRanges(wh)
    const text = `${name}: ${Math.round(minutes)} minutes of hosted runners at their typical power; what a runner really did is not known`
    return record({
      name,
      durationS: null,
      itWh: energy.value,
      rangeWh: { low: energy.low, high: energy.high },
      // GitHub's hosted runners are machines of Azure.
      pue: pueOf('azure', null).pue.value,
      method: 'estimated',
      file,
      notes: [note('billing-estimated', text)],
    })
  })
}

function addItem(item: unknown, index: number, found: Map<string, Repository>): void {
  if (!isFields(item)) throw new MeasurementError(`item ${index + 1} is not an object`)
  const [product, unit] = [stringOrNull(member(item, 'product')), stringOrNull(member(item, 'unitType'))]
  // Storage, seats and other products draw no power of a runner.
  if (product?.toLowerCase() !== 'actions' || unit?.toLowerCase() !== 'minutes') return
  const sku = stringOrNull(member(item, 'sku')) ?? ''
  const minutes =
    numberOrNull('quantity', member(item, 'quantity')) ?? numberOrNull('grossQuantity', member(item, 'grossQuantity'))
  if (minutes === null) throw new MeasurementError(`item ${index + 1} (${sku}) has no quantity`)
  const repository = repositoryName(item)
  const watts = skuWatts(sku)
  if (watts === null) {
    throw new MeasurementError(
      `${repository}: ${minutes} minutes of ${JSON.stringify(sku)}: the machine behind this SKU is not known`,
    )
  }
  let known = found.get(repository)
  if (known === undefined) {
    assertRoom(found.size)
    known = { name: repository, minutes: 0, wh: [] }
    found.set(repository, known)
  }
  known.minutes += minutes
  known.wh = [sumRanges([...known.wh, scaleRange(watts, minutes / 60)])]
}

/** `org/repo`: the API writes the repository with or without its owner. */
function repositoryName(item: unknown): string {
  const repository = stringOrNull(member(item, 'repositoryName'))
  const organisation = stringOrNull(member(item, 'organizationName'))
  if (repository === null) return organisation ?? 'unknown repository'
  return repository.includes('/') || organisation === null ? repository : `${organisation}/${repository}`
}

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
 * Standard runners have half the machine in private repositories: the report does not say which it is, so the range holds both.
 */
function skuWatts(sku: string): Range | null {
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
    .replace(/^actions_/, '')
    .replace(/_runners?$/, '')
  const larger = /^(?:linux|windows)_(\d+)_core(?:_(arm|advanced))?$/.exec(id)
  const label = LABELS[id] ?? (larger === null ? null : `larger-${larger[1]}-cores${larger[2] === 'arm' ? '-arm' : ''}`)
  if (label === null) return null
  const [smaller, whole] = [runnerOf([label], { isPrivate: true }), runnerOf([label])]
  if (smaller === undefined || whole === undefined) return null
  const [low, high] = [hostedWatts(smaller).watts, hostedWatts(whole).watts]
  return { value: low.value, low: Math.min(low.low, low.value), high: Math.max(low.high, high.high) }
}
