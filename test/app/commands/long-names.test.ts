import { expect, it } from 'vitest'
import { runCommand } from '../../run-command.ts'

const NAMES = ['n'.repeat(400), `${'n'.repeat(400)}/*.json`, 'n/'.repeat(3000), 'a\u0000b']

it.each([
  ['gate'],
  ['compare', 'report.json'],
  ['label'],
  ['logs'],
  ['model-card'],
  ['ledger', 'add', '--ledger', './ledger.git'],
  ['ledger', 'show', '--ledger', './ledger.git', '--json'],
  ['estimate', '--hours', '1', '--watts', '10', '--svg'],
])('%s %s refuses a name that no file system takes', async (...command) => {
  for (const name of NAMES) {
    const { status, stderr } = await runCommand([...command, name])
    expect(status).toBeGreaterThanOrEqual(2)
    expect(status).toBeLessThanOrEqual(3)
    expect(stderr.trimEnd()).not.toMatch(/\n.*\n|internal error/)
  }
})
