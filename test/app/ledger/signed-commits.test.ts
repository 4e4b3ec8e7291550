import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { forgeCommits } from '../../../src/app/ledger/forge-commits.ts'
import { openLedger } from '../../../src/app/ledger/open-ledger.ts'
import { connect } from '../../../src/github/client.ts'
import { Deadline } from '../../../src/github/deadline.ts'
import { fastImportStream } from '../../../src/ledger/git/fast-import.ts'
import { monthRange } from '../../../src/core/calendar.ts'
import { correctionOf } from '../../../src/ledger/correction.ts'
import type { Line } from '../../../src/ledger/entry.ts'
import type { LedgerStore } from '../../../src/ledger/store.ts'
import type { SignedCommit } from '../../fakes/github/graphql.ts'
import { GIT_ENV, git, gitInput, serveRepositories } from '../../ledger/git-server.ts'
import { sampleEntry } from '../../ledger/sample-entry.ts'
import { NOW, type Scene, openScene } from './scene.ts'

const ALL = { from: '2026-10-01', to: '2027-12-31' }
const SIGNATURES =
  '- Commits must have verified signatures.\n  Found 1 violation:\n\n  027faa7121ee9df79db623e1a2848d2cc88a8dba\n'
const PULL_REQUEST = '- Changes must be made through a pull request.\n'

/** What GitHub answers to a push that its rules refuse, as a hook that refuses all branches. */
function refusePushes(repository: string, violations: string): void {
  const hook = path.join(repository, 'hooks', 'pre-receive')
  const script = `#!/bin/sh
while read -r old new ref; do case "$ref" in refs/heads/*) branch=$ref;; esac; done
[ -z "$branch" ] && exit 0
cat >&2 <<END
error: GH013: Repository rule violations found for $branch.
Review all repository rules at https://github.com/octo/shop/rules

${violations}
END
exit 1
`
  writeFileSync(hook, script)
  chmodSync(hook, 0o755)
}

/** Commits as GitHub does: past the rules, which its signature satisfies, and only on the expected head. */
function commitTo(
  repository: string,
  { branch, head, headline, body, additions, deletions }: SignedCommit,
): string | null {
  const ref = `refs/heads/${branch}`
  if (git(repository, 'for-each-ref', '--format=%(objectname)', ref) !== head) return null
  const commit = { ref, message: `${headline}\n\n${body}\n`, parent: head, files: additions, deleted: deletions }
  gitInput(
    repository,
    fastImportStream([commit], Math.floor(NOW / 1000)),
    'fast-import',
    '--quiet',
    '--done',
    '--force',
  )
  return git(repository, 'rev-parse', ref)
}

/** A ledger on branches whose rules refuse pushes, in the repository that the fake forge knows, over HTTP. */
async function openProtected(violations: string, hasBranches = true) {
  const scene = await openScene()
  const root = mkdtempSync(path.join(tmpdir(), 'carbon-gate-signed-'))
  const repository = path.join(root, 'octo', 'shop.git')
  mkdirSync(path.dirname(repository))
  cpSync(scene.git, repository, { recursive: true })
  if (hasBranches) {
    const commits = ['carbon-ledger', 'carbon-ledger-totals'].map((branch) => ({
      ref: `refs/heads/${branch}`,
      message: 'Begin the ledger',
      parent: null,
      files: {},
    }))
    gitInput(repository, fastImportStream(commits, 1), 'fast-import', '--quiet', '--done')
  }
  refusePushes(repository, violations)
  const served = await serveRepositories(root)
  closing.push(() => served.server.close())
  const token = scene.fake.addToken({ permissions: { actions: 'read', contents: 'write', metadata: 'read' } })
  const connected = await connect({ token: token.secret, apiUrl: scene.fake.api, deadline: new Deadline(120_000) })
  if (!connected.ok) throw new Error(connected.failure.text)
  const made: SignedCommit[] = []
  scene.repository.makeSignedCommit = (commit) => {
    made.push(commit)
    return commitTo(repository, commit)
  }
  const open = (): LedgerStore => {
    const signedCommits = forgeCommits(async () => connected.value, served.url)
    const store = openLedger(`${served.url}/octo/shop.git`, { env: GIT_ENV, cwd: root, signedCommits })
    closing.push(() => store.close())
    return store
  }
  return { scene, repository, open, made }
}

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function failureOf(scene: Scene, store: LedgerStore): Promise<string> {
  return scene.collect({ store }).then(
    () => 'no failure',
    (error: unknown) => String(error),
  )
}

describe('a ledger on a branch that wants signed commits', { timeout: 120_000 }, () => {
  it('is collected through the forge, which signs the commits, with its totals and its inbox', async () => {
    const { scene, repository, open, made } = await openProtected(SIGNATURES)
    scene.addRun(60, { wh: 1 })
    const writer = open()
    // Without a token `add` cannot sign: its entry waits in the inbox and counts.
    const added = await openLedger(`${repository}`, { env: GIT_ENV, cwd: repository }).add([sampleEntry('waiting')])
    expect(added).toMatchObject({
      waiting: 1,
      warning: expect.stringMatching(/want signed commits: set GITHUB_TOKEN.*refs\/carbon-gate\/ledger/) as string,
    })
    expect(await scene.collect({ store: writer })).toMatchObject({ added: 2 })
    expect(made.map(({ branch, headline }) => [branch, headline])).toEqual([
      ['carbon-ledger', 'Add 2 entries [skip ci]'],
      ['carbon-ledger-totals', 'Totals with 2 entries more [skip ci]'],
    ])
    expect(git(repository, 'for-each-ref', 'refs/carbon-gate')).toBe('')
    const reader = open()
    expect(await reader.totals(ALL)).toMatchObject({ entries: 2, tip: git(repository, 'rev-parse', 'carbon-ledger') })
    expect(await reader.verify()).toMatchObject({ entries: 2, faults: [] })
    scene.addRun(5, { wh: 2 })
    scene.nowMs += 3_600_000
    expect(await scene.collect({ store: open() })).toMatchObject({ added: 1 })
    expect(await open().verify()).toMatchObject({ entries: 3, faults: [] })
  })

  it('is added to, corrected and pruned through the forge', async () => {
    const { repository, open, made } = await openProtected(SIGNATURES)
    const old = sampleEntry('old', { ended_at: '2026-08-31T23:00:00Z' })
    expect(await open().add([old, sampleEntry('new')])).toMatchObject({ added: 2, warning: null })
    const [line] = await open().lines(monthRange('2026-11'))
    const correction = correctionOf([line as Line], '7/1/new', { g: 0.5 }, 'wrong region')
    expect(await open().add([{ entry: correction }])).toMatchObject({ added: 1, warning: null })
    made.length = 0
    expect(await open().prune('2026-10')).toEqual(['2026-08'])
    // What is deleted cannot be summed again: its totals are marked before.
    expect(made.map(({ branch, deletions }) => [branch, deletions.length])).toEqual([
      ['carbon-ledger-totals', 0],
      ['carbon-ledger', 1],
      ['carbon-ledger-totals', 0],
    ])
    expect(await open().totals({ from: '2026-08-01', to: '2026-11-30' })).toMatchObject({ entries: 2, g: 0.6 })
    expect(await open().verify()).toMatchObject({ entries: 2, faults: [] })
    expect(git(repository, 'for-each-ref', 'refs/carbon-gate')).toBe('')
  })

  it.each([1, 2])('keeps the totals of pruned months when %i of three commits are made', async (count) => {
    const { scene, repository, open } = await openProtected(SIGNATURES)
    await open().add([sampleEntry('old', { ended_at: '2026-08-31T23:00:00Z' }), sampleEntry('new')])
    let made = 0
    scene.repository.makeSignedCommit = (commit) => ((made += 1) > count ? undefined : commitTo(repository, commit))
    await expect(open().prune('2026-10')).rejects.toThrow(/want signed commits, but/)
    scene.repository.makeSignedCommit = (commit) => commitTo(repository, commit)
    expect(await open().totals({ from: '2026-08-01', to: '2026-11-30' })).toMatchObject({ entries: 2, g: 0.2 })
    expect(await open().prune('2026-10')).toEqual(count === 1 ? ['2026-08'] : [])
    await open().add([sampleEntry('more')])
    expect(await open().totals({ from: '2026-08-01', to: '2026-11-30' })).toMatchObject({ entries: 3, all_entries: 3 })
    expect(await open().verify()).toMatchObject({ entries: 3, faults: [] })
  })

  it('loses nothing when the totals are not written, or another writer is faster', async () => {
    const { scene, repository, open } = await openProtected(SIGNATURES)
    scene.addRun(60, { wh: 1 })
    scene.repository.makeSignedCommit = (commit) => {
      if (commit.branch === 'carbon-ledger-totals') return undefined
      return commitTo(repository, commit)
    }
    expect(await failureOf(scene, open())).toMatch(/want signed commits, but cannot commit to carbon-ledger-totals/)
    let race = 0
    scene.repository.makeSignedCommit = (commit) => {
      if ((race += 1) === 1) commitTo(repository, { ...commit, body: '', additions: {}, deletions: [] })
      return commitTo(repository, commit)
    }
    expect(await scene.collect({ store: open() })).toMatchObject({ left: 0 })
    expect(race).toBeGreaterThan(1)
    expect(await open().totals(ALL)).toMatchObject({ entries: 1 })
    expect(await open().verify()).toMatchObject({ entries: 1, faults: [] })
  })

  it('names the other places where the rules refuse commits of the forge as well, and writes nothing', async () => {
    const { scene, repository, open, made } = await openProtected(`${SIGNATURES}\n${PULL_REQUEST}`)
    scene.addRun(60, { wh: 1 })
    const before = git(repository, 'for-each-ref')
    expect(await failureOf(scene, open())).toMatch(
      /rules of the repository forbid this push: .*refs\/carbon-gate\/ledger.*repository of its own.*postgres/,
    )
    expect(made).toEqual([])
    refusePushes(repository, SIGNATURES)
    scene.repository.refusesCommits =
      'Repository rule violations found\n\nChanges must be made through a pull request.\n\n'
    expect(await failureOf(scene, open())).toMatch(/through a pull request.*refs\/carbon-gate\/ledger.*postgres/)
    expect(git(repository, 'for-each-ref')).toBe(before)
  })

  it('says which branch to make first', async () => {
    const { scene, open } = await openProtected(SIGNATURES, false)
    scene.addRun(60, { wh: 1 })
    expect(await failureOf(scene, open())).toMatch(/no refs\/heads\/carbon-ledger: make it once with a signed commit/)
  })
})
