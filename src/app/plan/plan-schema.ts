import { z } from 'zod'
import { schemaAddress } from '../../core/schema-address.ts'
import { DEVELOPMENT, MFU } from '../../core/training.ts'
import { PRECISIONS } from '../../data/accelerators.ts'
import type { SettingName } from '../settings/table.ts'
import { PLACE_SETTINGS, WORK_SETTINGS } from './work-settings.ts'
import { countField, numberField, settingField, shareField, textField, wordField } from './plan-fields.ts'

type Fields<Name extends SettingName> = { [Key in Name]: ReturnType<typeof settingField<Key>> }

function settingFields<const Name extends SettingName>(names: readonly Name[]): Fields<Name> {
  return Object.fromEntries(names.map((name) => [name, settingField(name)])) as unknown as Fields<Name>
}

const place = settingFields(PLACE_SETTINGS)

/** Amounts of work beyond the settings. */
const amounts = {
  'gpu-hours': numberField('gpu-hours', 'hours of all GPUs together, in place of hours', 'h', { above: 0, to: 1e12 }),
  runs: numberField('runs', 'how often the phase runs', '', { from: 1, to: 1e6, whole: true }),
  parameters: countField('parameters', 'parameters that work on one token (active ones of a mixture of experts)', {
    least: 10_000,
    most: 1e15,
    example: '7 B',
  }),
  tokens: countField('tokens', 'tokens that are trained on; 6 FLOP for each parameter and token', {
    least: 10_000,
    most: 1e18,
    example: '2 T',
  }),
  flop: numberField('flop', 'computation, in place of parameters and tokens', 'FLOP', { from: 1e9, to: 1e32 }),
  mfu: shareField(
    'mfu',
    `share of the peak that the whole run reaches; when missing ${MFU.value} (${MFU.low} to ${MFU.high})`,
  ),
  precision: wordField('number format, which decides the peak; when missing bf16', PRECISIONS),
  'peak-tflops': numberField('peak-tflops', 'dense peak of one GPU, for one that is not in the table', 'TFLOP/s', {
    above: 0,
    to: 1e6,
  }),
}

const work = { ...settingFields(WORK_SETTINGS), ...amounts }

/** Kinds of phases. Training ones have failed and development runs. */
export const PHASE_KINDS = ['pre-training', 'fine-tuning', 'evaluation', 'inference', 'other'] as const

const phase = z
  .strictObject({
    name: textField('name of the phase; when missing its kind'),
    kind: wordField('what the phase does; when missing pre-training', PHASE_KINDS),
    ...work,
    ...place,
  })
  .partial()

const inference = z
  .strictObject({
    model: textField('name of the model, such as qwen3-30b-a3b: its measured energy per token, or a fit by its size'),
    parameters: countField('parameters', 'active parameters of a model without a name', {
      least: 10_000,
      most: 1e15,
      example: '7 B',
    }),
    'total-parameters': countField('total-parameters', 'all parameters of a mixture of experts', {
      least: 10_000,
      most: 1e15,
      example: '30 B',
    }),
    'wh-per-request': numberField('wh-per-request', 'own energy of a request before PUE, in place of a model', 'Wh', {
      above: 0,
      to: 1e6,
    }),
    requests: countField('requests', 'requests over the whole life', { least: 1, most: 1e18, example: '500 M' }),
    'requests-per-day': countField('requests-per-day', 'requests a day, with days', {
      least: 1,
      most: 1e15,
      example: '100 k',
    }),
    days: numberField('days', 'days in service', 'days', { above: 0, to: 36_500 }),
    'input-tokens': countField('input-tokens', 'tokens that a request reads', { least: 0, most: 1e9, example: '1000' }),
    'output-tokens': countField('output-tokens', 'tokens that a request writes', {
      least: 0,
      most: 1e9,
      example: '400',
    }),
    ...place,
  })
  .partial()

/** A plan, written once: the types and the published JSON Schema come from here. */
export const PlanSchema = z
  .strictObject({
    $schema: textField('address of this schema, for editors'),
    name: textField('name of the plan'),
    ...work,
    ...place,
    units: settingField('units'),
    phases: z
      .array(phase, {
        error: 'a list of phases is needed, each such as `{kind: fine-tuning, gpu: H100, gpus: 8, hours: 20}`',
      })
      .min(1, 'a plan has at least one phase')
      .max(200, 'a plan has at most 200 phases')
      .meta({
        description: 'phases, each with its own work; keys of the plan itself apply to every phase without them',
      }),
    development: numberField(
      'development',
      `energy of the project over that of its final training, for failed and development runs; when missing with phases ${DEVELOPMENT.value} (${DEVELOPMENT.low} to ${DEVELOPMENT.high}), else not counted`,
      '',
      { from: 1, to: 100 },
    ),
    inference: inference.meta({ description: 'use of the model over its life' }),
    accounting: wordField(
      'gross: the grid of the place (the default); net: the given intensity has purchased clean energy taken off',
      ['gross', 'net'],
    ),
    regions: z
      .union([z.string(), z.array(z.string())], {
        error: 'regions to choose from are needed, such as `[aws:eu-north-1]`',
      })
      .transform((value) => [value].flat())
      .meta({ description: 'regions in which it could run: the answer says what each would emit' }),
    within: settingField('within'),
  })
  .partial()

export type Plan = z.output<typeof PlanSchema>
export type PhaseFields = z.output<typeof phase>
export type InferenceFields = z.output<typeof inference>

/** The JSON Schema of a plan, as `schema plan` prints it. */
export function planJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(PlanSchema, { target: 'draft-2020-12', io: 'input' })
  return { ...schema, $id: schemaAddress('plan'), title: 'Carbon Gate plan of work' }
}
