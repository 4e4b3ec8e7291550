import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { JobProcesses } from '../../../src/app/stop/job-processes.ts'
import { identify } from '../../../src/sensors/process-identity.ts'
import { listProcesses } from '../../../src/sensors/process-list.ts'

const ID = `github_${process.pid}`
const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-job-'))
/** Arguments of `sleep` by which the test finds its processes. */
const seconds = (name: number): string => `6${process.pid}.${name}`

/** Numbers of the `sleep` processes of the test that run now. */
function running(list: readonly { readonly pid: number }[] = listProcesses()): number[] {
  const found = list.flatMap(({ pid }) => {
    try {
      const [program, argument = ''] = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0')
      const [start, name] = argument.split('.')
      return program === 'sleep' && start === `6${process.pid}` ? [Number(name)] : []
    } catch {
      return []
    }
  })
  return found.sort((a, b) => a - b)
}

async function until(numbers: readonly number[]): Promise<void> {
  for (let tries = 0; tries < 200 && running().join() !== numbers.join(); tries += 1) await sleep(20)
  expect(running()).toEqual(numbers)
}

let worker: ChildProcess | null = null
afterEach(() => {
  for (const { pid } of listProcesses()) if (running([{ pid }]).length > 0) process.kill(pid, 'SIGKILL')
  worker?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/**
 * A runner: the listener starts the worker, the worker starts the steps. 1 is a service of the runner, which was there before. Of the
 * steps, 11 to 16 belong to the job.
 */
const STEPS = `
  RUNNER_TRACKING_ID=${ID} bash -e -c 'sleep ${seconds(11)} & setsid sleep ${seconds(12)} & env -i sleep ${seconds(13)} & (sleep ${seconds(14)} &) ; wait' &
  RUNNER_TRACKING_ID=${ID} node -e 'require("child_process").spawn("sleep", ["${seconds(15)}"])' &
  RUNNER_TRACKING_ID=${ID} setsid -f nohup sleep ${seconds(16)} > /dev/null 2>&1
  RUNNER_TRACKING_ID=${ID} node '${folder}/main/index.js' &
  RUNNER_TRACKING_ID= sleep ${seconds(22)} &
  RUNNER_TRACKING_ID=github_other sleep ${seconds(23)} &
  setsid -f sleep ${seconds(24)}
  sleep ${seconds(25)} &
`

/** A step of ours that reads a ledger: git runs below a shell. */
const OWN_STEP = `require('child_process').spawn('sh', ['-c', 'sleep ${seconds(21)}; true'])`

describe.skipIf(process.platform !== 'linux')('the processes of a job', () => {
  it('are those of its steps: not the runner, its services, our own steps, or what others started', async () => {
    mkdirSync(path.join(folder, 'main'))
    writeFileSync(path.join(folder, 'main', 'index.js'), OWN_STEP)
    const before = `sleep ${seconds(1)} & while read -r line; do eval "$line"; done`
    worker = spawn('sh', ['-c', `sh -c '${before}'; true`], {
      env: { PATH: process.env['PATH'] },
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    await until([1])
    // Start times have a resolution of 10 ms.
    await sleep(30)
    const started = spawn('true')
    const { startTicks } = identify(started.pid ?? 0)
    worker.stdin?.write(STEPS)
    const others = [1, 21, 22, 23, 24, 25]
    await until([1, 11, 12, 13, 14, 15, 16, ...others.slice(1)])
    const job = new JobProcesses({ trackingId: ID, sinceTicks: startTicks, ownFolder: folder })
    expect(running(job.members())).toEqual([11, 12, 13, 14, 15, 16])
    job.signal('SIGTERM')
    await until(others)
    expect(worker.exitCode).toBeNull()
  })

  it('are none where no start time distinguishes them from the runner', () => {
    const job = new JobProcesses({ trackingId: ID, sinceTicks: null, ownFolder: folder })
    expect(job.members()).toEqual([])
  })
})
