import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { JSON_SCHEMAS, schemaPage } from '../../scripts/json-schemas.ts'

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** Paths of properties without a description, at any depth. */
function undescribed(schema: unknown, path: string): string[] {
  if (!isSchema(schema)) return []
  const own = Object.entries(isSchema(schema['properties']) ? schema['properties'] : {})
  const missing = own.filter(([, value]) => !isSchema(value) || !value['description']).map(([key]) => `${path}.${key}`)
  const inside = Object.entries(schema).flatMap(([key, value]) => undescribed(value, `${path}/${key}`))
  return [...missing, ...inside]
}

describe('JSON Schemas', () => {
  it.each(Object.keys(JSON_SCHEMAS))('%s is published where its $id points to: run `npm run docs`', (name) => {
    expect(readFileSync(`docs/schema/${name}.json`, 'utf8')).toBe(schemaPage(name))
    expect(JSON_SCHEMAS[name]?.()['$id']).toMatch(new RegExp(`^https://.*/docs/schema/${name}\\.json$`))
  })

  it.each(Object.keys(JSON_SCHEMAS))('%s describes every property', (name) => {
    expect(undescribed(JSON_SCHEMAS[name]?.(), name)).toEqual([])
  })

  it('are the only files of their folder', () => {
    expect(readdirSync('docs/schema').sort()).toEqual(
      Object.keys(JSON_SCHEMAS)
        .map((name) => `${name}.json`)
        .sort(),
    )
  })
})
