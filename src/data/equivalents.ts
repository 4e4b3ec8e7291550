/**
 * Everyday things to compare emissions with. Reference values as collected by Green Algorithms v3.0
 * (Lannelongue, Grealey, Inouye 2021; data under CC BY 4.0), each with the source that it names.
 */

/** One thing and what one of it emits. */
export interface Equivalent {
  /** What is done: "driving 2.3 m in an average European car". `{}` is replaced by the amount. */
  readonly phrase: string
  /** Grams CO2e for one of the unit. */
  readonly gramsEach: number
  /** How the amount reads: a length in metres, a time in seconds, or a plain count. */
  readonly unit: 'm' | 's' | 'count'
  /** Emissions from which this one reads best, g. */
  readonly fromGrams: number
  /** Who says so, for people. */
  readonly source: string
  readonly url: string
}

/** Smallest first. Each source names its edition by its year; the last one whose `fromGrams` is reached is used. Under a milligram nothing everyday is that small. */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    // 36 g an hour
    phrase: 'streaming {} of video',
    gramsEach: 36 / 3600,
    unit: 's',
    fromGrams: 0.005,
    source: 'Carbon Brief, 2020',
    url: 'https://www.carbonbrief.org/factcheck-what-is-the-carbon-footprint-of-streaming-video-on-netflix',
  },
  {
    // 175 g a kilometre
    phrase: 'driving {} in an average European car',
    gramsEach: 175 / 1000,
    unit: 'm',
    fromGrams: 0.17,
    source: 'UK government conversion factors, 2019',
    url: 'https://www.gov.uk/government/publications/greenhouse-gas-reporting-conversion-factors-2019',
  },
]

/** A thing that runs on electricity, to compare energy with energy: no grid is mixed in. */
export interface EnergyEquivalent {
  readonly phrase: string
  readonly whEach: number
  readonly unit: 's' | 'l'
  /** Energy from which this one reads best, Wh. */
  readonly fromWh: number
}

/** Physics, so that neither edition nor source is needed. Smallest first. No trees: they are an offset by another name. */
export const ENERGY_EQUIVALENTS: readonly EnergyEquivalent[] = [
  { phrase: 'a 10 W LED lamp in {}', whEach: 10 / 3600, unit: 's', fromWh: 0.003 },
  // 4.186 kJ/kg/K x 80 K at 100 % efficiency.
  { phrase: 'bringing {} of water from 20 °C to the boil', whEach: 93, unit: 'l', fromWh: 93 },
]

/** Who collected the values, and under what licence. */
export const EQUIVALENTS_COLLECTION = 'Green Algorithms v3.0, CC BY 4.0'
