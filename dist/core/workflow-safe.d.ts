/**
 * Text for standard output of a workflow step, where `::command::` and `##[command]` are orders to the runner, also in the
 * middle of a line. Line ends stay. Everything that is printed passes through here.
 */
export declare function workflowSafe(text: string): string;
/** Untrusted text as one line of the log: no line ends, no escape sequences, no workflow commands. */
export declare function logLine(text: string): string;
