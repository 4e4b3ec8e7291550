import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readLogs } from '../../../src/app/logs/read-logs.ts'
import { DEFAULTS } from './log-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'property-lists-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const two = readFileSync(new URL('../../fixtures/logs/powermetrics-plist/two-samples.plist', import.meta.url), 'utf8')

async function read(text: string): ReturnType<typeof readLogs> {
  const file = join(folder, 'power.plist')
  writeFileSync(file, text)
  return readLogs({ ...DEFAULTS, files: [file] }, { workspace: folder })
}

test('property lists with NUL between them, before the first and after the last are one log', async () => {
  for (const text of [two, `\0${two}`, `${two}\0`, two.replace('\0', '\0\n')]) {
    const { parts, doubt } = await read(text)
    expect(doubt).toBeNull()
    expect(parts[0]?.energy.it_wh).toBeCloseTo((3.24807 * 1.023685416 + 2.5) / 3600, 10)
    expect(parts).toHaveLength(1)
  }
})

test('a NUL elsewhere in a file is still refused', async () => {
  await expect(read(two.replace('Nominal', 'Nom\0inal'))).rejects.toThrow('NUL')
})
