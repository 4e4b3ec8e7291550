import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { cli } from './cli-process.ts'

/** The schema as a user gets it, compiled by somebody else's validator. */
function compiled(): (report: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv)
  const validate = ajv.compile(JSON.parse(cli(['schema', 'report']).stdout) as object)
  return (report) =>
    validate(report) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
}

let validator: ReturnType<typeof compiled> | undefined

/** What the published schema has against a report. */
export function schemaFaults(report: unknown): string[] {
  validator ??= compiled()
  return validator(report)
}
