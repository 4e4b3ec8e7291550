import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** What people read, as files: a change of a renderer shows as a change of text in review. UPDATE_GOLDEN=1 rewrites them. */

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'golden')

/** What the golden file says; with UPDATE_GOLDEN it is written first. */
function golden(file: string, text: string): string {
  const path = join(FOLDER, file)
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, text)
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : `${file} is missing: run with UPDATE_GOLDEN=1`
}

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
  it.each(Object.entries(COMMENTS))('%s', (name, render) => {
    const comment = render()
    expect(comment).toBe(golden(`${name}.md`, comment))
  })
  it.each(Object.entries(REPORTS))('label and badge: %s', (name, report) => {
    const [label, badge] = [renderLabelSvg(report), renderBadgeSvg(report)]
    expect(label).toBe(golden(`label-${name}.svg`, label))
    expect(badge).toBe(golden(`badge-${name}.svg`, badge))
  })
  it.each(Object.entries(LISTS))('%s', (file, text) => {
    expect(text).toBe(golden(file, text))
  })
})
