import type { LineVerdict } from '../core/verdict.ts'

/** The verdict of a budget line in words. */
export const LINE_WORDS: Readonly<Record<LineVerdict, string>> = {
  pass: 'pass',
  fail: 'fail',
  indeterminate: 'indeterminate',
  none: 'no baseline',
  'not-judged': 'not judged here',
}

const SIGNS: Readonly<Record<LineVerdict, string>> = {
  pass: '✅',
  fail: '❌',
  indeterminate: '⬜',
  none: '➖',
  'not-judged': '➖',
}

/** The same with the sign before it that Markdown shows. */
export function markOf(verdict: LineVerdict): string {
  return `${SIGNS[verdict]} ${LINE_WORDS[verdict]}`
}

/** Longest reason shown, in characters: it names what to do. */
export const REASON_LENGTH = 200
