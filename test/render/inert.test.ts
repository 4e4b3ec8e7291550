import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationOf } from '../../src/render/annotation.ts'
import { badgeOf, renderBadgeSvg } from '../../src/render/badge.ts'
import { COMMENT_LENGTH, renderComment } from '../../src/render/comment.ts'
import { workflowSafe } from '../../src/core/workflow-safe.ts'
import { BREAK, cutMiddle, inert, inertSentence, terminal, truncate } from '../../src/render/escape.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { hasMarker, marker } from '../../src/render/shared-comment/marker.ts'
import { SUMMARY_LENGTH, renderSummary } from '../../src/render/summary.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { xmlProblem } from '../fixtures/well-formed.ts'
import { hostileReport, part, report, workflowReport } from '../fixtures/report.ts'

/** Text that is likely to hurt: markup, mentions, commands, control and bidirectional characters, any Unicode. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '<img src=x>',
          '</details>',
          '</sub>',
          '<!--',
          '-->',
          '|',
          '\\',
          '\\|',
          '`',
          '``',
          '@',
          '@org/team',
          '#',
          '#12',
          'GH-1',
          '\r\n',
          '\n',
          '\u2028',
          '::',
          '::error::',
          '##[',
          '##[error]',
          '##',
          '[',
          '](x)',
          '![',
          '*',
          '_',
          '~~',
          '$',
          '&',
          '&lt;',
          '&#60;',
          'https://evil.example',
          'www.evil.example',
          'a@b.example',
          '\u202E',
          '\u200B',
          '\uFEFF',
          '\u001B[31m',
          '\u0000',
          '\uD800',
          ' ',
          '.',
          '1',
          'x',
          '<!-- carbon-gate:v1 key=ci -->',
          ':rocket:',
          'deadbeefcafe',
          '漢',
          '👨‍👩‍👧‍👦',
          'e\u0301',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
)

/** Tags that the renderer itself writes. */
const OWN =
  /<!-- carbon-gate:v1 key=[\w.%!~*'()-]* -->|<!-- carbon-gate:rows [^<>\n]* -->|<\/?(?:details|summary|sub)>/g

/** A table's row as GitHub splits it: a pipe ends a cell unless a backslash stands before it. */
const cellsOf = (row: string): number => row.slice(1, -1).split(/(?<!\\)\|/).length

function expectInert(markdown: string): void {
  const bare = markdown.replace(OWN, '')
  expect(bare).not.toMatch(/</)
  expect(bare).not.toMatch(/@[\p{L}\p{N}]/u)
  expect(bare).not.toMatch(/(?<!&)#\d/)
  expect(bare).not.toMatch(/::|##\[/)
  expect(bare.replace(/\]\(https:\/\/[\w./?=&-]+\)/g, '')).not.toMatch(/:\/\/|www\.|mailto:/i)
  // oxlint-disable-next-line no-control-regex -- none may be left
  expect(bare).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/)
  expect(bare).not.toMatch(/\p{Surrogate}/u)
  expect(brokenRow(bare)).toBeNull()
}

/** A row of a table with more or fewer cells than its first. */
function brokenRow(markdown: string): string | null {
  let columns = 0
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) columns = 0
    else if (columns === 0) columns = cellsOf(line)
    else if (cellsOf(line) !== columns) return line
  }
  return null
}

describe('a sentence', () => {
  it.each([
    ['set `ledger`, or `on-measurement-error: warn`', 'set `ledger`, or `on-measurement-error: warn`'],
    ['`@org`, `#1`', `&#96;@${BREAK}org&#96;, &#96;#${BREAK}1&#96;`],
    ['`<b>` ` a` ``', '&#96;&lt;b&gt;&#96; &#96; a&#96; &#96;&#96;'],
  ])('has the settings that it names as code, and nothing else as markup: %s', (text, shown) => {
    expect(inertSentence(text)).toBe(shown)
  })
})

describe('untrusted text', () => {
  it('is inert in every place of a comment and of a summary', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 6 }), (names) => {
        const report = hostileReport(names)
        const advice = names.map((text) => ({ text, evidence: text }))
        const comment = renderComment(report, {
          key: names[0] ?? '',
          advice,
          fork: true,
          budgetFile: { path: names[0] ?? '', branch: names[1] ?? '', url: names[0] ?? '' },
          waiverLabel: names[0] ?? '',
          reportUrl: names[1] ?? '',
          runUrl: names[0] ?? '',
        })
        expectInert(comment)
        expect(hasMarker(comment, names[0] ?? '')).toBe(true)
        expect(comment.match(/<!-- carbon-gate:v1/g)).toHaveLength(1)
        expectInert(renderSummary(report, { advice, runUrl: names[0] ?? '', waiverLabel: names[0] ?? '' }))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the runner no order and the terminal no escape sequence', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (names) => {
        const report = hostileReport(names)
        const { title, text } = annotationOf(report, { isEnforced: true })
        for (const printed of [renderTerminal(report, { color: false }), title, text]) {
          expect(printed).not.toMatch(/::|##\[/)
          // oxlint-disable-next-line no-control-regex -- none may be left
          expect(printed).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/)
        }
        expect(text.length + title.length).toBeLessThan(4096)
      }),
    )
    expect(workflowSafe('a ::::stop:: ##[error] ###[x')).not.toMatch(/::|##\[/)
  })

  it('leaves pictures well-formed XML', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (names) => {
        const report = hostileReport(names)
        expect(xmlProblem(renderLabelSvg(report))).toBeNull()
        expect(xmlProblem(renderBadgeSvg(report))).toBeNull()
      }),
    )
  })

  it('that is invisible is replaced by a word, and stacked accents stay in their line', () => {
    const name = '\u200B\uFEFF\u2063'
    const unseen = report({ subject: { name }, origin: { repository: name, commit: null, workflow: name, url: null } })
    expect(renderLabelSvg(unseen)).toContain('>unnamed</text>')
    expect(renderLabelSvg(unseen)).not.toMatch(/<text[^>]*><\/text>/)
    expect(badgeOf(report(), name).label).toBe('carbon')
    expect(inert(`a${'\u0301'.repeat(40)}`)).toBe('a\u0301\u0301')
  })

  it('is cut between characters and says so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer({ min: 2, max: 40 }), (text, length) => {
        const cut = truncate(text, length)
        expect([...cut].length).toBeLessThanOrEqual(Math.max(length, 1))
        expect(cut).not.toMatch(/\p{Surrogate}/u)
        expect(cut === text || cut.endsWith('…')).toBe(true)
      }),
    )
    expect(truncate('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 9)).toBe('👨‍👩‍👧‍👦…')
    expect(truncate('the ledger cannot be read', 20)).toBe('the ledger cannot…')
    // A long word is cut inside, because its beginning says more than nothing.
    expect(truncate('a https://example.org/page', 20)).toBe('a https://example.o…')
  })

  it('reads as it was: ordinary names are left alone', () => {
    for (const name of [
      'test (20)',
      'build -> deploy'.slice(0, 5),
      'snake_case_name',
      'npm ci',
      'C++ & Rust',
      '100 %',
      'a/b.yml',
      'R: 12:30',
    ]) {
      expect(inert(name)).toBe(name)
    }
    expect(inert('actions/checkout@v5').replace(BREAK, '')).toBe('actions/checkout@v5')
    expect(inert('<b>')).toBe('&lt;b&gt;')
    expect([inert('1. x'), inert('- x'), inert('# x')]).toEqual(['1&#46; x', '&#45; x', '&#35; x'])
    expect(terminal('\u001B[31mred\u001B[0m\r\nnext')).toBe('red next')
  })

  it('cannot forge the marker', () => {
    expect(hasMarker(`${marker('ci')} trailing`, 'ci')).toBe(false)
    expect(hasMarker(`x\n${marker('ci')}`, 'ci')).toBe(false)
    expect(marker('a --> b\n\uD800')).not.toMatch(/-->.*-->|\n/)
  })
})

describe('a cut', () => {
  it.each([
    { text: 'Energy of the integration tests of the shop', length: 26, cut: 'Energy of the integration…' },
    { text: 'one, two, three, four', length: 12, cut: 'one, two…' },
    { text: 'aaaaaaaaaaaaaaaaaaaaaaaa', length: 10, cut: 'aaaaaaaaa…' },
    { text: 'a supercalifragilistic', length: 10, cut: 'a superca…' },
  ])('of "$text" is between words if a space is near the limit', ({ text, length, cut }) => {
    expect(truncate(text, length)).toBe(cut)
  })

  it.each([
    { text: 'integration tests (node 24, shard 40 of 60)', length: 30, cut: 'integration…40 of 60)' },
    { text: 'packages/frontend/test/unit/report.json', length: 24, cut: 'packages/…report.json' },
    { text: 'aaaaaaaaaaaaaaaaaaaaaaaa', length: 11, cut: 'aaaaa…aaaaa' },
  ])('in the middle of "$text" is at a space or a separator if one is near', ({ text, length, cut }) => {
    expect(cutMiddle(text, length)).toBe(cut)
  })
})

describe('length', () => {
  // The name has no space, so it is cut inside a word and keeps the largest allowed length.
  const huge = '漢👩‍🚀<|@x'.repeat(8000)
  const jobs = Array.from({ length: 256 }, (_, at) =>
    part('job', `${huge}${at}`, 60 + at, {
      change: 0.1,
      conclusion: huge.slice(0, 9000),
      parts: [part('step', huge.slice(0, 9000), 60)],
    }),
  )
  // The schema allows names of 10,000 characters; names are handed in longer to be sure.
  const report = { ...workflowReport({}), ...hostileReport([huge.slice(0, 9000)]), parts: jobs }

  it('of a comment stays under the limit with headline, verdict and marker kept', () => {
    const comment = renderComment(report, { key: huge, advice: [{ text: huge, evidence: huge }], fork: true })
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LENGTH)
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(262_144)
    expect(comment).toMatch(/^### 🟧 E · .* · fail$/m)
    expect(comment).toMatch(/and \d+ more jobs/)
    expect(hasMarker(comment, huge)).toBe(true)
    expectInert(comment)
  })

  it('of an ordinary matrix of 256 legs leaves every job in the comment', () => {
    const legs = Array.from({ length: 256 }, (_, at) => part('job', `test (leg ${at})`, 60))
    const comment = renderComment(workflowReport({ parts: legs }), { key: 'ci' })
    expect(new Set(comment.match(/test \(leg \d+\)/g)).size).toBe(256)
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LENGTH)
  })

  it('of a summary stays far under 1 MiB', () => {
    const summary = renderSummary(report)
    expect(summary.length).toBeLessThanOrEqual(SUMMARY_LENGTH)
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000)
  })
})
