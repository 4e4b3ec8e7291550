import { encode } from 'uqr'
import type { Report } from '../../core/report.ts'
import { SOFT_INK } from '../ink.ts'
import { plainUrl } from '../links.ts'
import { svgText, wrapped } from '../svg-text.ts'
import { type Block, INNER, MARGIN } from './block.ts'

/** Side of the QR code with its quiet zone. */
const QR_SIZE = 84
/** Longest address that is shown as a QR code: longer ones have modules too fine for a phone's camera at this size. */
const QR_LENGTH = 160

/** Address as a QR code and as text; the program and what the letters are. */
export function footBlock(report: Report): Block {
  const url = plainUrl(report.origin?.url)
  const address =
    url === null
      ? []
      : wrapped(url.replace(/^https:\/\//, ''), INNER - (url.length <= QR_LENGTH ? QR_SIZE + 10 : 0), 10, 5)
  const words = [
    `carbon-gate ${report.tool.version.slice(0, 30)}`,
    ...(report.label === null ? [] : ['Letters are shares of the budget.']),
  ]
  const hasCode = url !== null && url.length <= QR_LENGTH
  const height = hasCode ? QR_SIZE + 22 : 22 + (address.length + words.length) * 13
  return {
    height,
    draw: (y) => {
      const left = hasCode ? MARGIN + QR_SIZE + 10 : MARGIN
      const top = hasCode ? y + 12 : y
      const lines = [...address, ...words].map((line, at) =>
        svgText(line, left, top + 14 + at * 13, 10, `fill="${SOFT_INK}"`),
      )
      return [...(hasCode ? [drawCode(url, MARGIN - 4, y + 10)] : []), ...lines].join('\n')
    },
  }
}

/** A QR code as one path. */
function drawCode(text: string, x: number, y: number): string {
  const { data, size } = encode(text, { ecc: 'L', border: 2 })
  const cells = data.flatMap((row, at) => row.flatMap((isDark, column) => (isDark ? [`M${column} ${at}h1v1h-1z`] : [])))
  const scale = Number((QR_SIZE / size).toFixed(4))
  return `<path transform="translate(${x} ${y}) scale(${scale})" d="${cells.join('')}" fill="#000000" shape-rendering="crispEdges"/>`
}
