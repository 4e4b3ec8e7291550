/** What `dist` was built from, as digests: a test that reads them notices a forgotten build without building. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Beside the bundles. */
export const DIGEST_FILE = 'digest.json'

/** Folders and files that decide what the bundles contain. */
const SOURCES = [
  'src',
  'scripts/bundle.ts',
  'scripts/dashboard-assets.ts',
  'scripts/dist-digest.ts',
  'scripts/flat-types.ts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

/** Files of a folder, sorted, with `/` on every system. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

/**
 * SHA-256 of the sources, and of the bundles that a folder has. Runs in the repository's root.
 * @param folder `dist`, or another folder with bundles
 */
export function distDigest(folder: string): { readonly sources: string; readonly bundles: string } {
  const sources = SOURCES.flatMap((source) =>
    statSync(source).isFile() ? [source] : filesIn(source).map((file) => `${source}/${file}`),
  )
  const bundles = filesIn(folder).filter((file) => file !== DIGEST_FILE)
  return { sources: digestOf('.', sources), bundles: digestOf(folder, bundles) }
}

function digestOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(path.join(folder, file))
    hash.update(`${file}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}
