import { readReport } from '../../core/report-file.ts'
import { badgeEndpoint, renderBadgeSvg } from '../../render/badge.ts'
import { renderLabelSvg } from '../../render/label-svg.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import { assertTarget, isStandardOutput, readNamed, writeWhole } from '../report-output.ts'

/** `label REPORT`: the SVG carbon label, to a file or standard output. */
export function labelCommand(file: string, output: string | undefined, console: Console): number {
  return put(renderLabelSvg(readReport(readNamed(file, 'report'), file)), output, console)
}

/** `badge REPORT`: the SVG badge, or with `--json` what a shields endpoint answers. */
export function badgeCommand(file: string, json: boolean, output: string | undefined, console: Console): number {
  const report = readReport(readNamed(file, 'report'), file)
  return put(json ? `${JSON.stringify(badgeEndpoint(report))}\n` : renderBadgeSvg(report), output, console)
}

function put(text: string, output: string | undefined, console: Console): number {
  if (output === undefined || isStandardOutput(output)) console.out(text)
  else {
    assertTarget(output, text.startsWith('<svg') ? 'svg' : 'endpoint', 'output')
    writeWhole(output, text)
  }
  return EXIT.ok
}
