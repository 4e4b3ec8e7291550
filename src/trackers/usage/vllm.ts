import { MeasurementError } from '../../core/errors.ts'
import { note } from '../../core/notes.ts'
import { counterJoules as counterGrowth, hasRestarted } from '../counter.ts'
import { sample } from '../exposition.ts'
import { type LineReader, readLineLog } from '../log-reading.ts'
import { restartNote } from '../record.ts'
import type { LogFormat } from '../tracker.ts'
import { tokens } from './maker.ts'
import { UsageTotals } from './usage-totals.ts'

/** vLLM's counters by what they count; `_total` is missing in older exposition. */
const COUNTERS: readonly (readonly [RegExp, 'input' | 'output' | 'requests' | 'cached'])[] = [
  [/^vllm:prompt_tokens(?:_total)?$/, 'input'],
  [/^vllm:generation_tokens(?:_total)?$/, 'output'],
  [/^vllm:request_success(?:_total)?$/, 'requests'],
  [/^vllm:prompt_tokens_cached(?:_total)?$/, 'cached'],
]

/** Maximum number of series in one scrape. */
const MAX_SERIES = 20_000

/** vLLM's metrics: token counters of a local server. */
export const vllm: LogFormat = {
  name: 'vllm',
  title: 'vLLM /metrics (Prometheus text): token counters by model',
  figures:
    'requests, input and output tokens by model: the growth between the scrapes of a file; energy estimated by model',
  detect: (head) => /^\uFEFF?(?:# (?:HELP|TYPE) )?vllm:[a-z_]+/m.test(head),
  read: (source) => readLineLog(source, counters),
}

interface Series {
  readonly model: string | null
  readonly kind: 'input' | 'output' | 'requests' | 'cached'
  readonly line: number
  readonly values: number[]
}

const counters: LineReader = (log) => {
  const all = new Map<string, Series>()
  return {
    line(line) {
      // Whatever stands in a last line without a line end, more of the scrape may have followed.
      if (line.torn && line.text.trim() !== '' && !line.text.startsWith('#')) log.leaveOpen(line.number)
      if (!line.text.startsWith('vllm:')) return
      const name = /^[^{\s]+/.exec(line.text)?.[0] ?? ''
      const kind = COUNTERS.find(([pattern]) => pattern.test(name))?.[1]
      if (kind === undefined) return
      const found = sample(line)
      if (found === null) return
      const labels = [...found.labels].map((label) => label.join('='))
      const key = `${kind}\n${labels.toSorted().join()}`
      const known = all.get(key)
      // A counter that was cut has lost digits, which is not a restart.
      if (line.torn && known && found.value < (known.values.at(-1) ?? 0)) return
      if (known) known.values.push(found.value)
      else if (all.size >= MAX_SERIES) throw new MeasurementError(`more than ${MAX_SERIES} series`)
      else {
        const model = found.labels.get('model_name') ?? null
        all.set(key, { model, kind, line: line.number, values: [found.value] })
      }
    },
    records() {
      const series = [...all.values()]
      if (!series.some(({ kind }) => kind === 'output'))
        throw new MeasurementError('it has no vllm:generation_tokens_total')
      const scrapes = Math.max(...series.map(({ values }) => values.length))
      const totals = new UsageTotals(log)
      const models = new Map<string | null, Record<Series['kind'], number> & { line: number }>()
      for (const { model, kind, line, values } of series) {
        const total = models.get(model) ?? { input: 0, output: 0, requests: 0, cached: 0, line }
        if (hasRestarted(values)) log.note(restartNote(log.file, `${kind} tokens of ${model ?? 'the model'}`))
        // A counter begins again at 0 when the server restarts; a series that appears later began at 0.
        total[kind] +=
          scrapes === 1 ? (values[0] ?? 0) : counterGrowth(values.length < scrapes ? [0, ...values] : values, null)
        models.set(model, total)
      }
      for (const [model, { input, output, requests, cached, line }] of models) {
        const cacheRead = Math.min(cached, input)
        const usage = { model, provider: 'vllm', requests, inputUncached: input - cacheRead, cacheRead, output }
        totals.add(tokens(usage), line)
      }
      if (scrapes === 1) {
        const text =
          'one scrape counts every token since the server began: give a scrape of the start and one of the end in one file'
        log.note(note('log-one-scrape', text))
      }
      return totals.records()
    },
  }
}
