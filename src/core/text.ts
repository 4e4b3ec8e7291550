/**
 * Untrusted text: names in logs, file names, messages of an API. It must not move a terminal's cursor, change its colours, reverse
 * the reading direction or start a new line.
 */

/** Maximum length of untrusted text in a message, in characters. */
const PRINTABLE_LENGTH = 200

/**
 * C0 and C1 controls and DEL, zero-width and bidirectional controls, line and paragraph separators, the byte order mark,
 * interlinear and tag characters, lone surrogates.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/**
 * The text on one line, safe to print: what cannot be seen is written as an escape (`\x1b`, `\u202e`), what is too long
 * is cut with an ellipsis.
 * @param limit most characters kept
 */
export function printable(text: string, limit: number = PRINTABLE_LENGTH): string {
  const cut = text.length > limit ? `${text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')}…` : text
  return cut.replace(UNPRINTABLE, escaped)
}

/** A number with its noun. @example counted(1, 'entry', 'entries') // "1 entry" */
export function counted(count: number, singular: string, plural: string = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/**
 * Coverage and the share that is needed, as percentages. Coverage is rounded down, so that it never looks like enough.
 * @param coverage share of the time, below `least`
 * @example coverageShortfall(0.89996, 0.9) // ['89.9 %', '90 %']
 */
export function coverageShortfall(coverage: number, least: number): readonly [covered: string, needed: string] {
  const exact = (value: number): number => Number(value.toPrecision(12))
  return [`${Math.floor(exact(coverage * 1000)) / 10} %`, `${exact(least * 100)} %`]
}

function escaped(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  const code = character.codePointAt(0) ?? 0
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}
