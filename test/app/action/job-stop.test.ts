import { describe, expect, it } from 'vitest'
import { withJobStop } from '../../../src/app/action/job-stop.ts'
import type { Session } from '../../../src/app/action/session.ts'
import { DEFAULTS } from '../../../src/app/settings/table.ts'
import { note } from '../../../src/core/notes.ts'
import { MeasurementError } from '../../../src/core/errors.ts'
import { withoutFigure } from '../../../src/core/judge-report.ts'

const { draft: DRAFT } = withoutFigure({ kind: 'job', name: 'train' }, new MeasurementError('none', 'state'))
const at = (event: 'warn' | 'terminate', share: number): Parameters<typeof withJobStop>[1]['stops'][number] => ({
  event,
  t: 0,
  share,
  line: '5 Wh',
  atMs: Date.UTC(2026, 10, 28, 13, 5, 7),
})

const ARMED = { canSignal: true, notes: [] }

function notesOf(
  stops: ReturnType<typeof at>[],
  stop: Session['stop'] = ARMED,
  onExceed: 'stop' | 'fail' = 'stop',
): string[] {
  const settings = { ...DEFAULTS, 'on-exceed': onExceed }
  const { notes } = withJobStop(DRAFT, { stops, timeline: [] }, { stop }, { settings } as never)
  return notes.filter(({ code }) => code.startsWith('stop')).map(({ code, text }) => `${code}: ${text}`)
}

describe('the report of a job with on-exceed: stop', () => {
  it('repeats the warning at 80 %, which nothing could print during the job', () => {
    expect(notesOf([at('warn', 0.81)])).toEqual([
      'stop-warned: 81 % of 5 Wh was used at 13:05:07 UTC: the stop file appeared then, and the job ended before it was asked to.',
    ])
  })

  it('says only that it was stopped when it was', () => {
    expect(notesOf([at('warn', 0.81), at('terminate', 1.01)])).toEqual([
      expect.stringMatching(/^stopped-by-budget: Stopped by its budget: at 101 % of 5 Wh/),
    ])
  })

  it('says that nothing was watched, and nothing where no stop is set', () => {
    expect(notesOf([], null)).toEqual([expect.stringMatching(/^stop-not-armed: /)])
    expect([notesOf([]), notesOf([at('warn', 0.81)], ARMED, 'fail')]).toEqual([[], []])
  })

  it('says that the stop file was all, and which named lines stopped nothing', () => {
    const notes = [note('stop-line-not-armed', '2 kg per month stops nothing')]
    expect(notesOf([], { canSignal: false, notes })).toEqual([
      expect.stringMatching(/^stop-file-only: /),
      'stop-line-not-armed: 2 kg per month stops nothing',
    ])
  })
})
