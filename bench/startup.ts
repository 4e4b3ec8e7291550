/**
 * What `main` adds to the start of Node: the whole of it, with a measurement started, against `node -e 0` in the same run,
 * in turns. `npm run bench:startup [-- ROUNDS]`. dist/main is taken where it has been built, and the start of a measurement
 * alone in any case.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const rounds = Number(process.argv[2] ?? 15)
/** What main may add, ms. */
const LIMIT_MS = 100

const project = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'bench-startup-'))
const starter = path.join(folder, 'start.mjs')
const modules = path.join(project, 'build/src')
writeFileSync(
  starter,
  `import { startMeasurement } from ${JSON.stringify(path.join(modules, 'app/measure/start.js'))}
const samplerPath = ${JSON.stringify(path.join(modules, 'entries/sampler.js'))}
await startMeasurement({ samplerPath, intervalMs: null, watchPid: process.pid, environment: process.env })`,
)
const main = path.join(project, 'dist/main/index.js')

/** In a process of its own, because this one waits for each round. */
const SERVER = `require('node:http').createServer((_, answer) => answer.end('budgets: [5 g]')).listen(0, '127.0.0.1', function () {
  console.log(this.address().port)
})`
const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
const [port] = (await once(server.stdout, 'data')) as [Buffer]
/** What main needs to ask for the config file. */
const asking = {
  GITHUB_API_URL: `http://127.0.0.1:${String(port).trim()}`,
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_SHA: 'a'.repeat(40),
  'INPUT_GITHUB-TOKEN': 'bench',
}

const subjects = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'start of a measurement (modules)', args: [starter] },
  ...(existsSync(main)
    ? [
        { name: 'dist/main, no API', args: [main] },
        { name: 'dist/main, with its request', args: [main], env: asking },
      ]
    : []),
]

/** An action's environment, as far as main needs one. */
const environment = {
  PATH: process.env['PATH'],
  RUNNER_TEMP: folder,
  GITHUB_STATE: path.join(folder, 'state'),
  GITHUB_OUTPUT: path.join(folder, 'output'),
  INPUT_MODE: 'job',
}

function startOnce({ args, env }: (typeof subjects)[number]): number {
  writeFileSync(environment.GITHUB_STATE, '')
  const start = performance.now()
  spawnSync(process.execPath, [...args], { env: { ...environment, ...env }, stdio: 'ignore' })
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Stops the samplers that were started, so that none affects the next round. */
function endSamplers(): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('carbon-gate-'))) {
    const file = path.join(folder, name, 'samples.ndjson')
    const [header] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (!header) continue
    try {
      process.kill((JSON.parse(header) as { pid: number }).pid)
    } catch {
      // It saw that its watched process was gone.
    }
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

const times = subjects.map((): number[] => [])
for (let round = 0; round < rounds; round += 1) {
  subjects.forEach((subject, index) => {
    times[index]?.push(startOnce(subject))
    // A sampler takes a moment to write its header; it must not run into the next one's time.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    endSamplers()
  })
}
const base = median(times[0] ?? [])
console.log(`| ${rounds} rounds, node ${process.version} | median ms | added ms | ratio | within ${LIMIT_MS} ms |`)
console.log('|---|--:|--:|--:|---|')
subjects.forEach(({ name }, index) => {
  const ms = median(times[index] ?? [])
  const added = ms - base
  console.log(
    `| ${name} | ${ms.toFixed(0)} | ${added.toFixed(0)} | ${(ms / base).toFixed(2)} | ${added <= LIMIT_MS ? 'yes' : 'NO'} |`,
  )
})
rmSync(folder, { recursive: true, force: true })
server.kill()
