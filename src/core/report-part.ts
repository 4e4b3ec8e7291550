import { z } from 'zod'
import { METHODS } from './method.ts'

/** Parts beyond this many are merged into one that says how many. */
export const MAX_PARTS = 1000

export const text = z.string().max(10_000)
export const instant = z.iso.datetime({ offset: true }).nullable()
export const amount = z.number().nonnegative().nullable()

/** Wh. cpu + memory + gpu + other = it; it x PUE = total. */
export const EnergySchema = z.object({
  it_wh: amount.describe('Energy of the machine, Wh.'),
  total_wh: amount.describe('With the PUE, Wh.'),
  low_wh: amount.describe('Lower end of the 90 % interval of the total, Wh.'),
  high_wh: amount.describe('Upper end of the 90 % interval of the total, Wh.'),
  cpu_wh: amount.describe('Processors, Wh.'),
  memory_wh: amount.describe('Memory, Wh.'),
  gpu_wh: amount.describe('GPUs and other accelerators, Wh.'),
  other_wh: amount.describe('Board, disks, fans and power supply, Wh.'),
})

/** Grams CO2e. */
export const EmissionsSchema = z.object({
  operational_g: amount.describe('Energy x grid intensity, g CO2e.'),
  embodied_g: amount.describe('Share of making the hardware, g CO2e.'),
  total_g: amount.describe('Operational and embodied, g CO2e.'),
  low_g: amount.describe('Lower end of the 90 % interval of the total, g CO2e.'),
  high_g: amount.describe('Upper end of the 90 % interval of the total, g CO2e.'),
})

/**
 * Litres of water consumed: on site by cooling, off site by power stations. `low_l`, `high_l` (90 % interval) and `without_hydro_l` (without evaporation
 * from reservoirs) are of the total, or of the off-site water while the total is unknown. Absent in reports of earlier versions: unknown.
 */
export const WaterSchema = z.object({
  total_l: amount.describe('Consumed on site and off site, L.'),
  onsite_l: amount.optional().describe('By cooling of the data centre, L.'),
  offsite_l: amount.optional().describe('By power stations, L.'),
  low_l: amount.optional().describe('Lower end of the 90 % interval, L.'),
  high_l: amount.optional().describe('Upper end of the 90 % interval, L.'),
  without_hydro_l: amount.optional().describe('Without evaporation from reservoirs, L.'),
})

/** Grid intensity, gCO2e/kWh, with its source. */
export const IntensitySchema = z.object({
  g_per_kwh: z.number().nonnegative().describe('Grid intensity, g CO2e per kWh.'),
  low_g_per_kwh: amount.optional().describe('Lower end of its 90 % interval.'),
  high_g_per_kwh: amount.optional().describe('Upper end of its 90 % interval.'),
  zone: text.nullable().describe('Grid zone, such as DE or US-CAL-CISO.'),
  kind: z.enum(['average', 'lifecycle', 'direct', 'marginal', 'given', 'log']).describe('What kind of figure it is.'),
  source: text.describe('Where the figure is from.'),
  as_of: text.nullable().describe('The year or instant that it is of.'),
  fallback: z.boolean().describe('Whether it replaces a figure that was not available.'),
})

/** Where the work ran. Memory in GB; provider and region of a cloud. */
export const MachineSchema = z.object({
  cpu: text.nullable().describe('Name of the processor.'),
  vcpus: z.number().positive().nullable().describe('Logical processors.'),
  memory_gb: z.number().nonnegative().nullable().describe('Memory, GB.'),
  gpus: z
    .array(
      z.object({
        name: text.describe('Name of the device.'),
        memory_gb: amount.optional().describe('Its memory, GB.'),
      }),
    )
    .describe('GPUs and other accelerators.'),
  provider: text.nullable().describe('Cloud provider, such as azure.'),
  region: text.nullable().describe('Region of the provider, such as eastus.'),
})

/** Most functional units that one report counts. */
export const MAX_COUNTS = 32

/** A functional unit with its count, and g CO2e of each. */
export const UnitsSchema = z.object({
  name: text.describe('Name in the singular, such as inference.'),
  count: z.number().positive().describe('How many.'),
  g_per_unit: amount.describe('g CO2e of each.'),
})

const PART_KINDS = ['job', 'step', 'run', 'process', 'component', 'command', 'estimate', 'rest'] as const

/** What a report is made of: a job, a step, a run of a log ... Of the same shape as the report, and smaller. */
export const PartSchema = z.object({
  kind: z.enum(PART_KINDS).describe('What the part is.'),
  name: text.describe('Its name.'),
  started_at: instant.describe('Start, RFC 3339.'),
  ended_at: instant.describe('End, RFC 3339.'),
  duration_s: amount.describe(
    'Wall time, s. Of a `process`, which is a share of a job by its CPU time, that CPU time.',
  ),
  energy: EnergySchema.describe('Energy of the part.'),
  pue: z.number().min(1).nullable().describe('Power usage effectiveness, 1 or more.'),
  intensity: IntensitySchema.nullable().describe('Grid intensity that was used.'),
  emissions: EmissionsSchema.describe('Emissions of the part.'),
  water: WaterSchema.nullable()
    .optional()
    .describe('Water of the part. Absent in reports of earlier versions: unknown.'),
  minerals_kg_sb: amount.optional().describe('Minerals and metals, kg antimony equivalent.'),
  method: z.enum(METHODS).nullable().describe('How the figure was obtained.'),
  coverage: z.number().min(0).max(1).nullable().describe('Share of the time that readings cover, 0 to 1.'),
  machine: MachineSchema.nullable().optional().describe('Where it ran.'),
  units: UnitsSchema.nullable().optional().describe('The functional unit that is counted.'),
  counts: z
    .array(UnitsSchema)
    .max(MAX_COUNTS)
    .optional()
    .describe('Functional units counted side by side: requests, input tokens, output tokens.'),
  source: text.nullable().optional().describe('Where it was read: file and line of a log, address of a job.'),
  change: z
    .number()
    .nullable()
    .optional()
    .describe("Energy against the same part's median in the baseline, minus 1; null: it is new; absent: no baseline."),
  conclusion: text.nullable().optional().describe('Conclusion of the job or step: `success`, `failure`, `cancelled`.'),
  get parts() {
    return z.array(PartSchema).max(MAX_PARTS).optional().describe('What the part is made of.')
  },
})

export type Energy = z.infer<typeof EnergySchema>
export type Emissions = z.infer<typeof EmissionsSchema>
export type Water = z.infer<typeof WaterSchema>
export type Intensity = z.infer<typeof IntensitySchema>
export type Machine = z.infer<typeof MachineSchema>
export type ReportUnits = z.infer<typeof UnitsSchema>
export type Part = z.infer<typeof PartSchema>
