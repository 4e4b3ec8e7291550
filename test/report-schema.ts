import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { reportJsonSchema } from '../src/core/report.ts'

/** The published schema, compiled by an independent validator. */
function compiled(): (report: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv)
  const validate = ajv.compile(reportJsonSchema())
  return (report) =>
    validate(report) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
}

let validator: ReturnType<typeof compiled> | undefined

/** Violations of the published schema by a report. */
export function schemaFaults(report: unknown): string[] {
  validator ??= compiled()
  return validator(report)
}
