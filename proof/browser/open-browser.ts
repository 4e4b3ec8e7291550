import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Packages of proof/node_modules: `npm ci` in proof installs them. Scripts run from the repository's root. */
export const proofRequire = createRequire(path.resolve('proof/package.json'))

/** Loads a package that exists as an ES module only. */
export async function proofImport(name: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(proofRequire.resolve(name)).href)) as Record<string, unknown>
}

/** Elements of a page. */
export interface Locator {
  screenshot(options: object): Promise<Buffer>
  innerText(): Promise<string>
  count(): Promise<number>
}

/** What is used of playwright-core, whose types are not installed with this repository's own packages. */
export interface Page {
  setContent(html: string): Promise<void>
  setViewportSize(size: { width: number; height: number }): Promise<void>
  emulateMedia(media: { colorScheme: 'light' | 'dark' }): Promise<void>
  evaluate(script: string): Promise<unknown>
  screenshot(options: object): Promise<Buffer>
  goto(url: string): Promise<unknown>
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> }
  locator(selector: string): Locator
  context(): { newCDPSession(page: Page): Promise<{ send(method: string, options?: object): Promise<unknown> }> }
  on(event: string, listener: (value: { text?(): string; type?(): string; url?(): string }) => void): void
  close(): Promise<void>
}

export interface Browser {
  newPage(options: object): Promise<Page>
  close(): Promise<void>
}

/** Debian's Chromium, or the one that CHROMIUM names. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Starts Chromium without a window. */
export function openBrowser(): Promise<Browser> {
  const { chromium } = proofRequire('playwright-core') as { chromium: { launch(options: object): Promise<Browser> } }
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--font-render-hinting=none'] })
}
