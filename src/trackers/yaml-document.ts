import { Composer, Lexer, Parser, isScalar, visit } from 'yaml'
import { MeasurementError } from '../core/errors.ts'

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
