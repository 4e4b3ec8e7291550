import type { Command } from 'commander'
import type { Report } from '../../core/report.ts'
import { joinReports } from '../join/reports.ts'
import { judge } from '../judge.ts'
import type { Resolved } from '../settings/resolve.ts'
import { readReports } from './find-reports.ts'
import { settingsOf } from './options.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** Reports joined and judged, with what they were joined from. */
export interface JudgedSum {
  readonly sum: Report
  readonly parts: readonly Report[]
  readonly settings: Resolved['settings']
}

/** Reads reports and judges their sum as `gate` does. */
export async function judgedSum(command: Command, files: readonly string[]): Promise<JudgedSum> {
  const resolved = await resolveFlags(settingsOf(command))
  const { settings } = resolved
  const named = readReports(files)
  const [first] = named
  const name = named.length === 1 && first ? first.report.subject.name : 'all'
  const { draft, judging } = joinReports(named, name, settings['min-coverage'])
  // What the hardware covers is only known of a single report.
  const { hardware = null } = (named.length === 1 && first?.report) || {}
  const units = settings.units ?? draft.units
  const sum = judge({ draft: { ...draft, hardware, units }, judging }, resolved)
  return { sum, parts: named.map(({ report }) => report), settings }
}
