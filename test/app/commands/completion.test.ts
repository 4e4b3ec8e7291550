import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../../src/trackers/formats.ts'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'

/** What may follow the words, and the directive: 4 where files make no sense. */
async function complete(...words: string[]): Promise<{ values: string[]; directive: string }> {
  const { stdout } = await runCommand(['complete', '--', ...words])
  const lines = stdout.trimEnd().split('\n')
  return { values: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''), directive: lines.at(-1) ?? '' }
}

describe('completion', () => {
  it('knows the commands and their subcommands', async () => {
    expect((await complete('')).values).toEqual(expect.arrayContaining(['run', 'logs', 'init', 'ledger', 'completion']))
    expect((await complete('')).values).not.toContain('complete')
    expect((await complete('lo')).values).toEqual(['logs'])
    expect((await complete('ledger', 'ex')).values).toEqual(['export'])
  })

  it('knows the flags of a command and of a subcommand', async () => {
    expect((await complete('run', '--on-')).values).toEqual(
      expect.arrayContaining(['--on-exceed', '--on-ledger-error', '--on-measurement-error']),
    )
    expect((await complete('ledger', 'export', '--par')).values).toEqual(['--parquet'])
  })

  it.each([
    { words: ['run', '--comment', ''], values: ['auto', 'true', 'false'] },
    { words: ['run', '--on-exceed', 's'], values: ['stop'] },
    { words: ['run', '--scope', ''], values: ['machine', 'command'] },
    { words: ['intensity', '--provider', 'u'], values: ['uk'] },
    { words: ['logs', '--format', ''], values: ['auto', ...FORMATS.map(({ name }) => name)] },
    { words: ['logs', '--format', 'codec'], values: ['codecarbon', 'codecarbon-console'] },
    { words: ['label', '--for', ''], values: ['run', 'service'] },
    { words: ['init', '--forge', 'git'], values: ['github', 'gitlab', 'gitea'] },
    { words: ['schema', ''], values: ['report', 'config', 'ledger', 'plan'] },
    { words: ['completion', ''], values: ['bash', 'zsh', 'fish'] },
    { words: ['notes', 'grid-fall'], values: ['grid-fallback'] },
  ])('knows the values after $words', async ({ words, values }) => {
    const answer = await complete(...words)
    expect([...answer.values].sort()).toEqual(expect.arrayContaining([...values].sort()))
    expect(answer.directive).toBe(':4')
  })

  it.each([[['logs', '']], [['run', '--json', '']], [['run', '--', 'npm', '']]])(
    'leaves files to the shell after %j',
    async (words) => {
      expect(await complete(...words)).toEqual({ values: [], directive: ':0' })
    },
  )

  it('refuses another shell with the nearest name', async () => {
    const { status, stderr } = await runCommand(['completion', 'fsh'])
    expect(status).toBe(2)
    expect(stderr).toContain('did you mean fish?')
  })
})

/** Whether a program is on this machine. */
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0

describe('the script for bash', () => {
  /** What bash offers for a line that is being typed, with the words that the script sent. */
  async function offer(answer: string, words: readonly string[]): Promise<{ offered: string[]; sent: string[] }> {
    const folder = emptyFolder()
    const program = path.join(folder, 'carbon-gate')
    writeFileSync(path.join(folder, 'answer'), answer)
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/sent"\ncat "${folder}/answer"\n`)
    chmodSync(program, 0o755)
    const { stdout: script } = await runCommand(['completion', 'bash'])
    const ask = `${script}
${script}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_carbon_gate
printf '%s\\n' "\${COMPREPLY[@]}"`
    const stdout = execFileSync('bash', ['-u', '-c', ask], {
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env['PATH']}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const sent = existsSync(`${folder}/sent`) ? readFileSync(`${folder}/sent`, 'utf8').trimEnd().split('\n') : []
    return { offered: stdout.split('\n').filter(Boolean), sent }
  }

  it.skipIf(!has('bash'))('offers what the program answers', async () => {
    const { stdout } = await runCommand(['complete', '--', 'run', '--on-ex'])
    expect(await offer(stdout, ['carbon-gate', 'run', '--on-ex'])).toEqual({
      offered: ['--on-exceed'],
      sent: ['complete', '--', 'run', '--on-ex'],
    })
  })

  it.skipIf(!has('bash'))('sends a value after = as a word of its own', async () => {
    const { stdout } = await runCommand(['complete', '--', 'run', '--comment', 'a'])
    expect(await offer(stdout, ['carbon-gate', 'run', '--comment', '=', 'a'])).toEqual({
      offered: ['auto'],
      sent: ['complete', '--', 'run', '--comment', 'a'],
    })
  })

  it.skipIf(!has('bash'))('runs nothing of the line that is being typed', async () => {
    const { sent } = await offer(':0\n', ['carbon-gate', 'run', '--', '$(touch x)', 'y;z'])
    expect(sent).toEqual(['complete', '--', 'run', '--', '$(touch x)', 'y;z'])
  })
})

describe.each(['zsh', 'fish'])('the script for %s', (shell) => {
  it('calls the program and registers itself', async () => {
    const { status, stdout } = await runCommand(['completion', shell])
    expect(status).toBe(0)
    expect(stdout).toContain('carbon-gate complete --')
    expect(stdout).toMatch(shell === 'zsh' ? /^#compdef carbon-gate/ : /complete -c carbon-gate/)
  })

  it.skipIf(!has(shell))('is accepted by the shell', async () => {
    const { stdout } = await runCommand(['completion', shell])
    const file = path.join(emptyFolder(), 'script')
    writeFileSync(file, stdout)
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
