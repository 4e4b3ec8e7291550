import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StopHint, lookForStop } from '../../../src/app/action/stop-hint.ts'
import { readSettings } from '../../../src/app/settings/table.ts'
import { readEvent } from '../../../src/github/event.ts'
import { readPlainFile } from '../../../src/github/plain-file.ts'
import { FakeGitHub } from '../../fakes/github/fake-github.ts'
import { createRunnerEnvironment } from '../../fakes/github/runner-environment.ts'

let fake: FakeGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
})
afterEach(() => fake.close())

const WORKFLOW = '.github/workflows/ci.yml'
const STOPS = 'budgets: [5 g]\non-exceed: stop\n'

interface Scene {
  /** Files at the base. */
  readonly files: Readonly<Record<string, string>>
  /** What the pull request changes; missing: a push of the base. */
  readonly proposal?: Readonly<Record<string, string | null>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: NodeJS.ProcessEnv
}

async function look({ files, proposal, inputs = {}, env = {} }: Scene): Promise<StopHint> {
  const repository = fake.addRepository('octo/shop', { files })
  const token = fake.addToken({ permissions: { contents: 'read' }, repositories: [repository] })
  const pull = proposal && repository.addPull({ head: { branch: 'faster' }, author: fake.addAccount('ann') })
  if (pull) repository.push(pull, { 'README.md': 'shop', ...proposal })
  const runner = createRunnerEnvironment(fake, {
    repository,
    event: pull ? { name: 'pull_request', pull } : { name: 'push', branch: 'main' },
    token,
  })
  const all = { ...runner.env, 'INPUT_GITHUB-TOKEN': token.secret, ...env }
  const hint = await lookForStop(readSettings(inputs), readEvent(all, readPlainFile), all)
  runner.remove()
  return hint
}

describe('the start of a job learns that its policy may ask for a stop', () => {
  it.each<[string, Scene]>([
    ['from the config file', { files: { '.github/carbon-gate.yml': STOPS } }],
    ['from the other spelling of its name', { files: { '.github/carbon-gate.yaml': STOPS } }],
    ['from the file that the input names', { files: { 'ci/gate.yml': STOPS }, inputs: { config: './ci/gate.yml' } }],
    ['from a file in one line', { files: { '.github/carbon-gate.yml': '{budgets: [5 g], "on-exceed": stop}' } }],
    ['from an organisation file that could say so', { files: { '.github/carbon-gate.yml': 'extends: octo/policy\n' } }],
    ['from its input, without a request', { files: {}, inputs: { 'on-exceed': 'stop' } }],
    [
      'from the base, whatever the pull request does to the file',
      { files: { '.github/carbon-gate.yml': STOPS }, proposal: { '.github/carbon-gate.yml': 'budgets: [5 g]\n' } },
    ],
    [
      'from the base, although the pull request names another file',
      {
        files: { '.github/carbon-gate.yml': STOPS, 'mild.yml': 'budgets: [1 t]\n' },
        proposal: {},
        inputs: { config: 'mild.yml' },
      },
    ],
    [
      "from the base's workflow, which names another file than the pull request's",
      {
        files: {
          'ci/gate.yml': STOPS,
          [WORKFLOW]: 'jobs: {a: {steps: [{uses: carbon-gate/carbon-gate@v1, with: {config: ci/gate.yml}}]}}',
        },
        proposal: { [WORKFLOW]: 'jobs: {}' },
      },
    ],
  ])('%s', async (_, scene) => {
    expect((await look(scene)).mayStop).toBe(true)
  })

  it.each<[string, Scene]>([
    ['says nothing of it', { files: { '.github/carbon-gate.yml': 'budgets: [5 g]\n' } }],
    ['has it in a comment', { files: { '.github/carbon-gate.yml': 'budgets: [5 g]\n  # on-exceed: stop\n' } }],
    ['says it in the pull request only', { files: {}, proposal: { '.github/carbon-gate.yml': STOPS } }],
    [
      'lies outside of the repository',
      { files: { 'x.yml': STOPS }, inputs: { config: '../../../repos/octo/shop/contents/x.yml' } },
    ],
  ])('and not when the file %s', async (_, scene) => {
    expect((await look(scene)).mayStop).toBe(false)
  })

  it('leaves the question to the policy where only the library speaks to the proxy', async () => {
    const files = { '.github/carbon-gate.yml': 'budgets: [5 g]\n' }
    expect(await look({ files, env: { https_proxy: 'http://proxy:3128' } })).toMatchObject({
      mayStop: true,
      requests: 0,
    })
  })

  it('and hands the files to post, which need not ask for them again', async () => {
    const files = { '.github/carbon-gate.yml': 'budgets: [5 g]\n', [WORKFLOW]: 'jobs: {}\n' }
    const { known, requests } = await look({ files, proposal: {} })
    expect(known.map(({ path, text }) => [path, text]).sort()).toEqual(Object.entries(files).sort())
    expect(requests).toBe(2)
    expect(fake.requests).toHaveLength(2)
  })

  it('within two seconds when the API does not answer', async () => {
    fake.failNext({ path: '/contents/', fault: 'hang' })
    const started = performance.now()
    expect(await look({ files: { '.github/carbon-gate.yml': STOPS } })).toMatchObject({ mayStop: false, known: [] })
    expect(performance.now() - started).toBeLessThan(2500)
  })
})
