/**
 * First line of a comment: by it, and by its author, the comment of a workflow is found again and updated in place.
 */

const MARKER = 'carbon-gate:v1'
/** Longest key, encoded: a workflow's path with every character escaped is shorter. */
const KEY_LENGTH = 900

/** `<!-- carbon-gate:v1 key=... -->`. @param key what the comment belongs to, such as the path of the workflow; any text */
export function marker(key: string): string {
  const encoded = encodeURIComponent(key.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('--', '-%2D')
  return `<!-- ${MARKER} key=${encoded.slice(0, KEY_LENGTH)} -->`
}

/** Whether a comment's text begins with the marker of that key. Text of other people cannot, once it is escaped. */
export function hasMarker(body: string, key: string): boolean {
  return body.startsWith(marker(key)) && /^[^\n]*-->\r?(?:\n|$)/.test(body)
}
