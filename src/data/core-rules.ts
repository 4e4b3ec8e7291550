/** Cores and threads of chips whose number follows a rule of its maker, or whose whole family has one size. */
interface Cores {
  readonly cores: number
  /** Hardware threads of a core, on average where a chip has cores of two kinds; undefined: as its generation has. */
  readonly threadsPerCore: number | undefined
}

/** `cores/threads`, or a function of the number's groups. */
type Size = string | ((groups: readonly string[]) => string)

/**
 * First match wins; patterns meet the key of `cpuKey`. Sources: Intel ARK and the processor number pages of Intel, AMD's
 * processor specifications, Ampere's product briefs.
 */
const RULES: readonly (readonly [RegExp, Size])[] = [
  // Ampere: the number says the cores: Q80-30, M128-28, A192-26X.
  [/^(?:altra|ampereone|one) ?[qma]?(\d{2,3})(?:-|\b)/, ([cores = '']) => `${cores}/${cores}`],
  [/^[qma](\d{2,3})(?:-\d\dx?)$/, ([cores = '']) => `${cores}/${cores}`],
  // Xeon E-2xxx: the last digit is the cores, a third digit of 1 or 2 has no Hyper-Threading.
  [/^xeon e-2[1-4](\d)(\d)/, ([kind = '', cores = '']) => `${cores}/${Number(cores) * (Number(kind) > 2 ? 2 : 1)}`],
  [/^xeon e3-12[0-2][05]l?(?: |$)/, '4/4'],
  [/^xeon e3-(?:12|15|1105)/, '4/8'],
  [/^xeon d-15[12]\d/, '4/8'],
  [/^xeon d-153[13]/, '6/12'],
  [/^xeon d-15[34]\d/, '8/16'],
  [/^xeon d-15[56]\d/, '12/24'],
  [/^xeon d-157\d/, '16/32'],
  [/^xeon d-16[02]\d/, '4/8'],
  [/^xeon d-163\d/, '6/12'],
  [/^xeon d-16[45]\d/, '8/16'],
  [/^xeon d-212\d/, '4/8'],
  [/^xeon d-214\d/, '8/16'],
  [/^xeon d-216\d/, '12/24'],
  [/^xeon d-217\d/, '14/28'],
  [/^xeon d-218\d/, '16/32'],
  [/^xeon d-219\d/, '18/36'],
  [/^xeon d-171\d/, '4/8'],
  [/^xeon d-172\d/, '6/12'],
  [/^xeon d-173\d/, '8/16'],
  [/^xeon d-174\d/, '10/20'],
  [/^xeon d-271\d/, '4/8'],
  [/^xeon d-273\d/, '8/16'],
  [/^xeon d-275\d/, '12/24'],
  [/^xeon d-276\d/, '14/28'],
  [/^xeon d-277\d/, '16/32'],
  [/^xeon d-279\d/, '20/40'],
  [/^xeon w-?12[57]0|^xeon w-?1350/, '6/12'],
  [/^xeon w-?1(?:27|37|39)\d/, '8/16'],
  [/^xeon w-?129\d/, '10/20'],
  [/^xeon w-?210[24]/, '4/4'],
  [/^xeon w-?2[12]2\d/, '4/8'],
  [/^xeon w-?2[12]3\d/, '6/12'],
  [/^xeon w-?2[12]4\d/, '8/16'],
  [/^xeon w-?2[12]5\d/, '10/20'],
  [/^xeon w-?226\d/, '12/24'],
  [/^xeon w-?2[12]7\d/, '14/28'],
  [/^xeon w-?2[12]9\d/, '18/36'],
  [/^xeon w-?322\d/, '8/16'],
  [/^xeon w-?3235/, '12/24'],
  [/^xeon w-?3245/, '16/32'],
  [/^xeon w-?3265/, '24/48'],
  [/^xeon w-?3(?:275|175)/, '28/56'],
  // Ryzen AI and handhelds.
  [/^ryzen ai max\+? (?:pro )?39[05]|^ryzen ai max\+? 39[05]/, '16/32'],
  [/^ryzen ai \d (?:hx )?(?:pro )?(?:hx )?37[05]/, '12/24'],
  [/^ryzen ai \d (?:hx )?(?:pro )?365/, '10/20'],
  [/^ryzen ai \d (?:pro )?3[56]0/, '8/16'],
  [/^ryzen ai \d (?:pro )?340/, '6/12'],
  [/^ryzen ai \d (?:pro )?330/, '4/8'],
  [/^ryzen z[12] extreme/, '8/16'],
  [/^ryzen z1/, '6/12'],
  [/^ryzen embedded v1[678]/, '4/8'],
  [/^ryzen embedded v[23]7/, '8/16'],
  [/^ryzen embedded v[23]5/, '6/12'],
  // Ryzen by its class and number. Chips of 2017 to 2019 with graphics have four cores at most.
  [/^ryzen [357] (?:pro )?(?:2|3)\d{3}(?:u|h|c|g|ge)\b/, '4/8'],
  [/^ryzen 3 (?:pro )?[12]\d{3}/, '4/4'],
  [/^ryzen 3 /, '4/8'],
  [/^ryzen 5 (?:pro )?1[45]\d\d|^ryzen 5 (?:pro )?2[45]\d\d|^ryzen 5 (?:pro )?7[45]2\d/, '4/8'],
  [/^ryzen 5 /, '6/12'],
  [/^ryzen 7 /, '8/16'],
  [/^ryzen 9 (?:pro )?\d95\d|^ryzen 9 (?:pro )?(?:79[45]|99[45])\d/, '16/32'],
  [/^ryzen 9 (?:pro )?[3579]9[02]\d(?:x|x3d)?$/, '12/24'],
  [/^ryzen 9 /, '8/16'],
  // Core i by class and generation.
  [/^core i[57]-1[01]\d\dg\d|^core i[57]-10\d\dng\d/, '4/8'],
  [/^core i3-1[01]\d\dg\d/, '2/4'],
  [/^core i[357]-[2-7]\d{3}(?:u|y|m)\b|^core i[357]-7y/, '2/4'],
  [/^core i7-[2-7]\d{3}(?:qm|mq|hq|hk|mx|xm)\b/, '4/8'],
  [/^core i5-[4-7]\d{3}hq\b/, '4/4'],
  [/^core i[57]-(?:8|10)\d{2,3}u\b/, '4/8'],
  [/^core i3-(?:8|10)\d{2,3}u\b/, '2/4'],
  [/^core i5-(?:8|9|10)\d{3}h\b/, '4/8'],
  [/^core i7-(?:8|9)\d{3}h\b|^core i7-10[678]50h\b/, '6/12'],
  [/^core i5-11\d{3}h\b/, '6/12'],
  [/^core i[79]-11\d{3}hk?\b/, '8/16'],
  [/^core i3-[2-7]\d{3}[a-z]*$/, '2/4'],
  [/^core i5-[2-7]\d{3}[a-z]*$/, '4/4'],
  [/^core i7-(?:2|3|4|6|7)[67]\d\d[a-z]*$/, '4/8'],
  [/^core i3-[89]\d{3}[a-z]*$/, '4/4'],
  [/^core i5-[89]\d{3}[a-z]*$/, '6/6'],
  [/^core i7-8\d{3}[a-z]*$/, '6/12'],
  [/^core i7-9[67]\d\d[a-z]*$/, '8/8'],
  [/^core i9-9900[a-z]*$/, '8/16'],
  [/^core i3-1[0-4]\d{3}[ft]*$/, '4/8'],
  [/^core i5-1[01]\d{3}[kft]*$|^core i5-12[45]\d\d[ft]*$/, '6/12'],
  [/^core i[7]-10\d{3}[kft]*$|^core i[79]-11\d{3}[kft]*$/, '8/16'],
  [/^core i9-10[89]\d\d[kft]*$/, '10/20'],
  [/^core i5-126\d\d[kft]*$|^core i5-1[34]4\d\d[ft]*$/, '10/16'],
  [/^core i7-12\d{3}[kft]*$/, '12/20'],
  [/^core i9-12\d{3}[kfts]*$/, '16/24'],
  [/^core i5-1[34][56]\d\d[kft]*$/, '14/20'],
  [/^core i7-13\d{3}[kft]*$/, '16/24'],
  [/^core i7-14\d{3}[kft]*$/, '20/28'],
  [/^core i9-1[34]\d{3}[kfts]*$/, '24/32'],
  // Small chips: the number of the N, J and G families is of one size.
  [/^(?:celeron|pentium)(?: silver| gold)? (?:j41|j50|n50|n41|n51|n60)\d\d/, '4/4'],
  [/^(?:celeron|pentium)(?: silver| gold)? [jn]4[05]\d\d|^celeron n45/, '2/2'],
  [/^pentium(?: gold)? g(?:4[56]|5[4-6]|6[4-6])/, '2/4'],
  [/^(?:celeron|pentium) g\d{4}/, '2/2'],
  [/^m5 pro/, '18/18'],
  [/^m5 max/, '18/18'],
  [/^m5/, '10/10'],
]

/**
 * Cores of a chip by the rule of its number.
 * @param key see `cpuKey`
 * @returns undefined when no rule covers the number
 * @example coresByRule('xeon e-2288g') // { cores: 8, threadsPerCore: 2 }
 */
export function coresByRule(key: string): Cores | undefined {
  for (const [pattern, size] of RULES) {
    const match = pattern.exec(key)
    if (!match) continue
    const text = typeof size === 'string' ? size : size(match.slice(1))
    const [cores = 0, threads = 0] = text.split('/').map(Number)
    return cores > 0 ? { cores, threadsPerCore: threads > 0 ? threads / cores : undefined } : undefined
  }
  return undefined
}
