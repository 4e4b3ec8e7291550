import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { withUsage } from '../../../src/app/logs/joined-usage.ts'
import { judge } from '../../../src/app/judge.ts'
import { DEFAULTS, type Settings } from '../../../src/app/settings/table.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import type { Judgeable } from '../../../src/core/judge-report.ts'
import type { Report } from '../../../src/core/report.ts'
import { unjudged } from '../../../src/core/unjudged.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { renderTerminal } from '../../../src/render/terminal.ts'
import { countsOf } from '../../../src/app/join/named-report.ts'
import { entryFromReport } from '../../../src/ledger/from-report.ts'

/** A job of 2 Wh, 1 g and 3 L on its own machine. */
const JOB: Judgeable = {
  draft: unjudged(
    { kind: 'job', name: 'test' },
    {
      duration_s: 60,
      energy: { it_wh: 2, total_wh: 2, low_wh: 1, high_wh: 4, cpu_wh: 1.5, memory_wh: 0.5, gpu_wh: 0, other_wh: 0 },
      pue: 1,
      intensity: {
        g_per_kwh: 500,
        zone: 'DE',
        kind: 'average',
        source: 'test',
        as_of: null,
        fallback: false,
      },
      emissions: { operational_g: 1, embodied_g: null, total_g: 1, low_g: 0.5, high_g: 2 },
      water: { total_l: 3 },
      method: 'measured',
      coverage: 1,
    },
  ),
  judging: { doubt: null, ownScopes: ['job'] },
}

const CHAT = (model: string, input: number, output: number): string =>
  `${JSON.stringify({ id: `${model}${input}`, object: 'chat.completion', model, usage: { prompt_tokens: input, completion_tokens: output } })}\n`

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'usage-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
}

async function judged(
  files: Readonly<Record<string, string>>,
  settings: Partial<Settings>,
  budgets: readonly string[] = [],
): Promise<Report> {
  const all = { ...DEFAULTS, ...settings }
  const set = budgets.map((line) => ({ budget: parseBudget(line), source: 'input' as const }))
  const joined = await withUsage(JOB, all, folderWith(files))
  return judge(joined, { budgets: set, notes: [], settings: all })
}

const codesOf = ({ notes }: Report): string[] => notes.map(({ code }) => code)

const OWN = 'models: {my-model: {output-wh-per-1000-tokens: 10, wh-per-request: 1, low: 0.5, high: 4, source: test}}\n'
const AGENT = CHAT('my-model', 1_000_000, 100_000) + CHAT('my-model', 100_000, 100_000)

describe('tokens of a job', () => {
  it('join its energy, its counts and its range', async () => {
    const report = await judged(
      { 'agent.jsonl': AGENT, 'own.yml': OWN },
      { usage: ['agent.jsonl'], factors: 'own.yml' },
    )
    // 2 x 1 Wh a request and 200 k tokens x 10 Wh per 1,000.
    expect(report.energy.it_wh).toBeCloseTo(2 + 2002, 6)
    expect(report.energy.high_wh).toBeCloseTo(4 + 4 * 2002, 6)
    expect(report.counts?.map(({ name, count }) => [name, count])).toEqual([
      ['request', 2],
      ['input token', 1_100_000],
      ['output token', 200_000],
    ])
    expect(report.parts.at(-1)).toMatchObject({ kind: 'component', name: 'agents', energy: { it_wh: 2002 } })
    const { cpu_wh, memory_wh, gpu_wh, other_wh, it_wh } = report.energy
    expect((cpu_wh ?? 0) + (memory_wh ?? 0) + (gpu_wh ?? 0) + (other_wh ?? 0)).toBeCloseTo(it_wh ?? 0, 6)
  })

  it('have emissions of the world where the log names no place, and of the place where it does', async () => {
    const inPlace = (region: string): string =>
      `${JSON.stringify({ type: 'message', model: 'my-model', usage: { input_tokens: 1, output_tokens: 100_000, inference_geo: region } })}\n`
    const settings = { usage: ['agent.jsonl'], factors: 'own.yml' }
    const [nowhere, france] = await Promise.all(
      [AGENT, inPlace('fr')].map((text) => judged({ 'agent.jsonl': text, 'own.yml': OWN }, settings)),
    )
    expect(nowhere?.parts[0]?.intensity?.zone).toBe('WORLD')
    expect(france?.parts[0]?.intensity?.zone).toBe('FR')
  })

  it('are said apart from the machine, in the comment and on the terminal', async () => {
    const report = await judged(
      { 'agent.jsonl': AGENT, 'own.yml': OWN },
      { usage: ['agent.jsonl'], factors: 'own.yml' },
    )
    const text = renderTerminal(report, { color: false })
    expect(text).toMatch(
      /agents: 1\.3 M tokens, 2 kWh, likely 1 to 8 kWh, .* used elsewhere, so apart from this machine's own 2 Wh/,
    )
    const comment = renderComment(report, { key: 'test' })
    expect(comment).toContain('agents: 1.3 M tokens')
    expect(comment.replaceAll('\u00A0', ' ')).toMatch(/\| agents +\| +2\.00 \|/)
    expect(text).toContain('120 W mean')
  })

  describe('water', () => {
    const answer = (provider: string, region?: string): string =>
      `${JSON.stringify({ name: 'chat', traceId: 't', attributes: { 'gen_ai.provider.name': provider, 'gen_ai.request.model': 'my-model', 'gen_ai.usage.output_tokens': 100_000, ...(region && { 'cloud.region': region }) } })}\n`
    const waterOf = async (text: string) => {
      const settings = { usage: ['agent.jsonl'], factors: 'own.yml' }
      const report = await judged({ 'agent.jsonl': text, 'own.yml': OWN }, settings, ['9000 L'])
      return { water: report.water, agents: report.parts[0]?.water, verdict: report.verdict, report }
    }

    it('is known at power stations alone where nothing is published about the site, and says so', async () => {
      const { water, agents, verdict, report } = await waterOf(AGENT)
      expect(agents).toMatchObject({ total_l: null, onsite_l: null, offsite_l: expect.any(Number) })
      expect(agents?.low_l).toBeLessThan((agents?.offsite_l ?? 0) / 2)
      expect(water).toMatchObject({ total_l: null, onsite_l: null })
      expect(verdict).toBe('indeterminate')
      expect(report.notes.find(({ code }) => code === 'usage-elsewhere')?.text).toContain(
        'known only at power stations',
      )
    })

    it.each([
      ['gcp.gemini', undefined],
      ['aws.bedrock', 'us-east-1'],
      ['azure.ai.openai', 'swedencentral'],
    ])('is known of the cloud behind %s', async (provider, region) => {
      const { water, agents, verdict } = await waterOf(answer(provider, region))
      const { total_l = null, onsite_l = null, offsite_l = null, low_l, high_l } = agents ?? {}
      expect(total_l).toBeCloseTo((onsite_l ?? Number.NaN) + (offsite_l ?? Number.NaN), 9)
      expect(low_l).toBeLessThan(total_l ?? 0)
      expect(high_l).toBeGreaterThan(total_l ?? 0)
      expect(water?.total_l).toBeCloseTo(3 + (total_l ?? 0), 9)
      expect(verdict).toBe('pass')
    })
  })

  it.each([
    ['100 g per request', 'fail'],
    ['9 kg per request', 'pass'],
    ['1 kg per 1000000 output tokens', 'fail'],
    ['9 kg per 1000000 output tokens', 'pass'],
    ['5 g', 'fail'],
    ['3 kWh', 'pass'],
  ])('are judged by %s: %s', async (line, verdict) => {
    const report = await judged(
      { 'agent.jsonl': AGENT, 'own.yml': OWN },
      { usage: ['agent.jsonl'], factors: 'own.yml' },
      [line],
    )
    expect(report.verdict).toBe(verdict)
  })

  it('of a model on this machine only count, because its energy is measured', async () => {
    const text = `${JSON.stringify({ model: 'qwen3:8b', created_at: '2026-11-28T10:00:00Z', done: true, prompt_eval_count: 10, eval_count: 90 })}\n`
    const report = await judged({ 'ollama.jsonl': text }, { usage: ['ollama.jsonl'] })
    expect(report.energy.it_wh).toBe(2)
    expect(report.counts?.map(({ count }) => count)).toEqual([1, 10, 90])
    expect(codesOf(report)).toContain('usage-here')
    expect(report.water).toEqual({ total_l: 3 })
  })

  it.each([
    ['fail', 'indeterminate'],
    ['warn', 'pass'],
  ] as const)(
    'that need more than this machine used are not on it (on-measurement-error %s: %s)',
    async (mode, verdict) => {
      const text = `${JSON.stringify({ model: 'qwen3:8b', done: true, prompt_eval_count: 10, eval_count: 500_000 })}\n`
      const settings = { usage: ['ollama.jsonl'], 'on-measurement-error': mode }
      const report = await judged({ 'ollama.jsonl': text }, settings, ['5 g per request'])
      expect(report.verdict).toBe(verdict)
      const here = report.notes.find(({ code }) => code === 'usage-here')
      expect(here?.level).toBe('warning')
      // 0.25 J a token is the lower end of the fit for 8 B, and half of it the least.
      expect(here?.text.replaceAll('\u00A0', ' ')).toContain('500 k tokens of qwen3:8b use 17.4 Wh or more')
      expect(
        (
          await judged(
            { 'ollama.jsonl': text, 'own.yml': 'models: {"qwen*": {local: false}}\n' },
            { ...settings, factors: 'own.yml' },
          )
        ).energy.it_wh,
      ).toBeGreaterThan(30)
    },
  )

  it('from before the job are named, because a log that grows counts in every run', async () => {
    const at = (created: string): string =>
      `${JSON.stringify({ id: created, object: 'chat.completion', created: Date.parse(created) / 1000, model: 'gpt-4o', usage: { prompt_tokens: 1, completion_tokens: 2 } })}\n`
    const [started_at, yesterday, now] = ['2026-11-28T10:00:00Z', '2026-11-27T10:00:00Z', '2026-11-28T09:55:00Z']
    const notesOf = async (text: string) => {
      const job = { ...JOB, draft: { ...JOB.draft, started_at: started_at! } }
      const settings = { ...DEFAULTS, usage: ['agent.jsonl'] }
      const { draft } = await withUsage(job, settings, folderWith({ 'agent.jsonl': text }))
      return draft.notes.filter(({ code }) => code === 'usage-earlier')
    }
    expect(await notesOf(at(now!))).toEqual([])
    expect(await notesOf(at(yesterday!) + at(now!))).toMatchObject([
      { level: 'warning', text: expect.stringContaining('agent.jsonl has requests since 2026-11-27T10:00:00.000Z') },
    ])
  })

  it('keep the unit of the user first', async () => {
    const settings = { ...DEFAULTS, usage: ['agent.jsonl'], factors: 'own.yml' }
    const draft = { ...JOB.draft, units: { name: 'test', count: 37 } }
    const { draft: joined } = await withUsage(
      { ...JOB, draft },
      settings,
      folderWith({ 'agent.jsonl': AGENT, 'own.yml': OWN }),
    )
    expect(joined.units).toEqual({ name: 'test', count: 37 })
    expect(joined.counts?.map(({ name }) => name)).toEqual(['test', 'request', 'input token', 'output token'])
  })

  it('are summed over the jobs of a run and written into the ledger', async () => {
    const report = await judged(
      { 'agent.jsonl': AGENT, 'own.yml': OWN },
      { usage: ['agent.jsonl'], factors: 'own.yml' },
    )
    const { counts } = countsOf([
      { name: 'a', report },
      { name: 'b', report },
    ])
    expect(counts?.[0]).toEqual({ name: 'request', count: 4 })
    const origin = {
      job: null,
      repository: null,
      event: null,
      branch: null,
      pullRequest: null,
      commit: null,
      workflow: null,
      jobName: null,
      runner: null,
    }
    expect(entryFromReport(report, origin, 0).entry.tokens).toBe(1_300_000)
  })
})

describe('a usage log that cannot be trusted', () => {
  it('because an answer in it was cut makes a budget indeterminate', async () => {
    const cut = `${AGENT}${JSON.stringify({ log: '{"usage":{"prompt_tokens":9' })}\n`
    const report = await judged({ 'agent.jsonl': cut }, { usage: ['agent.jsonl'] }, ['5 kg'])
    expect(report.verdict).toBe('indeterminate')
    expect(codesOf(report)).toContain('log-usage-unread')
  })

  it.each([
    ['is missing', {}, ['agent.jsonl']],
    [
      'has a broken line',
      { 'agent.jsonl': `${AGENT}{"usage": {"prompt_tokens": -5}, "model": "m"}\n${AGENT}` },
      ['agent.jsonl'],
    ],
    ['is of no known format', { 'agent.jsonl': 'hello\n' }, ['agent.jsonl']],
  ] as const)('that %s makes a budget indeterminate', async (_, files, usage) => {
    const report = await judged(files, { usage: [...usage] }, ['5 kg'])
    expect(report.verdict).toBe('indeterminate')
    expect(codesOf(report)).toContain('usage-unreadable')
    expect(report.energy.it_wh).toBeGreaterThanOrEqual(2)
  })

  it('passes with a warning where the user accepts it', async () => {
    const report = await judged({}, { usage: ['agent.jsonl'], 'on-measurement-error': 'warn' }, ['5 kg'])
    expect(report.verdict).toBe('pass')
    expect(report.notes.find(({ code }) => code === 'usage-unreadable')?.level).toBe('warning')
  })

  it('is not an error if a glob matches nothing: the agent may not have run', async () => {
    const report = await judged({}, { usage: ['*.jsonl'] }, ['5 kg'])
    expect(report.verdict).toBe('pass')
    expect(codesOf(report)).toContain('usage-none')
  })

  it('is left out where it is a log of energy, which the machine has measured', async () => {
    const csv =
      'timestamp,project_name,run_id,duration,emissions,energy_consumed\n2026-11-28T10:00:00,p,a,60,0.001,0.01\n'
    const report = await judged({ 'emissions.csv': csv }, { usage: ['emissions.csv'] })
    expect(report.energy.it_wh).toBe(2)
    expect(codesOf(report)).toContain('usage-other-log')
  })

  it('counts a file once that two patterns name', async () => {
    const report = await judged(
      { 'agent.jsonl': AGENT, 'own.yml': OWN },
      { usage: ['agent.jsonl', '*.jsonl'], factors: 'own.yml' },
    )
    expect(report.counts?.[0]?.count).toBe(2)
  })
})
