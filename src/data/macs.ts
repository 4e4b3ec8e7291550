import type { ClientPower } from '../core/power/client.ts'

/**
 * Power of Mac minis and Studios by chip, W: Apple's support page "Mac mini power consumption and thermal output" and
 * its like for the Mac Studio (idle: only the Finder open; max: processor and graphics and ports at their limit), not re-checked entry by entry.
 */
const MACS: readonly (readonly [key: string, machine: string, idleWatts: number, maxWatts: number])[] = [
  ['core i7-8700b', 'Mac mini (2018)', 20, 122],
  ['m1', 'Mac mini (2020)', 6.8, 39],
  ['m1 max', 'Mac Studio (2022)', 11, 115],
  ['m1 ultra', 'Mac Studio (2022)', 13, 215],
  ['m2', 'Mac mini (2023)', 7, 50],
  ['m2 pro', 'Mac mini (2023)', 7, 100],
  ['m2 max', 'Mac Studio (2023)', 10, 145],
  ['m2 ultra', 'Mac Studio (2023)', 10, 295],
  ['m4', 'Mac mini (2024)', 4, 65],
  ['m4 pro', 'Mac mini (2024)', 5, 140],
]

/** Share of the way from idle to the maximum that the processor reaches alone, without graphics and ports. */
const PROCESSOR_SHARE = 0.7

/**
 * Power of the Mac with a chip. An Apple chip that is not listed counts as the M2 with the same suffix.
 *
 * @param isApple whether the chip is Apple's own
 * @returns null for a chip that is neither listed nor Apple's
 */
export const macPower = (key: string, isApple: boolean): ClientPower | null => {
  const listed = MACS.find(([chip]) => chip === key)
  if (listed === undefined && !isApple) return null
  const [, machine, idleWatts, maxWatts] = listed ??
    MACS.find(([chip]) => chip === key.replace(/^m\d+/, 'm2')) ??
    MACS.find(([chip]) => chip === 'm2') ?? ['', 'Mac mini', 7, 50]
  return {
    idleWatts,
    fullWatts: idleWatts + PROCESSOR_SHARE * (maxWatts - idleWatts),
    basis: `Apple's published idle and maximum power of the ${machine}${listed === undefined ? ', a substitute' : ''}`,
  }
}
