import { z } from 'zod'
import { schemaAddress } from '../core/schema-address.ts'
import { METHODS } from '../core/method.ts'
import { VERDICTS } from '../core/verdict.ts'

/**
 * One line of the ledger: what one job, command or log used. The types and the published JSON Schema come from here.
 * What is unknown is null, never 0.
 */

/** Version of the line format. A reader refuses other versions. */
export const ENTRY_VERSION = 1

/** How far a figure can be believed, best first. */
export const TRUST_LEVELS = ['measured', 'from-fork', 'estimated'] as const

/** Maximum length of a key, in characters. A key is part of a ref name, and file systems limit names to 255 bytes. */
const KEY_LENGTH = 180

const name = z.string().max(300).nullable()
const amount = z.number().nonnegative().nullable()

export const EntrySchema = z.object({
  v: z.literal(ENTRY_VERSION).describe('Version of the line format.'),
  key: z.string().min(1).max(KEY_LENGTH).describe('`run/attempt/job identity`. The same key twice is one entry.'),
  ended_at: z.iso
    .datetime()
    .describe('End of the work, RFC 3339 in UTC; the time of adding where the report has none.'),
  repository: name.describe('`owner/name`.'),
  event: name.describe('Event that started the run, such as push.'),
  branch: name.describe('Branch of the commit.'),
  pr: z.number().int().positive().nullable().describe('Number of the pull request.'),
  sha: name.describe('First 12 characters of the commit.'),
  workflow: name.describe('Name of the workflow or pipeline.'),
  job: name.describe('Name of the job.'),
  runner: name.describe('Runner class or label.'),
  cpu: name.describe('Name of the processor.'),
  region: name.describe('Region of the provider.'),
  s: amount.describe('Wall time, s.'),
  wh: amount.describe('Energy with PUE, Wh.'),
  wh_low: amount.describe('Lower end of its 90 % interval, Wh.'),
  wh_high: amount.describe('Upper end of its 90 % interval, Wh.'),
  g: amount.describe('Total emissions, g CO2e.'),
  op_g: amount.describe('Operational emissions, g CO2e.'),
  em_g: amount.describe('Embodied emissions, g CO2e.'),
  l: amount.describe('Water, L.'),
  tokens: amount.describe('Tokens of language models.'),
  method: z.enum(METHODS).nullable().describe('How the figure was obtained.'),
  coverage: z.number().min(0).max(1).nullable().describe('Share of the time that readings cover, 0 to 1.'),
  verdict: z.enum(VERDICTS).describe('Result against the budgets of the job.'),
  trust: z.enum(TRUST_LEVELS).describe('How far the figure can be believed.'),
  tool: name.describe('Name and version of the program that measured.'),
})

export type Entry = z.infer<typeof EntrySchema>

const difference = z.number().nullable()

/**
 * A line that corrects an earlier entry: its figures are differences, which may be negative, so that a plain sum over all lines stays
 * right for every reader. Null leaves a figure as it is. `reveals` names the figures that become known or unknown. It ends at the same time as the entry, so both are in one file.
 */
export const CorrectionSchema = EntrySchema.extend({
  s: difference.describe('Difference to the entry.'),
  wh: difference.describe('Difference to the entry.'),
  wh_low: difference.describe('Difference to the entry.'),
  wh_high: difference.describe('Difference to the entry.'),
  g: difference.describe('Difference to the entry.'),
  op_g: difference.describe('Difference to the entry.'),
  em_g: difference.describe('Difference to the entry.'),
  l: difference.describe('Difference to the entry.'),
  tokens: difference.describe('Difference to the entry.'),
  corrects: z.string().min(1).max(KEY_LENGTH).describe('Key of the entry that is corrected.'),
  reason: z.string().min(1).max(300).describe('Why, in the words of the person who corrected it.'),
  reveals: z
    .string()
    .regex(/^-?(?:g|wh|l|s|wh_low|wh_high|op_g|em_g|tokens)(?: -?(?:g|wh|l|s|wh_low|wh_high|op_g|em_g|tokens)){0,8}$/)
    .optional()
    .describe(
      'Figures that were unknown and become known, such as `g wh`: their differences are the figures. With a minus, such as `-l`: figures that become unknown, whose differences take back what earlier lines added.',
    ),
})

export type Correction = z.infer<typeof CorrectionSchema>

/** One line of the ledger. */
export type Line = Entry | Correction

export function isCorrection(line: Line): line is Correction {
  return 'corrects' in line
}

/** Figures that a correction makes known. */
export function revealedFigures(line: Line): readonly string[] {
  return changes(line).filter((change) => !change.startsWith('-'))
}

/** Figures that a correction makes unknown. */
export function hiddenFigures(line: Line): readonly string[] {
  return changes(line).flatMap((change) => (change.startsWith('-') ? [change.slice(1)] : []))
}

function changes(line: Line): readonly string[] {
  return isCorrection(line) ? (line.reveals?.split(' ') ?? []) : []
}

/** The JSON Schema (draft 2020-12) of one line, as `schema ledger` prints it. */
export function ledgerJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(z.union([EntrySchema, CorrectionSchema]), { target: 'draft-2020-12' })
  return { ...schema, $id: schemaAddress('ledger'), title: 'Carbon Gate ledger entry' }
}
