/** Invisible; keeps two characters apart. */
const BREAK = '\u200B'

/**
 * Text for standard output of a workflow step, where `::command::` and `##[command]` are orders to the runner, also in the
 * middle of a line. Line ends stay. Everything that is printed passes through here.
 */
export function workflowSafe(text: string): string {
  return text.replace(/:(?=:)/g, `:${BREAK}`).replace(/#(?=#?\[)/g, `#${BREAK}`)
}

/** Untrusted text as one line of the log: no line ends, no escape sequences, no workflow commands. */
export function logLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  return workflowSafe(text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim())
}
