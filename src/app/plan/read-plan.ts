import { type Document, LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ConfigurationError } from '../../core/errors.ts'
import { nearest } from '../../core/nearest.ts'
import { yamlFault } from '../../core/yaml-fault.ts'
import { isSettingName } from '../settings/table.ts'
import { type Plan, PlanSchema } from './plan-schema.ts'

/** A plan larger than this is not one, characters. */
const MAX_CHARACTERS = 100_000

/** A plan file, parsed, with its lines for messages. */
interface Source {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
}

/**
 * Reads a plan's YAML or JSON.
 * @throws ConfigurationError with one line: file and line, path, value and what would work
 */
export function parsePlan(text: string, file: string): Plan {
  if (text.length > MAX_CHARACTERS) {
    throw new ConfigurationError(`${file} has ${text.length} characters: at most ${MAX_CHARACTERS} are read`)
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { uniqueKeys: true, schema: 'core', lineCounter: lines, logLevel: 'error' })
  const [error] = document.errors
  if (error) {
    throw new ConfigurationError(`${file}:${lines.linePos(error.pos[0]).line}: ${yamlFault(error).text}`)
  }
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: 10 })
  } catch {
    throw new ConfigurationError(`${file}: too many YAML aliases`)
  }
  const checked = PlanSchema.safeParse(content ?? {})
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw issue ? refused(issue, { file, document, lines }) : new ConfigurationError(`${file} is not a plan`)
}

function refused(issue: z.core.$ZodIssue, source: Source): ConfigurationError {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return new ConfigurationError(`${placeOf(source, issue.path, key)}: ${unknownKey(key, issue.path)}`)
  }
  const where = placeOf(source, issue.path)
  const key = issue.path.at(-1)
  if (issue.path.length === 0) {
    return new ConfigurationError(`${where}: keys and values are needed, such as \`hours: 10\``)
  }
  const isPlain = issue.code === 'invalid_union' || issue.code === 'invalid_type'
  const text = isPlain ? typeWords(issue as Parameters<typeof typeWords>[0]) : issue.message
  // The readers of settings name the setting themselves.
  const isNamed = issue.message.startsWith(`${String(key)} is `) && !isPlain
  const own = typeof key === 'number' ? `[${key}]` : `: ${String(key)}`
  return new ConfigurationError(`${where}${isNamed ? '' : own}: ${text}`)
}

function typeWords({ code, message, expected }: { code: string; message: string; expected?: string }): string {
  if (!message.startsWith('Invalid input')) return message
  if (code === 'invalid_union') return 'needs a plain value'
  return expected === 'object' ? 'needs keys and values' : `needs a ${expected ?? 'plain value'}`
}

/** A mistyped key, or one that is a setting and has no place in a plan. */
function unknownKey(key: string, path: readonly PropertyKey[]): string {
  const known = keysAt(path)
  const shown = JSON.stringify(key.slice(0, 60))
  const [near] = nearest(key, known, 1)
  if (near === undefined && isSettingName(key) && !known.includes(key)) {
    return `${key} is not a key of a plan: put it into the config file or give it to the step; a plan has ${known.join(', ')}`
  }
  return `key ${shown} is unknown; ${near ? `did you mean ${near}?` : `known keys are ${known.join(', ')}`}`
}

function keysAt(path: readonly PropertyKey[]): string[] {
  const shape = PlanSchema.shape
  const name = path.find((part) => typeof part === 'string')
  if (name === 'phases') return Object.keys(shape.phases.unwrap().element.shape)
  if (name === 'inference') return Object.keys(shape.inference.unwrap().shape)
  return Object.keys(shape).filter((key) => key !== '$schema')
}

/** `plan.yml:7: phases[1]`, the place of a value or of a key of a mapping. */
function placeOf({ file, document, lines }: Source, path: readonly PropertyKey[], key?: string): string {
  const parents = key === undefined ? path.slice(0, -1) : path
  const shown = parents
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('')
  const line = lineOf(document, lines, path, key)
  return [line === null ? file : `${file}:${line}`, shown].filter(Boolean).join(': ')
}

function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
  key: string | undefined,
): number | null {
  const last = key ?? path.at(-1)
  const parent = document.getIn(key === undefined ? path.slice(0, -1) : path, true)
  const pair = isMap(parent) ? parent.items.find(({ key: own }) => isScalar(own) && String(own.value) === last) : null
  const node = pair?.key ?? document.getIn(path, true)
  const start = isNode(node) ? node.range?.[0] : undefined
  return start === undefined ? null : lines.linePos(start).line
}
