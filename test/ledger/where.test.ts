import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../src/core/errors.ts'
import { findAddress } from '../../src/ledger/git/address.ts'
import { inboxRef } from '../../src/ledger/git/inbox-ref.ts'
import { parseWhere } from '../../src/ledger/where.ts'

describe('where a ledger is', () => {
  it.each<[string, string | null, string]>([
    ['carbon-ledger', null, 'refs/heads/carbon-ledger'],
    ['history/carbon', null, 'refs/heads/history/carbon'],
    ['refs/carbon-gate/ledger', null, 'refs/carbon-gate/ledger'],
    ['https://git.example/o/r', 'https://git.example/o/r', 'refs/heads/carbon-ledger'],
    ['https://git.example/o/r.git#main', 'https://git.example/o/r.git', 'refs/heads/main'],
    ['git@git.example:o/r.git#refs/x/y', 'git@git.example:o/r.git', 'refs/x/y'],
    ['ssh://git@git.example/o/r', 'ssh://git@git.example/o/r', 'refs/heads/carbon-ledger'],
    ['../ledger.git', '../ledger.git', 'refs/heads/carbon-ledger'],
    ['.', '.', 'refs/heads/carbon-ledger'],
    ['..#main', '..', 'refs/heads/main'],
    ['/srv/ledger', '/srv/ledger', 'refs/heads/carbon-ledger'],
    ['file:///srv/ledger.git', 'file:///srv/ledger.git', 'refs/heads/carbon-ledger'],
  ])('reads %s', (text, repository, ref) => {
    expect(parseWhere(text)).toEqual({ kind: 'git', repository, ref })
  })

  it('reads a database', () => {
    expect(parseWhere('postgres://me@db.example/carbon').kind).toBe('postgres')
  })

  it.each([
    ['https://me:s3cret@git.example/o/r', /CARBON_GATE_LEDGER_URL/],
    ['postgres://me:s3cret@db/carbon', /PGPASSWORD/],
    ['postgres://db/carbon?password=s3cret', /PGPASSWORD/],
    ['gh-pages', /published/],
    ['refs/carbon-gate/inbox', /inbox/],
    ['a..b', /not a ref name/],
    ['ext::sh -c id', /ledger is/],
    ['--upload-pack=id', /ledger is/],
    ['', /blank/],
  ])('refuses %s', (text, reason) => {
    expect(() => parseWhere(text)).toThrow(reason)
    expect(() => parseWhere(text)).not.toThrow(/s3cret/)
  })
})

describe('a ref in the inbox', () => {
  const refOf = (key: string): string => inboxRef({ key, ended_at: '2026-11-28T13:00:00Z' })

  it('names day, run, attempt and job', () => {
    expect(refOf('812/1/test')).toBe('refs/carbon-gate/inbox/2026/11/28/812-1-test')
  })

  it('differs for different keys and is a name that git accepts', () => {
    const keys = [
      'a/b/c',
      'a-b/c',
      'a/b-c',
      'a b',
      'a..b',
      'a.lock',
      'ä',
      '~^:?*[\\',
      `${'x'.repeat(300)}1`,
      `${'x'.repeat(300)}2`,
    ]
    const refs = keys.map(refOf)
    expect(new Set(refs).size).toBe(keys.length)
    for (const ref of refs) expect(ref).toMatch(/^refs\/carbon-gate\/inbox\/2026\/11\/28\/[\w=-]{1,200}$/)
  })
})

describe('a password with a % that is not percent encoded', () => {
  it('is a configuration error that says how to write it, without the password', async () => {
    const place = { kind: 'git', repository: 'https://git.example/o/r', ref: 'refs/heads/carbon-ledger' } as const
    const env = { CARBON_GATE_LEDGER_URL: 'https://me:s3cret%@git.example/o/r' }
    const error: unknown = await findAddress(place, { env, cwd: '/' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(String(error)).toMatch(/write a % of a password as %25$/)
    expect(String(error)).not.toContain('s3cret')
  })
})
