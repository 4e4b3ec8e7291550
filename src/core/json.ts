/**
 * The value of a JSON text.
 * @returns undefined for a text that is not JSON
 * @example parseJson('{"a":') // undefined
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
