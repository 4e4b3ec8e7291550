import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'

describe('compare', () => {
  it('shows two variants per functional unit', async () => {
    const folder = emptyFolder()
    const plan = async (name: string, watts: string, units: string): Promise<string> => {
      const file = path.join(folder, `${name}.json`)
      const flags = ['--hours', '1', '--watts', watts, '--pue', '1', '--intensity', '500', '--units', units]
      expect((await runCommand(['estimate', ...flags, '--json', file])).status).toBe(0)
      return file
    }
    const pytorch = await plan('pytorch', '200', '1000 inferences')
    const tensorrt = await plan('tensorrt', '150', '3000 inferences')
    const { status, stdout } = await runCommand(['compare', pytorch, tensorrt])
    expect(status).toBe(0)
    // Both subjects are named `plan`, so the files name them.
    expect(stdout).toMatch(/^ +pytorch +tensorrt$/m)
    expect(stdout).toMatch(/energy +200 Wh +150 Wh +-25 %/)
    expect(stdout).toMatch(/emissions per inference +100 mg +25 mg +-75 %/)
    const json = JSON.parse((await runCommand(['compare', pytorch, tensorrt, '--json'])).stdout) as {
      per_unit: { emissions_g: { change: number } }
    }
    expect(json.per_unit.emissions_g.change).toBeCloseTo(-0.75, 12)
    // The flag before the first report does not take it for its file.
    expect(JSON.parse((await runCommand(['compare', '--json', pytorch, tensorrt])).stdout)).toEqual(json)
    const alone = await runCommand(['compare', pytorch])
    expect(alone.status).toBe(2)
    expect(alone.stderr).toContain('compare needs two reports')
    expect((await runCommand(['compare', pytorch, path.join(folder, 'missing.json')])).status).toBe(2)
  })

  it('names the files of reports that are called by what they measured', async () => {
    const folder = emptyFolder()
    const named = async (name: string, hours: string): Promise<string> => {
      const plan = path.join(folder, `${name}-plan.json`)
      const file = path.join(folder, `${name}.json`)
      writeFileSync(plan, JSON.stringify({ name: `work ${name}`, hours, watts: 100, zone: 'FR' }))
      expect((await runCommand(['estimate', '--plan', plan, '--json', file])).status).toBe(0)
      return file
    }
    const [first, second] = [await named('before', '2'), await named('after', '3')]
    const markdown = path.join(folder, 'compared.md')
    const { stdout } = await runCommand(['compare', first, second, '--markdown', markdown])
    expect(stdout).toMatch(/^ +work before +work after$/m)
    expect(stdout).toMatch(/^report .*before\.json .*after\.json$/m)
    expect(readFileSync(markdown, 'utf8').replaceAll('\u200B', '')).toMatch(/work after .*after\.json/)
  })

  it('trusts a figure whose water line could not be judged', async () => {
    const folder = emptyFolder()
    const file = path.join(folder, 'plan.json')
    const flags = ['--hours', '1', '--watts', '100', '--pue', '1', '--intensity', '500', '--budget', '2 L']
    expect((await runCommand(['estimate', ...flags, '--json', file])).status).toBe(3)
    expect((await runCommand(['compare', file, file])).stdout).not.toContain('no trustworthy figure')
  })

  it('shows small units by the thousand, and writes JSON to a file', async () => {
    const folder = emptyFolder()
    const plan = async (name: string, units: string): Promise<string> => {
      const file = path.join(folder, `${name}.json`)
      const flags = ['--hours', '1', '--watts', '1', '--pue', '1', '--intensity', '500', '--units', units]
      expect((await runCommand(['estimate', ...flags, '--json', file])).status).toBe(0)
      return file
    }
    const [slow, fast] = [await plan('slow', '100000 inferences'), await plan('fast', '200000 inferences')]
    const { stdout } = await runCommand(['compare', slow, fast])
    expect(stdout).toMatch(/energy per 1000 inferences +10 mWh +5 mWh +-50 %/)
    expect(stdout).toMatch(/emissions per 1000 inferences +5 mg +2\.5 mg +-50 %/)
    expect(stdout).not.toContain('under')
    const file = path.join(folder, 'comparison.json')
    expect(await runCommand(['compare', slow, fast, '--json', file])).toMatchObject({ status: 0, stdout: '' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ per_unit: { energy_wh: { base: 1e-5 } } })
    expect((await runCommand(['compare', slow, fast, '--json', file])).status).toBe(0)
    // A report may be the only copy of a measurement.
    const refused = await runCommand(['compare', slow, fast, '--json', slow])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('not an earlier answer')
    // A file of the user that begins like an answer is not one.
    const own = path.join(folder, 'own.json')
    writeFileSync(own, '{"base":1}')
    expect((await runCommand(['compare', slow, fast, '--json', own])).status).toBe(2)
    expect(readFileSync(own, 'utf8')).toBe('{"base":1}')
  })
})
