import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts an executable script of Node into a folder that stands for PATH: a tool as a real process.
 * @param body what it does; `out` prints, `args` are its arguments, `every(ms, f)` repeats
 */
export function writeTool(folder: string, name: string, body: string): void {
  const prelude = `#!${process.execPath}
const args = process.argv.slice(2)
const out = (text) => process.stdout.write(text + '\\n')
const every = (ms, f) => { f(); setInterval(f, ms) }
process.stdout.on('error', () => process.exit(1))
`
  const file = join(folder, name)
  writeFileSync(file, prelude + body)
  chmodSync(file, 0o755)
}

/** nvidia-smi as it streams: a row per GPU every 100 ms (the real one: as `--loop-ms` says), refusing fields it does not know. */
export function nvidiaSmi(rows: string, unknownFields: readonly string[] = ['total_energy_consumption']): string {
  return `
const query = args.find((arg) => arg.startsWith('--query-gpu='))?.slice(12).split(',') ?? []
const unknown = query.find((field) => ${JSON.stringify(unknownFields)}.includes(field))
if (!args.some((arg) => arg.startsWith('--loop-ms='))) process.exit(9)
if (unknown) { out('Field "' + unknown + '" is not a valid field to query.'); process.exit(2) }
let tick = 0
const value = (gpu, field) => String(typeof gpu[field] === 'function' ? gpu[field](tick) : gpu[field] ?? '[N/A]')
every(100, () => {
  for (const gpu of ${rows}) out(query.map((field) => value(gpu, field)).join(', '))
  tick += 1
})
`
}
