import { ConfigurationError } from '../../core/errors.ts'
import { reportJsonSchema } from '../../core/report.ts'
import { ledgerJsonSchema } from '../../ledger/entry.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import { configJsonSchema } from '../settings/config-file.ts'

const SCHEMAS: Readonly<Record<string, () => Record<string, unknown> | Promise<Record<string, unknown>>>> = {
  report: reportJsonSchema,
  config: configJsonSchema,
  ledger: ledgerJsonSchema,
  plan: async () => (await import('../plan/plan-schema.ts')).planJsonSchema(),
}

/** `schema NAME`: prints a JSON Schema. @throws ConfigurationError for another name */
export async function schemaCommand(name: string, console: Console): Promise<number> {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined
  if (!schema)
    throw new ConfigurationError(`schema ${JSON.stringify(name)} is unknown: use ${Object.keys(SCHEMAS).join(', ')}`)
  console.out(`${JSON.stringify(await schema(), null, 2)}\n`)
  return EXIT.ok
}
