import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import { REPORT_SCHEMA } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { baseOf, globTest, isGlob } from '../logs/glob.ts'

/** Folders that contain files of other tools. */
const SKIPPED = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/

/**
 * Expands the names of reports: files as they are, folders to the reports in them, globs to what they match (on Windows no shell
 * expands them). `-` is standard input.
 * @throws ConfigurationError if a folder or glob has no report
 */
export function findReports(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (name === '-') return [name]
    const stat = statSync(name, { throwIfNoEntry: false })
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
  const entries = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : []
  return entries
    .filter((entry) => entry.endsWith('.json') && !SKIPPED.test(entry.split(path.sep).join('/')))
    .sort()
    .map((entry) => path.join(folder, entry).split(path.sep).join('/'))
}

/** Other JSON files of a folder are not errors. */
function isReport(file: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof content === 'object' && content !== null && 'schema' in content && content.schema === REPORT_SCHEMA
  } catch {
    return false
  }
}
