import { describe, expect, it } from 'vitest'
import { inputsOfStep } from '../../../src/app/policy/base-inputs.ts'
import type { SetValues } from '../../../src/app/settings/table.ts'

const HERE = { job: 'test', action: 'carbon-gate/carbon-gate' }

function inputsIn(jobs: string): ReturnType<typeof inputsOfStep> {
  return inputsOfStep(`jobs:\n${jobs}`, HERE)
}

/** Values, and the names of unknown inputs. */
function knownIn(jobs: string): [SetValues | undefined, string[]] {
  const inputs = inputsIn(jobs)
  return [inputs?.values, [...(inputs?.unknown ?? [])].sort()]
}

describe('the inputs of this step in the workflow at the base', () => {
  it('are those of the step in its own job', () => {
    const other = '  other:\n    steps:\n      - {uses: carbon-gate/carbon-gate@v1, with: {zone: FR}}\n'
    const own = '  test:\n    steps:\n      - {uses: Carbon-Gate/carbon-gate@v1, with: {zone: DE}}\n'
    expect(knownIn(other + own)).toEqual([{ zone: 'DE' }, []])
  })

  it('only name the config file where the step is in another job', () => {
    const steps = '    steps:\n      - {uses: carbon-gate/carbon-gate@v1, with: {zone: FR, config: a.yml}}\n'
    const more = '  third:\n    steps:\n      - {uses: carbon-gate/carbon-gate@v1}\n'
    const [values, unknown] = knownIn(`  other:\n${steps}${more}`)
    expect([values, unknown.includes('zone'), unknown.includes('config')]).toEqual([{}, true, true])
    expect(inputsIn(`  other:\n${steps}${more}`)?.otherConfigs).toEqual(['a.yml', '.github/carbon-gate.yml'])
  })

  it.each([
    ['a reusable workflow', '  test:\n    uses: ./.github/workflows/reusable.yml\n    with: {zone: DE}\n'],
    ['a reusable workflow of another repository', '  test:\n    uses: octo/ci/.github/workflows/ci.yml@main\n'],
    ['a composite action', '  test:\n    steps:\n      - {uses: ./.github/actions/measure, with: {zone: DE}}\n'],
    ['another action', '  test:\n    steps:\n      - {uses: some/labeler@v1, with: {config: .github/labeler.yml}}\n'],
    [
      'a comment',
      '  test:\n    steps:\n      # - {uses: carbon-gate/carbon-gate@v1, with: {zone: DE}}\n      - run: make\n',
    ],
  ])('are unknown where the step is in %s', (_, jobs) => {
    expect(inputsIn(jobs)).toBeNull()
  })

  it('are unknown where they have an expression, or a value that cannot be read', () => {
    const step = '- {uses: carbon-gate/carbon-gate@v1, with: {zone: "${{ vars.ZONE }}", pue: lots, config: a.yml}}'
    expect(knownIn(`  test:\n    steps:\n      ${step}\n`)).toEqual([{ config: 'a.yml' }, ['pue', 'zone']])
  })

  it('of several steps of a job are those on which all agree; the first names the config file', () => {
    const steps = [
      '- {uses: carbon-gate/carbon-gate@v1, with: {zone: DE, config: a.yml, enforce: false}}',
      '- {uses: carbon-gate/carbon-gate@v1, with: {zone: FR, mode: logs, enforce: false}}',
    ]
    expect(knownIn(`  test:\n    steps:\n      ${steps.join('\n      ')}\n`)).toEqual([
      { config: 'a.yml', enforce: false },
      ['mode', 'zone'],
    ])
  })

  it('are unknown where the workflow is not YAML or nests without end', () => {
    expect(inputsOfStep('jobs: [', HERE)).toBeNull()
    expect(inputsOfStep('a: &a [*a]\n', HERE)).toBeNull()
  })
})
