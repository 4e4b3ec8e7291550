import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withoutEventFile } from '../../src/github/event-file.ts'
import { readPlainFile, readUpTo } from '../../src/github/plain-file.ts'

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

describe.runIf(process.platform === 'linux')('an input that may be a pipe or a device', () => {
  it('is read up to a size, and refused beyond it although it never ends', () => {
    const file = path.join(folder, 'plain')
    writeFileSync(file, 'ö'.repeat(50_000))
    const read = (name: string, size: number): string => {
      const descriptor = openSync(name, 'r')
      try {
        return readUpTo(descriptor, size)
      } finally {
        closeSync(descriptor)
      }
    }
    expect(read(file, 100_000)).toBe('ö'.repeat(50_000))
    expect(() => read(file, 99_999)).toThrow('larger than 99999 bytes')
    expect(() => read('/dev/zero', 1_000_000)).toThrow('larger than 1000000 bytes')
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
