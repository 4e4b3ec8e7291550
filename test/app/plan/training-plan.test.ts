import { describe, expect, it } from 'vitest'
import { answered } from '../../../src/app/plan/plan-file.ts'
import { planChange } from '../../../src/app/plan/plan-change.ts'
import { planJsonSchema } from '../../../src/app/plan/plan-schema.ts'
import { parsePlan } from '../../../src/app/plan/read-plan.ts'
import { DEFAULTS, type SetValues } from '../../../src/app/settings/table.ts'
import { deviceHours, trainingFlop } from '../../../src/core/training.ts'
import type { UnjudgedReport } from '../../../src/core/unjudged.ts'

const access = { gridToken: null }

async function draftOf(text: string, given: SetValues = {}): Promise<UnjudgedReport> {
  const settings = { ...DEFAULTS, ...given }
  return (await answered(parsePlan(text, 'plan.yml'), { settings, given, access })).draft
}

/**
 * Published training runs that state hours, watts and PUE: accelerator, count of devices, device hours, W, PUE, g/kWh, MWh, t.
 * Patterson et al. 2021 (arXiv 2104.10350), Luccioni et al. (2211.02001), Touvron et al. (2302.13971), Li et al. (2305.06161), the
 * Stable Diffusion v1 model card.
 */
const PUBLISHED = [
  ['GPT-3', 'V100', 10_000, 3_552_000, 330, 1.1, 429, 1287, 552.1],
  ['T5', 'TPU v3', 512, 245_760, 310, 1.12, 545, 85.7, 46.7],
  ['Meena', 'TPU v3', 1024, 737_280, 289, 1.09, 415, 232, 96.4],
  ['GShard', 'TPU v3', 1024, 76_186, 288, 1.09, 201, 24.1, 4.84],
  ['Switch Transformer', 'TPU v3', 1024, 663_552, 245, 1.1, 403, 179, 72.2],
  ['Evolved Transformer', 'TPU v2', 200, 32_640, 208, 1.1, 431, 7.5, 3.2],
  ['BLOOM', 'A100 SXM', 384, 1_082_990, 400, 1, 57, 433.196, 24.69],
  ['LLaMA 7B', 'A100 SXM', 2048, 82_432, 400, 1.1, 385, 36, 14],
  ['LLaMA 13B', 'A100 SXM', 2048, 135_168, 400, 1.1, 385, 59, 23],
  ['LLaMA 33B', 'A100 SXM', 2048, 530_432, 400, 1.1, 385, 233, 90],
  ['LLaMA 65B', 'A100 SXM', 2048, 1_022_362, 400, 1.1, 385, 449, 173],
  ['StarCoderBase', 'A100 SXM', 512, 320_256, 280, 1.2, 155, 107.6, 16.68],
  ['Stable Diffusion v1', 'A100 PCIe', 256, 150_000, 250, 1, 300, 37.5, 11.25],
] as const

describe('published training runs', () => {
  it.each(PUBLISHED)(
    'reproduces the energy of %s within 1 %',
    async (name, gpu, gpus, hours, watts, pue, grid, mwh, t) => {
      const text = `gpu: ${gpu}\ngpus: ${gpus}\ngpu-hours: ${hours}\ngpu-watts: ${watts}\npue: ${pue}\nintensity: ${grid}\n`
      const { energy, emissions } = await draftOf(text)
      expect(Math.abs((energy.total_wh ?? 0) / 1e6 / mwh - 1)).toBeLessThan(0.01)
      // Cards round tonnes: 14 of LLaMA 7B is 13.96.
      const rounding = Math.max(0.012, 0.5 / t)
      expect(Math.abs((emissions.operational_g ?? 0) / 1e6 / t - 1), name).toBeLessThan(rounding)
    },
  )

  it('gives the same energy for hours of processors as for GPU hours', async () => {
    const { energy } = await draftOf('processors: 10000\nhours: 355.2\nwatts: 330\npue: 1.1\nintensity: 429\n')
    expect(Math.abs((energy.total_wh ?? 0) / 1287e6 - 1)).toBeLessThan(0.01)
  })
})

describe('a training plan by parameters and tokens', () => {
  it.each([
    ['8 B', '15 T', 989.4, 0.35, 700, 1.09, 400, 577550.6078720147, 440671.1138063473, 176268445.52253893],
    ['70B', '2 trillion', 312, 0.435, 400, 1.1, 423, 1719225.8571568918, 756459.3771490324, 319982316.5340407],
    ['37e9', '14.8T', 989, 0.35, 700, 1.2, 550, 2636621.8883913523, 2214762.3862487357, 1218119312.4368045],
  ])(
    'computes 6 x %s x %s as the reference does',
    async (parameters, tokens, peak, mfu, watts, pue, grid, hours, kwh, g) => {
      const text = `parameters: ${parameters}\ntokens: ${tokens}\npeak-tflops: ${peak}\nmfu: ${mfu}\ngpu: H100\ngpu-watts: ${watts}\npue: ${pue}\nintensity: ${grid}\ngpus: 1000\n`
      const { energy, emissions, duration_s } = await draftOf(text)
      expect((duration_s ?? 0) / 3.6).toBeCloseTo(hours, 4)
      expect(Math.abs((energy.total_wh ?? 0) / 1000 / kwh - 1)).toBeLessThan(1e-9)
      expect(Math.abs((emissions.operational_g ?? 0) / g - 1)).toBeLessThan(1e-9)
    },
  )

  it('assumes 30 % of the peak, with a range of 15 to 50 %', async () => {
    const { energy, notes } = await draftOf(
      'parameters: 8 B\ntokens: 15 T\ngpu: H100 SXM\ngpu-watts: 700\nzone: DE\npue: 1\n',
    )
    const whole = deviceHours(trainingFlop(8e9, 15e12), 989.4e12, 0.3) * 700
    expect(energy.it_wh).toBeCloseTo(whole, -3)
    expect((energy.low_wh ?? 0) / whole).toBeCloseTo(0.6, 6)
    expect((energy.high_wh ?? 0) / whole).toBeCloseTo(2, 6)
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['plan-mfu-assumed', 'plan-development-uncounted', 'plan-accounting']),
    )
  })

  it('is twice as fast in fp8 and has no fp8 on an A100', async () => {
    const text = 'parameters: 7 B\ntokens: 1 T\ngpus: 8\nmfu: 0.4\n'
    const bf16 = await draftOf(`${text}gpu: H100\n`)
    const fp8 = await draftOf(`${text}gpu: H100\nprecision: fp8\n`)
    expect((bf16.duration_s ?? 0) / (fp8.duration_s ?? 1)).toBeCloseTo(2, 2)
    await expect(draftOf(`${text}gpu: A100\nprecision: fp8\n`)).rejects.toThrow('no known peak at fp8')
  })

  it('warns when hours, parameters and tokens contradict each other, and uses the hours', async () => {
    const { notes, duration_s } = await draftOf('parameters: 10 M\ntokens: 1 B\ngpu: H100\ngpus: 8\nhours: 10\n')
    expect(notes.find(({ code }) => code === 'plan-mfu-odd')?.text).toMatch(/less than 0\.1 %.*the hours are used/)
    expect(duration_s).toBe(36_000)
  })

  it('refuses hours that are too few even at the whole peak', async () => {
    const text = 'parameters: 70 B\ntokens: 15 T\ngpu: H100\n'
    const least = 'take at least 1,768,749 h of one H100 at its whole peak (989.4 TFLOP/s at bf16)'
    await expect(draftOf(`${text}gpus: 8\nhours: 10\n`)).rejects.toThrow(
      `80 GPU hours are too few: 6.30e+24 FLOP ${least}`,
    )
    await expect(draftOf(`${text}gpu-hours: 1768000\n`)).rejects.toThrow('too few')
    await expect(draftOf(`${text}gpu-hours: 1769000\n`)).resolves.toBeDefined()
  })

  it('reads a count with the name of what is counted', async () => {
    const plain = await draftOf('parameters: 7 B\ntokens: 1 T\ngpu: H100\nmfu: 0.4\n')
    const named = await draftOf('parameters: 7B parameters\ntokens: 1 T tokens\ngpu: H100\nmfu: 0.4\n')
    expect(named.energy).toEqual(plain.energy)
  })
})

const PROJECT = `
region: azure:eastus
gpu: H100 SXM
gpus: 64
phases:
  - kind: pre-training
    hours: 100
  - kind: fine-tuning
    gpus: 8
    hours: 50
    zone: FR
  - kind: evaluation
    gpus: 8
    hours: 10
    runs: 3
`

describe('a plan of several phases', () => {
  it('names the phases whose values flags replace', async () => {
    const textOf = async (given: SetValues): Promise<string | undefined> =>
      (await draftOf(PROJECT, given)).notes.find(({ code }) => code === 'plan-values-replaced')?.text
    expect(await textOf({ gpus: 4, hours: 10 })).toBe(
      'flags or inputs replace values of the plan: hours 10 replaces 100 of pre-training, 50 of fine-tuning; gpus 4 replaces 64 of pre-training, 8 of fine-tuning and evaluation',
    )
    expect(await textOf({ 'gpu-utilization': 80 })).toBeUndefined()
    expect(await textOf({ gpu: 'H100 SXM' })).toBeUndefined()
  })

  it('lets given hours replace GPU hours, and refuses a count that differs from that of the name', async () => {
    const plan = 'gpu-hours: 80\ngpu: 8x H100\nzone: FR\n'
    const byPlan = (await draftOf(plan)).energy.total_wh ?? Number.NaN
    expect((await draftOf(plan, { hours: 5 })).energy.total_wh).toBeCloseTo(byPlan / 2, 6)
    await expect(draftOf(plan, { gpus: 4 })).rejects.toThrow('names 8 GPUs and gpus is 4')
  })

  it('has each phase and the failed runs as parts that sum to the whole', async () => {
    const { parts, energy } = await draftOf(PROJECT)
    expect(parts.map(({ name }) => name)).toEqual([
      'pre-training',
      'fine-tuning',
      'evaluation',
      'failed and development runs (assumed)',
    ])
    const sum = parts.reduce((total, part) => total + (part.energy.total_wh ?? 0), 0)
    expect(energy.total_wh).toBeCloseTo(sum, 3)
    const [pre, fine, evaluation, failed] = parts.map((part) => part.energy.it_wh ?? 0)
    expect(failed).toBeCloseTo(0.5 * ((pre ?? 0) + (fine ?? 0)), 3)
    expect(evaluation).toBeCloseTo(8 * 30 * 700, 3)
  })

  it('names the hardware of failed runs once, as that of the training', async () => {
    const { hardware } = await draftOf(PROJECT)
    // Pre-training, fine-tuning and evaluation.
    expect(hardware?.source.match(/H100 SXM \(/g)?.length).toBe(3)
  })

  it('ranges from no failed run to four times the training, where the plan does not say', async () => {
    const { parts } = await draftOf(PROJECT)
    const [pre, fine, , failed] = parts
    expect(failed?.energy.low_wh).toBe(0)
    expect(failed?.energy.high_wh ?? 0).toBeGreaterThan(
      3.9 * ((pre?.energy.total_wh ?? 0) + (fine?.energy.total_wh ?? 0)),
    )
  })

  it('uses the stated development, and none of it for 1', async () => {
    const names = async (text: string): Promise<number> => (await draftOf(PROJECT + text)).parts.length
    expect(await names('development: 1\n')).toBe(3)
    const { parts } = await draftOf(`${PROJECT}development: 3\n`)
    expect(parts[3]?.energy.it_wh).toBeCloseTo(2 * 700 * (6400 + 400), 3)
  })

  it('prices a phase at its own place', async () => {
    const { parts } = await draftOf(PROJECT)
    expect(parts.map((part) => part.intensity?.zone)).toEqual(['US-MIDA-PJM', 'FR', 'US-MIDA-PJM', null])
  })

  it('applies flags to every phase', async () => {
    const { parts } = await draftOf(PROJECT, { gpus: 1, intensity: 100 })
    expect(parts.slice(0, 3).map((part) => part.energy.it_wh)).toEqual([70_000, 35_000, 21_000])
    expect(new Set(parts.map((part) => part.intensity?.g_per_kwh))).toEqual(new Set([100]))
  })

  it('keeps the PUE of its region with an intensity that a flag gives', async () => {
    const text = 'gpu: H100 SXM\nregion: aws:eu-north-1\nphases: [{kind: pre-training, gpus: 8, hours: 10}]\n'
    const [own, flagged, elsewhere] = [
      await draftOf(text),
      await draftOf(text, { intensity: 100 }),
      await draftOf(text, { zone: 'PL', intensity: 100 }),
    ]
    expect(flagged.energy.total_wh).toBe(own.energy.total_wh)
    expect(flagged.intensity?.g_per_kwh).toBe(100)
    expect(elsewhere.energy.total_wh).not.toBe(own.energy.total_wh)
  })

  it('counts the manufacture of GPUs also where the watts of their host are given', async () => {
    const text = 'gpu: H100 SXM\ngpus: 8\nhours: 10\nregion: aws:eu-north-1\n'
    const [without, withWatts] = [await draftOf(text), await draftOf(`${text}watts: 400\n`)]
    expect(withWatts.emissions.embodied_g).toBe(without.emissions.embodied_g)
    expect(withWatts.basis?.not_counted).toContainEqual(expect.stringContaining('manufacture of the host'))
  })

  it('counts inference over the life and gives emissions for each request', async () => {
    const text = `${PROJECT}development: 1\ninference: {wh-per-request: 0.3, requests-per-day: 10 k, days: 365, output-tokens: 400}\n`
    const { parts, units, counts } = await draftOf(text)
    expect(parts.at(-1)).toMatchObject({ name: 'inference', energy: { it_wh: 0.3 * 3_650_000 } })
    expect(units).toEqual({ name: 'request', count: 3_650_000 })
    expect(counts?.map(({ name, count }) => [name, count])).toEqual([
      ['request', 3_650_000],
      ['output token', 1_460_000_000],
    ])
  })

  it('says what the work would emit in other regions', async () => {
    const { notes } = await draftOf(`${PROJECT}regions: [aws:eu-north-1, azure:eastus]\n`)
    expect(notes.find(({ code }) => code === 'plan-where')?.text).toMatch(/aws:eu-north-1 .* \(-9\d %\)/)
  })

  it('says when to start within a window', async () => {
    const { notes } = await draftOf(`${PROJECT}within: 24 h\n`)
    expect(notes.find(({ code }) => code === 'plan-when')?.text).toContain('start now')
  })

  it('says gross or net, and takes net only with an intensity that is given', async () => {
    const accounting = (draft: UnjudgedReport): string | undefined =>
      draft.notes.find(({ code }) => code === 'plan-accounting')?.text
    expect(accounting(await draftOf(PROJECT))).toContain('gross')
    expect(accounting(await draftOf('gpu: A100\nhours: 1\nintensity: 79\naccounting: net\n'))).toContain('net')
    await expect(draftOf('gpu: A100\nhours: 1\nzone: FR\naccounting: net\n')).rejects.toThrow(
      'built-in grids are gross',
    )
  })
})

describe('a plan with a mistake', () => {
  it.each([
    ['gpu: A100\nhuors: 10\n', 'plan.yml:2: key "huors" is unknown; did you mean hours?'],
    ['gpu: A100\nhours: -3\n', 'plan.yml:2: hours is "-3": a number above 0'],
    ['gpu: A100\nhours: ten\n', 'plan.yml:2: hours is "ten"'],
    ['gpu: A100\nhours: 10 parsecs\n', 'plan.yml:2: hours is "10 parsecs": the unit "parsecs" is unknown: use h'],
    [
      'gpu: A100\nparameters: 7\ntokens: 2 T\n',
      'plan.yml:2: parameters is "7": that is less than 10000: is the unit missing? Write it, such as `7 B`',
    ],
    ['gpu: A100\nparameters: 7 B\ntokens: 15\n', 'plan.yml:3: tokens is "15"'],
    ['gpu: A100\nparameters: 7 X\ntokens: 2 T\n', 'plan.yml:2: parameters is "7 X": the unit "X" is unknown'],
    ['gpu: A100\nmfu: 30\n', 'plan.yml:2: mfu is "30": a number above 0 and at most 1'],
    ['gpu: A100\nprecision: fp4\n', 'plan.yml:2: precision: "fp4" is unknown: use bf16, fp16, fp8'],
    ['phases:\n  - hours: 1\n    gpu: A100\n  - gpu: A100\n    hours: -1\n', 'plan.yml:5: phases[1]: hours is "-1"'],
    ['phases:\n  - hourz: 3\n', 'plan.yml:2: phases[0]: key "hourz" is unknown; did you mean hours?'],
    ['phases: 3\n', 'plan.yml:1: phases: a list of phases is needed'],
    ['hours: [1]\n', 'plan.yml:1: hours: needs a plain value'],
    ['hours: 1\nhours: 2\n', 'plan.yml:2: Map keys must be unique'],
    ['hours: 1\n---\nhours: 2\n', 'plan.yml:2: it has several documents: keep one'],
    ['phases: [5]\n', 'plan.yml:1: phases[0]: needs keys and values'],
    ['gpu-hours: "1,300,000"\n', 'write it without commas: 1300000'],
    ['phases: []\n', 'plan.yml:1: phases: a plan has at least one phase'],
    ['inference: 3\n', 'plan.yml:1: inference: needs keys and values'],
    ['gpu: [A100]\n', 'plan.yml:1: gpu: needs a plain value'],
    ['units: 5\n', 'plan.yml:1: units is "5"'],
    ['budget: 5 g\n', 'budget is not a key of a plan'],
    ['development: 0.5\n', 'plan.yml:1: development is "0.5": a number of at least 1'],
    ['- 1\n', 'plan.yml:1: keys and values are needed'],
    ['{"hours": "1,5"}', 'plan.yml:1: hours is "1,5"'],
  ])('is refused in one line: %j', (text, message) => {
    expect(() => parsePlan(text, 'plan.yml')).toThrow(message)
    try {
      parsePlan(text, 'plan.yml')
    } catch (error) {
      expect((error as Error).message).not.toContain('\n')
    }
  })

  it.each([
    ['phases: [{kind: fine-tuning, gpu: A100}]\n', 'phases[0] (fine-tuning): hours is missing'],
    ['phases: [{gpu: A1000000, hours: 1}]\n', 'gpu "A1000000" is unknown'],
    ['tokens: 1 T\ngpu: A100\n', 'parameters is missing'],
    ['gpu: A100\nhours: 1\ngpu-hours: 8\n', 'hours and gpu-hours are both given'],
    ['gpu: H100\ngpus: 0\nhours: 10\n', 'gpus is "0": the plan has no other hardware'],
    ['inference: {requests: 1 M}\n', 'inference needs the tokens of a request'],
    ['inference: {output-tokens: 100}\n', 'inference needs its requests'],
    ['parameters: 1 B\ntokens: 1 T\ngpu: RTX 4090\n', 'peak-tflops'],
  ])('that lacks something says what: %j', async (text, message) => {
    await expect(draftOf(text)).rejects.toThrow(message)
  })
})

describe('a plan with an implausible unit', () => {
  it.each(['intensity: 0.45\nwatts: 300\n', 'intensity: 450\nwatts: 0.3\n', 'gpu: A100\ngpu-watts: 0.4\n'])(
    'is worked out with a warning: %j',
    async (text) => {
      const { notes } = await draftOf(`hours: 1\n${text}`)
      expect(notes.map(({ code }) => code)).toContain('setting-implausible')
    },
  )
})

describe('the schema of a plan', () => {
  it('describes every property', () => {
    const undescribed: string[] = []
    const visit = (schema: Record<string, unknown>, path: string): void => {
      for (const [name, child] of Object.entries(
        (schema['properties'] ?? {}) as Record<string, Record<string, unknown>>,
      )) {
        if (typeof child['description'] !== 'string') undescribed.push(`${path}.${name}`)
        visit(child, `${path}.${name}`)
        if (child['items']) visit(child['items'] as Record<string, unknown>, `${path}.${name}[]`)
      }
    }
    visit(planJsonSchema(), 'plan')
    expect(undescribed).toEqual([])
    expect(Object.keys(planJsonSchema()['properties'] as object)).toContain('phases')
  })
})

describe('a change of a plan', () => {
  const question = { settings: DEFAULTS, given: {}, access }
  const head = async (text: string): Promise<Parameters<typeof planChange>[0]> => ({
    file: 'plan.yml',
    text,
    draft: await draftOf(text),
  })

  it('is shown with the figures of both plans and the values that differ', async () => {
    const [note] = await planChange(
      await head('hours: 15\nwatts: 1000\nintensity: 500\npue: 1\n'),
      { text: 'hours: 10\nwatts: 1000\nintensity: 500\npue: 1\n' },
      question,
    )
    expect(note).toMatchObject({
      code: 'plan-changed',
      text: 'plan.yml changes: 5 kg to 7.5 kg CO2e (+50 %), 10 kWh to 15 kWh (+50 %); hours 10 to 15',
    })
  })

  it('is silent for the same plan, says that a plan is new, and says why a base is unknown', async () => {
    const text = 'hours: 1\nwatts: 1\n'
    expect(await planChange(await head(text), { text }, question)).toEqual([])
    const codes = async (base: Parameters<typeof planChange>[1]): Promise<unknown> =>
      (await planChange(await head(text), base, question)).map(({ code }) => code)
    expect(await codes({ text: null })).toEqual(['plan-changed'])
    expect(await codes({ unknown: 'no permission' })).toEqual(['plan-base-unknown'])
    expect(await codes({ text: 'hours: -1\n' })).toEqual(['plan-base-unknown'])
  })
})
