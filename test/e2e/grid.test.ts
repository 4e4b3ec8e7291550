import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emForecast, emLatest } from '../fakes/grid-answers.ts'
import { gridServer } from '../fakes/grid-server.ts'
import { firstWithin } from '../wait-until.ts'
import { CLI, emptyFolder } from './cli-process.ts'

/** Runs the command line beside a server of the test, which a synchronous run would starve. */
async function beside(
  args: readonly string[],
  env: Record<string, string>,
  script: string = CLI,
): Promise<{ status: number | null; stdout: string; stderr: string; tookMs: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, [script, ...args], {
    cwd: emptyFolder(),
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString()
  })
  const status = await new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return { status, stdout, stderr, tookMs: performance.now() - started }
}

describe('with a live provider', () => {
  it('asks it with the token of the environment, and exits at once', async () => {
    const now = Math.floor(Date.now() / 1000)
    const server = await gridServer(() => ({ json: emLatest('DE', 302, now - 600) }))
    const { status, stdout, tookMs } = await firstWithin(
      (each) => each.tookMs < 3000,
      () =>
        beside(['intensity', '--zone', 'DE', '--provider', 'electricitymaps', '--json'], {
          CARBON_GATE_GRID_TOKEN: 'tok-en-4711',
          CARBON_GATE_GRID_URL: `${server.url}/v3`,
        }),
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ g_per_kwh: 302, zone: 'DE', kind: 'lifecycle', fallback: false })
    expect(server.requests[0]?.headers['auth-token']).toBe('tok-en-4711')
    expect(tookMs).toBeLessThan(3000)
    await server.close()
  })

  it('falls back in time when it hangs, without showing the token', async () => {
    const server = await gridServer(() => 'hang')
    const { status, stdout, stderr, tookMs } = await firstWithin(
      (each) => each.tookMs < 4000,
      () =>
        beside(['intensity', '--zone', 'DE', '--grid-provider', 'electricitymaps', '--max-api-wait', '1', '--json'], {
          CARBON_GATE_GRID_TOKEN: 'tok-en-4711',
          CARBON_GATE_GRID_URL: server.url,
        }),
    )
    expect(tookMs).toBeLessThan(4000)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ fallback: true, notes: [{ code: 'grid-fallback' }] })
    expect(stdout + stderr).not.toContain('4711')
    await server.close()
  })

  it('finds the best window', async () => {
    const hour = Math.floor(Date.now() / 3_600_000) * 3600
    const values = Array.from({ length: 30 }, (_, i) => (i === 8 || i === 9 ? 100 : 400))
    const server = await gridServer(() => ({ json: emForecast('DE', hour, values) }))
    const { stdout } = await beside(
      ['when', '--zone', 'DE', '--duration', '2h', '--within', '24h', '--provider', 'electricitymaps', '--json'],
      { CARBON_GATE_GRID_TOKEN: 'tok-en-4711', CARBON_GATE_GRID_URL: server.url },
    )
    expect(JSON.parse(stdout)).toMatchObject({
      run_now: false,
      best_start: new Date((hour + 8 * 3600) * 1000).toISOString().replace('.000Z', 'Z'),
      best_g_per_kwh: 100,
      saving: { share: 0.75, g: null },
      basis: 'forecast',
    })
    await server.close()
  })
})

describe('mode: when, as a step', () => {
  /** The step as a process: its exit status, what it printed, its outputs. */
  async function step(
    inputs: Record<string, string>,
  ): Promise<{ status: number | null; log: string; outputs: string }> {
    const folder = emptyFolder()
    const outputs = path.join(folder, 'outputs')
    writeFileSync(outputs, '')
    const given = Object.entries({ mode: 'when', zone: 'DE', ...inputs })
    const { status, stdout, stderr } = await beside(
      [],
      {
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: outputs,
        RUNNER_TEMP: folder,
        GITHUB_WORKSPACE: folder,
        ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
      path.resolve('dist/main/index.js'),
    )
    return { status, log: stdout + stderr, outputs: readFileSync(outputs, 'utf8') }
  }

  it('sets run-now, best-start and saving, within a day unless `within` is set', async () => {
    const hour = Math.floor(Date.now() / 3_600_000) * 3600
    const values = Array.from({ length: 30 }, (_, i) => (i === 8 || i === 9 ? 100 : 400))
    const server = await gridServer(() => ({ json: emForecast('DE', hour, values) }))
    const { status, log, outputs } = await step({
      duration: '2 h',
      'grid-provider': 'electricitymaps',
      'grid-token': 'tok-en-4711',
      'grid-url': `${server.url}/v3`,
    })
    await server.close()
    expect(status, log).toBe(0)
    const best = new Date((hour + 8 * 3600) * 1000).toISOString().replace('.000Z', 'Z')
    expect(outputs).toMatch(new RegExp(`run-now<<.*\nfalse\n[^]*best-start<<.*\n${best}\n[^]*saving<<.*\n75\n`))
    expect(log.replaceAll('::add-mask::tok-en-4711', '')).not.toContain('4711')
  })

  it('runs now on a yearly figure, and needs a duration', async () => {
    expect((await step({ duration: '2 h' })).outputs).toMatch(/run-now<<.*\ntrue\n/)
    const { status, log } = await step({})
    expect(status).not.toBe(0)
    expect(log).toContain('duration is missing')
  })
})
