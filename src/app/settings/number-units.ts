import type { NumberUnits } from './number-setting.ts'

// Units that may follow a number; each figure is how many of the setting's own unit it is.

export const WATTS = { W: 1, kW: 1e3, MW: 1e6, mW: 1e-3 } satisfies NumberUnits

export const MEGAHERTZ = { MHz: 1, GHz: 1e3 } satisfies NumberUnits

export const HOURS = {
  h: 1,
  hr: 1,
  hrs: 1,
  hour: 1,
  hours: 1,
  min: 1 / 60,
  minutes: 1 / 60,
  s: 1 / 3600,
  d: 24,
  day: 24,
  days: 24,
} satisfies NumberUnits

export const GIGABYTES = {
  GB: 1,
  GiB: 1.073741824,
  MB: 1e-3,
  MiB: 1.048576e-3,
  TB: 1e3,
  TiB: 1099.511627776,
} satisfies NumberUnits

/** 1 kg/MWh is 1 g/kWh; 1 lb is 453.59237 g exactly. */
export const GRAMS_PER_KWH = {
  'g/kWh': 1,
  'kg/kWh': 1e3,
  'kg/MWh': 1,
  't/MWh': 1e3,
  'g/MWh': 1e-3,
  'lb/MWh': 0.45359237,
} satisfies NumberUnits

export const YEARS = { y: 1, year: 1, years: 1 } satisfies NumberUnits

export const PERCENT = { '%': 1 } satisfies NumberUnits

/** A share of 1, written in percent. */
export const SHARE = { '%': 0.01 } satisfies NumberUnits
