import type { EnergyRecord } from '../../core/energy-record.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'
import { CountedKeys } from '../../trackers/usage/counted-keys.ts'
import type { Settings } from '../settings/table.ts'
import { readFactors } from './factors-file.ts'
import { findLogs } from './find-logs.ts'
import { isGlob } from './glob.ts'
import { checkMissingEnergy } from './missing-energy.ts'
import { readOne } from './read-logs.ts'
import { withUsageEnergy } from './usage-energy.ts'

/** What was read of the usage logs that the settings name. */
export interface Usage {
  readonly records: readonly EnergyRecord[]
  readonly notes: readonly Note[]
  /** Whether tokens are missing, so that nothing passes. */
  readonly isIncomplete: boolean
}

/** Reads the usage logs of a job. What cannot be read makes the figure incomplete instead of ending the job. */
export async function readUsage(settings: Settings, workspace: string): Promise<Usage> {
  const level = settings['on-measurement-error'] === 'fail' ? 'error' : 'warning'
  const notes: Note[] = []
  const records: EnergyRecord[] = []
  let isIncomplete = false
  const fail = (text: string): void => {
    isIncomplete ||= level === 'error'
    notes.push(note('usage-unreadable', `${text}: tokens are missing from the figure`, level))
  }
  const names = settings.usage ?? []
  const excluded = names.filter((name) => name.startsWith('!'))
  const seen = new Set<string>()
  const countedKeys = new CountedKeys()
  for (const name of names.filter((each) => !each.startsWith('!'))) {
    try {
      const { logs } = await findLogs([name, ...excluded], workspace)
      for (const log of logs.filter(({ path }) => !seen.has(path))) {
        seen.add(log.path)
        const reading = await readOne(log, null, { mapping: null, intervalS: null, countedKeys }, { workspace })
        if (reading === null) continue
        const usage = reading.records.filter((record) => record.usage !== null)
        records.push(...usage)
        notes.push(...(reading.notes ?? []))
        for (const refusal of reading.refusals) fail(`${refusal.file}: ${refusal.reason}`)
        if (usage.length < reading.records.length) notes.push(otherLog(log.shown))
      }
    } catch (error) {
      if (!(error instanceof ConfigurationError || error instanceof MeasurementError)) throw error
      if (isGlob(name) && error instanceof ConfigurationError) notes.push(noMatch(name, error))
      else fail(error.message)
    }
  }
  try {
    const factors = settings.factors === undefined ? [] : await readFactors(settings.factors, workspace)
    const costed = checkMissingEnergy(withUsageEnergy(records, factors, { isMachineMeasured: true }), {
      onMeasurementError: settings['on-measurement-error'],
      grid: null,
    })
    isIncomplete ||= costed.isIncomplete && level === 'error'
    return { ...costed, notes: [...costed.records.flatMap((record) => record.notes), ...notes], isIncomplete }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    fail(error.message)
    return { records: [], notes, isIncomplete }
  }
}

function noMatch(name: string, error: ConfigurationError): Note {
  return note(
    'usage-none',
    `no usage log for ${printable(name)}, so that no tokens are counted for it: ${error.message}`,
  )
}

function otherLog(name: string): Note {
  const text = `${printable(name)} is a log of energy, not of tokens: it is left out, because this machine is measured already; read it with mode: logs`
  return note('usage-other-log', text)
}
