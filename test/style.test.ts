import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** Words that docs/style.md replaces, in comments, messages and test names. */
const WORDS =
  /\b(?:is|are) told\b|\bat hand\b|\bstands? for\b|\b(?:whoever|nobody|somebody|anybody)\b|\ball the same\b|\bstood\b|(?<!\bthere )\bis no (?!longer)\w/gi

/** Names that say nothing, where one is declared. */
const NAMES = /\b(?:const|let) (?:told|is|but|so|of|each)\b|\((?:told|is|but|so|of)\b(?=[,:)])/g

/** Rooms that are still to be rewritten. Remove a room once it is; add none. */
const NOT_YET: ReadonlySet<string> = new Set<string>()

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(root, file.split(path.sep).join('/')))
}

/** `src/app/logs` for files in the rooms of app, `src/grid` for others. */
function roomOf(file: string): string {
  const folders = path.posix.dirname(file).split('/')
  return folders.slice(0, folders[1] === 'app' ? 3 : 2).join('/')
}

/** Comments and quoted text of a source; of a test only its names. */
function proseOf(file: string, text: string): string[] {
  if (file.startsWith('test/')) {
    return [...text.matchAll(/\b(?:it|test|describe)(?:\.\w+(?:\([^\n]*?\))?)*\(\s*(['"`])(.*?)\1/g)].map(
      (match) => match[2] ?? '',
    )
  }
  const comments = [...text.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/[^\n]*/g)].map(([comment]) => comment)
  const strings = [...text.matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g)].map(([string]) => string)
  return [...comments, ...strings]
}

function findingsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const prose = proseOf(file, text)
    .join('\n\n')
    .replaceAll(/\s+\*?\s*/g, ' ')
  const words: readonly string[] = prose.match(WORDS) ?? []
  const names: readonly string[] = file.startsWith('src/') ? (text.match(NAMES) ?? []) : []
  return [words, names].flat().map((found) => `${file}: ${found}`)
}

const files = [...filesOf('src'), ...filesOf('test')].filter((file) => !file.startsWith('test/golden'))
const rooms = new Map<string, string[]>()
for (const file of files) rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), file])

it.each([...rooms].filter(([room]) => !NOT_YET.has(room)))('%s is written as docs/style.md says', (_, own) => {
  expect(own.flatMap(findingsIn)).toEqual([])
})

it('has no rewritten room in the list of those to be rewritten', () => {
  const clean = [...NOT_YET].filter((room) => (rooms.get(room) ?? []).flatMap(findingsIn).length === 0)
  expect(clean).toEqual([])
})

it('finds the words and names that it looks for', () => {
  const prose = proseOf('src/x.ts', "// It is told to whoever asks.\nconst text = `a ${'b'} is no file`")
  expect(prose.join(' ').match(WORDS)).toEqual(['is told', 'whoever', 'is no f'])
  expect('const told = 1'.match(NAMES)).toEqual(['const told'])
})
