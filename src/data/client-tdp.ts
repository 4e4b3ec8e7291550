import type { Architecture } from './architectures.ts'

/**
 * Base power that the last letters of a laptop's or a desktop's number usually mean, W: the makers' own meaning of
 * the letters. An assumption for chips that are in no table; the first match counts.
 */
const USUAL: Readonly<Record<'mobile' | 'desktop', readonly (readonly [RegExp, number])[]>> = {
  mobile: [
    [/^xeon/, 45],
    [/^(?:core i3-)?n\d{2,3}$/, 10],
    [/^(?:atom|celeron|pentium)/, 10],
    [/^(?:cortex-a|raspberry)/, 6],
    [/^core m/, 5],
    [/^gx-/, 12],
    [/(?:hx|hx3d)$/, 55],
    [/\d(?:h|hk|hs|hq|qm|mq|mx|xm)$/, 45],
    [/\d(?:p)$/, 28],
    [/\d(?:g\d|u|v|um)$/, 15],
    [/\d(?:m)$/, 35],
    [/\d(?:y)$/, 7],
    [/^ryzen ai max/, 55],
  ],
  desktop: [
    [/^(?:phenom|athlon ii|pentium [4d])/, 95],
    [/^core i7-9\d\d$/, 130],
    [/threadripper/, 280],
    [/^xeon w?[3579]?-?[23]\d{3}|^xeon 6\d\dx/, 250],
    [/\d(?:k|kf|ks|x|xe|x3d)$/, 125],
    [/\d(?:t|te|ge)$/, 35],
  ],
}
/** Without such letters: a thin laptop's and an office desktop's chip. */
const OTHERWISE = { mobile: 28, desktop: 65 } as const

/** Usual base power of a client chip by its key (see `cpuKey`), W; undefined for servers, whose model knows better. */
export const usualClientTdp = (key: string, { segment, make }: Architecture): number | undefined => {
  // Apple publishes no such figure: its machines have their own table.
  if (segment === 'server' || make === 'apple') return undefined
  return USUAL[segment].find(([pattern]) => pattern.test(key))?.[1] ?? OTHERWISE[segment]
}
