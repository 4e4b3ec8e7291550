import { spawnSync } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { CLI, cli } from './cli-process.ts'

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

describe('standard output', () => {
  it.skipIf(!existsSync('/dev/full'))('fails a command on a full disk', () => {
    const onto = (args: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [CLI, ...args], { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] })
    for (const args of [[...PLAN, '--json'], PLAN, ['schema', 'report']]) {
      const { status, stderr } = onto(args)
      expect(status).toBe(2)
      expect(String(stderr)).toContain('standard output cannot be written: ENOSPC')
    }
  })
})
