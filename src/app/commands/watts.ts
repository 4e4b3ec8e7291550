import type { Command } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import { EXIT } from '../exit-status.ts'
import { readNamed } from '../named-file.ts'
import { putJson } from '../target-file.ts'
import { wattsBatch } from '../power/watts-batch.ts'
import { wattsTable } from '../../render/answers/watts.ts'
import { type WattsOptions, answerWatts, wattsJson } from '../power/watts.ts'
import type { Host } from './host.ts'

/** `watts`: the power curve of a machine, or with `--batch` of one machine a row. */
export function wattsCommand(command: Command, { console }: Host): number {
  const { batch, json, ...machine } = command.opts<WattsOptions & { batch?: string; json?: string | true }>()
  if (batch !== undefined) {
    const { benchmark: _, ...others } = machine
    if (Object.keys(others).length > 0)
      throw new ConfigurationError('--batch reads machines from its file: give no other flags')
    put(wattsBatch(readNamed(batch, 'batch file'), batch, (line) => console.err(`${line}\n`)))
    return EXIT.ok
  }
  const answer = answerWatts(machine)
  put(json === undefined ? wattsTable(answer) : wattsJson(answer))
  return EXIT.ok

  function put(text: string): void {
    if (json === undefined) console.out(text)
    else putJson(json, text, console)
  }
}
