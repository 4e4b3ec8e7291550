import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli, emptyFolder } from './cli-process.ts'

describe('compare', () => {
  it('shows two variants per functional unit', () => {
    const folder = emptyFolder()
    const plan = (name: string, watts: string, units: string): string => {
      const file = path.join(folder, `${name}.json`)
      const flags = ['--hours', '1', '--watts', watts, '--pue', '1', '--intensity', '500', '--units', units]
      expect(cli(['estimate', ...flags, '--json', file]).status).toBe(0)
      return file
    }
    const pytorch = plan('pytorch', '200', '1000 inferences')
    const tensorrt = plan('tensorrt', '150', '3000 inferences')
    const { status, stdout } = cli(['compare', pytorch, tensorrt])
    expect(status).toBe(0)
    expect(stdout).toMatch(/energy +200 Wh +150 Wh +-25 %/)
    expect(stdout).toMatch(/emissions per inference +0\.1 g +25 mg +-75 %/)
    const json = JSON.parse(cli(['compare', pytorch, tensorrt, '--json']).stdout) as {
      per_unit: { emissions_g: { change: number } }
    }
    expect(json.per_unit.emissions_g.change).toBeCloseTo(-0.75, 12)
    expect(cli(['compare', pytorch]).status).toBe(2)
    expect(cli(['compare', pytorch, path.join(folder, 'missing.json')]).status).toBe(2)
  })
})
