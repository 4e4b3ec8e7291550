import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { releaseNotes } from '../../scripts/release-notes.ts'

const CHANGELOG = `# Changelog

## 1.1.0 - 2026-12-24

- New.

## 1.0.1 - unreleased

- Fixed.

## 1.0.0 - 2026-11-28
`

describe('the notes of a release', () => {
  it('are the section of its version', () => {
    expect(releaseNotes(CHANGELOG, '1.1.0')).toBe('- New.\n')
  })

  it.each([
    { version: '2.0.0', problem: 'no section 2.0.0' },
    { version: '1.0', problem: 'no section 1.0' },
    { version: '', problem: 'no section' },
    { version: '1.0.1', problem: 'has no date' },
    { version: '1.0.0', problem: 'is empty' },
  ])('are refused for $version: $problem', ({ version, problem }) => {
    expect(() => releaseNotes(CHANGELOG, version)).toThrow(problem)
  })

  it('can be made of CHANGELOG.md once the version of the package has a date', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const dated = readFileSync('CHANGELOG.md', 'utf8').replace(
      `## ${version} - unreleased`,
      `## ${version} - 2026-11-28`,
    )
    expect(releaseNotes(dated, version)).toContain('- **Action of one step**')
  })
})
