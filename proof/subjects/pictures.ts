import { labelOf } from '../../src/core/label.ts'
import type { Report } from '../../src/core/report.ts'
import { badgeOf, badgeSvg } from '../../src/render/badge.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { renderServiceLabelSvg } from '../../src/render/label/service-label.ts'
import { monthBadge } from '../../src/render/month-badge.ts'
import { REPORTS } from '../../test/fixtures/examples.ts'
import { line as judgedLine, report, serviceReport } from '../../test/fixtures/report.ts'
import { githubPage } from '../browser/github-html.ts'
import { hostileNames } from './hostile-names.ts'
import type { Subject } from './subject.ts'

const named = (name: string): Report =>
  report({ subject: { name }, origin: { repository: name, commit: null, workflow: name, url: name } })

const NAMES = [
  'integration tests of the storage layer (node 22.14, ubuntu-24.04-arm, postgres 17, shard 12 of 60, with coverage)',
  `${'matrix'.repeat(18)}42`,
  '整合テスト（ノード二十二、ウブンツ、シャード十二／六十）と性能測定',
  'اختبارات التكامل لطبقة التخزين (عقدة ٢٢، أوبونتو، الجزء ١٢ من ٦٠)',
  'בדיקות אינטגרציה של שכבת האחסון (node 22, ubuntu)',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  '👩‍🚀👨‍👩‍👧‍👦 deploy 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀',
  '',
]

/** The same report with all of its amounts so many times as large. */
function times(factor: number): Report {
  const base = report()
  const scaled = <T extends object>(block: T): T =>
    Object.fromEntries(
      Object.entries(block).map(([key, value]) => [key, typeof value === 'number' ? value * factor : value]),
    ) as T
  return {
    ...base,
    energy: scaled(base.energy),
    emissions: scaled(base.emissions),
    duration_s: (base.duration_s ?? 0) * factor,
    budgets: [],
    verdict: 'none',
    label: null,
  }
}

const SHARES = [0.2, 0.4, 0.7, 0.95, 1.3, 1.8, 5, 1e7]

/** The same job under budgets of which it uses so much. */
const LETTERS = SHARES.map((share): Report => {
  const limit = (report().emissions.total_g ?? 1) / share
  const verdict = share > 1 ? 'fail' : 'pass'
  const line = `${limit.toPrecision(2)} g`
  return report({ label: labelOf(share), verdict, budgets: [judgedLine({ line, limit, share, verdict })] })
})

const gallery = (name: string, pictures: () => readonly string[]): Subject => ({
  name,
  // Pictures have a size of their own: wider windows only put more of them side by side.
  widths: [360, 1280],
  // Ids are unique in a page only if each picture has its own.
  html: async () =>
    githubPage(
      name,
      `<div class="gallery">${pictures()
        .map((svg, at) => svg.replaceAll('carbon-label-', `carbon-label-${at}-`))
        .join('\n')}</div>`,
    ),
})

/** Labels and badges of every kind, with names and figures that are hard to fit. */
export const PICTURE_SUBJECTS: readonly Subject[] = [
  gallery('labels', () => Object.values(REPORTS).map((each) => renderLabelSvg(each))),
  gallery('labels-letters', () => LETTERS.map((each) => renderLabelSvg(each, { runsPerMonth: 400 }))),
  gallery('labels-names', () => NAMES.map((name) => renderLabelSvg(named(name)))),
  gallery('labels-figures', () => [1e-9, 1e-3, 1e6, 1e18].map((factor) => renderLabelSvg(times(factor)))),
  gallery('labels-hostile', () => hostileNames().map((name) => renderLabelSvg(named(name)))),
  gallery('labels-service', () => [
    renderServiceLabelSvg(serviceReport()),
    renderServiceLabelSvg(serviceReport(['80 mg per 1000 output tokens'])),
    renderServiceLabelSvg({ ...(REPORTS['logs'] as Report) }),
    ...hostileNames()
      .slice(0, 2)
      .map((name) => renderServiceLabelSvg({ ...serviceReport(), subject: { kind: 'logs', name } })),
  ]),
  gallery('badges', () => [
    ...Object.values(REPORTS).map((each) => badgeSvg(badgeOf(each))),
    ...LETTERS.map((each) => badgeSvg(badgeOf(each, 'CI'))),
    ...hostileNames().map((name) => badgeSvg(badgeOf(report(), name))),
    badgeSvg(monthBadge({ month: '2026-11', toDateG: 1234, beforeG: 1410, limitG: 2000 })),
    badgeSvg(monthBadge({ month: '2026-11', toDateG: 1234, beforeG: 900, limitG: null })),
    badgeSvg(monthBadge({ month: '2026-11', toDateG: null, beforeG: null, limitG: null })),
  ]),
]
