import { GPUS, type Gpu, UNPUBLISHED_POWER } from './gpu-table.ts'

/** Words that make another board of a name: a row without them does not match. */
const VARIANTS = new Set('ti super xt xtx gre laptop mobile notebook q max d sff pro nvl superchip ultra'.split(' '))

/** Words for a form that a row's name has and people leave out: clouds rent out SXM modules. */
const IMPLIED = /^sxm\d?$/

/** Words that settle the form of a data-centre board. High-bandwidth memory is in the driver's names of SXM modules. */
const FORM = /^(?:sxm\d?|pcie|nvl|hbm\d?e?)$/

/** Spellings that are unified before names are compared. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\((?:r|tm)\)/g, ' '],
  [/\b(rtx|gtx|rx|arc|gaudi|tpu)[ -]?(?=[avb]?\d)/g, '$1 '],
  [/\b(trainium|inferentia) ?(\d)\b/g, '$1$2'],
  [/\b(trainium|inferentia)1\b/g, '$1'],
  [/\binferentia\d\b/g, 'inferentia'],
  [/\btpu (?=\d)/g, 'tpu v'],
  [/\bhl-22\d\w?\b/g, 'gaudi 2'],
  [/\bhl-3\d\d\w?\b/g, 'gaudi 3'],
  [/\b(t|rtx)?(\d{4})(ti|super)\b/g, '$1$2 $3'],
  [/\b(\d{4})(xtx?)\b/g, '$1 $2'],
  [/(\d+) gb\b/g, '$1gb'],
  [/\bpci(?:[- ]?e(?:xpress)?)?\b/g, 'pcie'],
]

/** Words around the model number: makers, families, memory, forms. */
const COMMON_WORD =
  /^(?:nvidia|amd|intel|google|aws|habana|microsoft|corporation|tesla|geforce|quadro|grid|radeon|instinct|jetson|titan|rtx|gpus?|graphics|cards?|accelerators?|tensor|cores?|chips?|modules?|oam|gen(?:eration)?|edition|server|workstation|data|cent(?:er|re)|datacenter|founders|developer|kit|blackwell|hopper|ampere|lovelace|ada|turing|volta|pascal|maxwell|kepler|cdna\d?|\d{1,3}gb?|g?ddr\d\w?|hbm\d?e?|sxm\d?|pcie|x16)$/

/** A model number that is written apart, `H-100`, `MI 300X`. */
const SPLIT_MODEL = /\b([a-z]{1,2})[ -](?=\d)/gi

function wordsOf(name: string): string[] {
  const unified = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), name.toLowerCase())
  return unified.split(/[^a-z0-9]+/).filter((word) => word !== '')
}

/** Words that a name must have to match a row. */
const ROWS = GPUS.map((gpu) => {
  const words = wordsOf(gpu.name)
  return { gpu, own: words.filter((word) => !IMPLIED.test(word)), isSxm: words.some((word) => IMPLIED.test(word)) }
})

/**
 * Finds the board of a name: `Tesla T4`, `NVIDIA A100-SXM4-40GB`, `GRID T4-16C`, `h100`. All words of a row must be words of
 * the name (`L4` does not match `L40S`), and the row with the most of them wins.
 * @returns null for a name that is not in the table, never the nearest one
 * @example findGpu('h100')?.name // 'H100 SXM'
 */
export function findGpu(name: string): Gpu | null {
  return matchRow(name) ?? matchRow(name.replace(SPLIT_MODEL, '$1'))
}

/**
 * Words of a name that are neither in the row that it matches nor usual beside it: `PCB` in `H100 PCB`. What they mean is not
 * known, so the row may be that of another board.
 */
export function unknownWords(name: string): string[] {
  const gpu = findGpu(name)
  if (gpu === null) return []
  const text = matchRow(name) === null ? name.replace(SPLIT_MODEL, '$1') : name
  const own = wordsOf(gpu.name)
  return wordsOf(text).filter((word) => !own.includes(word) && !COMMON_WORD.test(word))
}

function matchRow(name: string): Gpu | null {
  const words = wordsOf(name)
  const variants = words.filter((word) => VARIANTS.has(word))
  let found: { gpu: Gpu; length: number } | null = null
  for (const { gpu, own, isSxm } of ROWS) {
    if (isSxm && words.includes('pcie')) continue
    const isMatch = own.every((word) => words.includes(word)) && variants.every((word) => own.includes(word))
    if (isMatch && own.length > (found?.length ?? 0)) found = { gpu, length: own.length }
  }
  return found?.gpu ?? null
}

/** Whether a name leaves open whether the board is an SXM module, which it is then taken for. */
export function isFormAssumed(name: string): boolean {
  return /\bSXM\b/.test(findGpu(name)?.name ?? '') && !wordsOf(name).some((word) => FORM.test(word))
}

/** Whether a name is that of an accelerator without a published power. */
export function hasUnpublishedPower(name: string): boolean {
  const words = wordsOf(name)
  return UNPUBLISHED_POWER.some((other) => wordsOf(other).every((word) => words.includes(word)))
}
