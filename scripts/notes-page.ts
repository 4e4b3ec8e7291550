import { markdownTable } from 'markdown-table'
import { NOTE_REMEDIES } from '../src/app/commands/note-remedies.ts'
import { type Audience, type NoteRow, NOTES } from '../src/core/note-table.ts'

const SECTIONS: Readonly<Record<Audience, readonly [title: string, text: string]>> = {
  policy: [
    'Decisions',
    'About budgets and waivers. Shown at the top of the comment. A joined report drops them, because it decides for itself.',
  ],
  figure: ['Figures', 'About the measurement or the calculation. A joined report keeps them.'],
  job: ['Jobs', "About one job's comment, artifact or configuration. A joined report drops them."],
}

const INTRODUCTION = `# Note codes

<!-- Generated from src/core/note-table.ts by \`npm run docs\`. Do not edit. -->

Each note of a report has a code, a level and a text. Codes are stable: test for the code, not for the text. A note of level \`error\`
makes the figure untrustworthy, so the verdict is \`indeterminate\` and never \`pass\`. \`carbon-gate notes CODE\` prints the meaning
of a code and what to do. Reports of other versions may contain other codes.`

/** The page docs/notes.md. */
export function notesPage(): string {
  const rows: readonly (readonly [string, NoteRow])[] = Object.entries(NOTES)
  const sections = Object.entries(SECTIONS).map(([audience, [title, text]]) => {
    const own = rows.filter(([, row]) => row.audience === audience)
    const cells = own
      .map(([code, { levels, meaning }]) => [
        `\`${code}\``,
        levels.join(' or '),
        meaning,
        (NOTE_REMEDIES as Readonly<Record<string, string>>)[code] ?? '',
      ])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
    return `## ${title}\n\n${text}\n\n${markdownTable([['Code', 'Level', 'Meaning', 'What to do'], ...cells])}\n`
  })
  return `${INTRODUCTION}\n\n${sections.join('\n')}`
}
