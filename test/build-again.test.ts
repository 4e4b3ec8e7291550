import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { filesIn } from '../scripts/dist-digest.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-dist-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('dist matches its source, byte by byte', { timeout: 180_000 }, () => {
  execFileSync(process.execPath, ['build/scripts/bundle.js', '--out', folder], { stdio: 'pipe' })
  expect(filesIn('dist')).toEqual(filesIn(folder))
  const different = filesIn(folder).filter(
    (file) => !readFileSync(path.join(folder, file)).equals(readFileSync(path.join('dist', file))),
  )
  expect(different).toEqual([])
})
