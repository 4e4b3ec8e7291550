import type { SettingName } from '../settings/table.ts'

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
