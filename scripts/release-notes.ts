/** Prints the notes of a release from CHANGELOG.md: `node build/scripts/release-notes.js 1.0.0`. */
import { readFileSync } from 'node:fs'

/**
 * The section of a version, without its heading.
 * @throws Error if there is none, if it is empty, or if it is still marked as unreleased
 */
export function releaseNotes(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((each) => each.split(/\s/, 1)[0] === version)
  if (section === undefined) throw new Error(`CHANGELOG.md has no section ${version}: add \`## ${version} - DATE\``)
  const [heading = '', ...lines] = section.split('\n')
  if (!/ - \d{4}-\d{2}-\d{2}$/.test(heading.trim())) {
    throw new Error(`CHANGELOG.md: the section ${version} has no date: expected \`## ${version} - 2026-11-28\``)
  }
  const text = lines.join('\n').trim()
  if (text === '') throw new Error(`CHANGELOG.md: the section ${version} is empty`)
  return `${text}\n`
}

if (process.argv[1]?.endsWith('release-notes.js')) {
  try {
    process.stdout.write(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), process.argv[2] ?? ''))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
