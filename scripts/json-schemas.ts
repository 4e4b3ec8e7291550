/** The published JSON Schemas, docs/schema/NAME.json: where their `$id` points to. */
import { reportJsonSchema } from '../src/core/report.ts'
import { planJsonSchema } from '../src/app/plan/plan-schema.ts'
import { configJsonSchema } from '../src/app/settings/config-keys.ts'
import { ledgerJsonSchema } from '../src/ledger/entry.ts'

/** Name of each schema -> what makes it. The names are those of `carbon-gate schema NAME`. */
export const JSON_SCHEMAS: Readonly<Record<string, () => Record<string, unknown>>> = {
  report: reportJsonSchema,
  config: configJsonSchema,
  ledger: ledgerJsonSchema,
  plan: planJsonSchema,
}

/** The text of docs/schema/NAME.json. */
export function schemaPage(name: string): string {
  return `${JSON.stringify(JSON_SCHEMAS[name]?.(), null, 2)}\n`
}
