import { isDeepStrictEqual } from 'node:util'
import { type Pair, type Scalar, type YAMLMap, isMap, isScalar, parseDocument } from 'yaml'
import { ConfigurationError } from '../../core/errors.ts'
import { yamlFault } from '../../core/yaml-fault.ts'
import { KEY, blockOf, entriesOf, flowOf, scalarText, unsafe } from './card-block.ts'
import type { CardFields } from './card-fields.ts'
import { decimalText } from './decimal-text.ts'
import { type Edit, addedToFlow, endOf, indentOf, insertion, lineEndAfter, pairOf } from './yaml-edits.ts'
import { yamlText } from './yaml-scalar.ts'

/** The opening fence may follow blank lines and a byte order mark, as the Hub's own reader has it. */
const OPENING = /^\uFEFF?\s*---[ \t]*(?:\r\n|\n)/
const CLOSING = /^---[ \t]*(?:\r\n|\n|$)/m

/**
 * Writes the fields into the front matter of a model card. Every byte that is not a value of ours stays: comments, order, quotes, line
 * ends. A card that is up to date comes back unchanged.
 * @throws ConfigurationError for front matter that cannot be edited safely
 */
export function updateCard(card: string, fields: CardFields): string {
  const eol = /\r\n|\n/.exec(card)?.[0] ?? '\n'
  const opening = OPENING.exec(card)
  if (!opening) return withNewFrontMatter(card, withoutEnergy(fields), eol)
  const from = opening[0].length
  const closing = CLOSING.exec(card.slice(from))
  if (!closing) throw new ConfigurationError('its front matter is not closed with ---')
  const front = card.slice(from, from + closing.index)
  const edited = editFrontMatter(front, fields, eol)
  return card.slice(0, from) + edited + card.slice(from + front.length)
}

/** An entry under `co2_eq_emissions` that is kept unchanged. */
export interface KeptKey {
  readonly key: string
  readonly value: string
}

/** Entries of the card that the new fields do not replace. They are kept, and may be about an earlier training. */
export function keptKeys(card: string, fields: CardFields): KeptKey[] {
  const opening = OPENING.exec(card)?.[0].length ?? card.length
  const front = card.slice(opening)
  const old = valuesOf(front.slice(0, CLOSING.exec(front)?.index ?? 0))[KEY]
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return []
  const written = new Set(entriesOf(fields).map(([key]) => key))
  return Object.entries(old)
    .filter(([key, value]) => !written.has(key) && value !== null)
    .map(([key, value]) => ({ key, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }))
}

function withNewFrontMatter(card: string, fields: CardFields, eol: string): string {
  const mark = card.startsWith('\uFEFF') ? '\uFEFF' : ''
  return `${mark}---${eol}${blockOf(fields, eol)}---${eol}${card.slice(mark.length)}`
}

function withoutEnergy(fields: CardFields): CardFields {
  return { ...fields, energy_consumed: null }
}

function editFrontMatter(front: string, known: CardFields, eol: string): string {
  const root = rootOf(front)
  const old = root && pairOf(root, KEY)?.value
  const fields = isMap(old) && pairOf(old, 'energy_consumed') ? known : withoutEnergy(known)
  const edits = root === null ? [insertion(front.length, blockOf(fields, eol))] : editsOf(front, root, fields, eol)
  const edited = edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), front)
  assertOnlyOurs(front, edited, fields)
  return edited
}

/** The mapping of the front matter; null when it has no content. @throws ConfigurationError */
function rootOf(front: string): YAMLMap | null {
  const { contents, errors } = parseDocument(front, { logLevel: 'silent' })
  const [error] = errors
  if (error) {
    const { text, line } = yamlFault(error)
    const place = line === null ? '' : `, line ${line} of it`
    throw new ConfigurationError(`its front matter is not valid YAML: ${text}${place}`)
  }
  if (contents === null || (isScalar(contents) && contents.value === null)) return null
  if (!isMap(contents)) throw new ConfigurationError('its front matter is not a mapping of keys')
  return contents
}

function editsOf(front: string, root: YAMLMap, fields: CardFields, eol: string): Edit[] {
  const pair = pairOf(root, KEY)
  if (!pair) {
    if (!root.flow) return [insertion(front.length, blockOf(fields, eol, indentOf(front, root)))]
    return [addedToFlow(front, root, `${KEY}: ${flowOf(fields)}`)]
  }
  const { value } = pair
  if (isMap(value)) return fieldEdits(front, value, fields, eol)
  if (value !== null && !isScalar(value)) throw unsafe('is not a mapping or a number')
  return scalarEdit(front, root, pair, fields, eol)
}

/** Changes the values that differ and adds the keys that are missing. */
function fieldEdits(front: string, map: YAMLMap, fields: CardFields, eol: string): Edit[] {
  const changes = entriesOf(fields).flatMap(([key, value]) => {
    const pair = pairOf(map, key)
    return pair ? valueEdit(front, pair, key, value) : []
  })
  const added = entriesOf(fields).filter(([key]) => !pairOf(map, key))
  if (added.length === 0) return changes
  const lines = added.map(([key, value]) => `${key}: ${scalarText(value)}`)
  if (map.flow) return [...changes, addedToFlow(front, map, lines.join(', '))]
  const indent = indentOf(front, map)
  const at = lineEndAfter(front, endOf(map))
  const isOpen = at > 0 && front[at - 1] !== '\n'
  const text = lines.map((line) => `${indent}${line}${eol}`).join('')
  return [...changes, insertion(at, isOpen ? eol + text : text)]
}

/** Replaces a value that differs, in the quotes that it had. */
function valueEdit(front: string, { value }: Pair<unknown, unknown>, key: string, wanted: string | number): Edit[] {
  const refuse = (what: string): ConfigurationError =>
    new ConfigurationError(`its ${KEY}.${key} is ${what}: write a single value on one line, or remove it`)
  if (value !== null && !isScalar(value)) throw refuse('a list, a mapping or an alias')
  if (value !== null && (value as Scalar).value === wanted) return []
  const scalar = value as Scalar | null
  const range = scalar?.range
  if (!scalar || !range || scalar.type?.startsWith('BLOCK') === true) throw refuse('a text of several lines')
  const quote = scalar.type === 'QUOTE_SINGLE' ? "'" : scalar.type === 'QUOTE_DOUBLE' ? '"' : null
  const [start, end] = range
  const text = typeof wanted === 'number' ? decimalText(wanted) : yamlText(wanted, quote)
  // An empty value ends at the colon.
  return [{ start, end, text: front[start - 1] === ':' ? ` ${text}` : text }]
}

/** A bare number, or nothing, becomes a mapping. A comment beside it stays on the line of the key. */
function scalarEdit(
  front: string,
  root: YAMLMap,
  pair: Pair<unknown, unknown>,
  fields: CardFields,
  eol: string,
): Edit[] {
  const key = pair.key as Scalar
  const value = pair.value as Scalar | null
  const colon = front.indexOf(':', key.range?.[1] ?? 0)
  const end = value?.range?.[1] ?? colon + 1
  if (value?.anchor !== undefined || value?.type?.startsWith('BLOCK') === true) throw unsafe('is not a plain value')
  if (root.flow) return [{ start: colon + 1, end: Math.max(end, colon + 1), text: ` ${flowOf(fields)}` }]
  const indent = `${indentOf(front, root)}  `
  const at = lineEndAfter(front, Math.max(end, colon + 1))
  const text = entriesOf(fields)
    .map(([name, field]) => `${indent}${name}: ${scalarText(field)}${eol}`)
    .join('')
  return [{ start: colon + 1, end: Math.max(end, colon + 1), text: '' }, insertion(at, text)]
}

/**
 * Reads the result again: ours has to be what was wanted, and everything else what it was (an anchor on one of our values would have
 * changed other keys).
 */
function assertOnlyOurs(before: string, after: string, fields: CardFields): void {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  const ours = now[KEY] as Record<string, unknown> | undefined
  const kept = old[KEY]
  const others = typeof kept === 'object' && kept !== null ? kept : {}
  const isRight = isDeepStrictEqual({ ...ours }, { ...others, ...Object.fromEntries(entriesOf(fields)) })
  const isKept = isDeepStrictEqual({ ...old, [KEY]: null }, { ...now, [KEY]: null })
  if (!isRight || !isKept) throw unsafe('cannot be changed without changing other keys')
}

function valuesOf(text: string): Record<string, unknown> {
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0) throw unsafe('cannot be changed without breaking the YAML')
  return (document.toJS({ maxAliasCount: 100 }) ?? {}) as Record<string, unknown>
}
