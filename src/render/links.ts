import { inert } from './escape.ts'
import type { Part } from '../core/report.ts'

/** Addresses that a comment may link to: plain https, no query, nothing that Markdown reads as markup. */
const PLAIN_URL = /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)*\/?(?:#artifacts)?$/

/** The address if it is a plain one; null otherwise. */
export function plainUrl(url: string | null | undefined): string | null {
  return url && url.length <= 500 && PLAIN_URL.test(url) ? url : null
}

/** `[text](url)`, or the text alone where the address is not a plain one. @param text Markdown */
export function linked(text: string, url: string | null | undefined): string {
  const address = plainUrl(url)
  return address === null ? text : `[${text}](${address})`
}

/**
 * Page of a job, if it belongs to the run that is reported: `source` may come from the pull request's own code.
 * @param source what a part says about where it was read
 */
export function jobUrl(source: string | null | undefined, runUrl: string | null | undefined): string | null {
  const run = plainUrl(runUrl)
  if (!source || run === null || !source.startsWith(`${run}/job/`)) return null
  return /^\d{1,20}$/.test(source.slice(run.length + '/job/'.length)) ? source : null
}

/** The file that budgets are read from. All of it is untrusted text. */
export interface BudgetFile {
  /** `.github/carbon-gate.yml`. */
  readonly path: string
  /** Branch, for people; null where no branch is known. */
  readonly branch: string | null
  readonly url: string | null
}

/** `[.github/carbon-gate.yml](...) at main`. */
export function budgetFileLink({ path, branch, url }: BudgetFile): string {
  const at = branch === null ? '' : ` at ${inert(branch, 40)}`
  return `${linked(inert(path), url)}${at}`
}

/**
 * Addresses of the jobs that a comment links to, by number. Links are Markdown's references, so that tables stay narrow in the plain
 * text of an e-mail, and each address is written once.
 */
export class JobLinks {
  readonly #numbers: ReadonlyMap<string, number>

  /** @param parts those whose source is the page of a job of the run get a link */
  constructor(parts: readonly Pick<Part, 'source'>[], runUrl: string | null | undefined) {
    const urls = new Set(parts.map(({ source }) => jobUrl(source, runUrl)).filter((url) => url !== null))
    this.#numbers = new Map([...urls].map((url, at) => [url, at + 1]))
  }

  /** `[name][3]`, or the name alone. @param text Markdown */
  linked(text: string, source: string | null | undefined): string {
    const number = source ? this.#numbers.get(source) : undefined
    return number === undefined ? text : `[${text}][${number}]`
  }

  /** The sections that are not empty, with the definitions of the references in them. */
  page(sections: readonly (string | null)[]): string {
    const text = sections.filter(Boolean).join('\n\n')
    const used = new Set([...text.matchAll(/\]\[(\d+)\]/g)].map((match) => Number(match[1])))
    const definitions = [...this.#numbers].flatMap(([url, number]) => (used.has(number) ? [`[${number}]: ${url}`] : []))
    return [text, definitions.join('\n')].filter(Boolean).join('\n\n')
  }
}
