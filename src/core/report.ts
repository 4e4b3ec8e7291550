import { z } from 'zod'
import { BOUNDARIES } from './embodied.ts'
import { SCOPES } from './budget.ts'
import { LABEL_CLASSES, type Label } from './label.ts'
import { METHODS } from './method.ts'
import type { Note } from './notes.ts'
import {
  EmissionsSchema,
  EnergySchema,
  IntensitySchema,
  MAX_COUNTS,
  MAX_PARTS,
  MachineSchema,
  PartSchema,
  UnitsSchema,
  WaterSchema,
  amount,
  instant,
  text,
} from './report-part.ts'
import { schemaAddress } from './schema-address.ts'
import { VERDICTS } from './verdict.ts'

/**
 * The report, written once: the types and the published JSON Schema come from here.
 * What is unknown is null, never 0.
 */

export const REPORT_SCHEMA = 'carbon-gate/report@1'

/** kebab-case. Codes of later versions are accepted: `trusted` and `verdict` decide. */
const reasonCode = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** Something that a reader of the figure must know. Codes of other versions are accepted. */
export const NoteSchema = z.object({
  code: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .describe(
      'kebab-case, stable: scripts may test for it. docs/notes.md lists the codes of this version.',
    ) as unknown as z.ZodType<Note['code'], string>,
  level: z.enum(['info', 'warning', 'error']).describe('How much it matters.'),
  text: text.describe('The same in words.'),
})

/** What `emissions.embodied_g` covers, over which life, with its 90 % interval. */
const HardwareSchema = z.object({
  boundary: z.enum(BOUNDARIES).describe('What is counted as the hardware.'),
  lifetime_years: z.number().positive().describe('Life over which making it is spread, years.'),
  low_g: amount.describe('Lower end of the 90 % interval, g CO2e.'),
  high_g: amount.describe('Upper end of the 90 % interval, g CO2e.'),
  source: text.describe('Where the figure is from.'),
})

/** Whose work a measurement counts: all of the machine, the container with its quota, or the command's own CPU time. */
const MEASURED_SCOPES = ['machine', 'cgroup', 'command'] as const

/** One budget line, judged. `limit` and `used` in g, Wh or L; of growth and variants as shares of what they are compared with. */
export const JudgedLineSchema = z.object({
  line: text.describe('The line as it was written.'),
  scope: z.enum([...SCOPES, 'unit', 'growth', 'variant']).describe('What it limits.'),
  metric: z.enum(['emissions', 'energy', 'water']).describe('Which figure it limits.'),
  limit: z
    .number()
    .positive()
    .describe(
      'The limit in g, Wh or L; of a growth line a share of the baseline; of a variant the largest share of the reference.',
    ),
  used: z.number().nullable().describe('What was used, in the same unit.'),
  share: amount.describe('Used / limit.'),
  verdict: z.enum([...VERDICTS, 'not-judged']).describe('Result of this line.'),
  source: text.describe('Where the line is from: flag, input, base, head, extends.'),
  reason_code: reasonCode
    .nullable()
    .optional()
    .describe('Why it is not a plain pass or fail. Absent in reports of earlier versions.'),
  reason: text.nullable().describe('The same in words.'),
  organisation: z
    .literal(true)
    .optional()
    .describe('All repositories of a shared ledger count together. Absent: only the one that is judged.'),
})

/** Whether the figure may be judged, and if not, why: see DOUBTS. */
const FigureSchema = z.object({
  trusted: z.boolean().describe('Whether the figure may be judged.'),
  reason_code: reasonCode.nullable().describe('Why it may not.'),
})

/** What the baseline says: energy against the median of a branch's last runs. */
export const BaselineSchema = z.object({
  branch: text.describe('Branch of the earlier runs.'),
  runs: z.number().int().positive().describe('Number of runs in the baseline.'),
  median_wh: z.number().positive().describe('Median of their energies, Wh.'),
  spread: z.number().nonnegative().describe("Half of the runs' own spread, as a share of the median."),
  change: z.number().describe("This run's energy over the median, minus 1."),
  clear: z.boolean().describe('Whether the change is larger than the spread.'),
  source: text.describe('Where the earlier runs were read.'),
  recent_wh: z
    .array(z.number().positive())
    .max(9)
    .optional()
    .describe('Energies of the runs, newest first, Wh: the next run continues the list without reading ten reports.'),
})

/** How a budget stopped the work before it was done. */
export const StoppedSchema = z.object({
  line: text.describe('The budget line that was reached.'),
  at_share: z.number().nonnegative().describe('Used share of it when SIGTERM was sent; 1 is all of it.'),
  grace_s: amount.describe('Time from SIGTERM until no process was left, s. Null: unknown.'),
  after_wh: amount.describe('Energy of that time, with PUE, Wh. Null: unknown.'),
  killed: z.boolean().describe('Whether processes had to be killed: then a checkpoint may be incomplete.'),
})

/**
 * Where a figure was made, for the label and for links. Set for the run that is judged, by what the forge says; never taken from the report
 * of a part.
 */
export const OriginSchema = z.object({
  repository: text.nullable().describe('`owner/name`.'),
  commit: text.nullable().describe('Hexadecimal.'),
  workflow: text.nullable().describe('Name of the workflow or pipeline.'),
  url: text.nullable().describe('Page of the run.'),
})

/** A judged report. */
export const ReportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA).describe('Name and version of this format.'),
  tool: z
    .object({ name: z.literal('carbon-gate').describe('Name of the tool.'), version: text.describe('Its version.') })
    .describe('What wrote the report.'),
  subject: z
    .object({
      kind: z.enum(['job', 'workflow', 'command', 'logs', 'estimate']).describe('What kind of work.'),
      name: text.describe('Its name.'),
    })
    .describe('What was measured.'),
  origin: OriginSchema.nullable().optional().describe('Where the figure was made. Absent or null: unknown.'),
  started_at: instant.describe('Start, RFC 3339.'),
  ended_at: instant.describe('End, RFC 3339.'),
  duration_s: amount.describe('Wall time, s.'),
  machine: MachineSchema.nullable().describe('Where it ran.'),
  scope: z
    .enum(MEASURED_SCOPES)
    .optional()
    .describe('Whose work a measurement counts. Absent in reports of earlier versions and without a measurement.'),
  energy: EnergySchema.describe('Energy of the whole.'),
  pue: z.number().min(1).nullable().describe('Power usage effectiveness, 1 or more.'),
  intensity: IntensitySchema.nullable().describe('Grid intensity that was used.'),
  emissions: EmissionsSchema.describe('Emissions of the whole.'),
  water: WaterSchema.nullable().describe('Water consumption of the whole.'),
  minerals_kg_sb: amount
    .optional()
    .describe('Minerals and metals that making the hardware took, kg antimony equivalent. Absent or null: unknown.'),
  hardware: HardwareSchema.nullable()
    .optional()
    .describe('What the embodied emissions cover. Absent in reports of earlier versions.'),
  units: UnitsSchema.nullable().describe('The functional unit that is counted.'),
  counts: z
    .array(UnitsSchema)
    .max(MAX_COUNTS)
    .optional()
    .describe('Functional units counted side by side; `units` is the first of them.'),
  method: z
    .enum(METHODS)
    .nullable()
    .describe('How the figure was obtained, best first: measured, modelled, estimated.'),
  coverage: z.number().min(0).max(1).nullable().describe('Share of the time that readings cover, 0 to 1.'),
  parts: z.array(PartSchema).max(MAX_PARTS).describe('Jobs, steps, runs of a log.'),
  basis: z
    .object({
      power: text.nullable().describe('How the power was obtained.'),
      pue: text.nullable().describe('Where the PUE is from.'),
      embodied: text.nullable().describe('How the share of the hardware was obtained.'),
      not_counted: z.array(text).describe('What the figure leaves out.'),
    })
    .describe('How the power, the PUE and the hardware figures were obtained: one line each, for people.'),
  profile: z
    .object({
      step_s: z.number().positive().describe('Time between two points, s.'),
      watts: z.array(amount).max(60).describe('Mean power of each, W.'),
    })
    .nullable()
    .describe('Power over the time of the run, at most 60 points, for the picture.'),
  figure: FigureSchema.optional().describe(
    'Whether the figure may be judged. Absent in reports of earlier versions: then an indeterminate one is doubtful.',
  ),
  ledger: z
    .object({
      tip: text.nullable().describe('Its commit.'),
      entries: z.number().int().nonnegative().describe('How many entries it had. A later state with fewer lost some.'),
      as_of: instant.describe(
        'Time up to which it has the runs of this repository, else when it was last written, RFC 3339.',
      ),
      organisation_as_of: instant
        .optional()
        .describe('Time up to which it has the runs of every repository, RFC 3339, for lines per organisation.'),
      complete_until: instant
        .optional()
        .describe(
          'Time up to which the sums have all runs, RFC 3339, if later ones are unknown. Null or absent: the end of this run.',
        ),
    })
    .nullable()
    .optional()
    .describe('The ledger that lines over time were judged by.'),
  stopped: StoppedSchema.nullable()
    .optional()
    .describe('How a budget stopped the work. Null or absent: the work was not stopped.'),
  budgets: z.array(JudgedLineSchema).describe('Budget lines, judged.'),
  baseline: BaselineSchema.nullable().describe('Energy of earlier runs of a branch.'),
  verdict: z.enum(VERDICTS).describe('Result of all lines together.'),
  label: z
    .enum(LABEL_CLASSES.map(({ letter }) => letter) as [Label, ...Label[]])
    .nullable()
    .describe('Letter of the largest share of a budget that was used.'),
  notes: z.array(NoteSchema).describe('What a reader of the figure must know.'),
})

export type { Note } from './notes.ts'
export { MAX_COUNTS, MAX_PARTS } from './report-part.ts'
export type { Emissions, Energy, Intensity, Machine, Part, ReportUnits, Water } from './report-part.ts'
export type Baseline = z.infer<typeof BaselineSchema>
export type Stopped = z.infer<typeof StoppedSchema>
export type Origin = z.infer<typeof OriginSchema>
export type Report = z.infer<typeof ReportSchema>

/**
 * The JSON Schema (draft 2020-12) of the report, as `schema report` prints it.
 * @example reportJsonSchema()['title'] // "Carbon Gate report"
 */
export function reportJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(ReportSchema, { target: 'draft-2020-12' })
  return { ...schema, $id: schemaAddress('report'), title: 'Carbon Gate report' }
}
