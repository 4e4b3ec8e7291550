import { ConfigurationError } from '../../core/errors.ts'
import { reportJsonSchema } from '../../core/report.ts'
import { ledgerJsonSchema } from '../../ledger/entry.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import { configJsonSchema } from '../settings/config-file.ts'

const SCHEMAS: Readonly<Record<string, () => Record<string, unknown>>> = {
  report: reportJsonSchema,
  config: configJsonSchema,
  ledger: ledgerJsonSchema,
}

/** `schema NAME`: prints a JSON Schema. @throws ConfigurationError for another name */
export function schemaCommand(name: string, console: Console): number {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined
  if (!schema) throw new ConfigurationError(`schema ${JSON.stringify(name)} is unknown: use report, config or ledger`)
  console.out(`${JSON.stringify(schema(), null, 2)}\n`)
  return EXIT.ok
}
