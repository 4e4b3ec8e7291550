import type { ClientPower } from '../core/power/client.ts'

/**
 * Power of Mac minis and Studios by chip, W at the wall, by Apple's support pages "Mac mini power consumption and thermal
 * output" and "Mac Studio power consumption and thermal output" (support.apple.com/102027): idle with only Finder open,
 * max with a test application that keeps the processor (and on Apple chips the graphics) busy. Checked in November 2026:
 * the Studios with M1 and M2 on Apple's page; i7-8700B and M1 as quoted by Daring Fireball, M2 and M2 Pro by applech2.com,
 * M3 Ultra and M4 chips from support.apple.com/102027 and 103253 by github.com/rlindsey2/sunkcost. Apple sells no desktop
 * with M3 Pro or M3 Max, and publishes nothing for its laptops and the chips of 2026.
 *
 * M3: the iMac (2023) draws 40 to 43 W idle and 70 to 85 W at most (Apple, as quoted by applech2.com). The iMac with an M1
 * draws 36 W more when idle and 43 W more at most than the mini with an M1, for its display: the same is taken off here.
 */
const MACS: readonly (readonly [key: string, machine: string, idleWatts: number, maxWatts: number])[] = [
  ['core i7-8700b', 'Mac mini (2018)', 20, 122],
  ['m1', 'Mac mini (2020)', 6.8, 39],
  ['m1 max', 'Mac Studio (2022)', 11, 115],
  ['m1 ultra', 'Mac Studio (2022)', 13, 215],
  ['m2', 'Mac mini (2023)', 7, 50],
  ['m2 pro', 'Mac mini (2023)', 7, 100],
  ['m2 max', 'Mac Studio (2023)', 9, 145],
  ['m2 ultra', 'Mac Studio (2023)', 10, 295],
  ['m3', 'iMac (2023) without its display', 5.5, 35],
  ['m3 ultra', 'Mac Studio (2025)', 9, 270],
  ['m4', 'Mac mini (2024)', 4, 65],
  ['m4 pro', 'Mac mini (2024)', 5, 140],
  ['m4 max', 'Mac Studio (2025)', 6, 145],
]

/**
 * Share of the way from idle to the maximum that the processor of an Apple chip reaches without the graphics. The Mac
 * mini M4 is measured at 30 W (DDay.it, 2024) and 40 to 45 W (ServeTheHome, 2024) of Apple's 65: 0.43 and 0.63 of the
 * way. An Intel processor reaches the maximum alone.
 */
const PROCESSOR_SHARE = 0.55

/**
 * Power of the Mac with a chip. An Apple chip that is not listed counts as the M2 with the same suffix.
 *
 * @param isApple whether the chip is Apple's own
 * @returns null for a chip that is neither listed nor Apple's
 */
export const macPower = (key: string, isApple: boolean): ClientPower | null => {
  const listed = MACS.find(([chip]) => chip === key)
  if (listed === undefined && !isApple) return null
  const [chip, machine, idleWatts, maxWatts] = listed ??
    MACS.find(([other]) => other === key.replace(/^m\d+/, 'm2')) ??
    MACS.find(([other]) => other === 'm2') ?? ['m2', 'Mac mini (2023)', 7, 50]
  const published = `Apple's published idle and maximum power of the ${machine}`
  return {
    idleWatts,
    fullWatts: idleWatts + (isApple ? PROCESSOR_SHARE : 1) * (maxWatts - idleWatts),
    basis:
      listed === undefined
        ? `${published} with ${chip.replace(/\b./g, (letter) => letter.toUpperCase())}; Apple publishes none for this chip`
        : published,
  }
}
