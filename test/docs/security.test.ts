import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:fork|same-repo branch|step of the job|another workflow) /.test(line))
  .map((line) => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '')

describe('the table of docs/security.md', () => {
  it('has rows for every party', () => {
    expect(rows.length).toBeGreaterThan(15)
  })

  it.each(rows.filter((row) => !row.startsWith('none: ')))('names a test that exists: %s', (row) => {
    const [, file = '', name = ''] = /^`(test\/[\w./-]+): (.+)`$/.exec(row) ?? []
    expect(readFileSync(file, 'utf8').replaceAll("\\'", "'")).toContain(name)
  })
})
