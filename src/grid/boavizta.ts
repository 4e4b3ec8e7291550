import { MeasurementError } from '../core/errors.ts'
import { isRecord } from './answer.ts'
import { checkedGridUrl } from './address.ts'
import { type GridClient, getJson } from './http.ts'

const SOURCE = 'BoaviztAPI'

/** Hardware as BoaviztAPI asks for it. */
export type BoaviztaQuery =
  | { readonly kind: 'instance'; readonly provider: string; readonly type: string }
  | {
      readonly kind: 'server'
      readonly cpu: string | null
      readonly sockets: number
      /** GB of the whole server. */
      readonly memoryGb: number | null
    }
  | { readonly kind: 'gpu'; readonly name: string }

/** Minerals and metals of manufacture. */
export interface MineralFigure {
  /** kg Sb eq for the requested time. */
  readonly kgSb: number
  /** `adpe`: elements only; `adp`: with fossil resources where the API has no other. */
  readonly criterion: 'adpe' | 'adp'
}

/**
 * The user's own BoaviztAPI (version 2), which needs no token. `duration` is always sent: without it the API allocates the whole
 * life.
 * @throws ConfigurationError for an address that must not be asked
 */
export function boavizta(
  client: GridClient,
  address: string,
): (query: BoaviztaQuery, hours: number) => Promise<MineralFigure> {
  const base = checkedBoaviztaUrl(address).href.replace(/\/+$/, '')
  return async (query, hours) => {
    const url = new URL(`${base}${pathOf(query)}`)
    if (query.kind === 'instance') {
      url.searchParams.set('provider', query.provider)
      url.searchParams.set('instance_type', query.type)
    }
    url.searchParams.set('verbose', 'false')
    url.searchParams.set('duration', String(hours))
    for (const criterion of ['adpe', 'adp']) url.searchParams.append('criteria', criterion)
    const body = bodyOf(query)
    const answer = await getJson(client, { source: SOURCE, url, ...(body === null ? {} : { body }) })
    return figureOf(answer, query)
  }
}

/** @throws ConfigurationError for an address that must not be asked: plain HTTP elsewhere, credentials, metadata services */
export function checkedBoaviztaUrl(address: string): URL {
  return checkedGridUrl(address, 'boavizta-url', 'http://localhost:5000')
}

function pathOf({ kind }: BoaviztaQuery): string {
  return { instance: '/v1/cloud/instance', server: '/v1/server/', gpu: '/v1/component/gpu' }[kind]
}

function bodyOf(query: BoaviztaQuery): unknown {
  switch (query.kind) {
    case 'instance':
      return null
    case 'gpu':
      return { name: query.name }
    case 'server':
      return {
        configuration: {
          cpu: { units: query.sockets, ...(query.cpu && { name: query.cpu }) },
          ...(query.memoryGb !== null && { ram: [{ units: 1, capacity: Math.round(query.memoryGb) }] }),
        },
      }
  }
}

/** @throws MeasurementError when the answer has no figure, or one of other hardware than was asked for */
function figureOf(answer: unknown, query: BoaviztaQuery): MineralFigure {
  const impacts = isRecord(answer) ? answer['impacts'] : undefined
  for (const criterion of ['adpe', 'adp'] as const) {
    const impact = isRecord(impacts) ? impacts[criterion] : undefined
    const embedded = isRecord(impact) ? impact['embedded'] : undefined
    if (!isRecord(impact) || !isRecord(embedded)) continue
    const { value, warnings } = embedded
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) continue
    const unit = String(impact['unit'] ?? '').replaceAll(/\s/g, '')
    if (!/^kgSb-?(?:eq)?\.?$/i.test(unit))
      throw new MeasurementError(`its unit ${JSON.stringify(unit)} is not kgSbeq`, SOURCE)
    assertSameInstance(query, [warnings, isRecord(answer) ? answer['warnings'] : undefined])
    return { kgSb: value, criterion }
  }
  throw new MeasurementError('its answer has no figure of minerals for this hardware', SOURCE)
}

/** An unknown instance is replaced by the nearest name, with a warning only. @throws MeasurementError */
function assertSameInstance(query: BoaviztaQuery, lists: readonly unknown[]): void {
  if (query.kind !== 'instance') return
  const words = lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  if (words.some((text) => /instance|nearest|closest|not found|replaced/i.test(text))) {
    throw new MeasurementError(`it does not know the instance ${query.type} and answers for another one`, SOURCE)
  }
}
