import { type Stats, accessSync, constants, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../core/errors.ts'
import { REPORT_SCHEMA } from '../core/report.ts'
import { parseJson } from '../core/json.ts'
import { PAGE_MARK } from '../render/page-mark.ts'
import type { Console } from './console.ts'
import { isStandardOutput, notWritable, writeWhole } from './named-file.ts'

/** Text that marks a PNG as made by this program. */
export const PNG_MARK = 'Software\u0000carbon-gate'

/** Kinds of file that the tool writes, with a test that recognises an earlier file of the same kind. */
const OWN_FILES = {
  json: { what: 'a report of carbon-gate', isOwn: (text: string) => schemaIn(text) === REPORT_SCHEMA },
  markdown: { what: 'a comment of carbon-gate', isOwn: (text: string) => text.startsWith('<!-- carbon-gate:') },
  // A label names the tool; a badge has the measured figure as its accessible name.
  svg: {
    what: 'a label or badge of carbon-gate',
    isOwn: (text: string) => /^<svg [^>]*aria-label(?:ledby)?="carbon/.test(text),
  },
  png: { what: 'a label of carbon-gate', isOwn: (text: string) => text.slice(0, 200).includes(PNG_MARK) },
  boamps: {
    what: 'a BoAmps report of carbon-gate',
    isOwn: (text: string) => /"measurementMethod": "Carbon Gate/.test(text),
  },
  manifest: { what: 'a manifest of carbon-gate', isOwn: (text: string) => text.startsWith('# Carbon Gate:') },
  html: { what: 'a dashboard of carbon-gate', isOwn: (text: string) => text.startsWith(PAGE_MARK) },
  endpoint: {
    what: 'an endpoint of carbon-gate',
    isOwn: (text: string) => Object.hasOwn(Object(parseJson(text)), 'schemaVersion'),
  },
} as const

/**
 * Checks that a file can be written and that writing it destroys nothing: only a missing file, an empty one or an earlier file of the
 * same kind is replaced. Called before the work starts, so that no hour of measuring is lost to a mistyped name.
 * @param flag as the user wrote it, for the message
 * @throws ConfigurationError
 */
export function assertTarget(file: string, kind: keyof typeof OWN_FILES, flag: string = kind): void {
  const { what, isOwn } = OWN_FILES[kind]
  assertReplaceable(file, what, isOwn, flag, {
    isFileNeeded: kind === 'json',
    ...(kind === 'html' && { extension: kind }),
  })
}

/** Flags that are not settings: where the result goes. */
export interface OutputOptions {
  /** A file; `-` or true: standard output. */
  readonly json?: string | true
  /** A file; `-`: standard output. */
  readonly markdown?: string
  readonly svg?: string
}

const OUTPUT_FLAGS = ['json', 'markdown', 'svg'] as const

/**
 * Checks before any work that everything asked for can be written where it is wanted.
 * @param checked flags whose files may replace an earlier one of their kind; the writer of the others checks them
 * @throws ConfigurationError
 */
export function assertOutputs(output: OutputOptions, checked: readonly (keyof OutputOptions)[] = OUTPUT_FLAGS): void {
  const printed = OUTPUT_FLAGS.filter((flag) => isStandardOutput(output[flag]))
  if (printed.length > 1) {
    const named = printed.map((flag) => `--${flag}`).join(' and ')
    throw new ConfigurationError(`${named} cannot both go to standard output: give one of them a file`)
  }
  const files = new Map<string, string>()
  for (const flag of checked) {
    const target = output[flag]
    if (typeof target !== 'string' || isStandardOutput(target)) continue
    const earlier = files.get(path.resolve(target))
    if (earlier)
      throw new ConfigurationError(`--${earlier} and --${flag} both name ${target}: give each a file of its own`)
    files.set(path.resolve(target), flag)
    assertTarget(target, flag)
  }
}

/** File name extension by flag, for examples in messages. */
const EXTENSIONS: Readonly<Record<string, string>> = { markdown: 'md', json: 'json', png: 'png' }

/** @throws ConfigurationError unless the file is missing, empty, or may be replaced */
function assertReplaceable(
  file: string,
  what: string,
  isOwn: (earlier: string) => boolean,
  flag: string,
  { isFileNeeded = true, extension = EXTENSIONS[flag] ?? 'svg' } = {},
): void {
  let stat: Stats | undefined
  try {
    stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return assertFolderOf(file, flag)
    // A pipe or a device, such as one made by process substitution, is written to and never replaced. A report needs a file.
    if (!isFileNeeded && !stat.isFile() && !stat.isDirectory()) return
    accessSync(file, constants.W_OK)
    if (stat.isFile() && stat.size > 0 && isOwn(readFileSync(file, 'utf8'))) return
  } catch (error) {
    throw notWritable(file, error, flag)
  }
  if (stat.isDirectory())
    throw new ConfigurationError(
      `--${flag} ${file} is a folder: name a file in it, such as ${path.join(file, `carbon-gate.${extension}`)}`,
    )
  // Not opened: reading a pipe without a writer would block.
  if (!stat.isFile()) throw new ConfigurationError(`--${flag} ${file} is not a plain file: name a file to write`)
  if (stat.size > 0) {
    throw new ConfigurationError(
      `--${flag} ${file} exists and is not ${what}, so it is not overwritten: name another file`,
    )
  }
}

/** The `schema` field at the top of a JSON text. */
function schemaIn(text: string): unknown {
  const content = parseJson(text)
  return typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined
}

/** The keys of a JSON text, else its first line. They are equal for two answers of the same command. */
function headings(text: string): string {
  const content = parseJson(text)
  const isObject = typeof content === 'object' && content !== null
  return isObject ? JSON.stringify(Object.keys(content).sort()) : (text.split('\n')[0] ?? '')
}

/** Checks that the folder of a file exists and can be written to. @throws ConfigurationError */
function assertFolderOf(file: string, flag: string): void {
  const folder = path.dirname(path.resolve(file))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new ConfigurationError(`--${flag} ${file} cannot be written: the folder ${folder} does not exist`)
  }
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw notWritable(file, error, flag)
  }
}

/**
 * Writes an answer to the file of `--json`, or to standard output without a file name. Replaces only an earlier answer of the same kind.
 * @throws ConfigurationError
 */
export function putJson(target: string | true, text: string, console: Console): void {
  if (!isStandardOutput(target)) {
    assertReplaceable(target, 'an earlier answer', (earlier) => headings(earlier) === headings(text), 'json')
  }
  put(target, text, console)
}

/** Writes a text to a file, or to standard output. @throws ConfigurationError if it cannot be written */
export function put(target: string | true, text: string, console: Console): void {
  if (isStandardOutput(target)) console.out(text)
  else writeWhole(target, text)
}
