/** What a dashboard begins with: a file that begins otherwise is never overwritten. */
export const PAGE_MARK = '<!doctype html>\n<!-- carbon-gate:dashboard -->\n'
