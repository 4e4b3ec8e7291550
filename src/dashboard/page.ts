import { createHash } from 'node:crypto'
import { PAGE_MARK } from '../render/page-mark.ts'
import type { Dashboard } from './dashboard.ts'
import { escaped, section } from './html.ts'
import { budgetSection } from './sections/budgets.ts'
import { driverSection } from './sections/drivers.ts'
import { entryData, entrySection } from './sections/entries.ts'
import { mixSection } from './sections/mix.ts'
import { header, overview } from './sections/overview.ts'
import { rankingSection } from './sections/ranking.ts'
import { timelineSection } from './sections/timeline.ts'
import { workflowSection } from './sections/workflows.ts'
import { STYLE } from './style.ts'

/** The script of the page and what belongs to it, made from src/dashboard/client and uPlot by scripts/dashboard-assets.ts. */
export interface Assets {
  readonly script: string
  /** The style sheet of uPlot. */
  readonly style: string
  /** Licence text of uPlot, which its copies keep. */
  readonly licence: string
}

/** The dashboard as one HTML file that fetches nothing and runs no script but its own. */
export function dashboardPage(dashboard: Dashboard, { script, style, licence }: Assets): string {
  const css = `${STYLE}\n${style}`
  const body = [
    header(dashboard),
    '<main>',
    section('overview', 'Overview', overview(dashboard)),
    section('budgets', 'Budgets', budgetSection(dashboard)),
    section('time', 'Over time', timelineSection(dashboard)),
    section('change', 'What changed', driverSection(dashboard)),
    section('workflows', 'Workflows', workflowSection(dashboard)),
    section('top', 'What uses most', rankingSection(dashboard)),
    section('mix', 'Mix', mixSection(dashboard)),
    section('entries', 'All entries', entrySection(dashboard)),
    '</main>',
    `<footer><p class="quiet">Made by Carbon Gate ${escaped(dashboard.version)}. Energy includes the data centre (PUE); emissions are electricity plus a share of the hardware’s manufacture. The zoomable view is drawn by uPlot.</p></footer>`,
  ]
  return `${PAGE_MARK}<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script, css)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Carbon dashboard: ${escaped(dashboard.source.names.join(', ').slice(0, 200))}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
${body.join('\n')}
${entryData(dashboard)}
<!--
uPlot is included under this licence:
${commentSafe(licence.trim())}
-->
<script>${script}</script>
</body>
</html>
`
}

/** Nothing may load; the only script and style are those whose hash is named. */
function contentSecurityPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function commentSafe(text: string): string {
  return text.replaceAll('--', '- -')
}
