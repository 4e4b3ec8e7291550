import { describe, expect, it } from 'vitest'
import { wattsBatch } from '../../../src/app/power/watts-batch.ts'
import { answerWatts, wattsJson } from '../../../src/app/power/watts.ts'
import { wattsTable } from '../../../src/render/answers/watts.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'

describe('watts', () => {
  it('gives the curve of a whole machine at the eleven load levels', () => {
    const answer = answerWatts({ cpu: 'AMD EPYC 7763 64-Core Processor', sockets: '2', memoryGb: '256' })
    expect(answer.cpu).toMatchObject({ name: 'AMD EPYC 7763', how: 'exact' })
    expect(answer.watts.map((point) => point.utilization)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    expect(answer.watts[10]!.w).toBeGreaterThan(350)
    expect(answer.vcpus).toBeNull()
    expect(answer.sources.join(' ')).toContain('SPEC')
  })

  it('gives a slice with vcpus, at the utilisations asked for', () => {
    const { watts } = answerWatts({ cpu: 'AMD EPYC 7763', vcpus: '4', utilization: '0, 37.5,100' })
    expect(watts.map((point) => point.utilization)).toEqual([0, 37.5, 100])
    expect(watts[2]!.w).toBeLessThan(10)
    for (const { w, low, high } of watts) expect(low <= w && w <= high).toBe(true)
  })

  it("starts and ends at the owner's readings", () => {
    const { watts, method } = answerWatts({ cpu: 'AMD EPYC 7763', sockets: '1', idleWatts: '60', fullWatts: '210' })
    expect([watts[0]!.w, watts[10]!.w]).toEqual([60, 210])
    expect(method).toContain("the owner's readings of the whole machine: 60 W idle, 210 W at full load")
    expect(() => answerWatts({ cpu: 'EPYC 7763', idleWatts: '300', fullWatts: '210' })).toThrow(ConfigurationError)
    expect(() => answerWatts({ cpu: 'EPYC 7763', idleWatts: '-1' })).toThrow('--idle-watts')
  })

  it('distinguishes a missing name from a name that says nothing', () => {
    expect(answerWatts({ threads: '96' }).cpu.explanation).toBe('no name is given')
    expect(answerWatts({ cpu: '@' }).cpu.explanation).toBe('the name says nothing about the chip')
  })

  it.each([
    { tdp: '5' },
    { tdp: '1000' },
    { cores: '4' },
    { cores: '1000' },
    { cores: '96' },
    { threads: '4' },
    { sockets: '2', cores: '256' },
  ])('prefers the name of a known chip to %o, which contradicts it, and adds a note', (slip) => {
    const { sockets } = { sockets: undefined, ...slip }
    for (const vcpus of [undefined, '4']) {
      const right = answerWatts({ cpu: 'AMD EPYC 7763', sockets, vcpus })
      const answer = answerWatts({ cpu: 'AMD EPYC 7763', vcpus, ...slip })
      expect(answer.watts).toEqual(right.watts)
      expect(answer.notes.map(({ code }) => code)).toEqual(['input-contradicts-cpu'])
      expect(answer.notes[0]?.text).toMatch(/^--\w+ \d+ is left out: AMD EPYC 7763 has \d+/)
    }
  })

  it.each([
    { cpu: 'AMD EPYC 7763', tdp: '225' },
    { cpu: 'AMD EPYC 7763', cores: '32' },
    { cpu: 'AMD EPYC 7763', cores: '128' },
    { cpu: 'AMD EPYC 7763', sockets: '2', cores: '64', threads: '64' },
    { cpu: 'AMD EPYC 7763', threads: '64' },
    { cpu: 'Neoverse-N1', cores: '128', tdp: '45' },
    { cpu: 'Xeon Platinum 8900', tdp: '5' },
    { cpu: 'Opteron 6180', sockets: '4', cores: '48', threads: '48' },
    { cpu: 'Intel Core i9-12900K', tdp: '241' },
    { cpu: 'Intel Xeon Phi 7290', cores: '72', threads: '288' },
  ])('accepts values that a vendor or an owner may set: %o', (options) => {
    expect(answerWatts(options).notes.map(({ code }) => code)).not.toContain('input-contradicts-cpu')
  })

  it('applies the known figures of an unknown host to the slice', () => {
    const full = (more: object): number => answerWatts({ cpu: 'Frobnicator', vcpus: '4', ...more }).watts[10]!.w
    expect(full({ threads: '128', tdp: '100' })).toBeLessThan(0.8 * full({ threads: '128', tdp: '400' }))
    expect(full({ cores: '32', tdp: '200' })).toBe(full({ threads: '64', tdp: '200' }))
  })

  it('gives the ranges of the bare model with --benchmark, as --batch does', () => {
    const [, row] = wattsBatch('cpu_name,chips\nAMD EPYC 7763,2\n').trim().split('\n')
    const answer = answerWatts({ cpu: 'AMD EPYC 7763', sockets: '2', benchmark: true })
    const high = answer.watts.map((point) => point.high)
    row!
      .split(',')
      .slice(22)
      .forEach((cell, i) => expect(high[i]).toBeCloseTo(Number(cell), 0))
    expect(answerWatts({ cpu: 'AMD EPYC 7763', sockets: '2' }).watts[0]!.high).toBeGreaterThan(1.5 * high[0]!)
  })

  it('reads units after numbers as other settings do', () => {
    const plain = { cpu: 'Frobnicator', tdp: '280', mhz: '2400', memoryGb: '1000', utilization: '0 50' }
    const written = { cpu: 'Frobnicator', tdp: '280W', mhz: '2.4 GHz', memoryGb: '1 TB', utilization: '0%, 50 %' }
    expect(answerWatts(written)).toEqual(answerWatts(plain))
    expect(wattsBatch('tdp_w,cpu_mhz\n0.28 kW,2.4GHz\n')).toBe(wattsBatch('tdp_w,cpu_mhz\n280,2400\n'))
    expect(() => answerWatts({ tdp: '280 GHz' })).toThrow('--tdp is "280 GHz": the unit "GHz" is unknown: use W, kW')
    expect(() => answerWatts({ tdp: '28O' })).toThrow('--tdp is "28O"')
  })

  it('prints JSON that can be read back', () => {
    const answer = answerWatts({ cpu: 'Frobnicator 9000', utilization: '50' })
    expect(JSON.parse(wattsJson(answer))).toEqual(answer)
    expect(answer.notes.map((note) => note.code)).toEqual(['cpu-unknown'])
  })

  it('prints a table with a chart', () => {
    const table = wattsTable(answerWatts({ cpu: 'AMD EPYC 7763', vcpus: '4', benchmark: true }))
    expect(table).toContain('match: exact')
    expect(table).toMatch(/ {2}50 % +4\.\d\d +3\.\d\d\.\.5\.\d\d {2}█+/)
  })

  it.each([
    [{ cpu: '' }, '--cpu'],
    [{ cpu: 'x', sockets: '' }, '--sockets'],
    [{ cpu: 'x', cores: '0x10' }, '--cores'],
    [{ cpu: 'x', cores: '1.5' }, '--cores'],
    [{ cpu: 'x', tdp: '12abc' }, '--tdp'],
    [{ cpu: 'x', mhz: '1,5' }, '--mhz'],
    [{ cpu: 'x', memoryGb: 'NaN' }, '--memory-gb'],
    [{ cpu: 'x', vcpus: '0' }, '--vcpus'],
    [{ cpu: 'x', vcpus: 'Infinity' }, '--vcpus'],
    [{ cpu: 'x', utilization: '101' }, '--utilization'],
    [{ cpu: 'x', utilization: '10,,20' }, '--utilization'],
  ])('refuses %o', (options, name) => {
    expect(() => answerWatts(options)).toThrow(ConfigurationError)
    expect(() => answerWatts(options)).toThrow(name)
  })
})

describe('watts --batch', () => {
  const HEADER = 'cpu_name,chips,cores,threads,cpu_mhz,mem_gb,tdp_w,hw_year'

  it('predicts one machine a row, in order, ids passed through', () => {
    const out = wattsBatch(
      `${HEADER},note,id\n"AMD EPYC 7763, 2.45 GHz",2,128,256,2450,256,280,2021,x,b\n,,,,,,,,y,"a,1"\nIntel Xeon X5670,2,12,24,2933,12,95,2010,,a\n`,
    )
    const rows = out.trim().split('\n')
    expect(rows[0]!.startsWith('id,w0,w10,w20')).toBe(true)
    expect(rows[0]!.endsWith('high90,high100')).toBe(true)
    expect(rows[0]!.split(',')).toHaveLength(34)
    expect(rows[1]!.startsWith('b,')).toBe(true)
    expect(rows[2]!.startsWith('"a,1",')).toBe(true)
    expect(rows[3]!.startsWith('a,')).toBe(true)
    expect(out).not.toContain('NaN')
  })

  it('prefers the CPU to a figure that contradicts it, and warns once', () => {
    const warnings: string[] = []
    const out = wattsBatch('cpu_name,tdp_w\nAMD EPYC 7763,\nAMD EPYC 7763,5\nAMD EPYC 7763,9\n', 'f.csv', (line) =>
      warnings.push(line),
    )
    const [, right, ...slips] = out.trim().split('\n')
    expect(slips).toEqual([right, right])
    expect(warnings).toEqual([
      'warning: f.csv line 3: tdp_w 5 is left out: AMD EPYC 7763 has 280 W (and 1 more such rows)',
    ])
  })

  it('omits a missing id column and accepts any subset of columns', () => {
    const rows = wattsBatch('tdp_w,cpu_name\n280,AMD EPYC 7763\n\n95,\n').trim().split('\n')
    expect(rows).toHaveLength(3)
    expect(rows[0]!.startsWith('w0,')).toBe(true)
  })

  it.each(['0', '0.0', 'NA', 'n/a', 'NaN', 'null', '-', '?'])(
    'reads %j as unknown, as it reads an empty cell',
    (cell) => {
      const row = (memory: string): string =>
        wattsBatch(`cpu_name,chips,mem_gb\nAMD EPYC 7763,2.0,${memory}\n`).trim().split('\n')[1]!
      expect(row(cell)).toBe(row(''))
      expect(row(cell)).not.toBe(row('512'))
    },
  )

  it('reads spreadsheet exports with a byte order mark, CRLF, capitals and blank lines', () => {
    const text = '\uFEFFnote,ID,CPU_Name,Chips\r\nx,1,"AMD EPYC 7763, 64C",2.0\r\n\r\n   \r\nx,2,,\r\n'
    const ids = wattsBatch(text)
      .trim()
      .split('\n')
      .map((row) => row.split(',')[0])
    expect(ids).toEqual(['id', '1', '2'])
  })

  it.each([
    ['', 'is empty'],
    ['a,b\n1,2\n', 'none of the columns'],
    ['cpu_name,chips\nfoo,0x10\n', 'line 2: chips is "0x10"'],
    ['cpu_name,chips\nfoo,1\nfoo,"1,5"\n', 'line 3: chips is "1,5"'],
    ['cpu_name,chips\nfoo,12abc\n', 'line 2: chips is "12abc"'],
    ['cpu_name,mem_gb\nfoo,-4\n', 'line 2: mem_gb is "-4"'],
    ['cpu_name,chips\nfoo\n', 'line 2 has 1 fields'],
    ['cpu_name,chips\n"foo,1\n', 'is not CSV'],
    ['cpu_name,chips,chips\nfoo,1,1\n', 'twice'],
  ])('refuses %j', (text, message) => {
    expect(() => wattsBatch(text)).toThrow(ConfigurationError)
    expect(() => wattsBatch(text)).toThrow(message)
  })

  it('reads a thousand rows', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},Intel Xeon Gold 6430,2,64,128,2100,${64 + i},,2023`)
    const out = wattsBatch(`id,cpu_name,chips,cores,threads,cpu_mhz,mem_gb,tdp_w,hw_year\n${rows.join('\n')}\n`)
    expect(out.trim().split('\n')).toHaveLength(1001)
  })
})
