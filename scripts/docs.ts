/** Writes everything in the documentation that is generated (`npm run docs`). Tests compare it with its sources. */
import { readFileSync, writeFileSync } from 'node:fs'
import { notesPage } from './notes-page.ts'
import { withTables } from './readme-tables.ts'

writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8')))
writeFileSync('docs/notes.md', notesPage())
