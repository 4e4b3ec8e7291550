import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withoutEventFile } from '../../src/github/event-file.ts'
import { readPlainFile } from '../../src/github/plain-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'event-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('a library that reads the event file on import', () => {
  it('does not find it; afterwards it is there again, whatever happened', async () => {
    vi.stubEnv('GITHUB_EVENT_PATH', '/event.json')
    expect(await withoutEventFile(async () => process.env['GITHUB_EVENT_PATH'])).toBeUndefined()
    expect(process.env['GITHUB_EVENT_PATH']).toBe('/event.json')
    await expect(withoutEventFile(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(process.env['GITHUB_EVENT_PATH']).toBe('/event.json')
  })
})

describe.runIf(process.platform === 'linux')('a file that a job may have replaced', () => {
  it('is read when it is a plain one of the expected size; a pipe, a device, a folder end at once', () => {
    const file = path.join(folder, 'plain')
    writeFileSync(file, 'größe')
    expect(readPlainFile(file)).toBe('größe')
    expect(() => readPlainFile(file, 3)).toThrow('not a plain file')
    const pipe = path.join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const other of [pipe, '/dev/zero', folder]) expect(() => readPlainFile(other)).toThrow('not a plain file')
  })
})
