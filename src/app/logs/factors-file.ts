import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { ConfigurationError, describeReadError } from '../../core/errors.ts'
import type { TokenFactor } from '../../core/llm/energy.ts'
import { nearest } from '../../core/nearest.ts'
import { type Range, makeRange, scaleRange } from '../../core/range.ts'
import { printable } from '../../core/text.ts'
import { placedFault } from '../../core/yaml-fault.ts'

/** The user's own energy of a model. */
export interface UserFactor {
  /** Null: the file only says where the model runs. */
  readonly factor: TokenFactor | null
  /** Whether the model runs on the machine that is measured, so that its energy is counted there. Null: the file does not say. */
  readonly isLocal: boolean | null
  /** PUE of the place where the model runs; 1 where the figures include it. */
  readonly pue: number
  matches(model: string): boolean
}

/** Figures of one model in the file, and the bounds that they must be in. */
const FIELDS = {
  'input-wh-per-1000-tokens': [0, 1e6],
  'cached-wh-per-1000-tokens': [0, 1e6],
  'output-wh-per-1000-tokens': [0, 1e6],
  'wh-per-request': [0, 1e6],
  low: [0, 1],
  high: [1, 1000],
  pue: [1, 10],
} as const satisfies Record<string, readonly [number, number]>

type Field = keyof typeof FIELDS

const EXAMPLE =
  '`models: {my-model: {output-wh-per-1000-tokens: 0.5, input-wh-per-1000-tokens: 0.05, source: own measurement}}`'

/**
 * Reads a factors file (YAML or JSON): Wh of models before PUE, by their names, `*` for any text.
 * `low` and `high` are factors of the 90 % interval, 1 by default. `local` says whether a model runs on the measured machine.
 * @throws ConfigurationError
 */
export async function readFactors(path: string, workspace: string): Promise<readonly UserFactor[]> {
  const text = await readFile(resolve(workspace, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigurationError(`factors file ${printable(path)} cannot be read: ${describeReadError(error)}`)
  })
  return parseFactors(text, path)
}

/** @param file name of the file, for messages @throws ConfigurationError */
export function parseFactors(text: string, file: string): readonly UserFactor[] {
  const where = `factors file ${printable(file)}`
  let value: unknown
  try {
    value = parse(text, { maxAliasCount: 10, logLevel: 'error' })
  } catch (error) {
    throw new ConfigurationError(`${where} is not YAML or JSON: ${placedFault(error as Error)}`)
  }
  const models = entriesOf(value).find(([key]) => key === 'models')?.[1]
  const stray = entriesOf(value).find(([key]) => key !== 'models')?.[0]
  if (stray !== undefined)
    throw new ConfigurationError(`${where}: ${JSON.stringify(stray)} is not a key of it; write ${EXAMPLE}`)
  const entries = entriesOf(models)
  if (entries.length === 0) throw new ConfigurationError(`${where} names no model; write ${EXAMPLE}`)
  return entries.map(([model, figures]) => userFactor(model, figures, where))
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function userFactor(model: string, figures: unknown, where: string): UserFactor {
  const place = `${where}: model ${JSON.stringify(model.slice(0, 80))}`
  const values: Partial<Record<Field, number>> = {}
  const wrong = (key: string, value: unknown, expected: string): ConfigurationError =>
    new ConfigurationError(
      `${place}: ${key} is ${printable(JSON.stringify(value) ?? 'undefined', 80)}: expected ${expected}`,
    )
  let source = 'own factor'
  let isLocal: boolean | null = null
  const entries = entriesOf(figures)
  for (const [key, value] of entries) {
    if (key === 'source') {
      if (typeof value !== 'string') throw wrong(key, value, 'a text')
      source = value
    } else if (key === 'local') {
      if (typeof value !== 'boolean') throw wrong(key, value, 'true or false, without quotes')
      isLocal = value
    } else if (!Object.hasOwn(FIELDS, key)) {
      const [near] = nearest(key, [...Object.keys(FIELDS), 'local', 'source'])
      const hint =
        near === undefined
          ? `known are ${Object.keys(FIELDS).join(', ')}, local (true or false), source`
          : `did you mean ${near}?`
      throw new ConfigurationError(`${place} has an unknown key ${JSON.stringify(key.slice(0, 80))}: ${hint}`)
    } else {
      const [from, to] = FIELDS[key as Field]
      if (typeof value !== 'number' || !(value >= from && value <= to)) {
        throw wrong(key, value, `a number from ${from} to ${to}`)
      }
      values[key as Field] = value
    }
  }
  const [input, output, request] = [
    values['input-wh-per-1000-tokens'],
    values['output-wh-per-1000-tokens'],
    values['wh-per-request'],
  ]
  const hasEnergy = input !== undefined || output !== undefined || request !== undefined
  if (!hasEnergy && isLocal === null) {
    throw new ConfigurationError(`${place} has no energy; write ${EXAMPLE}`)
  }
  const missing = missingTokens({ input, output, request })
  if (missing !== null) {
    throw new ConfigurationError(`${place} has no ${missing}, so that these tokens would count 0 Wh; write ${EXAMPLE}`)
  }
  const spread = makeRange(1, values.low ?? 1, values.high ?? 1)
  const per1000 = (wh: number | undefined): Range => scaleRange(spread, (wh ?? 0) / 1000)
  return {
    isLocal,
    factor: hasEnergy
      ? {
          kind: 'user',
          perRequest: scaleRange(spread, request ?? 0),
          perInputToken: per1000(input),
          perCachedToken: per1000(values['cached-wh-per-1000-tokens']),
          perOutputToken: per1000(output),
          source: `${source} (${where})`,
        }
      : null,
    pue: values.pue ?? 1,
    matches: matcher(model),
  }
}

/** The figure without which tokens would have no energy: where a request has none, input and output both need theirs, which may be 0. */
function missingTokens(given: Record<'input' | 'output' | 'request', number | undefined>): Field | null {
  if (given.request !== undefined || (given.input === undefined) === (given.output === undefined)) return null
  return given.input === undefined ? 'input-wh-per-1000-tokens' : 'output-wh-per-1000-tokens'
}

/** Matches a model's name, in any case; `*` matches any text. */
function matcher(pattern: string): (model: string) => boolean {
  const escaped = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const expression = new RegExp(`^${escaped.join('.*')}$`)
  return (model) => expression.test(model.toLowerCase())
}
