/**
 * Prints the types of the report without zod, for consumers of `carbon-gate/core`: a type that is inferred from a schema makes every
 * consumer install zod. A test of types proves that both are the same.
 */
import { z } from 'zod'
import * as part from '../src/core/report-part.ts'
import * as report from '../src/core/report.ts'

/** The schemas of src/core/report.ts and report-part.ts that have a type of their own, and its name. */
const NAMED: readonly (readonly [z.ZodType, string])[] = [
  [part.EnergySchema, 'Energy'],
  [part.EmissionsSchema, 'Emissions'],
  [part.WaterSchema, 'Water'],
  [part.IntensitySchema, 'Intensity'],
  [part.MachineSchema, 'Machine'],
  [part.UnitsSchema, 'ReportUnits'],
  [part.PartSchema, 'Part'],
  [report.BaselineSchema, 'Baseline'],
  [report.StoppedSchema, 'Stopped'],
  [report.OriginSchema, 'Origin'],
  [report.ReportSchema, 'Report'],
]

/** The type that a schema describes, as TypeScript. @throws for a kind of schema that the report does not use yet */
function typeOf(schema: z.ZodType): string {
  // Describing a schema copies it; the copy keeps the definition.
  const isCopyOf = (named: z.ZodType): boolean => named.def === schema.def
  const name = isCopyOf(report.NoteSchema) ? 'Note' : NAMED.find(([named]) => isCopyOf(named))?.[1]
  return name ?? shapeOf(schema)
}

function shapeOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodObject) {
    const members = Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, value]) => {
      const comment = value.description === undefined ? '' : `/** ${value.description} */\n`
      return value instanceof z.ZodOptional
        ? `${comment}${key}?: ${typeOf(value.unwrap() as z.ZodType)} | undefined`
        : `${comment}${key}: ${typeOf(value)}`
    })
    return `{\n  ${members.join('\n').replaceAll('\n', '\n  ')}\n}`
  }
  if (schema instanceof z.ZodNullable) return `${typeOf(schema.unwrap() as z.ZodType)} | null`
  if (schema instanceof z.ZodArray) return `(${typeOf(schema.element as z.ZodType)})[]`
  if (schema instanceof z.ZodEnum) return schema.options.map((value) => JSON.stringify(value)).join(' | ')
  if (schema instanceof z.ZodLiteral) return JSON.stringify(schema.value)
  if (schema instanceof z.ZodString || schema instanceof z.ZodISODateTime) return 'string'
  if (schema instanceof z.ZodNumber) return 'number'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  throw new TypeError(`no flat type is known for a schema of kind ${schema.def.type}`)
}

/** The declaration file that replaces report.d.ts in the published core. */
export function flatReportTypes(): string {
  const types = NAMED.map(([schema, name]) => `export type ${name} = ${shapeOf(schema)}\n`)
  return `import type { Note } from './notes.js'
export type { Note } from './notes.js'
export declare const REPORT_SCHEMA = ${JSON.stringify(report.REPORT_SCHEMA)}
export declare const MAX_PARTS = ${report.MAX_PARTS}
export declare const MAX_COUNTS = ${report.MAX_COUNTS}
${types.join('')}
export declare function reportJsonSchema(): Record<string, unknown>
`
}
