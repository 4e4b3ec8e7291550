import { MeasurementError } from '../core/errors.ts'
import { cTimeSeconds } from './c-time.ts'
import { DevicePower } from './device-power.ts'
import { amount } from './field.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { NO_VALUE } from './nvidia-smi-columns.ts'
import type { LogFormat } from './tracker.ts'

/** nvidia-smi -q: its text, one document after the other, and its XML (-x -q). */
export const nvidiaSmiQuery: LogFormat = {
  name: 'nvidia-smi-query',
  title: 'nvidia-smi -q (also -d POWER, and -x -q as XML), repeated with -l',
  figures:
    'W of each GPU over the local time of its documents, integrated by GPU; measured; GPUs only, never the module readings',
  meters: 'gpus',
  simultaneous: true,
  detect: (head) => /^\uFEFF?=+NVSMI LOG=+[ \t]*$/m.test(head) || /<nvidia_smi_log>/.test(head),
  read: (source) => readLineLog(source, documents),
}

/** What a line says, in the text and in the XML alike. */
type Statement =
  | { readonly kind: 'document' | 'power-section' | 'other-section' }
  | { readonly kind: 'time' | 'attached' | 'gpu' | 'power-draw'; readonly value: string; readonly source?: Source }

/** Where a power is from: the newest drivers write two, of which the mean is preferred. */
type Source = 'mean' | 'moment'

interface OpenGpu {
  readonly key: string
  readonly line: number
  readonly draws: Map<Source, string>
}

const documents: LineReader = (log) => {
  const gpus = new DevicePower(log)
  /** Seconds of the document's time stamp; undefined before it, null where it cannot be read. */
  let atS: number | null | undefined
  let startS: number | null = null
  let open: OpenGpu | null = null
  let isPowerSection = false
  let last = 0
  /** Number of GPUs that a document says are attached. With `-i` it shows only some of them. */
  let attached = 0
  /** The kind of power that each GPU is counted by: the first one with a value. A GPU never changes to another kind. */
  const sourceOf = new Map<string, Source>()

  const closeGpu = (isLast: boolean = false): void => {
    const gpu = open
    open = null
    isPowerSection = false
    if (gpu === null || atS === null) return
    if (atS === undefined) throw new MeasurementError('a GPU comes before the time of its document')
    const known = sourceOf.get(gpu.key)
    const sources: readonly Source[] = known === undefined ? ['mean', 'moment'] : [known]
    const values = sources.map((source) => gpu.draws.get(source)).filter((value) => value !== undefined)
    if (values.length === 0 && isLast) {
      log.tear(gpu.line, 'sample')
      return
    }
    const value = values.find((draw) => !NO_VALUE.test(draw))
    const source = sources.find((each) => value !== undefined && gpu.draws.get(each) === value)
    const watts = value === undefined ? null : wattsOf(value)
    if (source !== undefined) sourceOf.set(gpu.key, source)
    gpus.add(gpu.key, atS, watts, gpu.line)
  }

  const take = (statement: Statement, number: number): void => {
    switch (statement.kind) {
      case 'document': {
        closeGpu()
        atS = undefined
        return
      }
      case 'time': {
        atS = null
        const seconds = localSeconds(statement.value)
        startS ??= seconds
        atS = seconds - startS
        return
      }
      case 'attached': {
        const count = amount('attached GPUs', statement.value)
        attached = Math.max(attached, count)
        return
      }
      case 'gpu': {
        closeGpu()
        open = { key: statement.value, line: number, draws: new Map() }
        return
      }
      case 'power-section':
      case 'other-section': {
        isPowerSection = statement.kind === 'power-section'
        return
      }
      case 'power-draw': {
        if (isPowerSection) open?.draws.set(statement.source ?? 'moment', statement.value)
      }
    }
  }

  return {
    line({ text, number, torn }) {
      last = number
      if (torn && text.trim() !== '') log.tear(number, 'sample')
      const xml = [...text.matchAll(XML_STATEMENT)]
      const statements = xml.length > 0 ? xml.flatMap(xmlStatement) : textStatement(text)
      for (const statement of statements) take(statement, number)
    },
    records() {
      log.attempt(open?.line ?? last, () => closeGpu(true))
      if (gpus.count < attached) log.silent(`${attached - gpus.count} of ${attached} attached GPUs`, 'have no reading')
      return gpus.records()
    },
  }
}

/** Sections whose draw is that of the GPU: the first name is of older drivers. `Module` repeats it, and `GPU Memory` is inside. */
const POWER_SECTION = /^ {4}(?:GPU )?Power Readings\s*$/

function textStatement(text: string): readonly Statement[] {
  if (/^\uFEFF?=+NVSMI LOG=+\s*$/.test(text)) return [{ kind: 'document' }]
  const time = /^Timestamp\s*:\s*(.*?)\s*$/.exec(text)?.[1]
  if (time !== undefined) return [{ kind: 'time', value: time }]
  const attached = /^Attached GPUs\s*:\s*(.*?)\s*$/.exec(text)?.[1]
  if (attached !== undefined) return [{ kind: 'attached', value: attached }]
  const gpu = /^GPU ([0-9A-Fa-f]+:[0-9A-Fa-f:.]+)\s*$/.exec(text)?.[1]
  if (gpu !== undefined) return [{ kind: 'gpu', value: gpu }]
  if (/^ {4}\S[^:]*$/.test(text)) return [{ kind: POWER_SECTION.test(text) ? 'power-section' : 'other-section' }]
  const [, name, value] = /^ {8}((?:Average |Instantaneous )?Power Draw)\s*:\s*(.*?)\s*$/.exec(text) ?? []
  if (name === undefined || value === undefined) return []
  return [{ kind: 'power-draw', value, source: name.startsWith('Average') ? 'mean' : 'moment' }]
}

const XML_STATEMENT =
  /<(nvidia_smi_log)>|<(timestamp|attached_gpus)>([^<]*)<\/(?:timestamp|attached_gpus)>|<(gpu) id="([^"]*)">|<((?:gpu_)?power_readings)>|<(\/?[a-z_]*power_readings)>|<((?:average_|instant_)?power_draw)>([^<]*)<\/(?:average_|instant_)?power_draw>/g

function xmlStatement(match: RegExpMatchArray): readonly Statement[] {
  const [, document, time, timeValue, gpu, gpuValue, section, other, draw, drawValue] = match
  if (document !== undefined) return [{ kind: 'document' }]
  if (time !== undefined) return [{ kind: time === 'timestamp' ? 'time' : 'attached', value: (timeValue ?? '').trim() }]
  if (gpu !== undefined) return [{ kind: 'gpu', value: gpuValue ?? '' }]
  if (section !== undefined) return [{ kind: 'power-section' }]
  if (other !== undefined) return [{ kind: 'other-section' }]
  if (draw === undefined) return []
  return [
    { kind: 'power-draw', value: (drawValue ?? '').trim(), source: draw.startsWith('average') ? 'mean' : 'moment' },
  ]
}

/** `100.00 W`. @returns W @throws MeasurementError */
function wattsOf(text: string): number {
  const number = /^(\S+) W$/.exec(text)?.[1]
  if (number === undefined)
    throw new MeasurementError(`power draw is ${JSON.stringify(text.slice(0, 40))}: expected a number and W`)
  return amount('power draw', number)
}

/** Seconds of a document's time stamp. @throws MeasurementError */
function localSeconds(text: string): number {
  const seconds = cTimeSeconds(text)
  if (seconds !== null) return seconds
  throw new MeasurementError(`${JSON.stringify(text.slice(0, 40))} is not a time such as "Mon Jan  1 10:00:00 2024"`)
}
