/** Texts that YAML 1.1 or 1.2 reads as something else: Norway's `NO` is the usual victim. */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i

/** Letters first, or a count (`8 x`), and nothing that means something to YAML in a block or in braces. */
const PLAIN = /^(?:\d+ x )?[A-Za-z][A-Za-z0-9 ._/()+-]*$/

/** A text as a YAML scalar: plain where that is safe, else in double quotes. @param quote the quotes of the earlier value */
export function yamlText(text: string, quote: '"' | "'" | null = null): string {
  // oxlint-disable-next-line no-control-regex -- controls need escapes, which only double quotes have
  const isSimple = !/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/.test(text)
  if (quote === "'" && isSimple) return `'${text.replaceAll("'", "''")}'`
  const isPlain = PLAIN.test(text) && !text.endsWith(' ') && !text.includes(' -') && !NOT_TEXT.test(text)
  return quote === null && isPlain ? text : JSON.stringify(text)
}
