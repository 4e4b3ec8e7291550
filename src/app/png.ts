import { createRequire } from 'node:module'
import { MeasurementError } from '../core/errors.ts'
import { crc32 } from '../github/crc32.ts'
import { PNG_MARK } from './target-file.ts'

/** Draws SVG; an optional peer, because it is a compiled program for each system. */
const PEER = '@resvg/resvg-js'
/** Pixels per px of the SVG: sharp on a phone and in print at the label's own size. */
const ZOOM = 2

/** What is used of the library. */
interface Renderer {
  readonly Resvg: new (
    svg: string,
    options: object,
  ) => { render(): { asPng(): Uint8Array }; getBBox(): { width: number } | undefined }
}

/**
 * Draws an SVG of this program as PNG.
 * @param workingFolder where the library is looked for if it is not installed beside this program
 * @throws MeasurementError without the library, or on a machine without a font
 */
export function renderPng(svg: string, workingFolder: string): Uint8Array {
  const { Resvg } = loadRenderer(workingFolder)
  const options = {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  }
  // Without a font all text would be missing, and a label without figures looks finished.
  const text = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15">0</text></svg>'
  if (!((new Resvg(text, options).getBBox()?.width ?? 0) > 0)) {
    throw new MeasurementError(
      'PNG: this machine has no font, so the label would have no text: install one (Debian: fonts-dejavu-core) or write SVG with -o',
    )
  }
  return marked(new Resvg(svg, options).render().asPng())
}

/** The bundler must not see a path here: it would bundle what is there. */
function loadRenderer(workingFolder: string): Renderer {
  for (const from of [import.meta.url, `${workingFolder}/`]) {
    try {
      return createRequire(from)(PEER) as Renderer
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'MODULE_NOT_FOUND')
        throw new MeasurementError(`PNG: ${PEER} cannot be loaded: ${String(code ?? error).slice(0, 200)}`)
    }
  }
  throw new MeasurementError(`PNG needs the package ${PEER}: \`npm install ${PEER}\`, or write SVG with -o`)
}

/** End of a PNG's signature and its header chunk, bytes: other chunks may follow. */
const AFTER_HEADER = 33

/** The picture with a text chunk that names the program (PNG specification, 11.3.3.2). */
function marked(png: Uint8Array): Uint8Array {
  const body = Buffer.from(`tEXt${PNG_MARK}`, 'latin1')
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)])
}
