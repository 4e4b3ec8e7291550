import { type Stats, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import { beginsAsReport, readReport } from '../../core/report-file.ts'
import { printable } from '../../core/text.ts'
import { parseJson } from '../../core/json.ts'
import type { NamedReport } from '../join/named-report.ts'
import { baseOf, globTest, isGlob } from '../logs/glob.ts'
import { MAX_NAMED_BYTES, readNamed } from '../named-file.ts'

/** How the schema of a report of any version begins. */
const REPORT_FAMILY = 'carbon-gate/report@'

/** Next step if one of several files is not a report: a shell expands a pattern to files that its user did not mean. */
const OF_SEVERAL = '. Any other file: use a narrower pattern, or name the folder, whose other JSON files are skipped'

/** Folders that contain files of other tools. */
const SKIPPED = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/

/** Reads reports by file, folder or glob. @throws ConfigurationError, MeasurementError */
export function readReports(names: readonly string[]): NamedReport[] {
  return readFiles(findReports(names))
}

/**
 * Reads reports by file. A file with several names (links, `-` twice) is read once: all of its names get the same object.
 * @throws ConfigurationError if one is not a report
 * @throws MeasurementError if one is broken
 */
export function readFiles(files: readonly string[]): NamedReport[] {
  const read = new Map<string, Report>()
  return files.map((name) => {
    const file = realPath(name)
    const report = read.get(file) ?? (files.length > 1 ? readOneOfSeveral(name) : readReportFile(name))
    read.set(file, report)
    return { name, report }
  })
}

/** Reads one report; `-` is standard input. @throws ConfigurationError, MeasurementError */
export function readReportFile(name: string): Report {
  return readReport(readNamed(name, 'report'), name)
}

/** As `readReportFile`. The message of a file that is not a report says what else to name. */
function readOneOfSeveral(name: string): Report {
  const text = readNamed(name, 'report')
  try {
    return readReport(text, name)
  } catch (error) {
    if (error instanceof ConfigurationError) throw new ConfigurationError(error.message + OF_SEVERAL)
    throw error
  }
}

/** The path without links; of a link that leads nowhere, the path of the link. */
function realPath(name: string): string {
  if (name === '-') return name
  try {
    return realpathSync(name)
  } catch {
    const folder = path.dirname(name)
    return folder === name ? name : path.join(realPath(folder), path.basename(name))
  }
}

/**
 * Expands the names of reports: files as they are, folders to the reports in them, globs to what they match (on Windows no shell
 * expands them). `-` is standard input.
 * @throws ConfigurationError if a folder or glob has no report
 */
export function findReports(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (name === '-') return [name]
    const stat = statOf(name)
    if (stat?.isDirectory())
      return someOf(jsonFilesIn(name).filter(isReport), `folder ${printable(name)} has no report`)
    if (stat !== undefined || !isGlob(name)) return [name]
    const matches = globTest(path.normalize(name).split(path.sep).join('/'))
    const files = jsonFilesIn(baseOf(name) || '.').filter((file) => matches(file))
    return someOf(files, `no file matches ${printable(name)}`)
  })
}

function someOf(files: readonly string[], fault: string): readonly string[] {
  if (files.length === 0) throw new ConfigurationError(`${fault}: name the JSON files that --json wrote`)
  return files
}

function jsonFilesIn(folder: string): string[] {
  const entries = statOf(folder)?.isDirectory() ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const files = entries
    .filter((entry) => entry.endsWith('.json') && !SKIPPED.test(entry.split(path.sep).join('/')))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((entry) => path.join(folder, entry).split(path.sep).join('/'))
  // A link to a folder above lists its files again, until the path is too long.
  return [...new Map(files.toReversed().map((file) => [realPath(file), file])).values()].sort()
}

/** Other JSON files of a folder are not errors. A report that is broken, of another version or cannot be read is. */
function isReport(file: string): boolean {
  const stat = statOf(file)
  if (stat && (!stat.isFile() || stat.size > MAX_NAMED_BYTES)) return false
  const text = readNamed(file, 'report')
  const content = parseJson(text)
  if (content === undefined) return beginsAsReport(text)
  const schema = typeof content === 'object' && content !== null && 'schema' in content ? content.schema : null
  return typeof schema === 'string' && schema.startsWith(REPORT_FAMILY)
}

/** What a path names; undefined if it does not exist or cannot be looked at. The reader then reports why. */
function statOf(name: string): Stats | undefined {
  try {
    return statSync(name, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
