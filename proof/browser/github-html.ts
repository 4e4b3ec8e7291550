import { readFileSync } from 'node:fs'
import { proofImport, proofRequire } from './open-browser.ts'

/** Renders Markdown as GitHub does: CommonMark with GitHub's extensions, HTML passed through so that hostile text shows itself. */
export async function renderMarkdown(markdown: string): Promise<string> {
  const { micromark } = (await proofImport('micromark')) as { micromark(text: string, options: object): string }
  const { gfm, gfmHtml } = (await proofImport('micromark-extension-gfm')) as { gfm(): object; gfmHtml(): object }
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  // GitHub replaces it by an image.
  return html.replaceAll(/<pre><code class="language-mermaid">[\s\S]*?<\/code><\/pre>/g, '<p>(chart)</p>')
}

/** A page as wide as the window, in the style of GitHub. */
export function githubPage(title: string, body: string): string {
  const css = readFileSync(proofRequire.resolve('github-markdown-css/github-markdown.css'), 'utf8')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${css}
body { margin: 0; background: #fff } @media (prefers-color-scheme: dark) { body { background: #0d1117 } }
main { box-sizing: border-box; max-width: 820px; padding: 16px; margin: 0 auto } main h3 { margin-top: 0 }
/* GitHub's own pages underline links in text; the published style sheet leaves that out. */
main.markdown-body a { text-decoration: underline }
.gallery { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }</style></head>
<body><main class="markdown-body">${body}</main></body></html>`
}
