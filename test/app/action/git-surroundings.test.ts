import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gitSurroundings } from '../../../src/app/action/git-surroundings.ts'
import { findAddress } from '../../../src/ledger/git/address.ts'
import { gitEnvironment, runGit } from '../../../src/ledger/git/run-git.ts'
import { parseWhere } from '../../../src/ledger/where.ts'

const EVIL = 'https://evil.example/o/r.git'

let workspace: string
let env: NodeJS.ProcessEnv

beforeEach(() => {
  workspace = realpathSync(mkdtempSync(path.join(tmpdir(), 'workspace-')))
  env = {
    PATH: process.env['PATH'],
    HOME: workspace,
    RUNNER_TEMP: workspace,
    GITHUB_WORKSPACE: workspace,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'octo/shop',
  }
  // What a step of the job could leave: another origin, a header, and settings of the user.
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: workspace, env })
  git('init', '--quiet')
  git('remote', 'add', 'origin', EVIL)
  git('config', 'http.https://github.com/.extraHeader', 'Authorization: Basic evil')
  writeFileSync(
    path.join(workspace, '.gitconfig'),
    '[url "https://evil.example/"]\n\tinsteadOf = https://github.com/\n[http]\n\tproxy = http://evil.example:1\n',
  )
})
afterEach(() => rmSync(workspace, { recursive: true, force: true }))

describe('git that reads a ledger for the action', () => {
  it('does not follow the origin of the checkout, which a step can change', async () => {
    const { env: isolated, cwd } = gitSurroundings('carbon-ledger', env)
    const address = await findAddress(parseWhere('carbon-ledger') as never, { env: isolated, cwd, token: 'secret' })
    expect(address.url).toBe('https://github.com/octo/shop.git')
    expect(address.settings.flat().join(' ')).not.toContain('evil')
  })

  it('takes no header for another repository from the checkout', async () => {
    const where = 'https://github.com/octo/ledger.git'
    const { env: isolated, cwd } = gitSurroundings(where, env)
    expect((await findAddress(parseWhere(where) as never, { env: isolated, cwd })).settings).toEqual([])
  })

  it.each(['carbon-ledger', './ledger.git'])('reads no settings of the user for %s', async (ledger) => {
    const { env: isolated, cwd } = gitSurroundings(ledger, env)
    const { stdout } = await runGit(['config', '--global', '--list'], { cwd, env: gitEnvironment(isolated) })
    expect(stdout.toString()).toBe('')
    const found = await runGit(['ls-remote', '--get-url', 'https://github.com/octo/shop'], {
      cwd: tmpdir(),
      env: gitEnvironment(isolated),
    })
    expect(found.stdout.toString().trim()).toBe('https://github.com/octo/shop')
  })

  it('finds a relative path in the workspace', () => {
    expect(gitSurroundings('./ledger.git', env).cwd).toBe(workspace)
    expect(gitSurroundings('carbon-ledger', env).cwd).not.toBe(workspace)
  })

  it('works where a step took RUNNER_TEMP away', () => {
    const { cwd } = gitSurroundings('carbon-ledger', { ...env, RUNNER_TEMP: path.join(workspace, 'gone') })
    expect(cwd.startsWith(tmpdir())).toBe(true)
    rmSync(cwd, { recursive: true })
  })
})
