import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../../src/app/commands/child-command.ts'
import { statusOfError } from '../../../src/app/exit-status.ts'

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

describe.runIf(process.platform === 'linux')('a command that cannot be started', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-start-'))
  const fileOf = (name: string, text: string, mode: number): string => {
    const file = path.join(folder, name)
    writeFileSync(file, text, { mode })
    return file
  }
  it.each([
    ['no-such-command', 'command not found'],
    ['./no such command', 'command not found: leave out the quotes, as in run -- npm test'],
    ['package.json', 'command not found: write ./package.json for the file in this folder'],
    [
      fileOf('lost', '#!/no/such/shell\n', 0o755),
      'what must load it does not exist: the interpreter that its first line names, or the loader of another C library',
    ],
    [fileOf('plain', '#!/bin/sh\n', 0o644), 'permission denied: make it executable'],
    [folder, 'it is a folder'],
    ['./package.json/x', 'a part of its path is a file, not a folder'],
    ['x'.repeat(300), 'the name is too long'],
    ['src', 'command not found'],
  ])('%s is a mistake of the user, with its reason', async (file, why) => {
    const error: unknown = await runCommand(file, [], { env: process.env }).catch((thrown: unknown) => thrown)
    expect(statusOfError(error)).toEqual({ status: 2, message: `cannot run command ${JSON.stringify(file)}: ${why}` })
  })
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

describe.runIf(process.platform === 'linux')('the CPU time of a command', () => {
  const BURN = 'while (process.cpuUsage().user < 1_200_000) for (let i = 0; i < 1e6; i++);'
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-cpu-'))
  it.each([
    ['a child', 'sh -c "$WORK" &'],
    ['an orphan', '(sh -c "$WORK" &)'],
    ['an orphan in a session of its own', '(setsid sh -c "$WORK" &)'],
  ])('contains that of %s that has ended', async (name, work) => {
    const file = path.join(folder, name.replaceAll(' ', '-'))
    const env = { ...process.env, WORK: `"${process.execPath}" -e "${BURN}"; : > "${file}"` }
    const command = `${work}; while [ ! -e "${file}" ]; do sleep 0.05; done; sleep 0.3`.replace('&;', '&')
    const { cpuMs } = await runCommand('sh', ['-c', command], { env, hasOrphans: true })
    expect(cpuMs).toBeGreaterThan(300)
    expect(cpuMs).toBeLessThan(2400)
  })
})
