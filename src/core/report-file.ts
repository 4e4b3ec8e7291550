import { contradictionIn } from './contradiction.ts'
import { ConfigurationError, MeasurementError } from './errors.ts'
import { type Part, REPORT_SCHEMA, type Report, ReportSchema } from './report.ts'
import { schemaIssue } from './schema-issue.ts'
import { parseJson } from './json.ts'

/**
 * Energy, Wh, and emissions, g, that no run can have: each is more than the whole world's in a year (620 EJ of primary energy are
 * 1.7e17 Wh, Energy Institute 2024; 5.7e16 g CO2e, UNEP Emissions Gap Report 2024).
 */
const MOST = 2e17

/** Next step if the file is the log of a tracker. */
const OF_A_LOG = 'Make a report of a tracker log first: carbon-gate logs FILE --json REPORT'

/** The report as it is written to files: JSON, two spaces, last newline. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/**
 * Reads a report file. A reader never guesses: another file or an unknown schema is a configuration error; a cut report or a figure that
 * no measurement can have (negative, NaN, against another figure of the report) is a measurement error, so that the verdict is indeterminate and never a pass.
 * @param text content of the file
 * @param file its name, for messages
 * @example readReport(JSON.stringify(judgeReport(unjudged({ kind: 'job', name: 'a' }), VERSION, [], { doubt: null, ownScopes: ['job'] })), 'a.json').subject.name // "a"
 */
export function readReport(text: string, file: string): Report {
  const report = parseReport(text, file)
  const fault = contradictionIn(report)
  if (fault) throw new MeasurementError(`${file} contradicts itself: ${fault}`, file)
  return report
}

/**
 * Reads a report whose figures may contradict each other, for a reader that has another figure to put in its place.
 * @throws ConfigurationError, MeasurementError as readReport
 */
export function parseReport(text: string, file: string): Report {
  if (text.trim() === '')
    throw new MeasurementError(`${file} is empty: make the report again, or remove the file`, file)
  const json = parseJson(text)
  if (json === undefined) {
    // A report that was cut short is broken; any other text is another kind of file.
    if (beginsAsReport(text)) {
      throw new MeasurementError(`${file} is not whole JSON: a report as written by --json is needed`, file)
    }
    throw new ConfigurationError(`${file} is not a report: it is not JSON. ${OF_A_LOG}`)
  }
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined
  if (schema !== REPORT_SCHEMA) {
    throw new ConfigurationError(
      typeof schema === 'string'
        ? `${file} is not a report that this version reads: its schema ${JSON.stringify(schema.slice(0, 60))} is unknown. Give a report written with --json (schema ${REPORT_SCHEMA})`
        : `${file} is not a report that this version reads: it has no schema ${REPORT_SCHEMA}. ${OF_A_LOG}`,
    )
  }
  if (isTooDeep(json)) throw new MeasurementError(`${file}: parts are nested more than ${MAX_DEPTH} deep`, file)
  const result = ReportSchema.safeParse(json)
  if (!result.success) {
    throw new MeasurementError(`${file}: ${schemaIssue(result.error, 'report')}`, file)
  }
  if (isBeyondTheWorld(result.data)) {
    throw new MeasurementError(`${file}: more than the whole world uses in a year`, file)
  }
  return result.data
}

/** How every report begins, without white space. */
const START = '{"schema":"carbon-gate/report@'

/**
 * Whether a text that is not whole JSON is the beginning of a report, an empty one included. JSON lines, as trackers write them, are not.
 * @example beginsAsReport('{"schema": "carb') // true
 */
export function beginsAsReport(text: string): boolean {
  const start = text.slice(0, 1000).replaceAll(/\s/g, '')
  return start.startsWith(START) || START.startsWith(start)
}

/** Levels of parts in a report: jobs, their steps, what those are made of. A forged one may have thousands, to exhaust the stack. */
const MAX_DEPTH = 8

function isTooDeep(json: unknown): boolean {
  let level = partsOf(json)
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap(partsOf)
  }
  return false
}

function isBeyondTheWorld({ energy, emissions, parts }: Pick<Part, 'energy' | 'emissions' | 'parts'>): boolean {
  const figures = [...Object.values(energy), ...Object.values(emissions)]
  return figures.some((figure) => figure !== null && figure > MOST) || (parts ?? []).some(isBeyondTheWorld)
}

function partsOf(value: unknown): readonly unknown[] {
  const parts = typeof value === 'object' && value !== null && 'parts' in value ? value.parts : null
  return Array.isArray(parts) ? parts : []
}
