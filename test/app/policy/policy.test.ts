import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../src/app/policy/policy.ts'
import { readSettings } from '../../../src/app/settings/table.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { warningOf } from '../../../src/github/failure.ts'
import { type Shop, shop } from '../../github/shop.ts'

const CONFIG = '.github/carbon-gate.yml'
const NOTHING_LOCAL = (): string | null => null

function pullEvent({ pull, at }: Shop, more: Partial<GitHubEvent> = {}): GitHubEvent {
  return {
    name: 'pull_request',
    repository: { owner: at.owner, repo: at.repo },
    sha: 'f'.repeat(40),
    defaultBranch: 'main',
    pullRequest: {
      number: pull.number,
      head: { sha: pull.headSha, ref: pull.headRef, repository: 'octo/shop' },
      base: { sha: pull.baseSha, ref: pull.baseRef, repository: 'octo/shop' },
      fork: false,
      author: 'ann',
    },
    mergeGroup: null,
    readOnlyToken: false,
    ...more,
  }
}

/** A pull request whose head says `head` where its base says `base`. */
async function proposal(base: string | null, head: string | null): Promise<Shop> {
  const here = await shop({ files: base === null ? { 'a.txt': 'a' } : { [CONFIG]: base } })
  here.repository.push(here.pull, { [CONFIG]: head })
  return here
}

async function policyOf(here: Shop, given: Parameters<typeof readSettings>[0] = {}, event = pullEvent(here)) {
  return readPolicy({ given: readSettings(given), event, client: await here.client(), readLocal: NOTHING_LOCAL })
}

const lines = (policy: Awaited<ReturnType<typeof policyOf>>): string[] =>
  policy.budgets.map(({ budget, source }) => `${source}: ${budget.line}`)
const codes = (policy: Awaited<ReturnType<typeof policyOf>>): string[] => policy.notes.map(({ code }) => code)

describe.concurrent('on a pull request', () => {
  it('a raised budget: the base is enforced, with a note', async () => {
    const policy = await policyOf(await proposal('budgets: [5 g]', 'budgets: [50 g]'))
    expect(lines(policy)).toEqual(['base: 5 g'])
    expect(policy.notes).toEqual([
      {
        code: 'budget-loosened',
        level: 'warning',
        text: 'The budget is raised here from 5 g to 50 g: 5 g is enforced.',
      },
    ])
  })

  it('that the event does not name: nothing passes, since the base cannot be asked', async () => {
    const here = await proposal('budgets: [5 g]', 'budgets: [50 g]')
    const policy = await policyOf(here, { budget: '1 kg' }, pullEvent(here, { pullRequest: null }))
    const why = 'the event file does not name the pull request that the runner names'
    const text = `The budgets of the base branch are unknown: ${why}`
    expect([policy.trusted, policy.doubt]).toEqual([false, 'base-unreadable'])
    expect(policy.notes).toMatchObject([{ code: 'base-unreadable', level: 'error', text }])
  })

  it('a lowered budget: the lower is enforced, with a note', async () => {
    const policy = await policyOf(await proposal('budgets: [5 g]', 'budgets: [3000 mg]'))
    expect(lines(policy)).toEqual(['base: 5 g', 'file: 3000 mg'])
    expect(policy.notes.map(({ text }) => text)).toEqual([
      'The budget is lowered here from 5 g to 3000 mg: 3000 mg is enforced.',
    ])
  })

  it('enforces a line or a file that the proposal removes', async () => {
    const fewer = await policyOf(await proposal('budgets: [5 g, 2 Wh]', 'budgets: [5 g]'))
    expect(lines(fewer)).toEqual(['base: 5 g', 'base: 2 Wh'])
    expect(codes(fewer)).toEqual(['budget-loosened'])
    const none = await policyOf(await proposal('budgets: [5 g]', null))
    expect([lines(none), codes(none)]).toEqual([['base: 5 g'], ['budget-loosened']])
  })

  it('a budget per unit is compared per unit', async () => {
    const policy = await policyOf(
      await proposal('budgets: [40 mg per 1000 inferences]', 'budgets: [1 mg per 10 inferences]'),
    )
    expect([lines(policy), codes(policy)]).toEqual([['base: 40 mg per 1000 inferences'], ['budget-loosened']])
  })

  it("the base's settings win over the step's inputs and over the pull request's file", async () => {
    const policy = await policyOf(await proposal('min-coverage: 0.8\nenforce: true', 'min-coverage: 0.1'), {
      enforce: 'false',
      pue: '1.3',
    })
    expect(policy.settings).toMatchObject({ 'min-coverage': 0.8, enforce: true, pue: 1.3 })
    expect(codes(policy)).toEqual(['budget-changed', 'budget-changed', 'unprotected-input'])
    // The input that the base overrules is not in force.
    expect(policy.notes[2]?.text).toMatch(/ are in force: pue: 1\.3\. /)
  })

  it('a first file applies', async () => {
    const policy = await policyOf(await proposal(null, 'budgets: [5 g]'))
    expect([lines(policy), codes(policy), policy.trusted]).toEqual([['file: 5 g'], ['budget-changed'], true])
  })

  it('from a fork: its file is read at its head', async () => {
    const here = await shop({ files: { [CONFIG]: 'budgets: [5 g]' } })
    const fork = here.fake.addRepository('mallory/shop', { parent: here.repository })
    const headSha = fork.commit('better', { [CONFIG]: 'budgets: [500 g]' })
    const pull = here.repository.addPull({ head: { branch: 'better', repository: fork } })
    expect(pull.headSha).toBe(headSha)
    const policy = await policyOf(here, {}, pullEvent({ ...here, pull }))
    expect([lines(policy), codes(policy)]).toEqual([['base: 5 g'], ['budget-loosened']])
  })

  it('a config input that the base does not know does not lead away from its usual file', async () => {
    const here = await shop({ files: { [CONFIG]: 'budgets: [5 g]' } })
    here.repository.push(here.pull, { 'loose.yml': 'budgets: [5 kg]' })
    expect(lines(await policyOf(here, { config: 'loose.yml' }))).toEqual(['base: 5 g'])
  })

  it('nor does one that is something else there: an empty file, a folder, a path out of the repository', async () => {
    const files = { [CONFIG]: 'budgets: [5 g]', '.gitkeep': '', 'src/a.ts': '', 'other.yml': 'budgets: [1 kg]' }
    const here = await shop({ files })
    for (const config of ['.gitkeep', 'src', 'other.yml']) {
      expect(lines(await policyOf(here, { config })), config).toContain('base: 5 g')
    }
    const bare = await shop({ files: { 'src/a.ts': '' } })
    for (const config of ['src', '../../etc/passwd']) {
      expect(await policyOf(bare, { config, budget: '1 kg' }), config).toMatchObject({ trusted: false })
    }
  })

  it('but the file that the workflow names at the base rules for that workflow', async () => {
    const workflow =
      'jobs:\n  train:\n    steps:\n      - uses: carbon-gate/carbon-gate@v1\n        with: {config: train.yml, mode: job}\n'
    const files = {
      [CONFIG]: 'budgets: [5 g]',
      'train.yml': 'budgets: [1 kg]',
      '.github/workflows/train.yml': workflow,
    }
    const here = await shop({ files })
    const policy = await readPolicy({
      given: readSettings({ config: 'train.yml' }),
      event: pullEvent(here),
      client: await here.client(),
      place: { workflowPath: '.github/workflows/train.yml', job: 'train', action: null },
      readLocal: NOTHING_LOCAL,
    })
    expect(lines(policy)).toEqual(['base: 1 kg'])
  })

  it('a config that is nowhere is a configuration error', async () => {
    await expect(policyOf(await shop(), { config: 'missing.yml' })).rejects.toThrow(ConfigurationError)
  })

  it("the pull request's own broken file is a configuration error", async () => {
    await expect(policyOf(await proposal('budgets: [5 g]', 'budgets: [5 ug]'))).rejects.toThrow(/5 ug/)
  })

  it('a broken file at the base makes the verdict indeterminate', async () => {
    const policy = await policyOf(await proposal('budget: [5 ug]', 'budgets: [5 g]'))
    expect([lines(policy), codes(policy), policy.doubt]).toEqual([['file: 5 g'], ['base-invalid'], 'base-invalid'])
  })

  it.each([403, 404, 422, 500])(
    'an unreadable base (%i) makes the verdict indeterminate, whatever the inputs say',
    { timeout: 10_000 },
    async (fault) => {
      const here = await proposal('budgets: [5 g]', 'budgets: [50 g]')
      here.fake.failNext({ path: /\/(?:contents|commits)\//, fault, times: Infinity })
      const policy = await policyOf(here, { budget: '7 g' })
      expect([lines(policy), codes(policy), policy.trusted]).toEqual([['input: 7 g'], ['base-unreadable'], false])
      expect(warningOf(policy.failures)).toMatch(
        /^GitHub: cannot read \.github\/carbon-gate\.yml at [0-9a-f]{7}: [^;]*$/,
      )
      if (fault === 403 || fault === 404) expect(policy.notes[0]?.text).toContain('contents: read')
    },
  )

  it('reads the other spelling of the file at the base', async () => {
    const here = await shop({ files: { '.github/carbon-gate.yaml': 'budgets: [5 g]' } })
    expect(lines(await policyOf(here))).toEqual(['base: 5 g'])
  })

  it('finds what a pull request changes under the other spelling', async () => {
    const here = await shop({ files: { '.github/carbon-gate.yaml': 'budgets: [5 g]' } })
    expect(codes(await policyOf(here))).toEqual([])
    here.repository.push(here.pull, { '.github/carbon-gate.yaml': 'budgets: [3 g]' })
    const policy = await policyOf(here)
    expect([lines(policy), codes(policy)]).toEqual([['base: 5 g', 'file: 3 g'], ['budget-tightened']])
  })

  it('reads the other spelling of the workspace when the API does not answer', async () => {
    const here = await shop()
    here.fake.failNext({ path: '/contents/', fault: 500, times: Infinity })
    const policy = await readPolicy({
      given: {},
      event: pullEvent(here, { name: 'push', pullRequest: null }),
      client: await here.client(),
      readLocal: (path) => (path.endsWith('.yaml') ? 'budgets: [5 g]' : null),
    })
    expect(lines(policy)).toEqual(['file: 5 g'])
  })

  it.each(['.github/carbon_gate.yml', '.github/carbon-gate'])(
    'takes the file %s, which is not read, for a broken one',
    async (name) => {
      const here = await shop({ files: { [name]: 'budgets: [5 g]' } })
      here.repository.push(here.pull, { [name]: null, [CONFIG]: 'budgets: [5 g]' })
      const policy = await policyOf(here)
      expect([codes(policy), policy.trusted]).toEqual([['base-invalid'], false])
      expect(policy.notes[0]?.text).toContain(`${name} is not read: rename it to .github/carbon-gate.yml`)
    },
  )

  it('has no file where the folder of a local action has its name', async () => {
    const here = await shop({ files: { '.github/carbon-gate/action.yml': 'name: x' } })
    expect((await policyOf(here)).trusted).toBe(true)
  })

  it('an unreadable head: the base is enforced, and no change is reported', async () => {
    const here = await proposal('budgets: [5 g]', 'budgets: [50 g]')
    here.fake.failNext({ path: /contents\/\.github(?:\?|$)/, fault: 403, times: Infinity })
    const policy = await policyOf(here)
    expect([lines(policy), codes(policy), policy.trusted]).toEqual([['base: 5 g'], [], true])
    expect(policy.failures.map(({ kind }) => kind)).toEqual(['forbidden'])
  })

  it('where the allowance of requests is nearly used up: the base is enforced, and the head is not read', async () => {
    const here = await shop({ rateLimit: 100, files: { [CONFIG]: 'budgets: [5 g]' } })
    here.repository.push(here.pull, { [CONFIG]: 'budgets: [3 g]' })
    const before = here.fake.requests.length
    const policy = await policyOf(here)
    expect([lines(policy), codes(policy), policy.trusted, policy.failures]).toEqual([['base: 5 g'], [], true, []])
    expect(here.fake.requests).toHaveLength(before + 1)
    // Whether the head has the file is then unknown, which is not an error.
    const bare = await shop({ rateLimit: 100, files: { 'a.txt': 'a' } })
    expect(await policyOf(bare, { config: 'missing.yml' })).toMatchObject({ trusted: true, budgets: [] })
  })

  it('an unreadable base and no other budget: nothing may pass', async () => {
    const here = await proposal('budgets: [5 g]', null)
    here.fake.failNext({ path: '/contents/', fault: 403, times: Infinity })
    expect(await policyOf(here)).toMatchObject({ trusted: false, budgets: [] })
  })

  it('without any file there is no budget, and that is known', async () => {
    expect(await policyOf(await shop())).toMatchObject({ trusted: true, budgets: [], notes: [] })
  })
})

describe.concurrent('on other events', () => {
  const other = (here: Shop, name: string, sha: string): GitHubEvent =>
    pullEvent(here, { name, sha, pullRequest: null })

  it.each(['push', 'schedule', 'workflow_dispatch', 'release'])("%s: the commit's own file", async (name) => {
    const here = await proposal('budgets: [5 g]', 'budgets: [50 g]')
    const policy = await policyOf(here, { enforce: 'false' }, other(here, name, here.pull.headSha))
    expect([lines(policy), codes(policy), policy.settings.enforce]).toEqual([['file: 50 g'], [], false])
  })

  it("merge_group: the queue's base rules", async () => {
    const here = await proposal('budgets: [5 g]', 'budgets: [50 g]')
    const mergeGroup = { headSha: here.pull.headSha, baseSha: here.pull.baseSha, number: null }
    const event = pullEvent(here, { name: 'merge_group', pullRequest: null, mergeGroup })
    expect(lines(await policyOf(here, {}, event))).toEqual(['base: 5 g'])
  })

  it("workflow_run: the default branch's file rules, and the workspace is not looked at", async () => {
    const here = await proposal('budgets: [5 g]', null)
    const policy = await readPolicy({
      given: {},
      event: other(here, 'workflow_run', here.pull.baseSha),
      client: await here.client(),
      readLocal: () => 'budgets: [99 kg]',
    })
    expect([lines(policy), codes(policy)]).toEqual([['base: 5 g'], []])
  })

  it("the commit's file and not the workspace's, which steps may have changed", async () => {
    const here = await proposal('budgets: [5 g]', null)
    const read = async (client: Awaited<ReturnType<Shop['client']>> | null) =>
      readPolicy({
        given: {},
        event: other(here, 'push', here.pull.baseSha),
        client,
        readLocal: (path) => (path === CONFIG ? 'budgets: [99 kg]' : null),
      })
    expect(lines(await read(await here.client()))).toEqual(['file: 5 g'])
    expect(lines(await read(null))).toEqual(['file: 99 kg'])
  })

  it.each([
    [403, undefined, false, 'error', 'base-unreadable'],
    [401, undefined, false, 'error', 'base-unreadable'],
    [404, undefined, false, 'error', 'base-unreadable'],
    [403, '7 g', true, 'warning', 'config-unreadable'],
    // A failure that passes by itself fails no build.
    [500, undefined, true, 'warning', 'config-unreadable'],
  ] as const)(
    'reports a config file that cannot be read on a push (%i): budget %s, trusted %s',
    { timeout: 10_000 },
    async (fault, budget, isTrusted, level, code) => {
      const here = await shop({ files: { [CONFIG]: 'budgets: [5 g]' } })
      here.fake.failNext({ path: /\/(?:contents|commits)\//, fault, times: Infinity })
      const policy = await policyOf(
        here,
        budget === undefined ? {} : { budget },
        other(here, 'push', here.pull.baseSha),
      )
      expect([policy.trusted, policy.budgets.length]).toEqual([isTrusted, budget === undefined ? 0 : 1])
      expect(policy.notes.map((note) => [note.level, note.code])).toEqual([[level, code]])
      expect(policy.notes[0]?.text).toContain('cannot read .github/carbon-gate.yml')
    },
  )

  it('a named file that the pushed commit does not have is a configuration error', async () => {
    const here = await shop({ files: { [CONFIG]: 'budgets: [5 g]' } })
    const read = policyOf(here, { config: 'missing.yml' }, other(here, 'push', here.pull.baseSha))
    await expect(read).rejects.toThrow('config missing.yml cannot be read: this commit has no such file')
  })

  it('outside of a forge a named file may have any ending', async () => {
    const readLocal = (path: string): string | null => (path === 'gate.conf' ? 'budgets: [5 g]' : null)
    const policy = await readPolicy({
      given: readSettings({ config: 'gate.conf' }),
      event: null,
      client: null,
      readLocal,
    })
    expect(lines(policy)).toEqual(['file: 5 g'])
  })

  it('outside of a forge the file in the working directory applies', async () => {
    const readLocal = (path: string): string | null => (path === CONFIG ? 'budgets: [5 g]' : null)
    const policy = await readPolicy({ given: {}, event: null, client: null, readLocal })
    expect([lines(policy), policy.trusted]).toEqual([['file: 5 g'], true])
  })
})

describe.concurrent("an organisation's file", () => {
  async function extending(organisation: string | null, own: string): Promise<Shop> {
    const here = await shop({ files: { [CONFIG]: `extends: octo/.github/carbon.yml@main\n${own}` } })
    here.fake.addRepository('octo/.github', { files: organisation === null ? {} : { 'carbon.yml': organisation } })
    return here
  }

  it('adds its lines, and its settings win or floor', async () => {
    const here = await extending(
      'budgets: [4 g, 20 g per workflow]\nenforce: true\nmin-coverage: 0.8\nregion: azure:eastus',
      'budgets: [5 g]\nenforce: false\nmin-coverage: 0.95\nregion: aws:eu-north-1',
    )
    const policy = await policyOf(here)
    expect(lines(policy)).toEqual(['organisation: 4 g', 'organisation: 20 g per workflow', 'base: 5 g'])
    expect(policy.settings).toMatchObject({ enforce: true, 'min-coverage': 0.95, region: 'azure:eastus' })
    expect(policy.notes.map(({ text }) => text)).toEqual([
      "The organisation sets enforce to true; the repository's false does not apply.",
      "The organisation sets region to azure:eastus; the repository's aws:eu-north-1 does not apply.",
    ])
  })

  it("cannot be exchanged by the pull request, and never loosens the repository's own", async () => {
    const here = await extending(
      'budgets: [4 g]\nenforce: false\non-measurement-error: warn',
      'enforce: true\non-measurement-error: fail',
    )
    here.fake.addRepository('mallory/x', { files: { 'carbon.yml': 'enforce: false' } })
    here.repository.push(here.pull, { [CONFIG]: 'extends: mallory/x/carbon.yml@main' })
    const policy = await policyOf(here)
    expect(lines(policy)).toEqual(['organisation: 4 g'])
    expect(policy.settings).toMatchObject({ enforce: true, 'on-measurement-error': 'fail' })
    expect(codes(policy)).toContain('budget-changed')
  })

  it.each([
    ['that is not there', null],
    ['that is broken', 'budgets: [5 ug]'],
  ])('%s lets nothing pass', async (_, content) => {
    const policy = await policyOf(await extending(content, 'budgets: [5 g]'))
    expect([policy.trusted, codes(policy)]).toEqual([false, ['organisation-unreadable']])
  })

  it('that cannot be reached for now is a warning, unless there is no other budget', { timeout: 10_000 }, async () => {
    const here = await extending('budgets: [4 g]', 'budgets: [5 g]')
    here.fake.failNext({ path: 'octo/.github/contents', fault: 502, times: Infinity })
    const policy = await policyOf(here)
    expect([lines(policy), policy.trusted, policy.failures.length]).toEqual([['base: 5 g'], true, 1])
    const bare = await extending('budgets: [4 g]', '')
    bare.fake.failNext({ path: 'octo/.github/contents', fault: 502, times: Infinity })
    expect(await policyOf(bare)).toMatchObject({ trusted: false, notes: [{ level: 'error' }] })
  })
})
