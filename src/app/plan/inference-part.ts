import { UNDIVIDED } from '../../core/footprint.ts'
import { OMITTED_HARDWARE } from '../../core/embodied.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { type TokenFactor, NO_TERM, usageEnergy } from '../../core/llm/energy.ts'
import { type Note, note } from '../../core/notes.ts'
import { makeRange } from '../../core/range.ts'
import { modelFactor, sizedFactor } from '../../power/llm-factor.ts'
import { footprintOf } from '../grid/footprint.ts'
import type { SiteFactors } from '../grid/site-factors.ts'
import type { Settings } from '../settings/table.ts'
import type { PlanPart } from './plan-parts.ts'
import type { InferenceFields } from './plan-schema.ts'

/** Use of a model over its life, by its requests. @throws ConfigurationError that names what it lacks */
export function inferencePart(fields: InferenceFields, settings: Settings, site: SiteFactors): PlanPart {
  const requests = requestsOf(fields)
  const { 'input-tokens': input = 0, 'output-tokens': output = 0 } = fields
  const factor = factorOf(fields)
  const usage = {
    model: null,
    provider: null,
    requests,
    inputUncached: requests * input,
    cacheRead: 0,
    cacheWrite: 0,
    output: requests * output,
    at: null,
    region: null,
  }
  const it = usageEnergy(usage, factor)
  const energy = { it, ...UNDIVIDED }
  const { hardware: _, ...footprint } = footprintOf(energy, site, null, 0)
  const counts = [
    { name: 'request', count: requests },
    { name: 'input token', count: usage.inputUncached },
    { name: 'output token', count: usage.output },
  ].filter(({ count }) => count > 0)
  const total = footprint.emissions.total_g
  return {
    part: {
      kind: 'estimate',
      name: 'inference',
      started_at: null,
      ended_at: null,
      duration_s: null,
      ...footprint,
      method: 'estimated',
      coverage: null,
      counts: counts.map((each) => ({ ...each, g_per_unit: total === null ? null : total / each.count })),
    },
    hardware: null,
    machine: null,
    basis: `inference: ${requests.toLocaleString('en-US')} requests, ${factor.source}`,
    notCounted: settings.embodied ? [OMITTED_HARDWARE.serving] : [],
    counts,
    notes: factor.kind === 'class-prior' ? [classPrior(fields, factor)] : [],
  }
}

function classPrior({ model }: InferenceFields, { source }: TokenFactor): Note {
  const what = model === undefined ? 'inference names no model' : `nothing is published about the energy of ${model}`
  return note('llm-class-prior', `${what}; ${source} is used: a wide range, not a measurement`)
}

function requestsOf({ requests, 'requests-per-day': perDay, days }: InferenceFields): number {
  if (requests !== undefined && perDay === undefined) return requests
  if (requests === undefined && perDay !== undefined && days !== undefined) return perDay * days
  throw new ConfigurationError(
    'inference needs its requests: `requests: 500 M` over the whole life, or `requests-per-day: 100 k` with `days: 730`',
  )
}

function factorOf(fields: InferenceFields): TokenFactor {
  const { model, parameters, 'total-parameters': all = parameters, 'wh-per-request': own } = fields
  if (own !== undefined) {
    return {
      kind: 'user',
      perRequest: makeRange(own),
      perInputToken: NO_TERM,
      perCachedToken: NO_TERM,
      perOutputToken: NO_TERM,
      source: `${own} Wh a request as given`,
    }
  }
  if (fields['output-tokens'] === undefined && fields['input-tokens'] === undefined) {
    throw new ConfigurationError(
      'inference needs the tokens of a request: `output-tokens: 400` and `input-tokens: 1000`, or `wh-per-request: 0.3`',
    )
  }
  if (model !== undefined) return modelFactor(model)
  if (parameters === undefined || all === undefined) return modelFactor(null)
  return sizedFactor({ activeB: Math.min(parameters, all) / 1e9, totalB: all / 1e9 })
}
