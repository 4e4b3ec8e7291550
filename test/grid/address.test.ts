import { describe, expect, it } from 'vitest'
import { ConfigurationError, MeasurementError } from '../../src/core/errors.ts'
import { assertPublicName, checkedGridUrl, isMetadataAddress } from '../../src/grid/address.ts'

describe('grid-url', () => {
  it.each([
    'https://api.electricitymaps.com/v3',
    'http://127.0.0.1:8080',
    'http://localhost:3000/x',
    'http://[::1]:1/',
  ])('may be %s', (url) => {
    expect(checkedGridUrl(url).href).toContain('http')
  })

  it.each([
    'http://api.electricitymaps.com/v3',
    'http://10.0.0.1/',
    'ftp://example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not an address',
    'https://user:password@example.org/',
    'https://example.org/?token=x',
    'https://169.254.169.254/latest',
    'http://169.254.169.254/latest',
    'https://2852039166/',
    'https://0xa9fea9fe/',
    'https://0251.0376.0251.0376/',
    'https://169.254.43518/',
    'https://169.254.169.254./',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:a9fe:a9fe::]/',
    'https://[::a9fe:a9fe]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[fd00:c1::a9fe:a9fe]/',
    'https://[fd00:42::42]/',
    'https://168.63.129.16/',
    'https://100.100.100.200/',
    'https://metadata.google.internal/',
    'https://metadata/',
    'https://0.0.0.0/',
    'http://0/',
    'https://１６９.254.169.254/',
  ])('may not be %s', (url) => {
    expect(() => checkedGridUrl(url)).toThrow(ConfigurationError)
  })

  it('does not repeat what it refuses: it may contain a secret', () => {
    expect(() => checkedGridUrl('https://user:hunter2@example.org/')).not.toThrow(/hunter2/)
  })
})

describe('addresses of metadata services', () => {
  it.each(['8.8.8.8', '127.0.0.1', '10.1.2.3', '2606:4700::1', '::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is none',
    (ip) => {
      expect(isMetadataAddress(ip)).toBe(false)
    },
  )

  it('are refused behind a name', async () => {
    // The literal stands for what a name resolves to: look-ups of literals give themselves.
    await expect(assertPublicName(new URL('https://169.254.169.254/'), 'x')).rejects.toThrow(MeasurementError)
    await expect(assertPublicName(new URL('http://127.0.0.1/'), 'x')).resolves.toBeUndefined()
    await expect(assertPublicName(new URL('https://no-such-host.invalid/'), 'x')).rejects.toThrow(/cannot be looked up/)
  })
})
