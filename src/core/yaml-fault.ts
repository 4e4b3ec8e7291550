import { printable } from './text.ts'

/** The fields of an error of the YAML library, which core does not import. */
interface YamlError {
  readonly message: string
  readonly code?: string
  readonly linePos?: readonly [{ readonly line: number }, ...unknown[]]
}

/** What is wrong with a YAML text. */
export interface YamlFault {
  /** On one line, without the place. */
  readonly text: string
  /** Its line, from 1; null: unknown. */
  readonly line: number | null
}

/**
 * Words an error of the YAML library, whose own message ends with the place and an excerpt of several lines.
 * @example yamlFault({ message: 'Map keys must be unique at line 2, column 1:\n\na: 2\n^' }).text // 'Map keys must be unique'
 */
export function yamlFault({ message, code, linePos }: YamlError): YamlFault {
  const line = linePos?.[0].line ?? null
  if (code === 'MULTIPLE_DOCS') return { text: 'it has several documents: keep one, without `---` between', line }
  const [first = ''] = message.split('\n', 1)
  return { text: printable(first.replace(/(?: at line \d+, column \d+)?:?$/, '')), line }
}

/** The same as one text: `Map keys must be unique, line 2`. */
export function placedFault(error: YamlError): string {
  const { text, line } = yamlFault(error)
  return line === null ? text : `${text}, line ${line}`
}
