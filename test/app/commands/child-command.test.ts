import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../../src/app/commands/child-command.ts'

const SLEEP = ['-e', 'setTimeout(() => {}, 30_000)']

/** Listeners of the test itself: without one, a signal would end the process. */
const ignore = (): void => undefined
let before = 0
beforeEach(() => {
  process.on('SIGHUP', ignore)
  before = process.listenerCount('SIGHUP')
})
afterEach(() => {
  process.removeListener('SIGHUP', ignore)
})

describe.runIf(process.platform !== 'win32')('a signal to `run`', () => {
  it('that arrived before the command was started is passed on to it', async () => {
    process.kill(process.pid, 'SIGHUP')
    const end = await runCommand(process.execPath, SLEEP, { env: process.env })
    expect(end).toMatchObject({ status: 129, signal: 'SIGHUP', leftRunning: 0 })
  })

  it('that arrives as soon as the command is started is passed on to it', async () => {
    const running = runCommand(process.execPath, SLEEP, { env: process.env })
    process.kill(process.pid, 'SIGHUP')
    expect(await running).toMatchObject({ status: 129, signal: 'SIGHUP', leftRunning: 0 })
  })

  it('is not handled any more after the command has ended, nor after one that cannot be started', async () => {
    await runCommand(process.execPath, ['-e', '0'], { env: process.env })
    await expect(runCommand('./no-such-command', [], { env: process.env })).rejects.toThrow('command not found')
    expect(process.listenerCount('SIGHUP')).toBe(before)
  })
})
