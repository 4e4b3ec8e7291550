import type { Report } from '../core/report.ts'
import { decimal, duration } from './quantities.ts'

/** Low and wide, in a green that can be seen on white and on black: mermaid's own first colour is nearly white. */
const INIT =
  '%%{init: {"xyChart": {"width": 800, "height": 240}, "themeVariables": {"xyChart": {"plotColorPalette": "#2DA44E"}}}}%%'

/** Points below which a picture says nothing. */
const FEWEST = 3

/** Power over the time of the run as a mermaid chart, which GitHub draws. Empty string without a profile. */
export function powerChart({ profile }: Pick<Report, 'profile'>): string {
  const known = profile?.watts.filter((watts) => watts !== null) ?? []
  if (!profile || known.length < FEWEST) return ''
  const gaps = profile.watts.length - known.length
  const length = profile.step_s * profile.watts.length
  const [unit, seconds] = length < 300 ? ['s', 1] : length < 18_000 ? ['min', 60] : ['h', 3600]
  const highest = Math.max(...known)
  const end = decimal(length / seconds).replaceAll(',', '')
  return [
    `Power over ${duration(length)}${gaps > 0 ? `; at zero where nothing was sampled (${gaps} of ${profile.watts.length} points)` : ''}`,
    '',
    '```mermaid',
    INIT,
    'xychart-beta',
    `  x-axis "time (${unit})" 0 --> ${end}`,
    `  y-axis "power (W)" 0 --> ${ceiling(highest)}`,
    `  line [${profile.watts.map((watts) => fixed(watts ?? 0)).join(', ')}]`,
    '```',
  ].join('\n')
}

/** A round upper end for the axis. */
function ceiling(watts: number): string {
  if (watts <= 0) return '1'
  const decade = 10 ** Math.floor(Math.log10(watts))
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * decade >= watts * 1.05) ?? 15
  return fixed(step * decade)
}

/** Plain decimals, which mermaid reads: never an exponent. */
function fixed(watts: number): string {
  if (watts >= 100) return String(Math.round(watts))
  return watts.toFixed(watts >= 10 ? 1 : watts >= 0.1 ? 2 : 4).replace(/\.?0+$/, '')
}
