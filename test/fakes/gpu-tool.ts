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

/**
 * nvidia-smi as it streams: a row per GPU every 100 ms (the real one: as `--loop-ms` says), refusing fields it does not know.
 * @param list what `nvidia-smi -L` prints
 */
export function nvidiaSmi(
  rows: string,
  unknownFields: readonly string[] = ['total_energy_consumption'],
  list = '',
): string {
  return `
if (args[0] === '-L') { out(${JSON.stringify(list)}); process.exit(0) }
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

/**
 * amd-smi as it watches: a list of GPUs every 100 ms (the real one: as `--watch` says), of `N/A` and values with units. A
 * Python program: what it prints into a pipe is held back until 8 kB have come together, unless it is told not to.
 */
export function amdSmi(gpus: string): string {
  return `
if (args.includes('--energy')) { process.stderr.write('unrecognized arguments: --energy'); process.exit(2) }
if (!args.includes('--watch')) process.exit(2)
let held = "'CTRL' + 'C' to stop watching output:\\n"
const print = (text) => {
  held += text + '\\n'
  if (process.env.PYTHONUNBUFFERED || held.length > 8192) { out(held); held = '' }
}
every(100, () => print(JSON.stringify(${gpus}, null, 4)))
`
}
