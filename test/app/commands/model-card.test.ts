import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'
import { sampleReport } from '../../sample-report.ts'

const folder = emptyFolder()
const trusted = { verdict: 'none', figure: { trusted: true, reason_code: null } } as const

function write(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const report = write('report.json', sampleReport('train', 100, trusted))
const second = write('second.json', sampleReport('train 2', 200, trusted))
const doubtful = write(
  'doubtful.json',
  sampleReport('train', 100, { verdict: 'indeterminate', figure: { trusted: false, reason_code: 'low-coverage' } }),
)

const card = (...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  runCommand(['model-card', ...args], { cwd: folder })

describe('model-card', () => {
  it("keeps a card's energy in step with its grams, and adds none to other cards", async () => {
    const file = write('energy.md', '---\nco2_eq_emissions:\n  emissions: 1 # g\n  energy_consumed: 0.5 # kWh\n---\n')
    expect((await card(file, report)).status).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('  emissions: 40 # g\n  energy_consumed: 0.1 # kWh\n')
    const { stdout, stderr } = await runCommand(['logs', file, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ energy: { it_wh: 100 }, emissions: { total_g: 40 } })
    expect(stderr).not.toContain('any grid')
  })

  it.each([
    ['2', 'less than 10 g/kWh'],
    ['1400', 'more than any grid makes'],
  ])('warns of grams that no grid explains: %s g/kWh', async (intensity, why) => {
    const odd = path.join(folder, 'odd.json')
    await runCommand(['estimate', '--hours', '1', '--watts', '100', '--intensity', intensity, '--json', odd])
    expect(await card(write('odd.md', '# A\n'), odd)).toMatchObject({ status: 0, stderr: expect.stringContaining(why) })
    const read = write('old.md', `---\nco2_eq_emissions:\n  emissions: ${intensity}\n  energy_consumed: 1\n---\n`)
    expect((await runCommand(['logs', read])).stdout).toContain(why)
  })

  it('writes the sum of the reports once', async () => {
    const file = write('README.md', '---\nlicense: mit # c\n---\n# A\n')
    const args = [file, report, second, '--training-type', 'fine-tuning']
    expect(await card(...args, '--check')).toMatchObject({ status: 1, stdout: expect.stringContaining('out of date') })
    expect((await card(...args)).status).toBe(0)
    const written = readFileSync(file, 'utf8')
    expect(written).toBe(
      '---\nlicense: mit # c\nco2_eq_emissions:\n  emissions: 120\n  source: Carbon Gate (modelled)\n  training_type: fine-tuning\n  geographical_location: "azure:eastus"\n  hardware_used: AMD EPYC 7763 (4 vCPUs)\n---\n# A\n',
    )
    expect(await card(...args)).toMatchObject({ status: 0, stdout: expect.stringContaining('is up to date') })
    expect(readFileSync(file, 'utf8')).toBe(written)
    expect((await card(...args, '--check')).status).toBe(0)
    const { stdout } = await runCommand(['logs', file, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ emissions: { total_g: 120 }, method: 'modelled' })
  })

  it('says what it keeps from the card, and why', async () => {
    const plan = path.join(folder, 'placeless.json')
    await runCommand(['estimate', '--hours', '1', '--watts', '100', '--json', plan], { cwd: folder })
    const old = '  geographical_location: Iceland\n  training_type: fine-tuning\n  hours_used: 3\n'
    const file = write('kept.md', `---\nco2_eq_emissions:\n  emissions: 1\n${old}---\n`)
    const { stdout, stderr } = await card(file, plan)
    expect(stdout).toContain('updated: 71.4 g CO2e')
    expect(readFileSync(file, 'utf8')).toContain(old)
    expect(stderr).toMatch(/geographical_location Iceland is kept from the card: .*--location/)
    expect(stderr).toMatch(/training_type fine-tuning is kept from the card: .*--training-type/)
    expect(stderr).toContain('kept from the card, and not checked: hours_used 3')
    const flags = ['--location', 'Frankfurt', '--training-type', 'pre-training']
    expect((await card(file, plan, ...flags)).stderr).not.toMatch(/geographical_location|training_type/)
  })

  it('does not write a figure that cannot be trusted', async () => {
    const file = write('doubtful.md', '# A\n')
    for (const flags of [[], ['--on-measurement-error', 'warn'], ['--no-enforce'], ['--check']]) {
      const { status, stderr } = await card(file, doubtful, ...flags)
      expect(status).toBe(3)
      expect(stderr).toContain('is not changed')
    }
    expect(readFileSync(file, 'utf8')).toBe('# A\n')
  })

  it('leaves out a place that is unknown, and does not call it the world', async () => {
    const file = write('place.md', '# A\n')
    const plan = path.join(folder, 'plan.json')
    await runCommand(['estimate', '--hours', '1', '--watts', '100', '--json', plan], { cwd: folder })
    expect((await card(file, plan)).status).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(
      '---\nco2_eq_emissions:\n  emissions: 71.4\n  source: Carbon Gate (estimated)\n---\n# A\n',
    )
  })

  it('judges budgets, and still writes the card', async () => {
    const file = write('budget.md', '# A\n')
    expect(await card(file, report, '--budget', '5 g')).toMatchObject({ status: 1 })
    expect(readFileSync(file, 'utf8')).toContain('emissions: 40\n')
    expect((await card(file, report, '--budget', '50 g', '--check')).status).toBe(0)
  })

  it.each([
    ['a file that is not Markdown', 'report.json', [], 'is not a Markdown file'],
    ['a file that is missing', 'none.md', [], 'the file does not exist'],
    ['bytes that are not text', 'bytes.md', [], 'is not UTF-8 text'],
    [
      'an unknown kind of training',
      'a.md',
      ['--training-type', 'pretraining'],
      'pre-training or fine-tuning is needed',
    ],
    ['a blank place', 'a.md', ['--location', ' '], '--location is blank'],
  ])('refuses %s', async (_, name, flags, why) => {
    write('a.md', '# A\n')
    writeFileSync(path.join(folder, 'bytes.md'), Buffer.from([0xff, 0xfe, 0x00]))
    const { status, stderr } = await card(path.join(folder, name), report, ...flags)
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toContain(why)
  })
})
