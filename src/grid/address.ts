import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { ConfigurationError, MeasurementError } from '../core/errors.ts'

/** Addresses at which clouds serve instance metadata and keys. A grid provider never has one of them. */
const METADATA = new BlockList()
METADATA.addSubnet('169.254.0.0', 16, 'ipv4') // link-local (RFC 3927): Azure, AWS, GCP, Oracle, ...
METADATA.addSubnet('0.0.0.0', 8, 'ipv4') // "this host" (RFC 1122): reaches loopback on Linux
METADATA.addAddress('168.63.129.16', 'ipv4') // Azure wire server
METADATA.addAddress('100.100.100.200', 'ipv4') // Alibaba
METADATA.addAddress('192.0.0.192', 'ipv4') // Oracle
METADATA.addSubnet('fe80::', 10, 'ipv6') // link-local (RFC 4291)
METADATA.addAddress('fd00:ec2::254', 'ipv6') // AWS
METADATA.addAddress('fd20:ce::254', 'ipv6') // GCP
METADATA.addAddress('fd00:c1::a9fe:a9fe', 'ipv6') // Oracle
METADATA.addAddress('fd00:42::42', 'ipv6') // Scaleway
METADATA.addAddress('::', 'ipv6')

/** IPv6 addresses that carry an IPv4 one: mapped, compatible, NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056). */
const EMBEDDED: readonly RegExp[] = [
  /^(?:0:){5}(?:ffff|0):([\da-f]+):([\da-f]+)$/,
  /^(?:0:){4}ffff:0:([\da-f]+):([\da-f]+)$/,
  /^64:ff9b:(?:[\da-f]+:){4}([\da-f]+):([\da-f]+)$/,
  /^2002:([\da-f]+):([\da-f]+):/,
]

const METADATA_NAMES = /^(?:metadata|instance-data|.*\.internal)\.?$/i

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/**
 * Checks the address of a grid provider before anything is sent: HTTPS (HTTP to loopback only, for tests and a local relay), no
 * credentials, query or fragment, no metadata service. The URL parser has already undone decimal, octal and hex spellings.
 * @throws ConfigurationError
 */
export function checkedGridUrl(
  text: string,
  name: string = 'grid-url',
  example: string = 'https://api.example.org/v3',
): URL {
  const refuse = (why: string): ConfigurationError =>
    new ConfigurationError(`${name} ${why}: give the base address of the provider, such as ${example}`)
  if (!URL.canParse(text)) throw refuse('is not a valid address')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw refuse('contains credentials; use the setting for the token instead')
  if (url.search !== '' || url.hash !== '') throw refuse('has a query or fragment')
  const host = hostOf(url)
  if (METADATA_NAMES.test(host) || (isIP(host) !== 0 && isMetadataAddress(host))) {
    throw refuse(`points to ${host}, where clouds keep instance metadata`)
  }
  if (url.protocol === 'https:') return url
  if (url.protocol === 'http:' && isLoopback(host)) return url
  throw refuse(`starts with ${url.protocol} and only https is asked, or http on this machine`)
}

/** The host without brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

function isLoopback(host: string): boolean {
  const family = isIP(host)
  if (family === 0) return /^(?:.+\.)?localhost\.?$/i.test(host)
  return LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

/** Whether an IP address serves a machine's metadata, in any spelling. */
export function isMetadataAddress(address: string): boolean {
  if (isIP(address) === 4) return METADATA.check(address, 'ipv4')
  if (METADATA.check(address, 'ipv6')) return true
  if (LOOPBACK.check(address, 'ipv6')) return false
  const full = expanded(address)
  return EMBEDDED.some((form) => {
    const match = form.exec(full)
    return match !== null && METADATA.check(dotted(match[1] ?? '', match[2] ?? ''), 'ipv4')
  })
}

/** All eight groups in hex without leading zeros. */
function expanded(address: string): string {
  const [bare = ''] = address.toLowerCase().split('%')
  const dot = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(bare)
  const hex = (a: string | undefined, b: string | undefined): string => (Number(a) * 256 + Number(b)).toString(16)
  const text = dot ? `${dot[1]}${hex(dot[2], dot[3])}:${hex(dot[4], dot[5])}` : bare
  const [head = '', tail] = text.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

function dotted(high: string, low: string): string {
  const bytes = [Number.parseInt(high, 16), Number.parseInt(low, 16)].flatMap((group) => [group >> 8, group & 255])
  return bytes.join('.')
}

/**
 * Looks a name up and refuses it when any of its addresses is a metadata service. Together with HTTPS, which a metadata service does
 * not speak, this makes a name that changes between look-up and connection useless.
 * @throws MeasurementError
 */
export async function assertPublicName(url: URL, source: string): Promise<void> {
  const host = hostOf(url)
  const addresses = isIP(host) === 0 ? await resolved(host, source) : [host]
  if (addresses.some(isMetadataAddress)) {
    throw new MeasurementError(`${host} leads to an address where clouds keep instance metadata`, source)
  }
}

async function resolved(host: string, source: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new MeasurementError(`${host} cannot be looked up (${code})`, source)
  }
}
