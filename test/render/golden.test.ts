import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { annotationOf } from '../../src/render/annotation.ts'
import { badgeEndpoint, renderBadgeSvg } from '../../src/render/badge.ts'
import { renderComment } from '../../src/render/comment.ts'
import { renderLabelSvg } from '../../src/render/label-svg.ts'
import { mergeRow, sharedRow } from '../../src/render/shared-comment/job-rows.ts'
import { renderSummary } from '../../src/render/summary.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import * as fixture from '../fixtures/report.ts'

/** Everything people read, as files, so that a change of a renderer is reviewed as text. `npx vitest run test/render -u` rewrites them. */
const FOLDER = path.join(import.meta.dirname, '..', 'golden')

const goldenFile = (file: string): string => path.join(FOLDER, file)

const ADVICE = [{ text: 'cache the downloads of npm ci', evidence: 'it costs 0.19 g in every run, 46 % of the energy' }]
const FOOTER = { budgetSource: '.github/carbon-gate.yml at main', reportAt: "in the run's artifacts" }
const options = { key: '.github/workflows/ci.yml', ...FOOTER }

const shared = ['test (18)', 'test (20)', 'test (22)']
  .map((name) => fixture.report({ subject: { name } }))
  .reduce((rows, each, at) => mergeRow(rows, sharedRow(each, `9${at}`, '77.1')), [] as ReturnType<typeof mergeRow>)

const COMMENTS = {
  'comment-pass': () => renderComment(fixture.report(), { ...options, advice: ADVICE }),
  'comment-fail': () => renderComment(fixture.failedReport(), options),
  'comment-indeterminate': () => renderComment(fixture.indeterminateReport(), options),
  'comment-no-budget': () => renderComment(fixture.noBudgetReport(), { key: options.key }),
  'comment-workflow': () => renderComment(fixture.workflowReport(), { ...options, advice: ADVICE }),
  'comment-gpu': () => renderComment(fixture.gpuReport(), options),
  'comment-hostile': () =>
    renderComment(fixture.hostileReport(), { ...options, budgetSource: fixture.HOSTILE[0], fork: true }),
  'comment-logs': () => renderComment(fixture.logsReport(), options),
  'comment-shared': () => renderComment(fixture.report(), { ...options, rows: shared }),
  summary: () => renderSummary(fixture.report(), { ...FOOTER, advice: ADVICE }),
}

const REPORTS = {
  pass: fixture.report(),
  fail: fixture.failedReport(),
  indeterminate: fixture.indeterminateReport(),
  'no-budget': fixture.noBudgetReport(),
  gpu: fixture.gpuReport(),
  hostile: fixture.hostileReport(),
  logs: fixture.logsReport(),
}

const each = (show: (report: Report) => unknown): string => {
  const shown = Object.entries(REPORTS).map(([name, report]) => [name, show(report)])
  return `${JSON.stringify(Object.fromEntries(shown), null, 2)}\n`
}

const LISTS = {
  'terminal.txt': Object.entries(REPORTS)
    .map(([name, report]) => `# ${name}\n${renderTerminal(report, { color: false })}`)
    .join('\n'),
  'terminal-colour.txt': renderTerminal(fixture.gpuReport(), { color: true }),
  'annotations.json': each((report) => annotationOf(report, true)),
  'badges.json': each((report) => badgeEndpoint(report)),
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
