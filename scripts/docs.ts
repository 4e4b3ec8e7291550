/** Writes everything in the documentation that is generated (`npm run docs`). Tests compare it with its sources. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { accuracyPage } from './accuracy-page.ts'
import { corePage } from './core-page.ts'
import { JSON_SCHEMAS, schemaPage } from './json-schemas.ts'
import { notesPage } from './notes-page.ts'
import { PAGES, withTables } from './page-tables.ts'

for (const page of PAGES) writeFileSync(page, withTables(page, readFileSync(page, 'utf8')))
writeFileSync('docs/core.md', corePage())
writeFileSync('docs/notes.md', notesPage())
writeFileSync('docs/accuracy.md', accuracyPage(readFileSync('docs/accuracy.md', 'utf8')))
mkdirSync('docs/schema', { recursive: true })
for (const name of Object.keys(JSON_SCHEMAS)) writeFileSync(`docs/schema/${name}.json`, schemaPage(name))
