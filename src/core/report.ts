import { z } from 'zod'
import { BOUNDARIES } from './embodied.ts'
import { SCOPES } from './budget.ts'
import { LABEL_CLASSES, type Label } from './label.ts'
import { METHODS } from './method.ts'
import type { Note } from './notes.ts'
import { VERDICTS } from './verdict.ts'

/**
 * The report, written once: the types and the published JSON Schema come from here.
 * What is unknown is null, never 0.
 */

export const REPORT_SCHEMA = 'carbon-gate/report@1'

/** Parts beyond this many are merged into one that says how many. */
export const MAX_PARTS = 1000

const text = z.string().max(10_000)
const instant = z.iso.datetime({ offset: true }).nullable()
/** kebab-case. Codes of later versions are accepted: `trusted` and `verdict` decide. */
const reasonCode = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const amount = z.number().nonnegative().nullable()

/** Wh. cpu + memory + gpu + other = it; it x PUE = total. */
export const EnergySchema = z.object({
  it_wh: amount,
  total_wh: amount,
  low_wh: amount,
  high_wh: amount,
  cpu_wh: amount,
  memory_wh: amount,
  gpu_wh: amount,
  other_wh: amount,
})

/** Grams CO2e. */
export const EmissionsSchema = z.object({
  operational_g: amount,
  embodied_g: amount,
  total_g: amount,
  low_g: amount,
  high_g: amount,
})

/**
 * Litres of water consumed: on site by cooling, off site by power stations. `low_l`, `high_l` (90 % interval) and `without_hydro_l` (without evaporation
 * from reservoirs) are of the total, or of the off-site water while the total is unknown. Absent in reports of earlier versions: unknown.
 */
export const WaterSchema = z.object({
  total_l: amount,
  onsite_l: amount.optional(),
  offsite_l: amount.optional(),
  low_l: amount.optional(),
  high_l: amount.optional(),
  without_hydro_l: amount.optional(),
})

/** What `emissions.embodied_g` covers, over which life, with its 90 % interval. */
export const HardwareSchema = z.object({
  boundary: z.enum(BOUNDARIES),
  lifetime_years: z.number().positive(),
  low_g: amount,
  high_g: amount,
  source: text,
})

/** Grid intensity, gCO2e/kWh, with its source. */
export const IntensitySchema = z.object({
  g_per_kwh: z.number().nonnegative(),
  low_g_per_kwh: amount.optional(),
  high_g_per_kwh: amount.optional(),
  zone: text.nullable(),
  kind: z.enum(['average', 'lifecycle', 'direct', 'marginal', 'given', 'log']),
  source: text,
  as_of: text.nullable(),
  fallback: z.boolean(),
})

/** Where the work ran. Memory in GB; provider and region of a cloud. */
export const MachineSchema = z.object({
  cpu: text.nullable(),
  vcpus: z.number().positive().nullable(),
  memory_gb: z.number().nonnegative().nullable(),
  gpus: z.array(z.object({ name: text, memory_gb: amount.optional() })),
  provider: text.nullable(),
  region: text.nullable(),
})

/** Most functional units that one report counts. */
export const MAX_COUNTS = 32

/** A functional unit with its count, and g CO2e of each. */
export const UnitsSchema = z.object({
  name: text,
  count: z.number().positive(),
  g_per_unit: amount,
})

/** Something that a reader of the figure must know. Codes of other versions are accepted. */
export const NoteSchema = z.object({
  /** kebab-case, stable: scripts may test for it. This version writes the codes of docs/notes.md. */
  code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/) as unknown as z.ZodType<Note['code'], string>,
  level: z.enum(['info', 'warning', 'error']),
  text,
})

const PART_KINDS = ['job', 'step', 'run', 'process', 'component', 'command', 'estimate', 'rest'] as const

/** What a report is made of: a job, a step, a run of a log ... Of the same shape as the report, and smaller. */
export const PartSchema = z.object({
  kind: z.enum(PART_KINDS),
  name: text,
  started_at: instant,
  ended_at: instant,
  /** Wall time; of a `process`, which is a share of a job by its CPU time, that CPU time. */
  duration_s: amount,
  energy: EnergySchema,
  pue: z.number().min(1).nullable(),
  intensity: IntensitySchema.nullable(),
  emissions: EmissionsSchema,
  /** Absent in reports of earlier versions: unknown. */
  water: WaterSchema.nullable().optional(),
  minerals_kg_sb: amount.optional(),
  method: z.enum(METHODS).nullable(),
  coverage: z.number().min(0).max(1).nullable(),
  machine: MachineSchema.nullable().optional(),
  units: UnitsSchema.nullable().optional(),
  /** Functional units counted side by side: requests, input tokens, output tokens. */
  counts: z.array(UnitsSchema).max(MAX_COUNTS).optional(),
  /** Where it was read: file and line of a log, address of a job. */
  source: text.nullable().optional(),
  /** Energy against the same part's median in the baseline, minus 1; null: it is new; absent: no baseline. */
  change: z.number().nullable().optional(),
  /** Conclusion of the job or step: `success`, `failure`, `cancelled`. */
  conclusion: text.nullable().optional(),
  get parts() {
    return z.array(PartSchema).max(MAX_PARTS).optional()
  },
})

/** One budget line, judged. `limit` and `used` in g, Wh or L; of a growth line as shares of the baseline. */
export const JudgedLineSchema = z.object({
  line: text,
  scope: z.enum([...SCOPES, 'unit', 'growth']),
  metric: z.enum(['emissions', 'energy', 'water']),
  limit: z.number().positive(),
  used: z.number().nullable(),
  share: amount,
  verdict: z.enum([...VERDICTS, 'not-judged']),
  source: text,
  /** Why it is not a plain pass or fail: see LineReasonCode. Absent in reports of earlier versions. */
  reason_code: reasonCode.nullable().optional(),
  /** The same in words. */
  reason: text.nullable(),
})

/** Whether the figure may be judged, and if not, why: see DOUBTS. */
export const FigureSchema = z.object({ trusted: z.boolean(), reason_code: reasonCode.nullable() })

/** What the baseline says: energy against the median of a branch's last runs. */
export const BaselineSchema = z.object({
  branch: text,
  /** Number of runs in the baseline. */
  runs: z.number().int().positive(),
  median_wh: z.number().positive(),
  /** Half of the runs' own spread, as a share of the median. */
  spread: z.number().nonnegative(),
  /** This run's energy over the median, minus 1. */
  change: z.number(),
  clear: z.boolean(),
  source: text,
  /** Energies of the runs, newest first, Wh: the next run continues the list instead of reading ten reports. */
  recent_wh: z.array(z.number().positive()).max(9).optional(),
})

/** How a budget stopped the work before it was done. */
export const StoppedSchema = z.object({
  /** The budget line that was reached. */
  line: text,
  /** Used share of it when SIGTERM was sent; 1 is all of it. */
  at_share: z.number().nonnegative(),
  /** Time from SIGTERM until no process was left, s: what the checkpoint took. Null: unknown. */
  grace_s: amount,
  /** Energy of that time, with PUE, Wh. Null: unknown. */
  after_wh: amount,
  /** Whether processes had to be killed: then a checkpoint may be incomplete. */
  killed: z.boolean(),
})

/**
 * Where a figure was made, for the label and for links. Set for the run that is judged, by what the forge says; never taken from the report
 * of a part.
 */
export const OriginSchema = z.object({
  /** `owner/name`. */
  repository: text.nullable(),
  /** Hexadecimal. */
  commit: text.nullable(),
  /** Name of the workflow or pipeline. */
  workflow: text.nullable(),
  /** Page of the run. */
  url: text.nullable(),
})

/** A judged report. */
export const ReportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  tool: z.object({ name: z.literal('carbon-gate'), version: text }),
  subject: z.object({ kind: z.enum(['job', 'workflow', 'command', 'logs', 'estimate']), name: text }),
  /** Absent or null: unknown. */
  origin: OriginSchema.nullable().optional(),
  started_at: instant,
  ended_at: instant,
  duration_s: amount,
  machine: MachineSchema.nullable(),
  energy: EnergySchema,
  pue: z.number().min(1).nullable(),
  intensity: IntensitySchema.nullable(),
  emissions: EmissionsSchema,
  water: WaterSchema.nullable(),
  /** Minerals and metals that making the hardware took, kg antimony equivalent. Absent or null: unknown. */
  minerals_kg_sb: amount.optional(),
  /** Absent in reports of earlier versions. */
  hardware: HardwareSchema.nullable().optional(),
  units: UnitsSchema.nullable(),
  /** Functional units counted side by side; `units` is the first of them. */
  counts: z.array(UnitsSchema).max(MAX_COUNTS).optional(),
  method: z.enum(METHODS).nullable(),
  coverage: z.number().min(0).max(1).nullable(),
  parts: z.array(PartSchema).max(MAX_PARTS),
  /** How the power, the PUE, the grid and the hardware figures were obtained: one line each, for people. */
  basis: z.object({
    power: text.nullable(),
    pue: text.nullable(),
    embodied: text.nullable(),
    not_counted: z.array(text),
  }),
  /** Power over the time of the run, at most 60 points, for the picture. */
  profile: z.object({ step_s: z.number().positive(), watts: z.array(amount).max(60) }).nullable(),
  /** Absent in reports of earlier versions: then an indeterminate one is doubtful. */
  figure: FigureSchema.optional(),
  /** The ledger that lines over time were judged by: its commit and how many entries it had. A later state with fewer lost some. */
  ledger: z
    .object({ tip: text.nullable(), entries: z.number().int().nonnegative(), as_of: instant })
    .nullable()
    .optional(),
  /** Null or absent: the work was not stopped. */
  stopped: StoppedSchema.nullable().optional(),
  budgets: z.array(JudgedLineSchema),
  baseline: BaselineSchema.nullable(),
  verdict: z.enum(VERDICTS),
  label: z.enum(LABEL_CLASSES.map(({ letter }) => letter) as [Label, ...Label[]]).nullable(),
  notes: z.array(NoteSchema),
})

export type { Note } from './notes.ts'
export type Energy = z.infer<typeof EnergySchema>
export type Emissions = z.infer<typeof EmissionsSchema>
export type Water = z.infer<typeof WaterSchema>
export type Intensity = z.infer<typeof IntensitySchema>
export type Machine = z.infer<typeof MachineSchema>
export type ReportUnits = z.infer<typeof UnitsSchema>
export type Part = z.infer<typeof PartSchema>
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
  return { ...schema, $id: REPORT_SCHEMA, title: 'Carbon Gate report' }
}
