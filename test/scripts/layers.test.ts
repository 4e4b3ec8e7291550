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

describe('a copy of the house', () => {
  let root = ''
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const lint = (file: string, imported: string): string => {
    write(file, `export * from '${imported}'\n`)
    const oxlint = path.resolve('node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', file], { cwd: root, encoding: 'utf8' })
    rmSync(path.join(root, file))
    return stdout
  }

  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'layers-'))
    write('.oxlintrc.json', JSON.stringify({ ...config, plugins: ['typescript'], rules: {}, categories: {} }))
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each([
    ['src/core/probe.ts', '../dashboard/page.ts'],
    ['src/core/formulas/probe.ts', '../../data/cpus.ts'],
    ['src/core/probe.ts', 'node:fs'],
    ['src/trackers/probe.ts', '../sensors/cpu.ts'],
    ['src/power/probe.ts', '../grid/static.ts'],
    ['src/render/shared-comment/probe.ts', '../../app/console.ts'],
    ['src/dashboard/probe.ts', '../app/console.ts'],
    ['src/app/logs/probe.ts', '../commands/run.ts'],
    ['src/app/logs/probe.ts', '../plan/plan.ts'],
    ['src/app/logs/deep/probe.ts', '../../commands/run.ts'],
    ['src/app/settings/probe.ts', '../console.ts'],
    ['src/app/settings/probe.ts', '../../entries/cli.ts'],
    ['src/app/probe.ts', './action/act.ts'],
  ])('reports that %s imports %s', (file, imported) => {
    expect(lint(file, imported)).toContain('no-restricted-imports')
  })

  it.each([
    ['src/core/formulas/probe.ts', '../power/curve.ts'],
    ['src/dashboard/probe.ts', '../ledger/totals.ts'],
    ['src/app/logs/probe.ts', '../measure/stop.ts'],
    ['src/app/settings/probe.ts', '../../github/plain-file.ts'],
    ['src/app/probe.ts', './settings/table.ts'],
  ])('accepts that %s imports %s', (file, imported) => {
    expect(lint(file, imported)).not.toContain('no-restricted-imports')
  })

  it('lists a new folder until it is in a layer', () => {
    mkdirSync(path.join(root, 'src/app/novelty'), { recursive: true })
    mkdirSync(path.join(root, 'src/novelty'))
    mkdirSync(path.join(root, 'src/core/formulas/deep'), { recursive: true })
    expect(unknownRooms(root).toSorted()).toEqual(['src/app/novelty', 'src/core/formulas/deep', 'src/novelty'])
  })
})
