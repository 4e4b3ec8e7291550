// Workflow commands in a step's output, read as the runner reads them: it is lenient, so what looks harmless is not.

export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface RunnerLog {
  readonly commands: readonly WorkflowCommand[]
  /** What a person sees: without the commands, and with every masked value replaced. */
  readonly text: string
}

/** Only these are commands; any other name is text. */
const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

const DATA_ESCAPES = { '%0D': '\r', '%0A': '\n', '%25': '%' }
const PROPERTY_ESCAPES = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
const OLD_ESCAPES = { '%0D': '\r', '%0A': '\n', '%5D': ']', '%3B': ';', '%25': '%' }

function unescape(text: string, escapes: Readonly<Record<string, string>>): string {
  return Object.entries(escapes).reduce((value, [code, character]) => value.replaceAll(code, character), text)
}

/** `::name key=value,key=value::message`, after white space only. */
function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line)
  if (match === null) return undefined
  const [, name = '', properties = '', message = ''] = match
  return {
    name,
    properties: pairs(properties.split(','), PROPERTY_ESCAPES),
    message: unescape(message, DATA_ESCAPES),
  }
}

/** The old form `##[name key=value;]message`, which the runner finds ANYWHERE in a line. */
function parseOldCommand(line: string): WorkflowCommand | undefined {
  const match = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/s.exec(line)
  if (match === null) return undefined
  const [, name = '', properties = '', message = ''] = match
  return { name, properties: pairs(properties.split(';'), OLD_ESCAPES), message: unescape(message, OLD_ESCAPES) }
}

function pairs(texts: readonly string[], escapes: Readonly<Record<string, string>>): Record<string, string> {
  const split = texts.map(
    (text) => [text.slice(0, text.indexOf('=')).trim(), text.slice(text.indexOf('=') + 1)] as const,
  )
  return Object.fromEntries(split.filter(([key]) => key !== '').map(([key, value]) => [key, unescape(value, escapes)]))
}

export function readRunnerLog(output: string): RunnerLog {
  const commands: WorkflowCommand[] = []
  const lines: string[] = []
  const masks: string[] = []
  let resumeToken: string | undefined
  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = parseCommand(line) ?? parseOldCommand(line)
    const isResume = command !== undefined && command.name === resumeToken
    if (isResume) resumeToken = undefined
    if (command === undefined || isResume || resumeToken !== undefined || !REGISTERED.has(command.name)) {
      lines.push(line)
      continue
    }
    commands.push(command)
    if (command.name === 'stop-commands') resumeToken = command.message
    if (command.name === 'add-mask' && command.message !== '') masks.push(command.message)
    if (['error', 'warning', 'notice', 'group', 'debug'].includes(command.name)) lines.push(command.message)
  }
  // Long masks first, or a part of one would be left standing.
  const text = masks
    .sort((a, b) => b.length - a.length)
    .reduce((shown, mask) => shown.replaceAll(mask, '***'), lines.join('\n'))
  return { commands, text }
}
