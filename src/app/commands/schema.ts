import { ConfigurationError } from '../../core/errors.ts'
import { nearest } from '../../core/nearest.ts'
import { reportJsonSchema } from '../../core/report.ts'
import { ledgerJsonSchema } from '../../ledger/entry.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import { configJsonSchema } from '../settings/config-keys.ts'

const SCHEMAS: Readonly<Record<string, () => Record<string, unknown> | Promise<Record<string, unknown>>>> = {
  report: reportJsonSchema,
  config: configJsonSchema,
  ledger: ledgerJsonSchema,
  plan: async () => (await import('../plan/plan-schema.ts')).planJsonSchema(),
}

/** Names of the schemas that `schema` prints. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS)

/** `schema NAME`: prints a JSON Schema. @throws ConfigurationError for another name */
export async function schemaCommand(name: string, console: Console): Promise<number> {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined
  if (!schema) {
    const near = nearest(name, SCHEMA_NAMES, 1)[0]
    const hint = near === undefined ? '' : `; did you mean ${near}?`
    throw new ConfigurationError(`schema ${JSON.stringify(name)} is unknown: use ${SCHEMA_NAMES.join(', ')}${hint}`)
  }
  console.out(`${JSON.stringify(await schema(), null, 2)}\n`)
  return EXIT.ok
}
