import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Report } from '../../src/core/report.ts'
import { emptyFolder } from './cli-process.ts'
import { meteredMachine, spendOn } from './metered-run.ts'

const PAGE = readFileSync('docs/stopping.md', 'utf8')

/** The fenced blocks below a heading. */
function blockOf(heading: string, language: string): string {
  const section = PAGE.slice(PAGE.indexOf(`### ${heading}\n`))
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? ''
}

/** Stands for torchrun: starts workers with their rank, passes SIGTERM on and waits for them. */
const TORCHRUN = `#!/usr/bin/env python3
import os, signal, subprocess, sys
workers = [subprocess.Popen([sys.executable, sys.argv[3]], env={**os.environ, "RANK": str(rank)}) for rank in range(int(sys.argv[2]))]
signal.signal(signal.SIGTERM, lambda *_: [worker.terminate() for worker in workers])
sys.exit(max(worker.wait() for worker in workers))
`

/** A folder with the recipes' files and the programs that they call. */
function workplace(): string {
  const folder = emptyFolder()
  const program = (name: string, text: string): void => {
    writeFileSync(path.join(folder, name), text)
    chmodSync(path.join(folder, name), 0o755)
  }
  program('carbon-gate', `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('build/src/entries/cli.js')}' "$@"\n`)
  program('torchrun', TORCHRUN)
  program('srun', '#!/bin/sh\nexec "$@"\n')
  program('scontrol', '#!/bin/sh\necho "$@" > requeued\n')
  writeFileSync(path.join(folder, 'loop.py'), blockOf('A loop that looks at the file', 'python'))
  writeFileSync(path.join(folder, 'train.py'), blockOf('A checkpoint on SIGTERM', 'python'))
  return folder
}

interface RecipeRun {
  readonly folder: string
  readonly status: number
  readonly report: Report
  readonly out: string
}

/**
 * Runs a recipe's command with a small budget.
 * @param workers processes that say when they are ready; then the budget is used up at once. 0: it is used up in its own time
 */
async function runRecipe(script: string, workers = 1): Promise<RecipeRun> {
  expect(script).toContain('2 kWh')
  const folder = workplace()
  const machine = meteredMachine()
  const child: ChildProcess = spawn('bash', ['-c', script.replace('2 kWh', workers === 0 ? '1 Wh' : '3 Wh')], {
    cwd: folder,
    env: { PATH: `${folder}:${process.env['PATH']}`, CARBON_GATE_ROOT: machine.root, NO_COLOR: '1', HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()))
  const closed = once(child, 'close') as Promise<[number]>
  while (out.split('ready').length - 1 < workers) await once(child.stdout as Readable, 'data')
  if (workers > 0) spendOn(machine)
  const [status] = await closed
  machine.remove()
  return { folder, status, out, report: JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as Report }
}

const checkpointIn = (folder: string, name: string): { step: number; share?: number } =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { step: number }

describe.skipIf(process.platform !== 'linux')('the recipe', () => {
  it('of a loop that looks at the file saves before the budget is used up, and passes or fails by its figure', async () => {
    const { folder, report } = await runRecipe(
      'carbon-gate run --budget "2 kWh" --interval 0.1 --on-exceed stop --json report.json -- python3 loop.py',
      0,
    )
    expect(checkpointIn(folder, 'checkpoint.json').share).toBeGreaterThanOrEqual(0.8)
    expect(report.stopped?.killed ?? false).toBe(false)
  })

  it('of torchrun leaves a checkpoint of every worker', async () => {
    const { folder, status, report } = await runRecipe(blockOf('torchrun', 'sh'), 2)
    expect([0, 1].map((rank) => checkpointIn(folder, `checkpoint-${rank}.json`).step > 0)).toEqual([true, true])
    expect([status, report.verdict, report.stopped?.killed]).toEqual([1, 'fail', false])
  })

  it('of Slurm does not queue a stopped job again', async () => {
    const { folder, out } = await runRecipe(blockOf('Slurm', 'sh'))
    expect(checkpointIn(folder, 'checkpoint-0.json').step).toBeGreaterThan(0)
    expect(out).toContain('not queued again')
    expect(existsSync(path.join(folder, 'requeued'))).toBe(false)
  })

  it('of Kubernetes is a job that is not started again and has a grace longer than ours', async () => {
    const { spec } = parse(blockOf('Kubernetes', 'yaml')) as KubernetesJob
    const { restartPolicy, terminationGracePeriodSeconds, containers } = spec.template.spec
    const command = containers[0]?.command ?? []
    const grace = Number.parseInt(command[command.indexOf('--stop-grace') + 1] ?? '', 10)
    expect([spec.backoffLimit, restartPolicy]).toEqual([0, 'Never'])
    expect(terminationGracePeriodSeconds).toBeGreaterThan(grace + 10)
    const { folder, status } = await runRecipe(command.map((word) => `'${word}'`).join(' '))
    expect(checkpointIn(folder, 'checkpoint-0.json').step).toBeGreaterThan(0)
    expect(status).toBe(1)
  })
})

interface KubernetesJob {
  readonly spec: {
    readonly backoffLimit: number
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string
        readonly terminationGracePeriodSeconds: number
        readonly containers: readonly { readonly command: readonly string[] }[]
      }
    }
  }
}
