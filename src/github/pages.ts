/** Items of a page, the maximum of GitHub's API. */
export const PAGE_SIZE = 100

/** One page of a counted list. */
export interface CountedPage<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** A list read page by page. */
export interface CountedList<T> {
  readonly items: readonly T[]
  /** How many there are by GitHub's count. */
  readonly total: number
  /** Whether some are missing: beyond the limit, or counted and not given. */
  readonly cut: boolean
}

/**
 * Reads all pages of a counted list: the first has the count, the others are requested in parallel.
 * @param maxPages maximum number of pages; the caller reports what is missing
 */
export async function readPages<T>(
  page: (number: number) => Promise<CountedPage<T>>,
  maxPages: number,
): Promise<CountedList<T>> {
  const first = await page(1)
  const pages = Math.min(maxPages, Math.ceil(first.total / PAGE_SIZE))
  const rest = await inParallel(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2),
    PARALLEL_REQUESTS,
    page,
  )
  const items = [first, ...rest].flatMap((each) => each.items)
  // A page that came empty or short leaves items out as well.
  return { items, total: first.total, cut: items.length < first.total }
}

/** Requests under way at once: GitHub allows 100, and asks to stay far below. */
export const PARALLEL_REQUESTS = 8

/** Runs a task for each item, so many at once; results in the order of the items. The first failure ends it. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = Array.from({ length: items.length })
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await task(items[index] as T)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}
