import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelCommand } from '../../src/app/commands/label.ts'
import { renderPng } from '../../src/app/png.ts'
import { reportText } from '../../src/core/report-file.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { report } from '../fixtures/report.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'carbon-png-'))
const at = (name: string): string => path.join(folder, name)
const host = { env: {}, console: { out: () => {}, err: () => {}, color: false } }

describe('label --png', () => {
  it('draws the label with its text, and replaces only an earlier label', async () => {
    writeFileSync(at('report.json'), reportText(report()))
    await labelCommand(at('report.json'), { png: at('label.png') }, host)
    const png = readFileSync(at('label.png'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Width of the header: two pixels for each of the SVG.
    expect(png.readUInt32BE(16)).toBe(640)
    const withoutText = renderPng(renderLabelSvg(report()).replaceAll(/<text[^>]*>[^<]*<\/text>/g, ''), folder)
    expect(png.length).toBeGreaterThan(withoutText.length * 1.5)
    await labelCommand(at('report.json'), { png: at('label.png') }, host)
    writeFileSync(at('photo.png'), png.subarray(0, 33))
    await expect(labelCommand(at('report.json'), { png: at('photo.png') }, host)).rejects.toThrow(
      'not a label of carbon-gate',
    )
  })

  it('does not write SVG into a file whose name ends in .png', async () => {
    await expect(labelCommand(at('report.json'), { output: at('o.png') }, host)).rejects.toThrow('label --png FILE')
  })

  it('refuses an unknown kind of label and a number of runs that is none', async () => {
    await expect(labelCommand(at('report.json'), { for: 'fridge' }, host)).rejects.toThrow(
      '`run` or `service` is needed',
    )
    for (const runsPerMonth of ['x', '0', '-1', 'Infinity', '1e99']) {
      await expect(labelCommand(at('report.json'), { runsPerMonth }, host)).rejects.toThrow('a number of at least 1')
    }
  })
})
