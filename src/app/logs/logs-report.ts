import { type Judgeable, withoutFigure } from '../../core/judge-report.ts'
import { mineralsOfParts, totalsOfParts } from '../../core/totals.ts'
import { type UnjudgedReport, unjudged } from '../../core/unjudged.ts'
import { columnMapping } from '../../trackers/column-mapping.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { type SiteQuestion, findSite } from '../grid/site-factors.ts'
import type { Settings } from '../settings/table.ts'
import type { LogFigures } from './summarize.ts'
import { readFactors } from './factors-file.ts'
import { type LogEnvironment, readLogs } from './read-logs.ts'

/** What the settings and the environment say about a reading of logs. */
export interface LogQuestion extends LogEnvironment, Pick<SiteQuestion, 'access'> {
  /** Files, folders, globs. */
  readonly files: readonly string[]
}

/**
 * Reads logs as the settings say: our own figures are used only if `pue`, or a place or intensity, was given.
 * @returns a report to be judged, and whether its figures can be trusted. Logs without a figure give a report without one, so that
 * they are judged, shown and written like any other
 * @throws ConfigurationError
 */
export async function logsAsked(settings: Settings, question: LogQuestion): Promise<Judgeable> {
  const { files: named, access, ...environment } = question
  const files = [...named, ...(settings.usage ?? [])]
  const wantsGrid = settings.region !== undefined || settings.zone !== undefined || settings.intensity !== undefined
  const site = wantsGrid || settings.pue !== undefined ? await findSite(settings, { access }) : null
  const columns = settings['log-columns']
  const name = files.length === 1 ? (files[0] ?? 'logs') : `${files.length} logs`
  const figures = await readLogs(
    {
      files,
      format: settings.format,
      pue: settings.pue === undefined ? null : (site?.pue ?? null),
      grid: wantsGrid ? (site?.grid ?? null) : null,
      water: wantsGrid ? (site?.water ?? null) : null,
      units: settings.units ?? null,
      factors: settings.factors === undefined ? [] : await readFactors(settings.factors, question.workspace),
      onMeasurementError: settings['on-measurement-error'],
      minCoverage: settings['min-coverage'],
      mapping: columns === undefined ? null : columnMapping(namedColumns(columns), settings.interval !== undefined),
      intervalS: settings.interval ?? null,
    },
    environment,
  ).catch(asMeasurementError)
  if (figures instanceof MeasurementError) return withoutFigure({ kind: 'logs', name }, figures)
  const draft = reportOfFigures(figures, name)
  const notes = wantsGrid ? (site?.notes ?? []) : []
  return {
    draft: { ...draft, notes: [...draft.notes, ...notes] },
    judging: { doubt: figures.doubt, ownScopes: ['job'] },
  }
}

function asMeasurementError(error: unknown): MeasurementError {
  if (error instanceof MeasurementError) return error
  throw error
}

/** `energy: used in kWh`, one a line. @throws ConfigurationError */
function namedColumns(lines: readonly string[]): Record<string, string> {
  const columns: Record<string, string> = Object.create(null) as Record<string, string>
  for (const line of lines) {
    const [, what, column] = /^([a-z]+)\s*[:=]\s*(.+)$/.exec(line.trim()) ?? []
    if (what === undefined || column === undefined) {
      throw new ConfigurationError(`log column ${JSON.stringify(line)} is not \`energy: COLUMN in kWh\``)
    }
    if ((what === 'energy' || what === 'counter') && what in columns) {
      columns[what] += ` + ${column}`
      continue
    }
    if (what in columns) throw new ConfigurationError(`log column ${what} is named twice`)
    columns[what] = column
  }
  return columns
}

/** The report of logs before it is judged: the sum of their parts. */
export function reportOfFigures(figures: LogFigures, name: string): UnjudgedReport {
  const { parts, durationS, units, counts, basis, notes, runs } = figures
  const only = parts.length === 1 ? parts[0] : undefined
  const times = parts.map(({ started_at }) => started_at)
  const ends = parts.map(({ ended_at }) => ended_at)
  return unjudged(
    { kind: 'logs', name: runs === 1 && only ? only.name : name },
    {
      started_at: times.includes(null) ? null : (times.toSorted()[0] ?? null),
      ended_at: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
      duration_s: durationS,
      machine: only?.machine ?? null,
      ...totalsOfParts(parts),
      minerals_kg_sb: mineralsOfParts(parts),
      units,
      ...(counts && { counts: [...counts] }),
      parts: [...parts],
      basis,
      notes: [...notes],
    },
  )
}
