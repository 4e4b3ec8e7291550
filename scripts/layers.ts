/**
 * The layers of src, and the lint rules that follow from them. `node build/scripts/layers.js` writes the rules into .oxlintrc.json;
 * with `--check` it only compares. Both fail for a folder that is in no layer.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

/** Rooms of src from the bottom to the top. A room imports only from layers below its own; rooms of one layer do not import each other. */
export const LAYERS: readonly (readonly string[])[] = [
  ['core'],
  ['data'],
  ['power'],
  ['sensors', 'trackers', 'grid', 'github', 'ledger', 'render'],
  ['dashboard'],
  ['app'],
  ['entries'],
]

/** Files that lie directly in src/app. */
const APP_FILES = '.'

/** Rooms of src/app from the bottom to the top, by the same rule. */
export const APP_LAYERS: readonly (readonly string[])[] = [
  ['settings'],
  [APP_FILES],
  ['power', 'forge', 'baseline', 'policy', 'grid'],
  ['join', 'measure'],
  ['plan', 'logs', 'advice', 'ledger', 'stop', 'init'],
  ['action', 'commands'],
]

interface Pattern {
  readonly regex: string
  readonly message: string
}

/** Rules of single rooms besides the layers. */
const MORE: Readonly<Record<string, readonly Pattern[]>> = {
  core: [
    { regex: '^node:', message: 'core is pure: no I/O' },
    { regex: '^(@|[a-y]|z[^o])', message: 'core is pure: zod is the only package it may import' },
  ],
  data: [{ regex: '^node:', message: 'data has tables: no I/O' }],
}

/** A part of .oxlintrc.json. */
export interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, unknown>>
}

/** Folders of `root` that no rule covers: in no layer, such as `src/app/new`, or too deep within a room. */
export function unknownRooms(root: string): string[] {
  const folders = readdirSync(`${root}/src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep))
  const isKnown = ([, room = '', ...inside]: readonly string[]): boolean => {
    if (!LAYERS.flat().includes(room)) return false
    if (room !== 'app' || inside.length === 0) return inside.length < DEEPEST
    const [own = '', ...deeper] = inside
    return APP_LAYERS.flat().includes(own) && deeper.length < DEEPEST
  }
  return folders.filter((folder) => !isKnown(folder)).map((folder) => folder.join('/'))
}

/** Rooms that a room may not import: those of its own layer and above. */
function forbidden(room: string, layers: readonly (readonly string[])[]): string[] {
  const index = layers.findIndex((layer) => layer.includes(room))
  return layers
    .slice(index)
    .flat()
    .filter((other) => other !== room)
}

/** Matches imports of the rooms from a file `depth` folders below their common folder. */
function importOf(rooms: readonly string[], depth: number, message: string): Pattern[] {
  const up = depth === 0 ? '\\./' : `(\\.\\./){${depth}}`
  const names = rooms.filter((room) => room !== APP_FILES)
  return [
    ...(names.length > 0 ? [{ regex: `^${up}(${names.join('|')})/`, message }] : []),
    ...(names.length < rooms.length ? [{ regex: `^${up}[^/]+\\.ts$`, message }] : []),
  ]
}

/** Levels of folders within a room that have rules, the room's own included: imports from deeper ones have more `../`. */
const DEEPEST = 2

function overridesOf(room: string): Override[] {
  const message = `${room} imports only from the layers below it (scripts/layers.ts)`
  const house = forbidden(room, LAYERS)
  const override = (files: string, patterns: readonly Pattern[]): Override => ({
    files: [files],
    rules: { 'no-restricted-imports': ['error', { patterns: [...(MORE[room] ?? []), ...patterns] }] },
  })
  if (room !== 'app') {
    return Array.from({ length: DEEPEST }, (_, depth) =>
      override(`src/${room}/${'*/'.repeat(depth)}*.ts`, importOf(house, depth + 1, message)),
    )
  }
  return APP_LAYERS.flat().flatMap((own) => {
    const about = `app/${own} imports only from the layers of app below it (scripts/layers.ts)`
    const depths = own === APP_FILES ? [0] : Array.from({ length: DEEPEST }, (_, depth) => depth + 1)
    return depths.map((depth) =>
      override(`src/app/${depth > 0 ? `${own}/${'*/'.repeat(depth - 1)}` : ''}*.ts`, [
        ...importOf(house, depth + 1, message),
        ...importOf(forbidden(own, APP_LAYERS), depth, about),
      ]),
    )
  })
}

/** The lint rules for all rooms. Entries are on top: nothing is forbidden to them. */
export function layerOverrides(): Override[] {
  return LAYERS.slice(0, -1).flat().flatMap(overridesOf)
}

function isGenerated({ files, rules }: Override): boolean {
  return (
    files.every((file) => file.startsWith('src/')) && isDeepStrictEqual(Object.keys(rules), ['no-restricted-imports'])
  )
}

/** The lint configuration with its rules for the layers up to date. */
export function withLayers<T extends { readonly overrides: readonly Override[] }>(config: T): T {
  return { ...config, overrides: [...config.overrides.filter((each) => !isGenerated(each)), ...layerOverrides()] }
}

function main(isCheck: boolean): void {
  const unknown = unknownRooms('.')
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: in no layer; add the folder to scripts/layers.ts`)
  const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as { overrides: Override[] }
  const wanted = withLayers(config)
  if (isDeepStrictEqual(config, wanted)) return
  if (isCheck) throw new Error('.oxlintrc.json differs from scripts/layers.ts: run `npm run layers`')
  writeFileSync('.oxlintrc.json', `${JSON.stringify(wanted, null, 2)}\n`)
}

if (process.argv[1]?.endsWith('layers.js')) {
  try {
    main(process.argv.includes('--check'))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
