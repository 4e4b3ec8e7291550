import { originOf } from '../../src/app/ledger/origin.ts'
import type { Entry } from '../../src/ledger/entry.ts'
import { entryFromReport } from '../../src/ledger/from-report.ts'
import type { NewEntry } from '../../src/ledger/store.ts'
import { report } from '../fixtures/report.ts'

const ENDED = '2026-11-28T13:05:00Z'

/** An entry of a job of 0.1 g and 1 Wh with the key `7/1/JOB`. */
export function sampleEntry(job: string, over: Partial<Entry> = {}): NewEntry {
  const emissions = { operational_g: 0.1, embodied_g: null, total_g: 0.1, low_g: 0.1, high_g: 0.1 }
  const energy = { total_wh: 1, it_wh: 1, low_wh: 1, high_wh: 1 }
  const origin = originOf({ GITLAB_CI: 'true', CI_PIPELINE_ID: '7', CI_JOB_ID: job, CI_JOB_NAME: 'test' })
  const { entry } = entryFromReport(report({ ended_at: ENDED, energy, emissions }), origin, Date.parse(ENDED))
  return { entry: { ...entry, ...over } as Entry }
}
