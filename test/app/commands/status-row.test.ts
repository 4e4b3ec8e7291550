import { describe, expect, it, vi } from 'vitest'
import { progressOutput, progressText } from '../../../src/app/commands/progress.ts'
import { StatusRow } from '../../../src/app/commands/status-row.ts'

const ESC = '\u001B'

describe('the status row', () => {
  it('takes the last row out of the scrolling region, never moves the output, and gives the row back', () => {
    const written: string[] = []
    const row = new StatusRow((text) => written.push(text), { rows: 24, columns: 20 }, false)
    row.show('a text that is longer than the row')
    row.show('short')
    row.clear()
    row.clear()
    expect(written).toEqual([
      `${ESC}D${ESC}[1A${ESC}7${ESC}[1;23r${ESC}8`,
      `${ESC}7${ESC}[24;1H${ESC}[2Ka text that is long${ESC}8`,
      `${ESC}7${ESC}[24;1H${ESC}[2Kshort${ESC}8`,
      `${ESC}7${ESC}[24;1H${ESC}[2K${ESC}[r${ESC}8`,
    ])
    expect(written.join('')).not.toContain('\n')
  })

  it('follows the size of the terminal, and stays away from a tiny one', () => {
    const written: string[] = []
    const terminal = { rows: 24, columns: 80 }
    const row = new StatusRow((text) => written.push(text), terminal, true)
    row.show('one')
    terminal.rows = 30
    row.show('two')
    expect(written.at(-1)).toContain(`${ESC}[30;1H`)
    terminal.rows = 3
    const before = written.length
    row.show('three')
    expect(written).toHaveLength(before)
    row.clear()
  })

  it.runIf(process.platform !== 'win32')(
    'gives its row back before Ctrl-Z stops the process, and takes it again',
    () => {
      const written: string[] = []
      const stop = vi.spyOn(process, 'kill').mockReturnValue(true)
      const row = new StatusRow((text) => written.push(text), { rows: 24, columns: 80 }, false)
      row.show('one')
      process.emit('SIGTSTP')
      expect(written.at(-1)).toContain(`${ESC}[r`)
      expect(stop.mock.calls).toEqual([[process.pid, 'SIGSTOP']])
      row.show('two')
      expect(written.at(-2)).toContain(`${ESC}[1;23r`)
      row.clear()
      expect(process.listenerCount('SIGTSTP')).toBe(0)
    },
  )
})

describe('progress', () => {
  const progress = {
    seconds: 60,
    watts: 12.3,
    pue: 1,
    energyWh: 0.41,
    emissionsG: 0.15,
    largest: { line: '5 g', metric: 'emissions', share: 0.08 },
    secondsLeft: 690,
  } as const
  const output = (
    kind: 'auto' | 'json' | 'off',
    env: Record<string, string>,
    isTTY: boolean,
  ): [number | string | null, string] => {
    let text = ''
    const console = { out: () => undefined, err: (more: string) => (text += more), color: false }
    const chosen = progressOutput(kind, { console, env, stream: { isTTY, rows: 24, columns: 200 } as never })
    chosen.show(progress)
    return [chosen.everyMs, text]
  }

  it('is power, use, share and forecast', () => {
    expect(progressText(progress).replaceAll('\u00A0', ' ')).toBe(
      '12 W now, 0.41 Wh, 0.15 g CO2e in 60 s, 8 % of 5 g, reached in about 11 min 30 s',
    )
    expect(progressText({ ...progress, pue: 1.5 })).toMatch(/^12.W now before the PUE, 0.41.Wh/)
    expect(progressText({ ...progress, energyWh: null, emissionsG: null, largest: null })).not.toMatch(/null|NaN/)
  })

  it('is a row on a terminal, a line a minute in CI, JSON when asked, and nothing elsewhere', () => {
    expect(output('auto', {}, true)[1]).toContain(`${ESC}[24;1H`)
    expect(output('auto', { CI: 'true' }, false)).toEqual([
      60_000,
      expect.stringMatching(/^carbon-gate: 12 W now.*\n$/),
    ])
    expect(JSON.parse(output('json', {}, false)[1])).toEqual({
      type: 'progress',
      elapsed_s: 60,
      watts: 12.3,
      energy_wh: 0.41,
      emissions_g: 0.15,
      budget: '5 g',
      share: 0.08,
      forecast_s: 690,
    })
    for (const quiet of [output('off', {}, true), output('auto', {}, false), output('auto', { TERM: 'dumb' }, true)]) {
      expect(quiet).toEqual([null, ''])
    }
  })
})
