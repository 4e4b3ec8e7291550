import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { annotationOf } from '../../src/render/annotation.ts'
import { badgeEndpoint, badgeOf, renderBadgeSvg } from '../../src/render/badge.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { COMMENTS, REPORTS } from '../fixtures/examples.ts'
import { gpuReport } from '../fixtures/report.ts'

/** Everything people read, as files, so that a change of a renderer is reviewed as text. `npx vitest run test/render -u` rewrites them. */
const FOLDER = path.join(import.meta.dirname, '..', 'golden')

const goldenFile = (file: string): string => path.join(FOLDER, file)

const each = (show: (report: Report) => unknown): string => {
  const shown = Object.entries(REPORTS).map(([name, report]) => [name, show(report)])
  return `${JSON.stringify(Object.fromEntries(shown), null, 2)}\n`
}

const LISTS = {
  'terminal.txt': Object.entries(REPORTS)
    .map(([name, report]) => `# ${name}\n${renderTerminal(report, { color: false })}`)
    .join('\n'),
  'terminal-colour.txt': renderTerminal(gpuReport(), { color: true }),
  'annotations.json': each((report) => annotationOf(report, { isEnforced: true })),
  'badges.json': each((report) => badgeEndpoint(badgeOf(report))),
}

describe('golden files', () => {
  it.each(Object.entries(COMMENTS))('renders %s as its golden file shows', async (name, render) => {
    await expect(render()).toMatchFileSnapshot(goldenFile(`${name}.md`))
  })
  it.each(Object.entries(REPORTS))(
    'renders label and badge of a %s report as their golden files show',
    async (name, report) => {
      await expect(renderLabelSvg(report)).toMatchFileSnapshot(goldenFile(`label-${name}.svg`))
      await expect(renderBadgeSvg(report)).toMatchFileSnapshot(goldenFile(`badge-${name}.svg`))
    },
  )
  it.each(Object.entries(LISTS))('renders %s as its golden file shows', async (file, text) => {
    await expect(text).toMatchFileSnapshot(goldenFile(file))
  })
})
