import { Composer, Lexer, Parser, isScalar, visit } from 'yaml'
import { MeasurementError } from '../core/errors.ts'
import { plainYaml } from './plain-yaml.ts'

/** Most times that anchors of a document may be used: an alias bomb multiplies, a manifest repeats a few defaults. */
const MAX_ALIASES = 100

/** Most tokens: some 4 MB of a manifest. The library takes about 300 bytes of memory for each. */
const MAX_TOKENS = 1_000_000

/** Deepest nesting of brackets, and of dashes on one line: each level costs the library a frame of the stack. */
const MAX_DEPTH = 64

/**
 * A YAML document with every scalar as the text that was written (the failsafe schema): `0x10`, `.inf` and `1_000` stay what
 * they are until a strict reader refuses them. Tags are not resolved, merge keys are not applied.
 * @throws MeasurementError for text that is not YAML or too much of it, keys that appear twice, too many aliases
 */
export function yamlDocument(text: string): unknown {
  return (text.length < LARGE ? null : largeDocument(text)) ?? wholeDocument(text)
}

/** Length above which the YAML library takes noticeable time, characters. */
const LARGE = 65_536

/** A line with which a key of the document itself begins. */
const TOP_KEY = /^[A-Za-z0-9_][A-Za-z0-9_./-]*:(?=[ \n]|$)/gm

/** Comments and the mark of the document before its first key. */
const PREAMBLE = /^(?:#[^\n]*\n|[ ]*\n)*(?:---[ ]*\n)?(?:#[^\n]*\n|[ ]*\n)*$/

/** Signs by which one part of a document can mean something in another: anchors, aliases, tags, directives, ends. */
const SHARED = /[&*!%]|^(?:---|\.\.\.)/m

/** Signs that end a line for a regular expression or for YAML 1.1, and not for the library. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\u0085\u2028\u2029]/

/**
 * A mapping whose keys are read one by one: the plain ones fast, the others (comments, texts of several lines) by the library.
 * @returns null where the document as a whole has to be read
 */
export function largeDocument(text: string): unknown {
  if (OTHER_LINE_ENDS.test(text)) return null
  const starts = [...text.matchAll(TOP_KEY)].map(({ index }) => index)
  if (starts.length === 0 || !PREAMBLE.test(text.slice(0, starts[0]))) return null
  const document: Record<string, unknown> = {}
  for (const [at, start] of starts.entries()) {
    const part = text.slice(start, starts[at + 1])
    const value = plainYaml(part) ?? (SHARED.test(part) ? null : readOrNull(part))
    const [[key, content] = [], ...others] = Object.entries(value ?? {})
    if (key === undefined || key === '__proto__' || others.length > 0 || Object.hasOwn(document, key)) return null
    document[key] = content
  }
  return document
}

function readOrNull(part: string): unknown {
  try {
    return wholeDocument(part)
  } catch (error) {
    if (error instanceof MeasurementError) return null
    throw error
  }
}

function wholeDocument(text: string): unknown {
  assertBounded(text)
  const document = firstDocument(text)
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(name)) throw new MeasurementError(`the key ${JSON.stringify(name.slice(0, 80))} appears twice`)
        seen.add(name)
      }
    },
  })
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown
  } catch (error) {
    throw new MeasurementError(`the YAML cannot be expanded: ${(error as Error).message.split('\n')[0]}`)
  }
}

/** Looks at the tokens alone, which costs no memory, before anything is built of them. */
function assertBounded(text: string): void {
  let tokens = 0
  let brackets = 0
  let indicators = 0
  for (const token of new Lexer().lex(text)) {
    tokens += 1
    if (token === '[' || token === '{') brackets += 1
    else if (token === ']' || token === '}') brackets -= 1
    if (token === '-' || token === '?') indicators += 1
    else if (token.trim() !== '') indicators = 0
    if (tokens > MAX_TOKENS) throw new MeasurementError(`the YAML has more than ${MAX_TOKENS} tokens`)
    if (brackets > MAX_DEPTH || indicators > MAX_DEPTH) {
      throw new MeasurementError(`the YAML is nested deeper than ${MAX_DEPTH}`)
    }
  }
}

/** The first document; the library's own reader goes on after an error and keeps every one of a million. */
function firstDocument(text: string): ReturnType<Composer['next']> extends Generator<infer D> ? D : never {
  // Its own check of unique keys compares each with each: a megabyte of keys would take minutes.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', merge: false })
  // An error thrown inside of a node comes back as an error of that node: the first one counts.
  let fault: MeasurementError | null = null
  const onError = (_at: unknown, _code: string, message: string, isWarning?: boolean): void => {
    if (isWarning) return
    fault ??= notYaml(message)
    throw fault
  }
  Object.assign(composer, { onError })
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    const [error] = document.errors
    if (error) throw notYaml(error.message)
    return document
  }
  throw new MeasurementError('it is not a YAML document')
}

function notYaml(message: string): MeasurementError {
  return new MeasurementError(`it is not YAML: ${message.split('\n')[0]}`)
}
