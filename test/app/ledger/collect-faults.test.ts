import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/app/ledger/open-ledger.ts'
import { GIT_ENV } from '../../ledger/git-server.ts'
import { MemoryStore, type Scene, openScene } from './scene.ts'

const ALL = { from: '2026-10-01', to: '2027-12-31' }
const GIT = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()

/** An environment whose git fails once, at its first such command: before it does its work, or after it. */
function failingGit(command: string, isAfter: boolean): NodeJS.ProcessEnv {
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-failing-git-'))
  mkdirSync(path.join(folder, 'bin'))
  const script = `#!/bin/sh
if [ "$1" = ${command} ] && mkdir "${folder}/done" 2>/dev/null; then
  ${isAfter ? `"${GIT}" "$@" >/dev/null 2>&1` : ':'}
  echo "fatal: killed" >&2
  exit 137
fi
exec "${GIT}" "$@"
`
  writeFileSync(path.join(folder, 'bin', 'git'), script)
  chmodSync(path.join(folder, 'bin', 'git'), 0o755)
  return { ...GIT_ENV, PATH: `${folder}/bin:${process.env['PATH']}` }
}

/** Two runs with reports and one without. */
async function busyScene(): Promise<Scene> {
  const scene = await openScene()
  scene.addRun(60, { wh: 1 })
  scene.addRun(50, { wh: 2 })
  scene.addRun(40)
  return scene
}

describe('a collector that ends in the middle', () => {
  // @actions/exec finds git by the PATH of this process, so the shim is named there as well.
  // `npm run proof:ledger -- kills` ends it before and after each git call.
  it.each([
    ['push', false],
    ['push', true],
  ])('leaves nothing out and nothing twice: git %s, done: %s', { timeout: 120_000 }, async (command, isAfter) => {
    const scene = await busyScene()
    const env = failingGit(command, isAfter)
    const before = process.env['PATH']
    process.env['PATH'] = env['PATH']
    const broken = openLedger(scene.git, { env, cwd: scene.git })
    try {
      await expect(scene.collect({ store: broken })).rejects.toThrow(/cannot/)
    } finally {
      process.env['PATH'] = before
      await broken.close()
    }
    const store = scene.store()
    expect((await store.totals(ALL)).entries).toBe(isAfter ? 3 : 0)
    await scene.collect({ store })
    expect(await store.verify()).toMatchObject({ entries: 3, faults: [] })
  })

  it.each([
    ['the list of runs', /actions\/runs$/],
    ['the jobs', /\/jobs$/],
    ['the artifacts', /\/artifacts$/],
    ['a report', /\/zip$/],
  ])('goes on when GitHub does not give %s', { timeout: 60_000 }, async (_, at) => {
    const scene = await busyScene()
    const store = new MemoryStore()
    scene.fake.failNext({ path: at, fault: 502, times: 3 })
    await scene.collect({ store }).catch(() => undefined)
    scene.fake.clearFaults()
    scene.nowMs += 3_600_000
    expect(await scene.collect({ store })).toMatchObject({ left: 0 })
    expect(store.kept.map(({ trust }) => trust).sort()).toEqual(['estimated', 'measured', 'measured'])
  })
})

it('two collectors at once write each entry once', { timeout: 120_000 }, async () => {
  const scene = await busyScene()
  const [first, second] = await Promise.all([scene.collect(), scene.collect()])
  expect((first?.added ?? 0) + (second?.added ?? 0)).toBe(3)
  const store = scene.store()
  expect(await store.verify()).toMatchObject({ entries: 3, faults: [] })
  expect((await store.totals(ALL)).entries).toBe(3)
})

it('a collector sweeps the inbox as well', { timeout: 120_000 }, async () => {
  const scene = await openScene()
  scene.addRun(60)
  await scene.collect()
  const store = scene.store()
  const [entry] = await store.entries(ALL)
  if (!entry) throw new Error('no entry')
  const hook = path.join(scene.git, 'hooks', 'update')
  writeFileSync(hook, '#!/bin/sh\ncase "$1" in refs/heads/*) echo "protected branch" >&2; exit 1;; esac\n')
  chmodSync(hook, 0o755)
  expect(await store.add([{ entry: { ...entry, key: 'report/1' } }])).toMatchObject({ waiting: 1 })
  await expect(scene.collect({ store })).rejects.toThrow(
    /rules of the repository forbid this push.*refs\/carbon-gate\/ledger.*repository of its own/,
  )
  writeFileSync(hook, '#!/bin/sh\nexit 0\n')
  scene.nowMs += 3_600_000
  expect(await scene.collect({ store })).toMatchObject({ added: 1 })
  expect((await store.entries(ALL)).map(({ key }) => key)).toContain('report/1')
})
