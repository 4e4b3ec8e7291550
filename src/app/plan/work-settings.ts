import type { SettingName } from '../settings/table.ts'

/** Utilisation that is assumed when a plan does not say, percent: a machine that is used, and GPUs that are planned to be busy. */
export const ASSUMED_UTILIZATION = { cpu: 50, gpu: 100 } as const

/** Keys of work that are settings too. */
export const WORK_SETTINGS = [
  'hours',
  'processors',
  'watts',
  'idle-watts',
  'full-watts',
  'instance',
  'cpu',
  'vcpus',
  'utilization',
  'memory-gb',
  'gpu',
  'gpus',
  'gpu-watts',
  'gpu-utilization',
] as const satisfies readonly SettingName[]

/** Keys of a place that are settings too. */
export const PLACE_SETTINGS = [
  'region',
  'zone',
  'intensity',
  'pue',
  'lifetime-years',
] as const satisfies readonly SettingName[]
