import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { CLI, cli, emptyFolder } from './cli-process.ts'

const PLAN = ['estimate', '--hours', '10', '--processors', '4', '--watts', '300', '--pue', '1.5', '--intensity', '450']

describe('estimate', () => {
  it('is the worked example: 12 kWh, 18 kWh, 8,100 g', () => {
    const { status, stdout, stderr } = cli([...PLAN, '--json'])
    expect(status).toBe(0)
    const report = JSON.parse(stdout) as Report
    expect(report.emissions).toMatchObject({ operational_g: 8100, total_g: 8100 })
    expect(stderr).toContain('8.1 kg')
  })

  it.each([
    [[...PLAN, '--budget', '5 kg'], 1],
    [['estimate', '--hours', '-1', '--watts', '3'], 2],
    [[...PLAN, '--budget', '1 L'], 3],
  ])('%j ends with exit status %d', (args, status) => {
    expect(cli(args).status).toBe(status)
  })
})

describe('what a result is written to', () => {
  it.each(['--json', '--markdown', '--svg'])('%s - is standard output, and so is its name', (flag) => {
    for (const target of ['-', '/dev/stdout']) {
      const { status, stdout, stderr } = cli([...PLAN, flag, target])
      expect(status, stderr).toBe(0)
      expect(stdout).toMatch(/^[{<]/)
      expect(stdout).not.toContain('carbon  -')
      expect(stderr).toContain('8.1 kg CO2e')
    }
    expect(existsSync('-')).toBe(false)
  })

  it('two of them there would read as neither', () => {
    const { status, stdout, stderr } = cli([...PLAN, '--json', '--markdown', '-'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--json and --markdown')
  })

  // Root may rename a file over a device, and did: a pipe stands here for what only root may make.
  it.skipIf(process.platform === 'win32')('is never replaced unless it is a file, and a link is followed', () => {
    const folder = emptyFolder()
    const pipe = path.join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    // Read and write: nobody has to read for the writer to go on.
    openSync(pipe, 'r+')
    expect(cli([...PLAN, '--markdown', pipe]).status).toBe(0)
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    const file = path.join(folder, 'label.svg')
    const link = path.join(folder, 'link.svg')
    writeFileSync(file, '')
    symlinkSync(file, link)
    expect(cli([...PLAN, '--svg', link]).status).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('<svg')
  })

  it.skipIf(!existsSync('/dev/full'))('fails on a full disk', () => {
    const onto = (args: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [CLI, ...args], { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] })
    for (const args of [[...PLAN, '--json'], PLAN, ['schema', 'report']]) {
      const { status, stderr } = onto(args)
      expect(status).toBe(2)
      expect(String(stderr)).toContain('standard output cannot be written: ENOSPC')
    }
  })
})
