import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { emptyFolder } from '../e2e/cli-process.ts'
import { sampleReport } from '../sample-report.ts'

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  'docs/ci/README.md',
]

export interface Shown {
  readonly page: string
  /** Words after the program's name. */
  readonly words: readonly string[]
  readonly line: string
  /** Whether it is named in a sentence, where some of its words may be place holders. */
  readonly isInSentence: boolean
}

/** Words of a command line, without what follows the command: a comment, a pipe or a redirection. */
export function wordsOf(line: string): string[] {
  const words: string[] = []
  for (const [token, double, single] of line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|[^\s"']+/g)) {
    if (/^(?:#|\||>|<|&&|;|\|\||2>)/.test(token)) break
    words.push(double ?? single ?? token.replace(/[;)]$/, ''))
    if (/^[^"']*[;)]$/.test(token)) break
  }
  return words
}

/** Commands in the fenced blocks of a page, and those in its sentences. */
function commandsOf(page: string): Shown[] {
  const text = readFileSync(page, 'utf8')
  const inSentences = [...text.matchAll(/`((?:npx --yes )?carbon-gate [a-z][^`\n]*)`/g)].map(
    ([, command = '']) => command,
  )
  const blocks = [...text.matchAll(/^( *)```(?:console|sh|bash|yaml)\n([\s\S]*?)^ *```/gm)]
  const lines = blocks.flatMap(([, , block = '']) => block.replaceAll(/\\\n\s*/g, ' ').split('\n'))
  return [...lines, ...inSentences].flatMap((line, at) => {
    const found =
      /(?:^|[\s|(])(?:npx --yes )?(?:carbon-gate|node (?:\.carbon-gate\/)?dist\/cli\/index\.js) ([a-z].*)$/.exec(line)
    const words = found && !/^\s*#/.test(line) ? wordsOf(found[1] ?? '') : []
    return words.length > 0 ? [{ page, words, line: words.join(' '), isInSentence: at >= lines.length }] : []
  })
}

/** Every command of README and docs. */
export const SHOWN = PAGES.flatMap(commandsOf)

/** Files that the pages name. */
export function fillWithExamples(folder: string): void {
  const logs = path.resolve('test/fixtures/logs')
  cpSync(logs, folder, { recursive: true })
  cpSync(path.join(logs, 'codecarbon/v1.csv'), path.join(folder, 'emissions.csv'))
  cpSync(path.join(logs, 'llm-usage/mixed.jsonl'), path.join(folder, 'usage.jsonl'))
  const requests = { units: { name: 'request', count: 1000, g_per_unit: 0.0008 } }
  for (const [file, wh] of Object.entries({
    report: 2,
    base: 2,
    head: 2.2,
    hf: 2,
    onnx: 1.5,
    pytorch: 2.5,
    fp32: 2.5,
    int8: 1.5,
    first: 2.5,
    again: 2.6,
  })) {
    writeFileSync(path.join(folder, `${file}.json`), JSON.stringify(sampleReport(file, wh, requests)))
  }
  const plan = /# file: plan\.yml\n([\s\S]*?)```/.exec(readFileSync('docs/ai.md', 'utf8'))?.[1] ?? ''
  writeFileSync(path.join(folder, 'plan.yml'), plan)
  for (const name of ['OUT', 'site', 'train', 'reports']) mkdirSync(path.join(folder, name))
  for (const name of ['train', 'reports'])
    cpSync(path.join(folder, 'report.json'), path.join(folder, name, 'report.json'))
  writeFileSync(path.join(folder, 'README.md'), '# A model\n')
  const task = /# file: task\.yml\n([\s\S]*?)```/.exec(readFileSync('docs/ai.md', 'utf8'))?.[1] ?? ''
  writeFileSync(path.join(folder, 'task.yml'), task)
  const origin = emptyFolder()
  execFileSync('git', ['init', '--quiet', '--bare', origin])
  execFileSync('git', ['init', '--quiet', folder])
  execFileSync('git', ['remote', 'add', 'origin', origin], { cwd: folder })
}
