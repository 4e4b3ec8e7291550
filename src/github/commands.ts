import { appendFileSync, statSync } from 'node:fs'
import { error, info, notice, setOutput, warning } from '@actions/core'
import { logLine, workflowSafe } from '../core/workflow-safe.ts'

/** Maximum number of annotations of one kind that GitHub shows for a step. */
const MAX_ANNOTATIONS = 10
/** Longest annotation, characters. */
const MAX_ANNOTATION = 4_096
/** Largest summary of a step, bytes; GitHub discards a larger one. */
export const MAX_SUMMARY_BYTES = 1_048_576
const CUT = '\n\n(truncated: the maximum size of a summary is 1 MiB)\n'

const ANNOTATE = { notice, warning, error } as const
type Level = keyof typeof ANNOTATE

/**
 * What a step says to the runner. The runner can read nothing that passes through here as a command,
 * and a missing or unwritable file of the runner does not stop us: `trouble` says what could not be written.
 */
export class StepCommands {
  readonly #env: NodeJS.ProcessEnv
  readonly #said: Record<Level, number> = { notice: 0, warning: 0, error: 0 }
  readonly #trouble: string[] = []

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env
  }

  /** What could not be written, a line each. */
  get trouble(): readonly string[] {
    return this.#trouble
  }

  /** Lines for the log. */
  print(text: string): void {
    info(workflowSafe(text))
  }

  notice(text: string, title?: string): void {
    this.#annotate('notice', text, title)
  }

  warning(text: string, title?: string): void {
    this.#annotate('warning', text, title)
  }

  error(text: string, title?: string): void {
    this.#annotate('error', text, title)
  }

  /** Fails the step, with its reason as an annotation. */
  fail(text: string, title?: string): void {
    this.error(text, title)
    process.exitCode = 1
  }

  /** Sets an output. Does nothing without a file for outputs. */
  output(name: string, value: string): void {
    if (!this.#env['GITHUB_OUTPUT']) return
    this.#guarded(`the output ${name}`, () => setOutput(name, value))
  }

  /** Adds to the step's summary what fits into it. @param markdown made only where there is a summary */
  summary(markdown: () => string): void {
    const file = this.#env['GITHUB_STEP_SUMMARY']
    if (!file) return
    this.#guarded('the step summary', () => {
      const room = MAX_SUMMARY_BYTES - (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
      appendFileSync(file, cutToBytes(`${markdown()}\n`, room))
    })
  }

  #annotate(level: Level, text: string, title?: string): void {
    const line = logLine(text)
    this.#said[level] += 1
    // The log also has what GitHub does not show.
    if (this.#said[level] > MAX_ANNOTATIONS) return this.print(`${level}: ${line}`)
    const short = line.length > MAX_ANNOTATION ? `${line.slice(0, MAX_ANNOTATION - 1)}…` : line
    ANNOTATE[level](short, title === undefined ? {} : { title: logLine(title) })
  }

  #guarded(what: string, write: () => void): void {
    try {
      write()
    } catch (error) {
      this.#trouble.push(`${what} cannot be written: ${error instanceof Error ? logLine(error.message) : ''}`)
    }
  }
}

/** As many whole lines as fit, with a word about the rest. */
function cutToBytes(text: string, room: number): string {
  if (Buffer.byteLength(text) <= room) return text
  const bytes = Buffer.from(text).subarray(0, Math.max(0, room - Buffer.byteLength(CUT)))
  const end = bytes.lastIndexOf('\n')
  return end < 0 ? '' : `${bytes.toString('utf8', 0, end)}${CUT}`
}
