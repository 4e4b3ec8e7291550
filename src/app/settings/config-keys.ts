import { schemaAddress } from '../../core/schema-address.ts'
import { SETTINGS, type SettingName } from './table.ts'

/** Settings that name the file itself or are given a step at a time: they make no sense inside it. */
export const NOT_IN_FILE: ReadonlySet<SettingName> = new Set(['config', 'mode'])

/** Keys of the file that are not settings of a step. */
export const OWN_KEYS = {
  budgets: { about: 'budget lines', schema: { type: 'array', items: { type: 'string' } } },
  protect: {
    about: 'true: on pull requests this file alone decides; inputs of the workflow that change the rules are ignored',
    schema: { type: 'boolean' },
  },
  extends: {
    about: 'organisation file whose budgets are floors: owner/repo/path@ref',
    schema: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+/[^@\\s]+@\\S+$' },
  },
  runners: {
    about: 'self-hosted runner labels: label -> {cpu, vcpus, memory-gb, gpu, gpus, watts, idle-watts, full-watts}',
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          cpu: { type: 'string', description: 'name of the processor' },
          vcpus: { type: 'number', exclusiveMinimum: 0, description: 'logical processors' },
          'memory-gb': { type: 'number', minimum: 0, description: 'memory, GB' },
          gpu: { type: 'string', description: 'name of the GPU' },
          gpus: { type: 'integer', minimum: 0, maximum: 100_000, description: 'number of GPUs' },
          watts: { ...SETTINGS.watts.schema, description: 'typical power, W' },
          'idle-watts': { ...SETTINGS['idle-watts'].schema, description: 'power of the idle machine, W' },
          'full-watts': { ...SETTINGS['full-watts'].schema, description: 'power at full load, W' },
        },
      },
    },
  },
  mapping: {
    about:
      'columns of a log of no known format, as log-columns: {energy: used in kWh, time: t in s, run: job}, or with the units apart: {energy: used, unit: kWh, emissions: co2, emissions-unit: kg}',
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  },
} as const

/** The JSON Schema of the file, as `schema config` prints it. */
export function configJsonSchema(): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [key, { about, schema }] of Object.entries(OWN_KEYS)) properties[key] = { description: about, ...schema }
  for (const [name, { about, schema }] of Object.entries(SETTINGS)) {
    if (!NOT_IN_FILE.has(name as SettingName)) properties[name] = { description: about, ...schema }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaAddress('config'),
    title: 'Carbon Gate configuration (.github/carbon-gate.yml)',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string', description: 'address of this schema, for editors' }, ...properties },
  }
}
