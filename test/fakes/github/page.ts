// Pages of a list as GitHub cuts them: at most 100 an answer, neighbours in the Link header.
import type { Answer, Call } from './call.ts'

const DEFAULT_PAGE_SIZE = 30
const MAX_PAGE_SIZE = 100

interface Page<T> {
  readonly items: readonly T[]
  readonly headers: Readonly<Record<string, string>>
}

function pageOf<T>(call: Call, all: readonly T[]): Page<T> {
  const asked = Number(call.query['per_page'] ?? DEFAULT_PAGE_SIZE)
  const size = asked < 1 ? DEFAULT_PAGE_SIZE : Math.min(asked, MAX_PAGE_SIZE)
  const number = Math.max(1, Number(call.query['page'] ?? 1))
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (page: number, rel: string): string => {
    const query = new URLSearchParams(
      Object.entries(call.query).map(([name, value]): [string, string] => [name, String(value)]),
    )
    query.set('page', String(page))
    return `<${call.repository.api}${call.pathname}?${query.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [link(Math.min(number - 1, last), 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ]
  const headers = links.length === 0 ? {} : { link: links.join(', ') }
  return { items: all.slice((number - 1) * size, number * size), headers: headers as Record<string, string> }
}

export function listAnswer<T>(call: Call, all: readonly T[], present: (item: T) => unknown): Answer {
  const { items, headers } = pageOf(call, all)
  return { status: 200, body: items.map(present), headers }
}

/** Actions and checks wrap their lists and count them. */
export function countedAnswer<T>(call: Call, name: string, all: readonly T[], present: (item: T) => unknown): Answer {
  const { items, headers } = pageOf(call, all)
  return { status: 200, body: { total_count: all.length, [name]: items.map(present) }, headers }
}
