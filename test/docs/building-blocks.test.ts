import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { emptyFolder } from '../e2e/cli-process.ts'
import { runCommand } from '../run-command.ts'

const text = (file: string): string => readFileSync(file, 'utf8')

/** Names that a text refers to, such as those of `$[[ inputs.NAME ]]`. */
const namesIn = (source: string, pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort()

/** Arguments that `ci/measure.sh` gives to node, and its exit status. */
function measure(
  env: Readonly<Record<string, string>>,
  script = path.resolve('ci/measure.sh'),
): { args: string[]; status: number | null; cwd: string } {
  const cwd = emptyFolder()
  const bin = emptyFolder()
  writeFileSync(path.join(bin, 'node'), '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 7\n')
  chmodSync(path.join(bin, 'node'), 0o755)
  const { status, stdout } = spawnSync('sh', [script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH']}`, ...env },
  })
  return { args: stdout.trimEnd().split('\n').slice(1), status, cwd }
}

describe.skipIf(process.platform === 'win32')('ci/measure.sh', () => {
  it('gives a command, its budgets and the report to run, and returns its status', () => {
    const { args, status, cwd } = measure({
      CARBON_GATE_COMMAND: 'npm ci && echo "$HOME"',
      CARBON_GATE_BUDGET: '5 g\n2 Wh',
      CARBON_GATE_REPORT: 'out/a.json',
    })
    expect(args).toEqual(
      [
        ['run', '--json', 'out/a.json', '--markdown', 'out/a.md'],
        ['--budget', '5 g', '--budget', '2 Wh'],
      ]
        .flat()
        .concat('--', 'sh', '-c', 'npm ci && echo "$HOME"'),
    )
    expect(status).toBe(7)
    expect(existsSync(path.join(cwd, 'out'))).toBe(true)
  })

  it('sets no budget if there is none, and runs nothing that a budget contains', () => {
    expect(measure({ CARBON_GATE_COMMAND: 'true' }).args).not.toContain('--budget')
    const hostile = '$(touch pwned) `touch pwned`'
    const { args, cwd } = measure({ CARBON_GATE_COMMAND: 'true', CARBON_GATE_BUDGET: hostile })
    expect(args).toContain(hostile)
    expect(existsSync(path.join(cwd, 'pwned'))).toBe(false)
  })

  it('fails without a command', () => {
    expect(measure({}).status).toBeGreaterThan(0)
  })
})

describe('the component for GitLab', () => {
  const source = text('templates/carbon-gate.yml')
  const documents = parseAllDocuments(source)
  const [head] = documents
  if (!head) throw new Error('the component is empty')
  const { spec } = head.toJS() as {
    spec: { inputs: Record<string, { default?: string; description: string }> }
  }

  it('is a specification of inputs and a job, which uses each of them', () => {
    expect(documents.map(({ errors }) => errors)).toEqual([[], []])
    expect(namesIn(source.split('\n---\n')[1] ?? '', /\$\[\[ inputs\.([\w-]+) \]\]/g)).toEqual(
      Object.keys(spec.inputs).sort(),
    )
    for (const { description } of Object.values(spec.inputs)) expect(description).toMatch(/\w/)
  })

  it('is a job that calls the script with the values of the inputs as they are', () => {
    const values: Record<string, string> = { command: 'for f in *; do test "$f"; done', budget: '5 g' }
    // As GitLab does: after the YAML is parsed.
    const put = (text: string): string =>
      text.replaceAll(
        /\$\[\[ inputs\.([\w-]+) \]\]/g,
        (_, name: string) => values[name] ?? spec.inputs[name]?.default ?? '?',
      )
    const job = parse(source.split('\n---\n')[1] ?? '', (_, value: unknown) =>
      typeof value === 'string' ? put(value) : value,
    ) as Record<string, unknown>
    expect(Object.keys(job).map(put)).toEqual(['carbon-gate'])
    // Without `expand: false` GitLab would put nothing in place of `$f`.
    expect(Object.values(job)[0]).toMatchObject({
      stage: 'test',
      image: 'node:24',
      variables: {
        CARBON_GATE_COMMAND: { value: values['command'], expand: false },
        CARBON_GATE_BUDGET: { value: '5 g', expand: false },
      },
      script: ['sh .carbon-gate/ci/measure.sh'],
    })
  })
})

describe('the orb for CircleCI', () => {
  const orb = parse(text('docs/ci/circleci-orb.yml')) as {
    version: number
    commands: Record<string, { parameters: Record<string, { type: string; description: string }>; steps: unknown[] }>
    examples: Record<string, { usage: { jobs: { test: { steps: unknown[] } } } }>
  }

  it('declares each parameter that it uses, and uses each that it declares', () => {
    expect(orb.version).toBe(2.1)
    const { parameters, steps } = orb.commands['measure'] ?? { parameters: {}, steps: [] }
    expect(namesIn(JSON.stringify(steps), /<< parameters\.([\w-]+) >>/g)).toEqual(Object.keys(parameters).sort())
    for (const { type, description } of Object.values(parameters))
      expect([type, description]).toEqual(['string', expect.any(String)])
    expect(JSON.stringify(steps)).toContain('ci/measure.sh')
  })

  it('has an example with parameters that exist', () => {
    const step = orb.examples['measure']?.usage.jobs.test.steps.find(
      (each) => typeof each === 'object' && each !== null && 'carbon-gate/measure' in each,
    )
    const given = (step as Record<string, Record<string, string>>)['carbon-gate/measure'] ?? {}
    expect(Object.keys(orb.commands['measure']?.parameters ?? {})).toEqual(expect.arrayContaining(Object.keys(given)))
  })
})

describe('the step for Jenkins', () => {
  const source = text('vars/carbonGate.groovy')

  it('calls the script, and puts no value of a user into a shell', () => {
    expect(source).toContain("sh 'sh .carbon-gate/ci/measure.sh'")
    // Double quotes would interpolate.
    expect(source).not.toMatch(/\bsh\s*\(?\s*"/)
  })

  it('has brackets that match', () => {
    const plain = source.replaceAll(/\/\/.*$/gm, '').replaceAll(/'''[\s\S]*?'''|'[^'\n]*'|\/\\.*?\//g, '')
    for (const [open = '', close = ''] of ['()', '{}', '[]'])
      expect(plain.split(open).length).toBe(plain.split(close).length)
  })
})

describe('the hooks for pre-commit', () => {
  const hooks = parse(text('.pre-commit-hooks.yaml')) as {
    id: string
    name: string
    entry: string
    args: string[]
    language: string
    files: string
  }[]

  it.each(hooks)(
    '$id has the keys that a hook needs, and a script that can be started',
    async ({ id, name, entry, args, language, files }) => {
      for (const value of [id, name, files]) expect(value).toMatch(/\w/)
      expect(language).toBe('script')
      if (process.platform !== 'win32') expect(statSync(entry).mode & 0o111).toBe(0o111)
      const { status, stdout } = await runCommand([args[0] ?? '', '--help'])
      expect(status).toBe(0)
      for (const flag of args.filter((each) => each.startsWith('--'))) expect(stdout).toContain(flag)
      expect(() => new RegExp(files)).not.toThrow()
    },
  )

  it.skipIf(process.platform === 'win32')('start the bundle beside the script', () => {
    const root = emptyFolder()
    mkdirSync(path.join(root, 'ci'))
    mkdirSync(path.join(root, 'dist/cli'), { recursive: true })
    writeFileSync(path.join(root, 'dist/cli/index.js'), 'console.log(process.argv.slice(2).join(" "))\n')
    writeFileSync(path.join(root, 'ci/carbon-gate.sh'), text('ci/carbon-gate.sh'), { mode: 0o755 })
    const { stdout } = spawnSync(path.join(root, 'ci/carbon-gate.sh'), ['logs', 'a b.csv'], { encoding: 'utf8' })
    expect(stdout).toBe('logs a b.csv\n')
  })
})

describe('the Dockerfile', () => {
  const lines = text('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

  it('has only instructions that exist, and ends as a user without rights', () => {
    for (const line of lines) expect(line).toMatch(/^(?:FROM|RUN|COPY|USER|WORKDIR|ENTRYPOINT|CMD) \S/)
    expect(lines.at(-1)).toMatch(/^CMD \[/)
    expect(lines.findLast((line) => line.startsWith('USER '))).toBe('USER node')
    for (const line of lines.filter((each) => /^(?:ENTRYPOINT|CMD)/.test(each)))
      expect(() => JSON.parse(line.replace(/^\S+ /, '')) as unknown).not.toThrow()
  })

  it('copies what .dockerignore lets through, which is what the package has', () => {
    const allowed = text('.dockerignore')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(1))
    const copied = lines.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' ').slice(1, -1))
    expect(copied.sort()).toEqual([...allowed].sort())
    const { files } = JSON.parse(text('package.json')) as { files: string[] }
    for (const each of allowed.filter((name) => name !== 'package.json')) expect(files).toContain(each)
  })
})
