import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SHOWN, fillWithExamples } from '../docs/shown-commands.ts'
import { cli, emptyFolder } from './cli-process.ts'

/** Programs that the pages measure, in place of which a script runs that takes half a second. */
const PROGRAMS = ['python', 'torchrun', 'srun', 'make', 'npm', 'agent.sh']

/** Runs of such programs, and pages, which only the bundle can write; without those that need a network. */
const RUNS = SHOWN.filter(
  ({ line, isInSentence }) =>
    !isInSentence && /^run .*-- (?!node)|^dashboard/.test(line) && !/https?:|--from-api/.test(line),
)

const folder = emptyFolder()
beforeAll(() => {
  fillWithExamples(folder)
  for (const name of PROGRAMS) writeFileSync(path.join(folder, name), '#!/bin/sh\nsleep 0.5\n', { mode: 0o755 })
  const { status, stderr } = shown(['ledger', 'add', 'report.json', '--ledger', 'carbon-ledger'])
  if (status !== 0) throw new Error(stderr)
})

const shown = (words: readonly string[]): ReturnType<typeof cli> =>
  cli([...words], {
    cwd: folder,
    env: { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`, HOME: process.env['HOME'] ?? '' },
  })

describe.skipIf(process.platform === 'win32')(
  'commands of README and docs that measure a program or write a page',
  () => {
    it('are found', () => expect(RUNS.length).toBeGreaterThan(14))

    it.each(RUNS)('$page: `$line` runs', ({ words }) => {
      const { status, stderr } = shown(words)
      expect(status, stderr).toBe(0)
    })
  },
)
