import { describe, expect, it } from 'vitest'
import { type ZipLimits, readZipFile } from '../../src/github/zip.ts'
import { REPORT_FILE, REPORT_ZIP_LIMITS } from '../../src/github/artifacts.ts'
import { type ZipEntry, zip } from '../fakes/github/zip.ts'
import { sampleReport } from '../sample-report.ts'
import { deflatedZeros } from '../bomb.ts'
import { cpuMsOf } from '../wait-until.ts'

const limits: ZipLimits = { entries: 8, compressedBytes: 1 << 20, bytes: 1 << 20, ratio: 200 }
const report = { name: 'report.json', content: '{"a":1}' }
const read = (archive: Buffer): string => readZipFile(archive, 'report.json', limits).toString()
/** What the reader says; nothing when it read the file. */
function refusal(archive: Buffer): string {
  try {
    read(archive)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('reads', () => {
  it('a packed file', () => expect(read(zip([report]))).toBe('{"a":1}'))
  it('a stored file', () => expect(read(zip([{ ...report, store: true }]))).toBe('{"a":1}'))
  it('the expected file beside others', () =>
    expect(read(zip([{ name: 'b.svg', content: 'x' }, report]))).toBe('{"a":1}'))
  it('an empty file', () => expect(read(zip([{ name: 'report.json', content: '' }]))).toBe(''))
})

describe('refuses, with one line', () => {
  const hostile: [string, ZipEntry][] = [
    ['a way up', { name: '../report.json', content: 'x' }],
    ['a way up inside', { name: 'a/../../x', content: 'x' }],
    ['an absolute path', { name: '/etc/passwd', content: 'x' }],
    ['a drive', { name: 'C:\\x', content: 'x' }],
    ['a backslash', { name: '..\\x', content: 'x' }],
    ['a folder', { name: 'a/', content: '' }],
    ['a NUL', { name: 'a\0.json', content: 'x' }],
    ['a workflow command', { name: '::add-mask::x', content: 'x' }],
  ]
  it.each(hostile)('%s', (_, entry) => {
    expect(refusal(zip([report, entry]))).toMatch(/^the artifact's archive is refused: the entry .{2,90} has a path/)
  })
  it('a symbolic link', () => expect(refusal(zip([{ ...report, mode: 0o120777 }]))).toMatch(/not a plain file/))
  it('a device', () => expect(refusal(zip([{ ...report, mode: 0o060644 }]))).toMatch(/not a plain file/))
  it('the file twice', () => expect(refusal(zip([report, report]))).toMatch(/more than once/))
  it('the file missing', () =>
    expect(refusal(zip([{ name: 'other.json', content: 'x' }]))).toMatch(/does not contain report.json/))
  it('longer than it says', () =>
    expect(refusal(zip([{ ...report, claimedSize: 3 }]))).toMatch(/another size|contradicts/))
  it('less than it says', () => expect(refusal(zip([{ ...report, claimedSize: 30 }]))).toMatch(/another size/))
  it('a wrong check sum', () => expect(refusal(zip([{ ...report, claimedCrc: 1 }]))).toMatch(/damaged/))
  it('data that is none', () =>
    expect(refusal(zip([{ ...report, compressed: Buffer.from('not deflate') }]))).toMatch(/cannot be unpacked/))
  it('20,000 entries', () => {
    expect(
      refusal(zip(Array.from({ length: 20_000 }, (_, i) => ({ name: `f${i}`, content: '', store: true })))),
    ).toMatch(/has more than|20000 entries/)
    const small = { ...limits, compressedBytes: 1 << 24 }
    const many = zip(Array.from({ length: 20_000 }, (_, i) => ({ name: `f${i}`, content: '', store: true })))
    expect(() => readZipFile(many, 'report.json', small)).toThrow('it has 20000 entries, at most 8 are read')
  })
  it('what is not an archive', () => {
    expect(refusal(Buffer.alloc(0))).toMatch(/not a whole zip/)
    expect(refusal(Buffer.from('PK'))).toMatch(/not a whole zip/)
    expect(refusal(Buffer.alloc(70_000, 'x'))).toMatch(/not a whole zip/)
  })
})

describe('a report of 1,000 parts', () => {
  it('is not a zip bomb, though the parts differ in name only', () => {
    const { energy, emissions, pue, intensity, method, coverage } = sampleReport('', 1)
    const part = (index: number) => ({
      kind: 'job' as const,
      name: `test (${index})`,
      started_at: null,
      ended_at: null,
      duration_s: 1,
      energy,
      emissions,
      pue,
      intensity,
      method,
      coverage,
    })
    const content = JSON.stringify(sampleReport('CI', 1, { parts: Array.from({ length: 1000 }, (_, i) => part(i)) }))
    expect(readZipFile(zip([{ name: REPORT_FILE, content }]), REPORT_FILE, REPORT_ZIP_LIMITS).toString()).toBe(content)
  })
})

describe('bombs', () => {
  it('300 MB that say so', () => {
    expect(
      refusal(zip([{ name: 'report.json', content: 'x', compressed: deflatedZeros(300), claimedSize: 300 << 20 }])),
    ).toMatch(/more than/)
  })
  it('300 MB that say 1,000 bytes: unpacked no further than that', async () => {
    const bomb = zip([{ name: 'report.json', content: 'x', compressed: deflatedZeros(300), claimedSize: 1000 }])
    const before = process.memoryUsage().rss
    const cpuMs = await cpuMsOf(() => expect(refusal(bomb)).toMatch(/another size than it says/))
    expect(cpuMs).toBeLessThan(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(50 << 20)
  })
  it('1 MB within the size and beyond the ratio', () => {
    expect(refusal(zip([{ name: 'report.json', content: Buffer.alloc((1 << 20) - 1) }]))).toMatch(/packed like a bomb/)
  })
})

describe('lies in the records', () => {
  const archive = (): Buffer => zip([report])
  const end = (bytes: Buffer): number => bytes.length - 22
  it('local header with another name', () => {
    const bytes = archive()
    bytes.write('Report.json', 30)
    expect(refusal(bytes)).toMatch(/contradicts its directory/)
  })
  it('local header with another size', () => {
    const bytes = archive()
    bytes.writeUInt32LE(3, 18)
    expect(refusal(bytes)).toMatch(/contradicts its directory/)
  })
  it('encrypted', () => {
    const bytes = archive()
    bytes.writeUInt16LE(1, bytes.readUInt32LE(end(bytes) + 16) + 8)
    expect(refusal(bytes)).toMatch(/encrypted/)
  })
  it('an unknown way of packing', () => {
    const bytes = archive()
    bytes.writeUInt16LE(93, bytes.readUInt32LE(end(bytes) + 16) + 10)
    expect(refusal(bytes)).toMatch(/unknown way/)
  })
  it.each([
    ['entries', 10, 0xffff, 2],
    ['size of the directory', 12, 0xffffffff, 4],
    ['place of the directory', 16, 0xffffffff, 4],
  ])('zip64 in the %s', (_, at, value, width) => {
    const bytes = archive()
    bytes.writeUIntLE(value, end(bytes) + at, width)
    expect(refusal(bytes)).toMatch(/zip64/)
  })
  it('zip64 in the sizes of an entry', () =>
    expect(refusal(zip([{ ...report, claimedSize: 0xffffffff }]))).toMatch(/zip64/))
  it('more entries than there are', () => {
    const bytes = archive()
    bytes.writeUInt16LE(2, end(bytes) + 8)
    bytes.writeUInt16LE(2, end(bytes) + 10)
    expect(refusal(bytes)).toMatch(/torn/)
  })
  it('fewer entries than there are', () => {
    const bytes = zip([report, { name: 'b', content: 'x' }])
    bytes.writeUInt16LE(1, end(bytes) + 8)
    bytes.writeUInt16LE(1, end(bytes) + 10)
    expect(refusal(bytes)).toMatch(/longer than it says/)
  })
  it('data beyond the archive', () => {
    const bytes = archive()
    const directory = bytes.readUInt32LE(end(bytes) + 16)
    for (const at of [18, directory + 20]) bytes.writeUInt32LE(1000, at)
    expect(refusal(bytes)).toMatch(/beyond the archive/)
  })
  it('an entry inside the directory', () => {
    const bytes = archive()
    bytes.writeUInt32LE(bytes.readUInt32LE(end(bytes) + 16), bytes.readUInt32LE(end(bytes) + 16) + 42)
    expect(refusal(bytes)).toMatch(/entry is missing/)
  })
  it('something after the end', () =>
    expect(refusal(Buffer.concat([archive(), Buffer.from('x')]))).toMatch(/not a whole zip/))
  it('something before the start', () =>
    expect(refusal(Buffer.concat([Buffer.from('x'), archive()]))).toMatch(/not where it says/))
  it('any single byte changed: content is right or refused', () => {
    const original = archive()
    for (let at = 0; at < original.length; at += 1) {
      const bytes = Buffer.from(original)
      bytes[at] = (bytes[at] as number) ^ 0x41
      let content: string | null = null
      try {
        content = read(bytes)
      } catch (error) {
        expect((error as Error).name).toBe('MeasurementError')
      }
      if (content !== null) expect(content).toBe('{"a":1}')
    }
  })
})
