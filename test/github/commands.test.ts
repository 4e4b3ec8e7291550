import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_SUMMARY_BYTES, StepCommands } from '../../src/github/commands.ts'

const HOSTILE = 'a::stop-commands::x\r\n::add-mask::y ##[error]z ##[group]\u001B[31m'

let folder: string
let printed: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commands-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) vi.stubEnv(name, '')
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
  rmSync(folder, { recursive: true })
})

function file(name: string): string {
  const at = path.join(folder, name)
  writeFileSync(at, '')
  vi.stubEnv(name, at)
  return at
}

/** Orders that the runner would read in what was printed; ours are annotations at the start of a line. */
function orders(): string[] {
  return printed
    .replace(/^::(?:notice|warning|error)(?: title=[^:\n]*)?::/gm, '')
    .split('\n')
    .filter((line) => /::|##\[/.test(line))
}

describe('what a step says', () => {
  it('is never an order to the runner', () => {
    const commands = new StepCommands(process.env)
    commands.print(HOSTILE)
    commands.notice(HOSTILE, HOSTILE)
    commands.warning(HOSTILE)
    commands.error(HOSTILE, 'title, with: signs')
    expect(orders()).toEqual([])
    expect(printed.match(/^::(notice|warning|error)/gm)).toEqual(['::notice', '::warning', '::error'])
  })

  it('is at most ten annotations of a kind; the rest is in the log', () => {
    const commands = new StepCommands(process.env)
    for (let i = 0; i < 15; i++) commands.warning(`w${i}`)
    commands.error('e')
    expect(printed.match(/^::warning::/gm)).toHaveLength(10)
    expect(printed).toContain('\nwarning: w14')
    expect(printed).toContain('::error::e')
  })

  it('is at most 4,096 characters an annotation', () => {
    new StepCommands(process.env).warning('x'.repeat(5000))
    expect(printed.trim()).toHaveLength('::warning::'.length + 4096)
  })

  it('fails the step', () => {
    new StepCommands(process.env).fail('over')
    expect([process.exitCode, printed]).toEqual([1, '::error::over\n'])
  })

  it('goes to the files of outputs and summary', () => {
    const [outputs, summary] = [file('GITHUB_OUTPUT'), file('GITHUB_STEP_SUMMARY')]
    const commands = new StepCommands(process.env)
    commands.output('report', 'a\nverdict=pass')
    commands.summary(() => '### text')
    expect(readFileSync(outputs, 'utf8')).toMatch(/^report<<(ghadelimiter_\S+)\na\nverdict=pass\n\1\n$/)
    expect(readFileSync(summary, 'utf8')).toBe('### text\n')
    expect([printed, commands.trouble]).toEqual(['', []])
  })

  it('is not lost for want of these files', () => {
    const commands = new StepCommands(process.env)
    commands.output('verdict', 'pass')
    commands.summary(() => '### text')
    expect([printed, commands.trouble]).toEqual(['', []])
    vi.stubEnv('GITHUB_OUTPUT', path.join(folder, 'missing'))
    vi.stubEnv('GITHUB_STEP_SUMMARY', folder)
    commands.output('verdict', 'pass')
    commands.summary(() => '### text')
    expect(commands.trouble.map((text) => text.split(' cannot')[0])).toEqual(['the output verdict', 'the step summary'])
  })

  it('fits into the summary that is left', () => {
    const summary = file('GITHUB_STEP_SUMMARY')
    writeFileSync(summary, 'x'.repeat(MAX_SUMMARY_BYTES - 1000))
    new StepCommands(process.env).summary(() => 'ü line\n'.repeat(500))
    const text = readFileSync(summary, 'utf8')
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES)
    expect(text).toMatch(/ü line\n\n\(truncated: the maximum size of a summary is 1 MiB\)\n$/)
  })
})
