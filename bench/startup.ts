/**
 * What the entries add to the start of Node, in turns with `node -e 0`: `main` with a measurement started, `post` with the judgement of an
 * empty job, the command line. `npm run bench:startup [-- ROUNDS]`. The bundles are those of dist; the start of a measurement alone is from
 * the compiled modules.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseRunnerFile } from '../test/fakes/github/runner-file.ts'
import { type BenchRow, duration, isProgram, median } from './row.ts'

/** What main may add, ms. */
const LIMIT_MS = 100
/** Time for a sampler to write its header, ms: it must not run into the next subject's time. */
const PAUSE_MS = 300

interface Start {
  readonly name: string
  /** Median, ms. */
  readonly ms: number
}

/** Starts each subject in turns. The first one is the empty Node. */
export function measureStarts(rounds: number): Start[] {
  const project = path.resolve(import.meta.dirname, '../..')
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-startup-'))
  const modules = path.join(project, 'build/src')
  const starter = path.join(folder, 'start.mjs')
  writeFileSync(
    starter,
    `import { startMeasurement } from ${JSON.stringify(path.join(modules, 'app/measure/start.js'))}
const samplerPath = ${JSON.stringify(path.join(modules, 'entries/sampler.js'))}
await startMeasurement({ samplerPath, intervalMs: null, watchPid: process.pid, environment: process.env })`,
  )
  const bundle = (name: string): string => path.join(project, 'dist', name, 'index.js')
  const state = path.join(folder, 'state')
  // An action's environment, as far as main and post need one.
  const environment = {
    PATH: process.env['PATH'],
    RUNNER_TEMP: folder,
    GITHUB_STATE: state,
    GITHUB_OUTPUT: path.join(folder, 'output'),
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
    INPUT_MODE: 'job',
  }
  const subjects = [
    { name: 'node -e 0', args: ['-e', '0'], isLast: true },
    { name: 'start of a measurement (modules)', args: [starter], isLast: true },
    // Post judges what main started.
    { name: 'main', args: [bundle('main')], isLast: false },
    { name: 'post', args: [bundle('post')], isLast: true },
    { name: 'command line, estimate', args: [bundle('cli'), 'estimate', '--hours', '1', '--watts', '9'], isLast: true },
  ]
  const times = subjects.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    let saved: Record<string, string> = {}
    subjects.forEach(({ args, isLast }, index) => {
      writeFileSync(state, '')
      const start = performance.now()
      const ended = spawnSync(process.execPath, args, { env: { ...environment, ...saved }, cwd: folder })
      times[index]?.push(performance.now() - start)
      if (ended.status !== 0) throw new Error(`${args[0]} failed: ${String(ended.stdout)}${String(ended.stderr)}`)
      saved = Object.fromEntries(
        Object.entries(parseRunnerFile(readFileSync(state, 'utf8'))).map(([name, value]) => [`STATE_${name}`, value]),
      )
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
      if (isLast) endSamplers(folder)
    })
  }
  rmSync(folder, { recursive: true, force: true })
  return subjects.map(({ name }, index) => ({ name, ms: median(times[index] ?? []) }))
}

/** Stops the samplers that were started, so that none affects the next round. */
function endSamplers(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('carbon-gate-'))) {
    const file = path.join(folder, name, 'samples.ndjson')
    const [header] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    try {
      if (header) process.kill((JSON.parse(header) as { pid: number }).pid)
    } catch {
      // It saw that its watched process was gone.
    }
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Start-up of the bundles beside an empty Node. */
export function benchStarts(rounds: number): BenchRow[] {
  const [empty, , ...bundles] = measureStarts(rounds)
  return bundles.map(({ name, ms }) => ({
    what: `${name}: start and end`,
    figure: duration(ms),
    reference: `empty Node: ${duration(empty?.ms ?? Number.NaN)}`,
    ratio: ms / (empty?.ms ?? Number.NaN),
  }))
}

if (isProgram(import.meta.url)) {
  const rounds = Number(process.argv[2] ?? 15)
  const starts = measureStarts(rounds)
  const base = starts[0]?.ms ?? Number.NaN
  console.log(`| ${rounds} rounds, node ${process.version} | median ms | added ms | ratio | within ${LIMIT_MS} ms |`)
  console.log('|---|--:|--:|--:|---|')
  for (const { name, ms } of starts) {
    const added = ms - base
    const isWithin = name !== 'main' || added <= LIMIT_MS
    console.log(
      `| ${name} | ${ms.toFixed(0)} | ${added.toFixed(0)} | ${(ms / base).toFixed(2)} | ${isWithin ? 'yes' : 'NO'} |`,
    )
  }
}
