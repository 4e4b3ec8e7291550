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

/** Smallest first; the last one whose `fromGrams` is reached is used. Under a milligram nothing everyday is that small. */
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
  {
    phrase: '{} flights of one person from Paris to London',
    gramsEach: 50_000,
    unit: 'count',
    fromGrams: 100_000,
    source: 'Carbon Footprint Ltd calculator',
    url: 'https://calculator.carbonfootprint.com/calculator.aspx?tab=3',
  },
  {
    phrase: '{} flights of one person from New York to San Francisco',
    gramsEach: 570_000,
    unit: 'count',
    fromGrams: 1_140_000,
    source: 'Carbon Footprint Ltd calculator',
    url: 'https://calculator.carbonfootprint.com/calculator.aspx?tab=3',
  },
]

/** Who collected the values, and under what licence. */
export const EQUIVALENTS_COLLECTION = 'Green Algorithms v3.0, CC BY 4.0'
