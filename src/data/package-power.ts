import type { Architecture } from './architectures.ts'

/** Long-term package limit of AMD's desktop sockets AM4 and AM5 (PPT) over the TDP, by AMD's definition of PPT. */
const AMD_PPT_FACTOR = 1.35
/** Short-term limit (PL2) of Intel chips over the TDP where Intel lists no maximum turbo power: Intel's default. */
const INTEL_PL2_FACTOR = 1.25
/**
 * Most that a core draws at full load, W. Small chips do not reach a limit that their larger siblings share: published
 * reviews find 155 W on six cores of a Core i5-11600K with a limit of 251 W.
 */
const MAX_WATTS_PER_CORE = 32

/**
 * Maximum turbo power (PL2) by number, W, as Intel lists it. The first match counts. Checked against published figures in
 * November 2026: the 10th generation K (Intel's recommended settings in AnandTech's review of 2020), i9-11900K,
 * i9-12900K, i7-13700K and i9-13900K (Intel's default profiles in press reports). The rest is not re-checked.
 */
const INTEL_PL2: readonly (readonly [pattern: RegExp, watts: number])[] = [
  [/^core i9-1[34]\d{3}ks/, 320],
  [/^core i[79]-1[34]\d{3}kf?$/, 253],
  [/^core i5-1[34]\d{3}kf?$/, 181],
  [/^core i[79]-1[34]\d{3}f?$/, 219],
  [/^core i5-1[34][56]\d{2}f?$/, 154],
  [/^core i5-1[34]4\d{2}f?$/, 148],
  [/^core i9-12\d{3}k[sf]?$/, 241],
  [/^core i7-12\d{3}kf?$/, 190],
  [/^core i5-12\d{3}kf?$/, 150],
  [/^core i9-12\d{3}f?$/, 202],
  [/^core i7-12\d{3}f?$/, 180],
  [/^core i5-12\d{3}f?$/, 117],
  [/^core ultra [79] 2\d{2}kf?$/, 250],
  [/^core ultra 5 2\d{2}kf?$/, 159],
  [/^core i[579]-11\d{3}kf?$/, 251],
  [/^core i9-10\d{3}kf?$/, 250],
  [/^core i7-10\d{3}kf?$/, 229],
  [/^core i5-10\d{3}kf?$/, 182],
]

/**
 * Highest package power that a desktop chip sustains by default, W.
 *
 * @param tdpWatts base power of the chip, W
 * @param cores cores of the chip; undefined when unknown
 */
export const packageLimit = (
  key: string,
  { make, platform }: Architecture,
  tdpWatts: number,
  cores: number | undefined,
): number => {
  const listed = INTEL_PL2.find(([pattern]) => pattern.test(key))?.[1]
  let factor = 1
  if (make === 'intel') factor = INTEL_PL2_FACTOR
  else if (/^am[45]$/.test(platform)) factor = AMD_PPT_FACTOR
  const limit = listed ?? factor * tdpWatts
  return cores === undefined ? limit : Math.max(tdpWatts, Math.min(limit, MAX_WATTS_PER_CORE * cores))
}
