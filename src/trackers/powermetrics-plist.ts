import { MeasurementError } from '../core/errors.ts'
import { clock } from './clock.ts'
import { amount } from './field.ts'
import { DOCUMENT_LIMIT, RecordTooLong } from './limits.ts'
import { readLog } from './log-reading.ts'
import { plainText } from './plain-text.ts'
import { type Rail, type Sample, SampleSum } from './powermetrics.ts'
import type { LogFormat } from './tracker.ts'

const END = '</plist>'
const HEAD = /<plist\b/

/** Apple's powermetrics with `-f plist`: one XML property list a sample, separated by NUL. */
export const powermetricsPlist: LogFormat = {
  name: 'powermetrics-plist',
  title: 'powermetrics -f plist (macOS on Apple silicon)',
  figures:
    "combined power of CPU, GPU and ANE (mW), else their energies (mJ), over each sample's own length (elapsed_ns); measured",
  detect: (head) => HEAD.test(head) && /<key>(?:elapsed_ns|kern_osversion|is_delta)<\/key>/.test(head),
  read: ({ file, text }) =>
    readLog(file, async (log, records) => {
      const sum = new SampleSum(log)
      try {
        for await (const { xml, line, isWhole } of documents(text)) {
          if (isWhole) log.attempt(line, () => sum.add(sampleOf(xml, line)))
          else log.tear(line, 'sample')
        }
      } catch (error) {
        log.refuseFor(null, error)
      }
      records.push(...sum.records())
    }),
}

interface Document {
  readonly xml: string
  /** Line on which it begins, from 1. */
  readonly line: number
  /** False for the last one when the file ends inside it. */
  readonly isWhole: boolean
}

/** The property lists of a text, one by one. @throws RecordTooLong */
async function* documents(text: AsyncIterable<string>): AsyncGenerator<Document> {
  let rest = ''
  let line = 1
  for await (const piece of plainText(text)) {
    let from = Math.max(0, rest.length - END.length)
    rest += piece
    for (let end = rest.indexOf(END, from); end !== -1; end = rest.indexOf(END)) {
      const xml = rest.slice(0, end + END.length)
      yield { xml, line: line + countLines(leading(xml)), isWhole: true }
      line += countLines(xml)
      rest = rest.slice(xml.length)
      from = 0
    }
    if (rest.length > DOCUMENT_LIMIT) throw new RecordTooLong(line, 'a property list', DOCUMENT_LIMIT)
  }
  if (leading(rest) !== rest) yield { xml: rest, line: line + countLines(leading(rest)), isWhole: false }
}

/** NUL and white space before a document. */
const leading = (text: string): string => /^[\0\s]*/.exec(text)?.[0] ?? ''

const countLines = (text: string): number => text.split('\n').length - 1

/** Rails by the keys of the dictionary `processor`: power in mW, or energy of the sample in mJ. */
const RAILS: readonly (readonly [rail: Rail, power: string, energy: string])[] = [
  ['CPU', 'cpu_power', 'cpu_energy'],
  ['GPU', 'gpu_power', 'gpu_energy'],
  ['ANE', 'ane_power', 'ane_energy'],
  ['DRAM', 'dram_power', 'dram_energy'],
  // With the memory; of the first releases for the M1.
  ['Package', 'package_power', 'package_energy'],
  ['Combined', 'combined_power', ''],
]

/** @throws MeasurementError for a document that is not a sample of powermetrics, or a number that cannot be trusted */
function sampleOf(xml: string, line: number): Sample {
  const values = valuesOf(xml)
  const elapsedS = amount('elapsed_ns', values.get('elapsed_ns')) / 1e9
  if (elapsedS === 0) throw new MeasurementError('elapsed_ns is 0: a sample has a length')
  const watts = new Map<Rail, number>()
  for (const [rail, power, energy] of RAILS) {
    const [milliwatts, millijoules] = [values.get(`processor/${power}`), values.get(`processor/${energy}`)]
    if (milliwatts !== undefined) watts.set(rail, amount(power, milliwatts) / 1000)
    else if (millijoules !== undefined) watts.set(rail, amount(energy, millijoules) / 1000 / elapsedS)
  }
  // The package contains the memory, which would be added to the combined power.
  if (watts.has('Package')) watts.delete('Combined')
  return { line, elapsedS, atS: endOf(values.get('timestamp')), watts, isFaulty: false }
}

/** End of the sample, seconds since 1970; null if it is not written. @throws MeasurementError for a date that does not exist */
function endOf(timestamp: string | undefined): number | null {
  if (timestamp === undefined) return null
  const time = clock(timestamp)
  if (time === null) throw new MeasurementError(`timestamp is ${JSON.stringify(timestamp.slice(0, 40))}: not a date`)
  return time.seconds
}

/** Deepest nesting of a property list; powermetrics has 6 levels. */
const MAX_DEPTH = 64

const TAG = /<(\/?)(dict|array|key|integer|real|date|string|data)\s*(\/?)>/g

/**
 * The scalars of the outer dictionary, and of those inside it as `processor/cpu_power`.
 * @throws MeasurementError for XML that is not a property list, or a key that appears twice
 */
function valuesOf(xml: string): ReadonlyMap<string, string> {
  const start = xml.search(HEAD)
  if (start === -1) throw new MeasurementError('the beginning of the property list is missing')
  const values = new Map<string, string>()
  /** Keys of the dictionaries and arrays that are open; null in an array, and of the outer dictionary. */
  const path: (string | null)[] = []
  let key: string | null = null
  let opened = 0
  TAG.lastIndex = start
  for (let tag = TAG.exec(xml); tag !== null; tag = TAG.exec(xml)) {
    const [whole, slash, name = '', isEmpty] = tag
    const end = tag.index + whole.length
    if (name === 'dict' || name === 'array') {
      if (isEmpty !== '') key = null
      else if (slash === '') {
        path.push(key)
        if (path.length > MAX_DEPTH) throw new MeasurementError(`the property list is nested deeper than ${MAX_DEPTH}`)
        key = null
      } else if (path.pop() === undefined) throw new MeasurementError(`</${name}> closes nothing`)
    } else if (slash === '') opened = end
    else if (name === 'key') key = xml.slice(opened, tag.index)
    else {
      if (key !== null && path.length <= 2 && path[0] === null) {
        const at = path.length === 2 ? `${path[1] ?? ''}/${key}` : key
        if (values.has(at)) throw new MeasurementError(`the key ${JSON.stringify(at.slice(0, 80))} appears twice`)
        values.set(at, xml.slice(opened, tag.index).trim())
      }
      key = null
    }
  }
  if (path.length > 0) throw new MeasurementError('a <dict> or <array> of the property list is not closed')
  return values
}
