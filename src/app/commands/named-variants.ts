import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import type { VariantBudget } from '../../core/budget.ts'
import { nearest } from '../../core/nearest.ts'
import { parseNumber } from '../../core/quantity.ts'
import type { Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import type { Variant } from '../../core/variants/variant.ts'
import { findReports, readFiles } from './find-reports.ts'

/** A variant with all of the names that a line or a flag may use for it. */
export interface NamedVariant extends Variant {
  readonly aliases: readonly string[]
  /** Its file as it was given, where its name does not tell it; else null. */
  readonly file: string | null
}

/** What the command line says about variants. */
export interface VariantFlags {
  readonly files: readonly string[]
  /** `NAME=FILE` each. */
  readonly variant?: readonly string[]
  /** `NAME=NUMBER` each. */
  readonly quality?: readonly string[]
}

/** Name of the first report in a line: `+10 % vs BASE`. */
const BASE = 'BASE'

/**
 * Reads the reports and names them: as `--variant` says, otherwise by what was measured, or, where that is the same (`plan`), by their
 * files.
 * @throws ConfigurationError
 */
export function readVariants({ files, variant = [], quality = [] }: VariantFlags): NamedVariant[] {
  const listed = findReports(files)
  const named = variant.map(parseVariant)
  if (listed.length + named.length < 2) {
    const [only] = files
    throw new ConfigurationError(`compare needs two reports: compare ${printable(only ?? 'base.json')} head.json`)
  }
  const names = [...listed.map(() => null), ...named.map(({ name }) => name)]
  const read = readFiles([...listed, ...named.map(({ file }) => file)]).map(({ name: file, report }, at) => ({
    name: names[at] ?? null,
    file,
    stem: file === '-' ? 'standard input' : path.parse(file).name,
    report,
  }))
  const headings = headingsOf(read)
  const variants = read.map(({ name, file, stem, report }, at) => ({
    name: headings[at] ?? stem,
    file: headings[at] === stem ? null : file,
    report,
    quality: null,
    aliases: name === null ? [headings[at] ?? stem, stem, report.subject.name] : [name],
  }))
  assertDifferent(variants)
  return withQuality(variants, quality)
}

/** @throws ConfigurationError unless it is NAME=FILE */
function parseVariant(text: string): { name: string; file: string } {
  const at = text.indexOf('=')
  const [name, file] = [text.slice(0, at).trim(), text.slice(at + 1)]
  if (at < 1 || name === '' || file.trim() === '') {
    throw new ConfigurationError(`--variant is ${quoted(text)}: NAME=REPORT is needed, as in --variant onnx=onnx.json`)
  }
  return { name, file }
}

interface Read {
  readonly name: string | null
  readonly file: string
  readonly stem: string
  readonly report: Report
}

/** A name for each report: the given one, or the first kind of name in which those without one differ. */
function headingsOf(read: readonly Read[]): string[] {
  const free = read.filter(({ name }) => name === null)
  const kinds: readonly ((entry: Read) => string)[] = [({ report }) => report.subject.name, ({ stem }) => stem]
  const kind = kinds.find((nameOf) => new Set(free.map(nameOf)).size === free.length)
  return read.map((entry, at) => entry.name ?? (kind ? kind(entry) : positionName(at, read.length)))
}

/** The same report twice, or files of one name in several folders. */
function positionName(at: number, count: number): string {
  if (at === 0) return 'base'
  return count === 2 ? 'head' : `report ${at + 1}`
}

function assertDifferent(variants: readonly NamedVariant[]): void {
  const seen = new Set<string>()
  for (const { name } of variants) {
    if (seen.has(name)) {
      throw new ConfigurationError(
        `two variants are called ${quoted(name)}: give each a name, as in --variant NAME=FILE`,
      )
    }
    seen.add(name)
  }
}

function withQuality(variants: readonly NamedVariant[], flags: readonly string[]): NamedVariant[] {
  const qualities = new Map<number, number>()
  for (const text of flags) {
    const at = text.lastIndexOf('=')
    const value = at < 1 ? null : parseNumber(text.slice(at + 1))
    if (value === null) {
      throw new ConfigurationError(
        `--quality is ${quoted(text)}: NAME=NUMBER is needed, higher is better, as in --quality onnx=0.91`,
      )
    }
    const position = positionOf(variants, text.slice(0, at).trim(), '--quality')
    if (qualities.has(position))
      throw new ConfigurationError(`--quality is given twice for ${quoted(text.slice(0, at))}`)
    qualities.set(position, value)
  }
  return variants.map((variant, at) => ({ ...variant, quality: qualities.get(at) ?? null }))
}

/**
 * Position of the variant that a line names.
 * @throws ConfigurationError for a name that no variant has, or several have
 */
export function referenceOf(variants: readonly NamedVariant[], { line, variant }: VariantBudget): number {
  if (variant === null) return 0
  return positionOf(variants, variant, `the budget ${quoted(line)}`)
}

function positionOf(variants: readonly NamedVariant[], name: string, where: string): number {
  const byHeading = variants.findIndex((variant) => variant.name === name)
  if (byHeading >= 0) return byHeading
  const matches = [...variants.keys()].filter((at) => variants[at]?.aliases.includes(name))
  const [only, second] = matches
  if (only !== undefined && second === undefined) return only
  if (second !== undefined) {
    throw new ConfigurationError(
      `${where} names ${quoted(name)}, which several reports are called: use --variant NAME=FILE`,
    )
  }
  if (name === BASE) return 0
  const names = variants.map((variant) => variant.name)
  const [near] = nearest(name, new Set(variants.flatMap(({ aliases }) => aliases)), 1)
  const hint =
    near === undefined ? `they are called ${names.slice(0, 8).map(quoted).join(', ')}` : `did you mean ${quoted(near)}?`
  throw new ConfigurationError(`${where} names the variant ${quoted(name)}, which is not compared here: ${hint}`)
}

function quoted(text: string): string {
  return printable(JSON.stringify(text.slice(0, 80)))
}
