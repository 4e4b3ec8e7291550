import type { Architecture } from './architectures.ts'

/** Sockets that no board has two of. */
const PLATFORMS: ReadonlySet<string> = new Set(
  'am3 am4 am5 sp4 sp6 xeon-d lga775 lga1150 lga1151 lga1155 lga1156 lga1200 lga1700 lga1851 lga2066 ampereone'.split(
    ' ',
  ),
)

/** Numbers that their maker sells for one socket only, on platforms that also have two. */
const NUMBERS: readonly RegExp[] = [
  /^epyc \w{4}p[nx]?$/,
  /^xeon e5-1\d{3}/,
  /^xeon (?:bronze|silver|gold|platinum) \d{4}u$/,
  /^xeon phi/,
  /^xeon w3[56]\d\d/,
  /^opteron 1\d{3}/,
]

/** Whether a machine with this CPU has one of them: the best guess if their number is unknown. */
export const isSingleChip = (key: string, generation: Architecture): boolean =>
  generation.segment !== 'server' || PLATFORMS.has(generation.platform) || NUMBERS.some((pattern) => pattern.test(key))
