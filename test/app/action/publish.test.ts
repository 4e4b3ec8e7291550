import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Publication, publish } from '../../../src/app/action/publish.ts'
import { PrivateFolder } from '../../../src/app/action/private-folder.ts'
import { withWaiver } from '../../../src/app/policy/waive.ts'
import { DEFAULTS, type Settings } from '../../../src/app/settings/table.ts'
import { readReport } from '../../../src/core/report-file.ts'
import type { Report } from '../../../src/core/report.ts'
import { StepCommands } from '../../../src/github/commands.ts'
import type { GitHubEvent } from '../../../src/github/event.ts'
import { FORK_PERMISSIONS, GATE_PERMISSIONS } from '../../fakes/github/account.ts'
import { type Fault, secondaryRateLimit } from '../../fakes/github/fault.ts'
import { failedReport, hostileReport, indeterminateReport, report } from '../../fixtures/report.ts'
import { type Shop, shop } from '../../github/shop.ts'
import { waitUntil } from '../../wait-until.ts'

let folder: string
let printed: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'publish-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
    const file = path.join(folder, name)
    writeFileSync(file, '')
    vi.stubEnv(name, file)
  }
  vi.stubEnv('RUNNER_TEMP', folder)
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
  rmSync(folder, { recursive: true })
})

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
const annotations = (): string[] => printed.match(/^::(?:notice|warning|error)/gm) ?? []

function outputs(): Record<string, string> {
  return Object.fromEntries(
    [...read('GITHUB_OUTPUT').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map((match) => [match[1], match[3]]),
  )
}

function pullEvent({ pull }: Shop, more: Partial<GitHubEvent> = {}): GitHubEvent {
  const place = { ref: 'x', repository: 'octo/shop' }
  return {
    name: 'pull_request',
    repository: { owner: 'octo', repo: 'shop' },
    sha: pull.baseSha,
    defaultBranch: 'main',
    pullRequest: {
      number: pull.number,
      head: { ...place, sha: pull.headSha },
      base: { ...place, sha: pull.baseSha },
      fork: false,
      author: 'ann',
    },
    mergeGroup: null,
    readOnlyToken: false,
    ...more,
  }
}

type Context = Parameters<typeof publish>[1]

async function contextAt(here: Shop, change: Partial<Context> = {}): Promise<Context> {
  const client = await here.client({ token: { permissions: GATE_PERMISSIONS }, ms: 20_000 })
  return {
    commands: new StepCommands(process.env),
    env: process.env,
    event: pullEvent(here),
    client,
    failures: [],
    ...change,
  }
}

function publicationOf(change: Partial<Publication> = {}, settings: Partial<Settings> = {}): Publication {
  return {
    settings: { ...DEFAULTS, ...settings },
    comment: { key: '.github/workflows/ci.yml' },
    row: { id: null, runId: 77, attempt: 1 },
    ...change,
  }
}

type Change = Partial<Context> & Pick<Partial<Publication>, 'row' | 'beside'>

async function published(result: Report, here: Shop, change: Change = {}, settings: Partial<Settings> = {}) {
  const { row, beside, ...context } = change
  const publication = publicationOf({ ...(row && { row }), ...(beside && { beside }) }, settings)
  return publish(result, await contextAt(here, context), publication)
}

const bodies = (here: Shop): string[] => here.repository.commentsOn(here.pull).map(({ body }) => body)

describe('a report', () => {
  it('is written to files, outputs, summary, annotation and comment', async () => {
    const here = await shop()
    const local = await published(report(), here)
    expect(readReport(readFileSync(local.reportFile ?? '', 'utf8'), 'report')).toEqual(report())
    expect(outputs()).toMatchObject({ verdict: 'pass', label: 'A', report: local.reportFile, badge: local.badgeFile })
    expect(Number(outputs()['emissions-g'])).toBeCloseTo(report().emissions.total_g ?? 0, 5)
    expect(Object.keys(outputs())).toEqual([
      'verdict',
      'label',
      'emissions-g',
      'energy-wh',
      'budget-share',
      'report',
      'badge',
    ])
    expect(read('GITHUB_STEP_SUMMARY')).toMatch(/^### 🟩 A/)
    expect(annotations()).toEqual(['::notice'])
    expect(process.exitCode).toBeUndefined()
    expect(bodies(here)).toEqual([expect.stringContaining('### 🟩 A')])
    expect(readFileSync(local.labelFile ?? '', 'utf8')).toContain('<svg')
  })

  it('has one comment, which the next run updates, or creates again after it was deleted', async () => {
    const here = await shop()
    await published(report(), here)
    await published(failedReport(), here)
    expect(bodies(here)).toEqual([expect.stringContaining('### 🟥 F')])
    here.repository.comments.clear()
    await published(report(), here)
    expect(bodies(here)).toEqual([expect.stringContaining('### 🟩 A')])
  })

  it('writes no comment on a push, with comment: false or without a token', async () => {
    const here = await shop()
    await published(report(), here, { event: pullEvent(here, { name: 'push', pullRequest: null }) })
    await published(report(), here, {}, { comment: 'false' })
    await published(report(), here, { client: null })
    expect(here.fake.requests).toEqual([])
  })

  it('fails the step over budget and when it is indeterminate, unless the settings say otherwise', async () => {
    const here = await shop()
    const statusOf = async (result: Report, settings: Partial<Settings> = {}): Promise<unknown> => {
      process.exitCode = undefined
      printed = ''
      const { hasFailed } = await published(result, here, {}, settings)
      return [hasFailed, process.exitCode, ...annotations()]
    }
    expect(await statusOf(failedReport())).toEqual([true, 1, '::error'])
    expect(await statusOf(indeterminateReport())).toEqual([true, 1, '::error'])
    expect(await statusOf(failedReport(), { enforce: false })).toEqual([false, undefined, '::warning'])
    expect(await statusOf(indeterminateReport(), { 'on-measurement-error': 'warn' })).toEqual([
      false,
      undefined,
      '::warning',
    ])
  })

  it('of hostile names contains no workflow command', async () => {
    await published(hostileReport(), await shop())
    const ours = printed.replace(/^::(?:notice|warning|error)(?: title=[^:\n]*)?::/gm, '')
    expect(ours).not.toMatch(/::|##\[/)
  })

  it('is one row of the comment that jobs share, and does not overwrite a newer run', async () => {
    const here = await shop()
    const job = (name: string, id: string, runId: number): Promise<unknown> =>
      published(report({ subject: { name } }), here, { row: { id, runId, attempt: 1 } })
    await Promise.all([job('test (20)', '1', 7), job('test (22)', '2', 7)])
    expect(bodies(here)).toEqual([expect.stringMatching(/test \(20\)[\s\S]*test \(22\)|test \(22\)[\s\S]*test \(20\)/)])
    await job('newer', '3', 8)
    await job('older', '4', 7)
    expect(bodies(here)).toHaveLength(1)
    expect(bodies(here)[0]).not.toMatch(/older|test \(20\)/)
  })

  it('keeps its row in the next attempt if only another job ran again', async () => {
    const here = await shop()
    const job = (name: string, id: string, attempt: number): Promise<unknown> =>
      published(report({ subject: { name } }), here, { row: { id, runId: 7, attempt } })
    await job('lint', 'a1-10', 1)
    await published(failedReport(), here, { row: { id: 'b2-11', runId: 7, attempt: 1 } })
    await job('smoke', 'b2-20', 2)
    expect(bodies(here)).toEqual([expect.stringMatching(/· pass[\s\S]*\| lint[\s\S]*\| smoke/)])
    expect(bodies(here)[0]).not.toContain('🟥')
  })

  it('of a whole run stays when one of its jobs ends later, and is replaced by the next attempt', async () => {
    const here = await shop()
    const publishAs = (name: string, id: string | null, attempt: number): Promise<unknown> =>
      published(report({ subject: { name } }), here, { row: { id, runId: 7, attempt } })
    const whole = report({ subject: { kind: 'workflow', name: 'CI' } })
    await publishAs('test', '1', 1)
    await published(whole, here, { row: { id: null, runId: 7, attempt: 1 } })
    const [first] = bodies(here)
    await publishAs('late', '2', 1)
    expect(bodies(here)).toEqual([first])
    await publishAs('again', '3', 2)
    expect(bodies(here)).toHaveLength(1)
    expect(bodies(here)[0]).not.toBe(first)
    const newer = bodies(here)
    await published(whole, here, { row: { id: null, runId: 7, attempt: 1 } })
    expect(bodies(here)).toEqual(newer)
  })

  it('gets the notes of the work that runs beside the comment', async () => {
    const here = await shop()
    const beside = async () => [
      { code: 'artifact-local' as const, level: 'info' as const, text: 'The report stays here.' },
    ]
    const { report: complete } = await published(report(), here, { beside })
    expect(complete.notes.map(({ code }) => code)).toContain('artifact-local')
    expect(printed).toContain('The report stays here.')
    expect(annotations()).toEqual(['::notice'])
  })
})

describe('check run', () => {
  it.each([
    [report(), {}, 'success'],
    [failedReport(), {}, 'failure'],
    [failedReport(), { enforce: false }, 'neutral'],
    [indeterminateReport(), {}, 'failure'],
  ] as const)('%#: concludes %3$s', async (result, settings, conclusion) => {
    const here = await shop()
    const client = await here.client()
    await published(result, here, { client }, { 'check-run': 'carbon', ...settings })
    expect([...here.repository.checkRuns.values()]).toMatchObject([
      { name: 'carbon', headSha: here.pull.headSha, conclusion },
    ])
  })

  it('without the permission is one warning that names it', async () => {
    const here = await shop()
    const local = await published(report(), here, {}, { 'check-run': 'carbon' })
    expect(annotations()).toEqual(['::notice', '::warning'])
    expect(printed).toContain('cannot write the check run: the token lacks a permission, add `checks: write`')
    expect(readReport(readFileSync(local.reportFile ?? '', 'utf8'), 'report').notes).toContainEqual(
      expect.objectContaining({ code: 'github-failed', level: 'warning' }),
    )
    expect(bodies(here)).toHaveLength(1)
  })
})

describe('a failure of GitHub', () => {
  const FAULTS: Record<string, Pick<Fault, 'fault' | 'headers' | 'body' | 'delayMs'>> = {
    '401': { fault: 401 },
    '403': { fault: 403 },
    '404': { fault: 404 },
    '422': { fault: 422 },
    '429': { fault: 429 },
    '502': { fault: 502 },
    'secondary rate limit': secondaryRateLimit(60),
    silence: { fault: 'timeout', delayMs: 60_000 },
    'half an answer': { fault: 'hang' },
  }

  it.each(Object.entries(FAULTS))('%s: changes no verdict and gives one warning in bounded time', async (_, fault) => {
    const here = await shop()
    here.fake.failNext({ ...fault, times: Infinity })
    const started = performance.now()
    const local = await published(
      failedReport(),
      here,
      { client: await here.client({ ms: 400 }) },
      { 'check-run': 'carbon' },
    )
    expect(performance.now() - started).toBeLessThan(20_000)
    expect([local.hasFailed, outputs()['verdict'], ...annotations()]).toEqual([true, 'fail', '::error', '::warning'])
    expect(printed + read('GITHUB_STEP_SUMMARY') + readFileSync(local.reportFile ?? '', 'utf8')).not.toMatch(/gh[ps]_x/)
  })

  it("is calm where a fork's token may only read", async () => {
    const here = await shop()
    const client = await here.client({ token: { permissions: FORK_PERMISSIONS } })
    const event = pullEvent(here, { readOnlyToken: true })
    await published(report(), here, { client, event }, { 'check-run': 'carbon' })
    expect(annotations()).toEqual(['::notice'])
    expect(printed).toContain('may only read')
  })

  it('happens after everything local was written', async () => {
    const here = await shop()
    const context = await contextAt(here)
    context.client?.octokit.hook.before('request', () => {
      expect([process.exitCode, outputs()['verdict'], read('GITHUB_STEP_SUMMARY') === '']).toEqual([1, 'fail', false])
    })
    await publish(failedReport(), context, publicationOf())
    expect(bodies(here)).toHaveLength(1)
  })

  it('causes no waiting once the job is cancelled', async () => {
    const here = await shop()
    here.fake.failNext({ fault: 'hang', times: Infinity })
    const cancel = new AbortController()
    const client = await here.client({ signal: cancel.signal })
    void waitUntil(() => here.fake.requests.length > 0).then(() => cancel.abort())
    const started = performance.now()
    await published(failedReport(), here, { client })
    expect(performance.now() - started).toBeLessThan(12_000)
    await published(failedReport(), here, { client })
    expect(here.fake.requests).toHaveLength(1)
    expect([process.exitCode, outputs()['verdict'], annotations().includes('::warning')]).toEqual([1, 'fail', false])
  })
})

describe('a waiver', () => {
  it('lets a failed report pass, and names its author', async () => {
    const here = await shop()
    const context = await contextAt(here)
    here.repository.label(here.pull, 'carbon-waiver', here.pull.author)
    const { report: result } = await withWaiver(failedReport(), {
      event: context.event,
      client: context.client,
      label: 'carbon-waiver',
    })
    expect(result.verdict).toBe('pass')
    expect(result.budgets.map(({ verdict }) => verdict)).toContain('fail')
    const local = await publish(result, context, publicationOf())
    expect([local.hasFailed, process.exitCode]).toEqual([false, undefined])
    expect(bodies(here)[0]).toMatch(/waived[\s\S]*Waived by ann/)
  })

  it('without write access, or with a failed lookup, lets nothing pass', async () => {
    const here = await shop()
    const { event, client } = await contextAt(here)
    here.repository.label(here.pull, 'carbon-waiver', here.fake.addAccount('eve'))
    const refused = await withWaiver(failedReport(), { event, client, label: 'carbon-waiver' })
    expect([refused.report.verdict, refused.report.notes.at(-1)?.code]).toEqual(['fail', 'waiver-refused'])
    here.fake.failNext({ path: '/events', fault: 403, times: Infinity })
    const unknown = await withWaiver(failedReport(), { event, client, label: 'carbon-waiver' })
    expect([unknown.report.verdict, unknown.failures.length]).toEqual(['fail', 1])
  })

  it('is looked for only if the report fails and a label is set', async () => {
    const here = await shop()
    const { event, client } = await contextAt(here)
    await withWaiver(report(), { event, client, label: 'carbon-waiver' })
    await withWaiver(indeterminateReport(), { event, client, label: 'carbon-waiver' })
    await withWaiver(failedReport(), { event, client, label: '' })
    expect(here.fake.requests).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('private files', () => {
  it('are readable by their owner only', () => {
    const made = PrivateFolder.create(process.env)
    const file = made.write('report.json', '{}')
    expect([statSync(made.path).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
  })

  it('replace a link instead of following it', () => {
    const made = PrivateFolder.create(process.env)
    const target = path.join(folder, 'target')
    writeFileSync(target, 'theirs')
    symlinkSync(target, path.join(made.path, 'report.json'))
    made.write('report.json', 'ours')
    symlinkSync(target, path.join(made.path, 'badge.svg.2.tmp'))
    expect(() => made.write('badge.svg', 'ours')).toThrow(/EEXIST|ELOOP/)
    expect(readFileSync(target, 'utf8')).toBe('theirs')
  })

  it('that cannot be written change no verdict', async () => {
    vi.stubEnv('RUNNER_TEMP', path.join(folder, 'missing'))
    const here = await shop()
    const local = await published(failedReport(), here)
    expect([local.reportFile, local.hasFailed, outputs()['verdict'], outputs()['report']]).toEqual([
      null,
      true,
      'fail',
      '',
    ])
  })
})
