import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stopSampler } from '../../../src/app/measure/stop.ts'
import { identify, isOwnZombie } from '../../../src/sensors/process-identity.ts'

const hasEntry = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`) !== null
  } catch {
    return false
  }
}

describe.skipIf(process.platform !== 'linux')('ending the sampler', () => {
  it.each([
    ['that ends at SIGTERM', 'sleep', ['60'], true],
    ['that ignores SIGTERM', 'sh', ['-c', "trap '' TERM; echo ready; while :; do sleep 0.05; done"], true],
  ])('collects the exit status of one %s: no zombie is left', async (_kind, file, args, ran) => {
    const child = spawn(file, args)
    if (file === 'sh') await new Promise((resolve) => child.stdout.once('data', resolve))
    const process = identify(child.pid ?? 0)
    expect(await stopSampler({ process, folder: '/nowhere', file: '0:0' })).toBe(ran)
    expect(hasEntry(process.pid)).toBe(false)
  })

  it('collects the exit status of a sampler that died before', async () => {
    const child = spawn('true')
    const process = identify(child.pid ?? 0)
    // Blocks the event loop until the child has ended, so that Node cannot collect it.
    const until = performance.now() + 2000
    while (!isOwnZombie(process) && performance.now() < until);
    expect(isOwnZombie(process)).toBe(true)
    expect(await stopSampler({ process, folder: '/nowhere', file: '0:0' })).toBe(false)
    expect(hasEntry(process.pid)).toBe(false)
  })
})
