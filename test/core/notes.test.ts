import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { notesPage } from '../../scripts/notes-page.ts'
import { NOTES } from '../../src/core/note-table.ts'
import { type Note, audienceOf, hasCode, isPolicyNote, note, noteRow, uniqueNotes } from '../../src/core/notes.ts'
import { readReport } from '../../src/core/report-file.ts'
import { NOTE_REMEDIES } from '../../src/app/commands/note-remedies.ts'
import { notesCommand } from '../../src/app/commands/notes.ts'
import { SETTINGS } from '../../src/app/settings/table.ts'
import { gpuReport } from '../fixtures/report.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('core/note-table.ts'))
  .map((file) => [file, readFileSync(`src/${file}`, 'utf8')] as const)

describe('the table of note codes', () => {
  it('gives a note its level', () => {
    expect(note('grid-fallback', 'no answer')).toEqual({ code: 'grid-fallback', level: 'warning', text: 'no answer' })
    expect(note('organisation-unreadable', 'x')).toMatchObject({ level: 'error' })
    expect(note('organisation-unreadable', 'x', 'warning')).toMatchObject({ level: 'warning' })
  })

  it('has each code in one group only, in alphabetical order', () => {
    const groups = readFileSync('src/core/note-table.ts', 'utf8').split('...rows(').slice(1)
    const codes = groups.map((group) => [...group.matchAll(/^    '?([a-z][a-z0-9-]*)'?:/gm)].map(([, code]) => code))
    expect(codes.flat().toSorted()).toEqual(Object.keys(NOTES).toSorted())
    for (const group of codes) expect(group).toEqual(group.toSorted())
  })

  it('rejects misspelled codes and levels at compile time', () => {
    // @ts-expect-error a code that is no row of the table
    expect(() => note('grid-falback', 'x')).toThrow(TypeError)
    // @ts-expect-error grid-fallback has one level only
    expect(note('grid-fallback', 'x', 'error')).toBeDefined()
    // @ts-expect-error a code that is no row of the table
    expect(hasCode(note('waived', 'x'), 'wavied')).toBe(false)
    // @ts-expect-error a note cannot be written by hand with another code
    const typo: Note = { code: 'wavied', level: 'info', text: 'x' }
    expect(hasCode(typo, 'waived')).toBe(false)
  })

  it('has kebab-case codes and meanings that are sentences', () => {
    for (const [code, { meaning, levels }] of Object.entries(NOTES)) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(meaning, code).toMatch(/^[A-Z].*\.$/)
      expect(new Set(levels).size, code).toBe(levels.length)
    }
  })

  it('is the only place where notes get their level', () => {
    const literal = /\{[^{}]*\bcode:[^{}]*\blevel:[^{}]*\}/
    const offenders = sources.filter(
      ([file, text]) => !file.endsWith('core/notes.ts') && literal.test(text.replaceAll(/\$\{[^}]*\}/g, '')),
    )
    expect(offenders.map(([file]) => file)).toEqual(['core/report.ts'])
  })

  it('writes docs/notes.md (npm run docs)', () => {
    expect(readFileSync('docs/notes.md', 'utf8')).toBe(notesPage())
  })
})

describe('codes of other versions', () => {
  const foreign = { ...gpuReport(), notes: [{ code: 'from-the-future', level: 'warning', text: 'something new' }] }

  it('are read, and are about the figure', () => {
    const { notes } = readReport(JSON.stringify(foreign), 'report.json')
    expect(notes).toEqual(foreign.notes)
    expect(notes.map(audienceOf)).toEqual(['figure'])
    expect(notes.map(isPolicyNote)).toEqual([false])
  })

  it('are not looked up on Object', () => {
    expect(noteRow('constructor')).toBeNull()
  })
})

describe('notes', () => {
  it('escape control characters and cut long texts', () => {
    expect(note('waived', 'a\u001b[2Jb\n').text).toBe('a\\x1b[2Jb\\n')
    expect(note('waived', 'x'.repeat(5000)).text).toHaveLength(2001)
  })

  it('appear once each', () => {
    const twice = [note('waived', 'a'), note('waived', 'b'), note('waived', 'a')]
    expect(uniqueNotes(twice).map(({ text }) => text)).toEqual(['a', 'b'])
  })
})

describe('the command notes', () => {
  const printed = (code?: string): string => {
    let text = ''
    const console = { out: (more: string) => void (text += more), err: () => {} }
    expect(notesCommand(code, console as never)).toBe(0)
    return text
  }

  it('prints the meaning of one code', () => {
    expect(printed('organisation-unreadable')).toMatch(
      /^organisation-unreadable \(error or warning\): The organisation's file .*\n$/,
    )
  })

  it('says what to do, for every code that makes a figure doubtful', () => {
    expect(printed('grid-world-average')).toContain(' What to do: Set `region`, `zone` or `intensity`.\n')
    const rows = Object.entries<{ readonly levels: readonly string[] }>(NOTES)
    const errors = rows.filter(([, { levels }]) => levels[0] === 'error').map(([code]) => code)
    expect(errors.filter((code) => !(code in NOTE_REMEDIES))).toEqual([])
  })

  it('names settings, inputs and flags that exist', () => {
    const known = new Set([...Object.keys(SETTINGS), 'github-token', 'gate', 'scope', 'quality'])
    for (const [code, text] of Object.entries(NOTE_REMEDIES)) {
      for (const [, name = ''] of text.matchAll(/`(?:--)?([a-z][a-z-]+)(?:[ :=][^`]*)?`/g)) {
        if (/^(?:per|nvidia-smi|rocm-smi|needs|contents|actions|runners|ledger|protect|cpus|exclusive)$/.test(name))
          continue
        expect(known, `${code}: ${name}`).toContain(name)
      }
    }
  })

  it('prints all codes without an argument', () => {
    expect(printed().trim().split('\n')).toHaveLength(Object.keys(NOTES).length)
  })

  it('names the nearest code when the code is unknown', () => {
    expect(() => printed('grid-falback')).toThrow(/is unknown: .* did you mean grid-fallback\?$/)
  })
})
