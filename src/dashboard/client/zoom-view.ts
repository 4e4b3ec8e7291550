import uPlot from 'uplot'
import { make, makeButton } from './elements.ts'
import type { Rows } from './rows.ts'

const HEIGHT = 320
const DAY_S = 86_400
/** Points from which they are drawn smaller. */
const CROWD = 10_000

/** `Nov 3`, or `Nov 3 14:00` between days. */
function timeLabels(_chart: uPlot, times: readonly number[], _axis: number, _space: number, step: number): string[] {
  return times.map((time) => {
    const date = new Date(time * 1000)
    const day = date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })
    return step >= DAY_S ? day : `${day} ${date.toISOString().slice(11, 16)}`
  })
}

/** Every chosen row as a point over time. It is drawn when it is first opened, so that it costs nothing before. */
export class ZoomView {
  readonly element: HTMLElement
  readonly #rows: Rows
  readonly #place = make('div', { id: 'zoom' })
  readonly #log = make('input', { type: 'checkbox' })
  #chosen: Uint32Array = new Uint32Array()
  #key: string
  #chart: uPlot | null = null

  constructor(rows: Rows) {
    this.#rows = rows
    this.#key = rows.columns.find(({ kind }) => kind === 'number')?.key ?? ''
    const select = make('select', { 'aria-label': 'Figure' })
    for (const { key, title, kind } of rows.columns) {
      if (kind === 'number') select.append(make('option', { value: key }, title))
    }
    select.addEventListener('change', () => {
      this.#key = select.value
      this.#draw()
    })
    this.#log.addEventListener('change', () => this.#draw())
    const tools = make(
      'div',
      { class: 'tools' },
      select,
      make('label', { class: 'check' }, this.#log, 'logarithmic'),
      makeButton('Zoom in', () => this.#zoom(0.5)),
      makeButton('Zoom out', () => this.#zoom(2)),
      makeButton('Earlier', () => this.#move(-0.5)),
      makeButton('Later', () => this.#move(0.5)),
      makeButton('Everything', () => this.#draw()),
    )
    const hint = make(
      'p',
      { class: 'quiet' },
      'Drag over a part to zoom into it; a double click shows everything. Times are UTC.',
    )
    this.element = make('details', {}, make('summary', {}, 'Zoomable view of the rows below'), tools, this.#place, hint)
    this.element.addEventListener('toggle', () => this.#draw())
    addEventListener('resize', () => this.#chart?.setSize({ width: this.#place.clientWidth, height: HEIGHT }))
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw())
  }

  show(chosen: Uint32Array): void {
    this.#chosen = chosen
    this.#draw()
  }

  #draw(): void {
    this.#chart?.destroy()
    this.#chart = null
    if (!(this.element as HTMLDetailsElement).open) return
    const [time] = this.#rows.columns
    const column = this.#rows.columns.find(({ key }) => key === this.#key)
    if (time?.kind !== 'time' || column?.kind !== 'number') return
    const { values } = column
    const rows = this.#chosen
      .filter((row) => (this.#log.checked ? (values[row] ?? 0) > 0 : !Number.isNaN(values[row])))
      .sort((a, b) => (time.values[a] ?? 0) - (time.values[b] ?? 0))
    const colours = getComputedStyle(document.documentElement)
    const axis = {
      stroke: colours.getPropertyValue('--quiet'),
      grid: { stroke: colours.getPropertyValue('--line'), width: 1 },
      ticks: { stroke: colours.getPropertyValue('--line'), width: 1 },
    }
    const point = colours.getPropertyValue('--c0')
    this.#chart = new uPlot(
      {
        width: this.#place.clientWidth,
        height: HEIGHT,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
        scales: { y: this.#log.checked ? { distr: 3 } : {} },
        axes: [
          { ...axis, space: 100, values: timeLabels },
          { ...axis, size: 64 },
        ],
        series: [
          { label: 'Ended (UTC)', value: '{YYYY}-{MM}-{DD} {HH}:{mm}' },
          {
            label: column.title,
            stroke: point,
            paths: () => null,
            points: { show: true, size: rows.length > CROWD ? 2.5 : 4, fill: point, width: 0 },
          },
        ],
      },
      [Array.from(rows, (row) => time.values[row] ?? 0), Array.from(rows, (row) => values[row] ?? 0)],
      this.#place,
    )
    const canvas = this.#place.querySelector('canvas')
    canvas?.setAttribute('role', 'img')
    canvas?.setAttribute(
      'aria-label',
      `${column.title} of ${rows.length} rows over time; the table below has the figures`,
    )
  }

  #span(): readonly [number, number] | null {
    const { min, max } = this.#chart?.scales['x'] ?? {}
    return min === undefined || max === undefined || min === null || max === null ? null : [min, max]
  }

  #zoom(factor: number): void {
    const span = this.#span()
    if (span === null) return
    const [centre, half] = [(span[0] + span[1]) / 2, ((span[1] - span[0]) / 2) * factor]
    this.#chart?.setScale('x', { min: centre - half, max: centre + half })
  }

  #move(share: number): void {
    const span = this.#span()
    if (span === null) return
    const by = (span[1] - span[0]) * share
    this.#chart?.setScale('x', { min: span[0] + by, max: span[1] + by })
  }
}
