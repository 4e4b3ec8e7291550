/** The script of the dashboard's page, from src/dashboard/client and uPlot, as one file of text that the command reads. */
import { readFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import type { Assets } from '../src/dashboard/page.ts'

/** Bundles and minifies the script, and reads what belongs to uPlot. Runs in the repository's root. */
export async function buildDashboardAssets(): Promise<Assets> {
  const bundle = await rolldown({ input: 'src/dashboard/client/main.ts', platform: 'browser', logLevel: 'warn' })
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true })
    const [{ code }] = output
    // Within the page the script must not end its element.
    return {
      script: code
        .trim()
        .replaceAll('</script', String.raw`<\/script`)
        .replaceAll('<!--', String.raw`<\!--`),
      style: readFileSync('node_modules/uplot/dist/uPlot.min.css', 'utf8').trim(),
      licence: readFileSync('node_modules/uplot/LICENSE', 'utf8').trim(),
    }
  } finally {
    await bundle.close()
  }
}
