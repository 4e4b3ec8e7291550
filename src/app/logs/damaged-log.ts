import { detectedFormat } from '../../trackers/formats.ts'
import { count } from '../../trackers/count.ts'
import { countedField } from '../../trackers/usage/logged-text.ts'
import { llmUsage } from '../../trackers/usage/usage-log.ts'

/** Tables and logs by their endings. Documents, settings and programs may contain an example of a log. */
export const LOG_ENDING = /\.(?:csv|jsonl|log|ndjson|out|prom|tsv|txt)(?:\.\d+)?$/i

/** Number of lines before the start of a log that may be damaged or of another program. */
const MAX_LINES_BEFORE = 5

/** Columns that only trackers of energy have. */
const TRACKER_COLUMNS = /\b(?:energy_consumed|emissions_rate|(?:cpu|gpu|ram)_energy|power\.draw)\b/

/** Rows of CodeCarbon without their header: time, project, run, and at least 15 more columns. */
const CODECARBON_ROW = /^\d{4}-\d\d-\d\dT[\d:.]+,[^,\n\r]*,[\da-f]{8}-[\da-f-]{27},(?:[^,\n\r]*,){15}/m

const NVIDIA_SMI_ERROR = /^\s*(?:NVIDIA-SMI has failed|Failed to initialize NVML|No devices were found)/

/** Name of the format of a log with figures that a text begins like. */
function formatOf(head: string): string | null {
  const format = detectedFormat(head)?.format ?? null
  if (format === null || format === count) return null
  // Any JSON with a word of usage begins like a usage log: only one that counts tokens is missed.
  return format === llmUsage && countedField(head) === null ? null : format.name
}

/**
 * Why a file of a folder that no format knows is a damaged log, so that its energy is missing from the figure.
 * @param head its beginning as text
 * @returns null for what does not look like a log
 */
export function damageOf(shown: string, head: string): string | null {
  if (!LOG_ENDING.test(shown)) return null
  const begun = formatOf(head)
  if (begun !== null) return `it begins like a log of ${begun} and is not whole`
  if (NVIDIA_SMI_ERROR.test(head) && !/[\r\n]\s*\S/.test(head.trim()))
    return 'it is an error message of nvidia-smi, so no GPU was metered'
  let rest = head
  for (let line = 2; line <= MAX_LINES_BEFORE + 1; line += 1) {
    const end = /\r\n?|\n/.exec(rest)
    if (end === null) break
    rest = rest.slice(end.index + end[0].length)
    const format = formatOf(rest)
    if (format !== null) return `a log of ${format} begins at line ${line}, after text outside it: remove that text`
  }
  const [firstLine = ''] = head.split(/[\r\n]/, 1)
  if (TRACKER_COLUMNS.test(firstLine))
    return 'it has columns of a tracker of energy, and others that it needs are missing'
  return CODECARBON_ROW.test(head) ? 'it has rows of CodeCarbon without their header' : null
}
