import { createHash } from 'node:crypto'
import type { Entry } from '../entry.ts'

/** Namespace of entries that are not part of the ledger's files yet: a ref of its own for each, so that writers never collide. */
export const INBOX = 'refs/carbon-gate/inbox'

/** Longest encoded key in a ref name: file systems limit a name to 255 bytes. */
const MAX_NAME = 200

/**
 * Ref of an entry in the inbox. Different keys have different refs: what a ref name may not have, and the separator itself, are encoded.
 * @example inboxRef({ key: '812/1/test-linux', ended_at: '2026-11-28T13:00:00Z' }) // 'refs/carbon-gate/inbox/2026/11/28/812-1-test=2dlinux'
 */
export function inboxRef({ key, ended_at }: Pick<Entry, 'key' | 'ended_at'>): string {
  const name = key.split('/').map(encoded).join('-')
  return `${INBOX}/${ended_at.slice(0, 10).replaceAll('-', '/')}/${shortened(name)}`
}

/** Day of an inbox ref, `2026-11-28`; null for a ref of another form. */
export function dayOfInboxRef(ref: string): string | null {
  const [, year, month, day] = /^refs\/carbon-gate\/inbox\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(ref) ?? []
  return day === undefined ? null : `${year}-${month}-${day}`
}

function encoded(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[A-Za-z0-9_]/.test(character) ? character : `=${byte.toString(16).padStart(2, '0')}`
    })
    .join('')
}

function shortened(name: string): string {
  if (name.length <= MAX_NAME) return name
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 32)
  return `${name.slice(0, MAX_NAME - 34)}==${digest}`
}
