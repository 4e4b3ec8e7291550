import { isScalar, parseDocument, visit } from 'yaml'
import { MeasurementError } from '../core/errors.ts'

/** Most times that anchors of a document may be used: an alias bomb multiplies, a manifest repeats a few defaults. */
const MAX_ALIASES = 100

/**
 * A YAML document with every scalar as the text that was written (the failsafe schema): `0x10`, `.inf` and `1_000` stay what
 * they are until a strict reader refuses them. Tags are not resolved, merge keys are not applied.
 * @throws MeasurementError for text that is no YAML, keys that appear twice, too many aliases
 */
export function yamlDocument(text: string): unknown {
  // The library's own check of unique keys compares each with each: a megabyte of keys would take minutes.
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', merge: false })
  const error = document.errors[0]
  if (error) throw new MeasurementError(`it is not YAML: ${error.message.split('\n')[0]}`)
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(name)) throw new MeasurementError(`the key ${JSON.stringify(name.slice(0, 80))} appears twice`)
        seen.add(name)
      }
    },
  })
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown
  } catch (error) {
    throw new MeasurementError(`the YAML cannot be expanded: ${(error as Error).message.split('\n')[0]}`)
  }
}
