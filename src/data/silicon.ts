import type { Silicon } from '../core/power/machine.ts'

export type { Silicon }

type Row = readonly [
  vendor: Silicon['vendor'],
  family: number,
  models: readonly [first: number, last: number],
  steppings: readonly [first: number, last: number],
  generation: string,
  substitute: string,
]

const ANY = [0, 15] as const

/**
 * Server generations by CPUID, and the substitute for a chip whose number is hidden. Sources: Linux
 * arch/x86/include/asm/intel-family.h and arch/x86/kernel/cpu/amd.c (`bsp_init_amd`), AMD processor programming references.
 */
const ROWS: readonly Row[] = [
  ['amd', 23, [0, 15], ANY, 'Naples', 'epyc 7601'],
  ['amd', 23, [48, 63], ANY, 'Rome', 'epyc 7742'],
  ['amd', 25, [0, 15], ANY, 'Milan', 'epyc 7763'],
  ['amd', 25, [16, 31], ANY, 'Genoa', 'epyc 9654'],
  ['amd', 25, [160, 175], ANY, 'Bergamo', 'epyc 9754'],
  ['amd', 26, [0, 15], ANY, 'Turin', 'epyc 9655'],
  ['amd', 26, [16, 31], ANY, 'Turin Dense', 'epyc 9965'],
  ['intel', 6, [26, 26], ANY, 'Nehalem', 'xeon x5570'],
  ['intel', 6, [44, 44], ANY, 'Westmere', 'xeon x5670'],
  ['intel', 6, [45, 45], ANY, 'Sandy Bridge', 'xeon e5-2670'],
  ['intel', 6, [62, 62], ANY, 'Ivy Bridge', 'xeon e5-2680 v2'],
  ['intel', 6, [63, 63], ANY, 'Haswell', 'xeon e5-2699 v3'],
  ['intel', 6, [79, 79], ANY, 'Broadwell', 'xeon e5-2699 v4'],
  ['intel', 6, [85, 85], [0, 4], 'Skylake', 'xeon platinum 8176'],
  ['intel', 6, [85, 85], [5, 7], 'Cascade Lake', 'xeon platinum 8280'],
  ['intel', 6, [85, 85], [10, 11], 'Cooper Lake', 'xeon platinum 8380h'],
  ['intel', 6, [106, 106], ANY, 'Ice Lake', 'xeon platinum 8380'],
  ['intel', 6, [143, 143], ANY, 'Sapphire Rapids', 'xeon platinum 8480+'],
  ['intel', 6, [207, 207], ANY, 'Emerald Rapids', 'xeon platinum 8592+'],
  ['intel', 6, [173, 174], ANY, 'Granite Rapids', 'xeon 6787p'],
  ['intel', 6, [175, 175], ANY, 'Sierra Forest', 'xeon 6780e'],
  ['intel', 6, [221, 221], ANY, 'Clearwater Forest', 'xeon 6990e+'],
]

/**
 * The substitute for a server processor of which only CPUID is known.
 * @returns null if the family and model belong to no known server generation
 * @example serverBySilicon({ vendor: 'amd', family: 25, model: 1, stepping: 1 })?.substitute // 'epyc 7763'
 */
export function serverBySilicon(silicon: Silicon): { readonly substitute: string; readonly reason: string } | null {
  const { vendor, family, model, stepping } = silicon
  const row = ROWS.find(
    ([ofVendor, ofFamily, [first, last], [from, to]]) =>
      ofVendor === vendor &&
      ofFamily === family &&
      model >= first &&
      model <= last &&
      stepping >= from &&
      stepping <= to,
  )
  if (row === undefined) return null
  const [, , , , generation, substitute] = row
  return { substitute, reason: `the number is hidden; family ${family} model ${model} is ${generation}` }
}

/** Windows prints CPUID in place of a name: `Intel64 Family 6 Model 143 Stepping 8, GenuineIntel`. */
const IDENTIFIER = /^(intel64|amd64|em64t|x86) family (\d+) model (\d+) stepping (\d+)/i

/** Reads such an identifier. @returns null when the name is not one */
export function siliconOfName(name: string): Silicon | null {
  const [, kind = '', family, model, stepping] = IDENTIFIER.exec(name.trim()) ?? []
  if (family === undefined) return null
  const isAmd = kind.toLowerCase() === 'amd64' || /authenticamd/i.test(name)
  return {
    vendor: isAmd ? 'amd' : 'intel',
    family: Number(family),
    model: Number(model),
    stepping: Number(stepping),
  }
}
