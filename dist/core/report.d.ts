import type { Note } from './notes.js'
export type { Note } from './notes.js'
export declare const REPORT_SCHEMA = "carbon-gate/report@1"
export declare const MAX_PARTS = 1000
export declare const MAX_COUNTS = 32
export type Energy = {
  /** Energy of the machine, Wh. */
  it_wh: number | null
  /** With the PUE, Wh. */
  total_wh: number | null
  /** Lower end of the 90 % interval of the total, Wh. */
  low_wh: number | null
  /** Upper end of the 90 % interval of the total, Wh. */
  high_wh: number | null
  /** Processors, Wh. */
  cpu_wh: number | null
  /** Memory, Wh. */
  memory_wh: number | null
  /** GPUs and other accelerators, Wh. */
  gpu_wh: number | null
  /** Board, disks, fans and power supply, Wh. */
  other_wh: number | null
}
export type Emissions = {
  /** Energy x grid intensity, g CO2e. */
  operational_g: number | null
  /** Share of making the hardware, g CO2e. */
  embodied_g: number | null
  /** Operational and embodied, g CO2e. */
  total_g: number | null
  /** Lower end of the 90 % interval of the total, g CO2e. */
  low_g: number | null
  /** Upper end of the 90 % interval of the total, g CO2e. */
  high_g: number | null
}
export type Water = {
  /** Consumed on site and off site, L. */
  total_l: number | null
  /** By cooling of the data centre, L. */
  onsite_l?: number | null | undefined
  /** By power stations, L. */
  offsite_l?: number | null | undefined
  /** Lower end of the 90 % interval, L. */
  low_l?: number | null | undefined
  /** Upper end of the 90 % interval, L. */
  high_l?: number | null | undefined
  /** Without evaporation from reservoirs, L. */
  without_hydro_l?: number | null | undefined
}
export type Intensity = {
  /** Grid intensity, g CO2e per kWh. */
  g_per_kwh: number
  /** Lower end of its 90 % interval. */
  low_g_per_kwh?: number | null | undefined
  /** Upper end of its 90 % interval. */
  high_g_per_kwh?: number | null | undefined
  /** Grid zone, such as DE or US-CAL-CISO. */
  zone: string | null
  /** What kind of figure it is. */
  kind: "average" | "lifecycle" | "direct" | "marginal" | "given" | "log"
  /** Where the figure is from. */
  source: string
  /** The year or instant that it is of. */
  as_of: string | null
  /** Whether it replaces a figure that was not available. */
  fallback: boolean
}
export type Machine = {
  /** Name of the processor. */
  cpu: string | null
  /** Logical processors. */
  vcpus: number | null
  /** Memory, GB. */
  memory_gb: number | null
  /** GPUs and other accelerators. */
  gpus: ({
    /** Name of the device. */
    name: string
    /** Its memory, GB. */
    memory_gb?: number | null | undefined
  })[]
  /** Cloud provider, such as azure. */
  provider: string | null
  /** Region of the provider, such as eastus. */
  region: string | null
}
export type ReportUnits = {
  /** Name in the singular, such as inference. */
  name: string
  /** How many. */
  count: number
  /** g CO2e of each. */
  g_per_unit: number | null
}
export type Part = {
  /** What the part is. */
  kind: "job" | "step" | "run" | "process" | "component" | "command" | "estimate" | "rest"
  /** Its name. */
  name: string
  /** Start, RFC 3339. */
  started_at: string | null
  /** End, RFC 3339. */
  ended_at: string | null
  /** Wall time, s. Of a `process`, which is a share of a job by its CPU time, that CPU time. */
  duration_s: number | null
  /** Energy of the part. */
  energy: Energy
  /** Power usage effectiveness, 1 or more. */
  pue: number | null
  /** Grid intensity that was used. */
  intensity: Intensity | null
  /** Emissions of the part. */
  emissions: Emissions
  /** Water of the part. Absent in reports of earlier versions: unknown. */
  water?: Water | null | undefined
  /** Minerals and metals, kg antimony equivalent. */
  minerals_kg_sb?: number | null | undefined
  /** How the figure was obtained. */
  method: "measured" | "modelled" | "estimated" | null
  /** Share of the time that readings cover, 0 to 1. */
  coverage: number | null
  /** Where it ran. */
  machine?: Machine | null | undefined
  /** The functional unit that is counted. */
  units?: ReportUnits | null | undefined
  /** Functional units counted side by side: requests, input tokens, output tokens. */
  counts?: (ReportUnits)[] | undefined
  /** Where it was read: file and line of a log, address of a job. */
  source?: string | null | undefined
  /** Energy against the same part's median in the baseline, minus 1; null: it is new; absent: no baseline. */
  change?: number | null | undefined
  /** Conclusion of the job or step: `success`, `failure`, `cancelled`. */
  conclusion?: string | null | undefined
  /** What the part is made of. */
  parts?: (Part)[] | undefined
}
export type Baseline = {
  /** Branch of the earlier runs. */
  branch: string
  /** Number of runs in the baseline. */
  runs: number
  /** Median of their energies, Wh. */
  median_wh: number
  /** Half of the runs' own spread, as a share of the median. */
  spread: number
  /** This run's energy over the median, minus 1. */
  change: number
  /** Whether the change is larger than the spread. */
  clear: boolean
  /** Where the earlier runs were read. */
  source: string
  /** Energies of the runs, newest first, Wh: the next run continues the list without reading ten reports. */
  recent_wh?: (number)[] | undefined
}
export type Stopped = {
  /** The budget line that was reached. */
  line: string
  /** Used share of it when SIGTERM was sent; 1 is all of it. */
  at_share: number
  /** Time from SIGTERM until no process was left, s. Null: unknown. */
  grace_s: number | null
  /** Energy of that time, with PUE, Wh. Null: unknown. */
  after_wh: number | null
  /** Whether processes had to be killed: then a checkpoint may be incomplete. */
  killed: boolean
}
export type Origin = {
  /** `owner/name`. */
  repository: string | null
  /** Hexadecimal. */
  commit: string | null
  /** Name of the workflow or pipeline. */
  workflow: string | null
  /** Page of the run. */
  url: string | null
}
export type Report = {
  /** Name and version of this format. */
  schema: "carbon-gate/report@1"
  /** What wrote the report. */
  tool: {
    /** Name of the tool. */
    name: "carbon-gate"
    /** Its version. */
    version: string
  }
  /** What was measured. */
  subject: {
    /** What kind of work. */
    kind: "job" | "workflow" | "command" | "logs" | "estimate"
    /** Its name. */
    name: string
  }
  /** Where the figure was made. Absent or null: unknown. */
  origin?: Origin | null | undefined
  /** Start, RFC 3339. */
  started_at: string | null
  /** End, RFC 3339. */
  ended_at: string | null
  /** Wall time, s. */
  duration_s: number | null
  /** Where it ran. */
  machine: Machine | null
  /** Whose work a measurement counts. Absent in reports of earlier versions and without a measurement. */
  scope?: "machine" | "cgroup" | "command" | undefined
  /** Energy of the whole. */
  energy: Energy
  /** Power usage effectiveness, 1 or more. */
  pue: number | null
  /** Grid intensity that was used. */
  intensity: Intensity | null
  /** Emissions of the whole. */
  emissions: Emissions
  /** Water consumption of the whole. */
  water: Water | null
  /** Minerals and metals that making the hardware took, kg antimony equivalent. Absent or null: unknown. */
  minerals_kg_sb?: number | null | undefined
  /** What the embodied emissions cover. Absent in reports of earlier versions. */
  hardware?: {
    /** What is counted as the hardware. */
    boundary: "card" | "board" | "host" | "building"
    /** Life over which making it is spread, years. */
    lifetime_years: number
    /** Lower end of the 90 % interval, g CO2e. */
    low_g: number | null
    /** Upper end of the 90 % interval, g CO2e. */
    high_g: number | null
    /** Where the figure is from. */
    source: string
  } | null | undefined
  /** The functional unit that is counted. */
  units: ReportUnits | null
  /** Functional units counted side by side; `units` is the first of them. */
  counts?: (ReportUnits)[] | undefined
  /** How the figure was obtained, best first: measured, modelled, estimated. */
  method: "measured" | "modelled" | "estimated" | null
  /** Share of the time that readings cover, 0 to 1. */
  coverage: number | null
  /** Jobs, steps, runs of a log. */
  parts: (Part)[]
  /** How the power, the PUE and the hardware figures were obtained: one line each, for people. */
  basis: {
    /** How the power was obtained. */
    power: string | null
    /** Where the PUE is from. */
    pue: string | null
    /** How the share of the hardware was obtained. */
    embodied: string | null
    /** What the figure leaves out. */
    not_counted: (string)[]
  }
  /** Power over the time of the run, at most 60 points, for the picture. */
  profile: {
    /** Time between two points, s. */
    step_s: number
    /** Mean power of each, W. */
    watts: (number | null)[]
  } | null
  /** Whether the figure may be judged. Absent in reports of earlier versions: then an indeterminate one is doubtful. */
  figure?: {
    /** Whether the figure may be judged. */
    trusted: boolean
    /** Why it may not. */
    reason_code: string | null
  } | undefined
  /** The ledger that lines over time were judged by. */
  ledger?: {
    /** Its commit. */
    tip: string | null
    /** How many entries it had. A later state with fewer lost some. */
    entries: number
    /** Time up to which it has the runs of this repository, else when it was last written, RFC 3339. */
    as_of: string | null
    /** Time up to which it has the runs of every repository, RFC 3339, for lines per organisation. */
    organisation_as_of?: string | null | undefined
    /** Time up to which the sums have all runs, RFC 3339, if later ones are unknown. Null or absent: the end of this run. */
    complete_until?: string | null | undefined
  } | null | undefined
  /** How a budget stopped the work. Null or absent: the work was not stopped. */
  stopped?: Stopped | null | undefined
  /** Budget lines, judged. */
  budgets: ({
    /** The line as it was written. */
    line: string
    /** What it limits. */
    scope: "job" | "workflow" | "pull-request" | "day" | "week" | "month" | "unit" | "growth" | "variant"
    /** Which figure it limits. */
    metric: "emissions" | "energy" | "water"
    /** The limit in g, Wh or L; of a growth line a share of the baseline; of a variant the largest share of the reference. */
    limit: number
    /** What was used, in the same unit. */
    used: number | null
    /** Used / limit. */
    share: number | null
    /** Result of this line. */
    verdict: "fail" | "indeterminate" | "pass" | "none" | "not-judged"
    /** Where the line is from: flag, input, base, head, extends. */
    source: string
    /** Why it is not a plain pass or fail. Absent in reports of earlier versions. */
    reason_code?: string | null | undefined
    /** The same in words. */
    reason: string | null
    /** All repositories of a shared ledger count together. Absent: only the one that is judged. */
    organisation?: true | undefined
  })[]
  /** Energy of earlier runs of a branch. */
  baseline: Baseline | null
  /** Result of all lines together. */
  verdict: "fail" | "indeterminate" | "pass" | "none"
  /** Letter of the largest share of a budget that was used. */
  label: "A" | "B" | "C" | "D" | "E" | "F" | "G" | null
  /** What a reader of the figure must know. */
  notes: (Note)[]
}

export declare function reportJsonSchema(): Record<string, unknown>
