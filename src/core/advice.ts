import type { AdviceFacts, StepFacts } from './advice-facts.ts'
import { durationText } from './duration.ts'

/** One piece of advice: what to do, and the evidence in one line. */
export interface Advice {
  readonly code: string
  readonly text: string
  readonly evidence: string
  /** Saving, g; 0 if only a comparison can show it. */
  readonly savingG: number
}

/** Maximum number of pieces of advice in a comment. */
const MAX_ADVICE = 2

/** Moving work in space or time is a bother: it must be worth more than a fifth and more than a gram. */
const WORTH_SHARE = 0.2
const WORTH_G = 1

/** A change of the workflow pays on every run from then on: a tenth of the run and a tenth of a gram are enough. */
const WORTH_CHANGE_SHARE = 0.1
const WORTH_CHANGE_G = 0.1

/** Below this a GPU waits for its data more than it computes, %. */
const GPU_BUSY = 50

/** Half of the machine would do when the busiest twentieth of the time uses no more than this of its threads, and the peak of its memory, %. */
const HALF_LOAD = 45

/** What a cache keeps of a step's work, as a share: restoring costs time as well. Our own estimate. */
const CACHED_SHARE = 0.7

const CACHEABLE =
  /\b(?:npm|yarn|pnpm|bun)\b.*\b(?:ci|i|install|add)\b|\bpip3?\b.*\binstall\b|\b(?:poetry|uv|conda|bundle|composer|apt(?:-get)?|brew)\b|\binstall\b.*\bdep|\bdependenc|\bgo mod\b|\bcargo (?:build|fetch)\b|\b(?:maven|mvn|gradle)\b|\bdocker build\b/i

const RULES: readonly ((facts: AdviceFacts) => Advice | null)[] = [
  region,
  time,
  superseded,
  gpu,
  cache,
  smaller,
  idle,
  arm,
]

/** The most useful advice, largest savings first, at most two. */
export function adviceFor(facts: AdviceFacts): readonly Advice[] {
  return RULES.map((rule) => rule(facts))
    .filter((advice) => advice !== null)
    .sort((a, b) => b.savingG - a.savingG)
    .slice(0, MAX_ADVICE)
}

function region({ emissionsG, region: at }: AdviceFacts): Advice | null {
  if (!at || !(at.gPerItKwh > 0)) return null
  const share = 1 - at.best.gPerItKwh / at.gPerItKwh
  if (!(share > WORTH_SHARE && emissionsG * share > WORTH_G)) return null
  return {
    code: 'region',
    text: `run in ${at.best.name} instead of ${at.name}`,
    evidence: `${figure(at.best.gPerItKwh)} instead of ${figure(at.gPerItKwh)} g per kWh of the machine: ${percent(share)} less, ${figure(emissionsG * share)} g of this run`,
    savingG: emissionsG * share,
  }
}

function time({ emissionsG, time: at }: AdviceFacts): Advice | null {
  if (!at || !(at.nowGPerKwh > 0)) return null
  const share = 1 - at.bestGPerKwh / at.nowGPerKwh
  if (!(share > WORTH_SHARE && emissionsG * share > WORTH_G)) return null
  return {
    code: 'time',
    text: `start it ${durationText(at.waitS)} later when it can wait`,
    evidence: `${figure(at.bestGPerKwh)} instead of ${figure(at.nowGPerKwh)} g/kWh (${at.basis}): ${percent(share)} less, ${figure(emissionsG * share)} g of this run`,
    savingG: emissionsG * share,
  }
}

function superseded({ superseded: old }: AdviceFacts): Advice | null {
  if (!old || old.runs < 1 || !(old.emissionsG >= WORTH_CHANGE_G)) return null
  return {
    code: 'superseded',
    text: 'cancel runs that a newer push has overtaken (concurrency with cancel-in-progress)',
    evidence: `${old.runs} overtaken ${old.runs === 1 ? 'run' : 'runs'} of this pull request ran to the end: ${figure(old.emissionsG)} g`,
    savingG: old.emissionsG,
  }
}

function gpu(facts: AdviceFacts): Advice | null {
  const { gpu: card } = facts
  if (!card || card.utilization >= GPU_BUSY) return null
  return worthAChange(facts, card.idleWh, {
    code: 'gpu-idle',
    text: 'feed the GPU better: a larger batch, more loader workers, or a smaller card',
    evidence: `${card.name} was busy ${figure(card.utilization)} % of the time; ${figure(card.idleWh)} of its ${figure(card.wh)} Wh went into waiting`,
  })
}

function cache(facts: AdviceFacts): Advice | null {
  const steps = (facts.steps ?? []).filter(({ name }) => CACHEABLE.test(name))
  const longest = steps.reduce<StepFacts | null>((most, each) => (most && most.wh >= each.wh ? most : each), null)
  if (!longest) return null
  const wh = steps.reduce((sum, each) => sum + each.wh, 0)
  return worthAChange(facts, wh * CACHED_SHARE, {
    code: 'cache',
    text: `cache what "${longest.name.slice(0, 60)}" fetches or builds`,
    evidence: `${steps.length === 1 ? 'this step takes' : `${steps.length} such steps take`} ${figure(wh)} of ${figure(facts.energyWh)} Wh (${percent(wh / facts.energyWh)})`,
  })
}

function smaller(facts: AdviceFacts): Advice | null {
  const { cpu } = facts
  // Half a runner has half the memory as well.
  if (!cpu || cpu.vcpus < 2 || cpu.p95 > HALF_LOAD || (cpu.memoryPeak ?? 0) * 100 > HALF_LOAD) return null
  const memory = cpu.memoryPeak === null ? '' : `, at most ${percent(cpu.memoryPeak)} of the memory in use`
  return worthAChange(facts, cpu.idleWh / 2, {
    code: 'smaller-runner',
    text: `use a runner with ${Math.ceil(cpu.vcpus / 2)} instead of ${cpu.vcpus} vCPUs`,
    evidence: `95 % of the time no more than ${figure(cpu.p95)} % of ${cpu.vcpus} vCPUs were busy${memory}; idling took ${figure(cpu.idleWh)} Wh`,
  })
}

function idle(facts: AdviceFacts): Advice | null {
  const { idle: waiting } = facts
  if (!waiting || waiting.share < 0.5) return null
  return worthAChange(facts, waiting.wh, {
    code: 'idle',
    text: 'do not occupy a runner while waiting: split the job, or poll from a cheaper one',
    evidence: `nothing ran for ${percent(waiting.share)} of ${durationText(facts.durationS)}; that took ${figure(waiting.wh)} Wh`,
  })
}

/** No figure of ours says how much an arm runner saves for this work: the advice is to compare, and comes last. */
function arm({ armAvailable, cpu, energyWh, emissionsG }: AdviceFacts): Advice | null {
  if (!armAvailable || cpu?.architecture !== 'x64' || emissionsG < WORTH_G) return null
  return {
    code: 'arm-runner',
    text: 'try an arm64 runner and put both reports side by side (`compare`)',
    evidence: `${figure(energyWh)} Wh on x64 with ${cpu.vcpus} vCPUs, ${figure(emissionsG)} g a run`,
    savingG: 0,
  }
}

/** Advice whose saving is energy: worth it from a tenth of the run and a tenth of a gram. */
function worthAChange(facts: AdviceFacts, wh: number, advice: Omit<Advice, 'savingG'>): Advice | null {
  const share = wh / facts.energyWh
  const savingG = facts.emissionsG * Math.min(1, share)
  return share >= WORTH_CHANGE_SHARE && savingG >= WORTH_CHANGE_G ? { ...advice, savingG } : null
}

function figure(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)))
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
