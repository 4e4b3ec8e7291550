import type { Days } from '../core/calendar.ts'
import { cutMiddle, visible } from '../render/escape.ts'
import { xml } from '../render/svg-text.ts'

/** Characters of a name that are shown. */
const NAME_LENGTH = 80

/** Untrusted text as HTML text or an attribute's value: visible, and nothing in it is markup. */
export const escaped = xml

/** A name of others as HTML text: escaped, cut in the middle. */
export function nameText(name: string, length: number = NAME_LENGTH): string {
  return escaped(cutMiddle(visible(name.slice(0, 5000)), length) || '(unnamed)')
}

/** `1,234 jobs`, `1 job`. */
export function counted(count: number, singular: string, plural: string = `${singular}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`
}

/** A framed part of a section. @param heading HTML */
export function card(heading: string, content: string): string {
  return `<article class="card"><h3>${heading}</h3>${content}</article>`
}

/** Days as people read them. */
export function daysText({ from, to }: Days): string {
  return from === to ? from : `${from} to ${to}`
}

/** A section with its heading; empty content gives none. @param id unique in the page */
export function section(id: string, heading: string, content: string): string {
  return content === ''
    ? ''
    : `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>\n${content}\n</section>\n`
}

/** Numbers of columns with which a phone shows the heading of a row above its figures. Fewer columns fit beside it; more scroll. */
const STACKED = { least: 4, most: 5 }

/**
 * A table that a screen reader can name. Cells are HTML; the first of a row is its heading. Roles are written out, because a table that
 * is laid out anew would lose them.
 */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const isStacked = heads.length >= STACKED.least && heads.length <= STACKED.most
  const role = (name: string): string => (isStacked ? ` role="${name}"` : '')
  const head = heads.map(
    (each, at) => `<th scope="col"${role('columnheader')}${at > 0 ? ' class="number"' : ''}>${each}</th>`,
  )
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr${role('row')}><th scope="row"${role('rowheader')}>${first}</th>${rest.map((each) => `<td${role('cell')} class="number">${each}</td>`).join('')}</tr>`,
  )
  const group = role('rowgroup')
  const whole = `<table${role('table')}${isStacked ? ' class="stacked"' : ''}><caption>${caption}</caption><thead${group}><tr${role('row')}>${head.join('')}</tr></thead><tbody${group}>${body.join('\n')}</tbody></table>`
  return `<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${whole}</div>`
}

/** Content that is folded away. */
export function fold(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>${content}</details>`
}
