import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_LAYERS, LAYERS, type Override, unknownRooms, withLayers } from '../../scripts/layers.ts'

const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as { overrides: Override[] }

describe('the layers of src', () => {
  it('contain every folder of src and of src/app', () => {
    expect(unknownRooms('.')).toEqual([])
  })

  it('name each room once', () => {
    for (const layers of [LAYERS, APP_LAYERS]) expect(new Set(layers.flat()).size).toBe(layers.flat().length)
  })

  it('are the lint rules of .oxlintrc.json (npm run layers)', () => {
    expect(withLayers(config)).toEqual(config)
  })
})

const FORBIDDEN = [
  ['src/core/probe1.ts', '../dashboard/page.ts'],
  ['src/core/formulas/probe2.ts', '../../data/cpus.ts'],
  ['src/core/probe3.ts', 'node:fs'],
  ['src/trackers/probe4.ts', '../sensors/cpu.ts'],
  ['src/power/probe5.ts', '../grid/static.ts'],
  ['src/render/shared-comment/probe6.ts', '../../app/console.ts'],
  ['src/dashboard/probe7.ts', '../app/console.ts'],
  ['src/app/logs/probe8.ts', '../commands/run.ts'],
  ['src/app/logs/probe9.ts', '../plan/plan.ts'],
  ['src/app/logs/deep/probe10.ts', '../../commands/run.ts'],
  ['src/app/settings/probe11.ts', '../console.ts'],
  ['src/app/settings/probe12.ts', '../../entries/cli.ts'],
  ['src/app/probe13.ts', './action/run-mode.ts'],
] as const

const ALLOWED = [
  ['src/core/formulas/probe14.ts', '../power/curve.ts'],
  ['src/dashboard/probe15.ts', '../ledger/totals.ts'],
  ['src/app/logs/probe16.ts', '../measure/stop.ts'],
  ['src/app/settings/probe17.ts', '../../github/plain-file.ts'],
  ['src/app/probe18.ts', './settings/table.ts'],
] as const

describe('a copy of the house', () => {
  let root = ''
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  /** Files with a forbidden import. One process checks all probes. */
  let reported: ReadonlySet<string>

  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'layers-'))
    write('.oxlintrc.json', JSON.stringify({ ...config, plugins: ['typescript'], rules: {}, categories: {} }))
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
    for (const [file, imported] of [...FORBIDDEN, ...ALLOWED]) write(file, `export * from '${imported}'\n`)
    const oxlint = path.resolve('node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', 'src'], { cwd: root, encoding: 'utf8' })
    reported = new Set(
      stdout.split('\n').flatMap((line) => (line.includes('no-restricted-imports') ? [line.split(':')[0] ?? ''] : [])),
    )
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each(FORBIDDEN)('reports that %s imports %s', (file) => {
    expect(reported).toContain(file)
  })

  it.each(ALLOWED)('accepts that %s imports %s', (file) => {
    expect(reported).not.toContain(file)
  })

  it('lists a new folder until it is in a layer', () => {
    mkdirSync(path.join(root, 'src/app/novelty'), { recursive: true })
    mkdirSync(path.join(root, 'src/novelty'))
    mkdirSync(path.join(root, 'src/core/formulas/deep'), { recursive: true })
    expect(unknownRooms(root).toSorted()).toEqual(['src/app/novelty', 'src/core/formulas/deep', 'src/novelty'])
  })
})

describe('docs/architecture.md', () => {
  /** Names in backticks by the layer in the first cell of their row. */
  const layersIn = (heading: string): string[][] => {
    const table = readFileSync('docs/architecture.md', 'utf8').split(heading)[1]?.split('\n\n')[0] ?? ''
    const layers: string[][] = []
    for (const [, layer, rooms = ''] of table.matchAll(/^\| (\d+) \| ([^|]+) \|/gm)) {
      const names = [...rooms.matchAll(/`(?:src\/)?([^`]+)`/g)].map(([, name = '']) => name)
      const own = (layers[Number(layer) - 1] ??= [])
      own.push(...names)
    }
    return layers.map((names) => names.toSorted())
  }

  it('has the layers of src and of src/app as they are enforced', () => {
    const sorted = (layers: readonly (readonly string[])[]): string[][] => layers.map((names) => [...names].toSorted())
    expect(layersIn('| Layer | Folder | Contents |')).toEqual(sorted(LAYERS))
    // The table calls the files that lie directly in the folder `app`.
    const app = APP_LAYERS.map((names) => names.map((name) => (name === '.' ? 'app' : name)))
    expect(layersIn('| Layer | Rooms | Contents |')).toEqual(sorted(app))
  })
})
