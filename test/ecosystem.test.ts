import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runProgram } from '../src/app/commands/program.ts'

const PAGE = readFileSync('docs/ecosystem.md', 'utf8')
const start = process.cwd()
const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-ecosystem-'))

beforeAll(() => {
  cpSync('test/fixtures/logs', folder, { recursive: true })
  mkdirSync(path.join(folder, 'OUT'))
  process.chdir(folder)
})

afterAll(() => process.chdir(start))

/** What each tool's commands print, by the heading of the page. Status 3: a figure that never passes. */
const EXPECTED: Readonly<Record<string, { readonly status?: number; readonly prints: RegExp }>> = {
  CodeCarbon: { prints: /CO2e/ },
  'MLCO2 impact calculator': { prints: /CO2e/ },
  'Green Algorithms and GA4HPC': { prints: /CO2e/ },
  'Electricity Maps': { prints: /needs a token and none is set/ },
  'Dashboards of the clouds': { status: 3, prints: /CO2e/ },
  'Carbon Aware SDK': { prints: /run now/ },
  'Hugging Face Optimum and Accelerate': { prints: /Wh/ },
  'ONNX Runtime and TensorRT': { prints: /Wh/ },
  'Google Cloud Region Picker': { prints: /gcp:europe-north1 .* 98 % carbon-free by its provider/ },
  Green500: { prints: /27\.8 GFLOP\/s per W; the Green500 of November 2025/ },
  'Leaderboards of Hugging Face': { prints: /Wh/ },
  'Carbon labels for AI services': { prints: /<svg|CO2e/ },
  Water: { prints: /water 8 L/ },
  Minerals: { prints: /BoaviztAPI: cannot be reached .*; minerals are unknown/ },
  'Spot, batch size, caching, LoRA': { prints: /kWh|Wh/ },
}

const sections = PAGE.split(/^## /m)
  .slice(1)
  .map((text) => ({
    name: text.split('\n', 1)[0] ?? '',
    commands: [...text.matchAll(/^carbon-gate (.+)$/gm)].map(([, line = '']) => line),
  }))

/** Words of a command line; double quotes keep spaces. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

async function run(line: string): Promise<{ status: number; text: string }> {
  let text = ''
  const write = (more: string): void => {
    text += more
  }
  const status = await runProgram(wordsOf(line), {
    console: { out: write, err: write, color: false },
    env: { PATH: process.env['PATH'] },
  } as Parameters<typeof runProgram>[1])
  return { status, text: text.replaceAll('\u00A0', ' ') }
}

describe('the page about other tools', () => {
  it('has one section for each of the 15 tools, each with a command', () => {
    expect(sections.map(({ name }) => name)).toEqual(Object.keys(EXPECTED))
    expect(sections.filter(({ commands }) => commands.length === 0)).toEqual([])
  })

  it.each(sections)('has commands that work for $name', async ({ name, commands }) => {
    const { status = 0, prints } = EXPECTED[name] ?? { prints: /^$/ }
    for (const command of commands) {
      const answer = await run(command)
      expect(answer, command).toMatchObject({ status, text: expect.stringMatching(prints) as string })
    }
  })
})
