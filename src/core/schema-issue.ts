import type { ZodError } from 'zod'
import { printable } from './text.ts'

/**
 * What is wrong with JSON that does not fit its schema: the first fault.
 * @param whole name of the whole document, for a fault that is in none of its fields
 * @example schemaIssue(result.error, 'report') // 'energy.total_wh is missing'
 */
export function schemaIssue({ issues }: ZodError, whole: string): string {
  const [issue] = issues
  const place = printable(issue?.path.join('.') || whole)
  return issue?.message.endsWith('received undefined')
    ? `${place} is missing`
    : `${place}: ${issue?.message ?? 'invalid'}`
}
