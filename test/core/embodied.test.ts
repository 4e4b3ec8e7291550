import { describe, expect, it } from 'vitest'
import {
  type HardwarePart,
  LIFETIME_YEARS,
  embodiedShare,
  lifetimeYears,
  widestBoundary,
} from '../../src/core/embodied.ts'
import { QuantityError } from '../../src/core/errors.ts'
import { embodiedCarbon } from '../../src/core/formulas/impact-framework.ts'
import { makeRange } from '../../src/core/range.ts'
import { cardManufacture, macManufacture, serverManufacture } from '../../src/data/embodied.ts'

const HOUR = 3600

const part = (kg: number, share: number, boundary: HardwarePart['boundary'] = 'host'): HardwarePart => ({
  name: 'test',
  kg: makeRange(kg),
  boundary,
  share,
  source: 'test',
})

const gramsPerHour = (kg: number, share: number, years: number): number =>
  embodiedShare({ parts: [part(kg, share)], lifetimeYears: makeRange(years) }, HOUR)?.value ?? Number.NaN

describe('share of the manufacture', () => {
  it.each([
    ['an EPYC 7763 of one socket, 4 years', 1151.7, 4 / 128, 4, 1.027],
    ['the same over 6 years', 1151.7, 4 / 128, 6, 0.685],
    ['Dell R7425, two sockets, 6 years', 1311, 4 / 128, 6, 0.779],
    ['a host full of SSDs', 4289, 4 / 256, 6, 1.275],
  ])('of 4 threads of %s', (_, kg, share, years, grams) => {
    expect(gramsPerHour(kg, share, years)).toBeCloseTo(grams, 2)
  })

  it('is shared by threads of all sockets: a vCPU is a thread, not a core', () => {
    expect(gramsPerHour(1700, 4 / (2 * 64 * 2), 6)).toBeCloseTo(gramsPerHour(1700, 4 / 128, 6) / 2, 12)
  })

  it('adds up parts, and their ranges too', () => {
    const lifetime = makeRange(6, 4, 6)
    const both = embodiedShare({ parts: [part(1600, 0.25), part(164, 1, 'card')], lifetimeYears: lifetime }, HOUR)
    expect(both?.value).toBeCloseTo(gramsPerHour(564, 1, 6), 12)
    // The life is 4 to 6 years: each hour may carry half more.
    expect(both?.low).toBeCloseTo(both?.value ?? 0, 12)
    expect(both?.high).toBeCloseTo((both?.value ?? 0) * 1.5, 12)
  })

  it('is unknown without hardware, and 0 for no time', () => {
    expect(embodiedShare({ parts: [], lifetimeYears: makeRange(6) }, HOUR)).toBeNull()
    expect(embodiedShare({ parts: [part(1000, 1)], lifetimeYears: makeRange(6) }, 0)?.value).toBe(0)
  })

  it('refuses a negative time, share or lifetime', () => {
    const lifetime = makeRange(4)
    expect(() => embodiedShare({ parts: [part(1, 1)], lifetimeYears: lifetime }, -1)).toThrow(QuantityError)
    expect(() => embodiedShare({ parts: [part(1, -1)], lifetimeYears: lifetime }, 1)).toThrow(QuantityError)
    expect(() => lifetimeYears(true, 0)).toThrow(QuantityError)
  })

  it('names the widest boundary of its parts', () => {
    expect(widestBoundary({ parts: [part(1, 1, 'card'), part(1, 1)] })).toBe('host')
    expect(widestBoundary({ parts: [] })).toBeNull()
  })
})

describe('lifetime', () => {
  it('is 6 years hosted and 4 owned, 4 to 6 in both cases, or what the user says', () => {
    expect(lifetimeYears(true)).toEqual({ value: 6, low: 4, high: 6 })
    expect(lifetimeYears(false)).toEqual({ value: 4, low: 4, high: 6 })
    expect(lifetimeYears(true, 5)).toEqual({ value: 5, low: 5, high: 5 })
    expect(LIFETIME_YEARS).toEqual({ hosted: 6, owned: 4, low: 4, high: 6 })
  })
})

describe('manufacture of hardware', () => {
  // cloud-carbon-coefficients (Apache-2.0): total_kg of instances, by the memory and disks of their hosts.
  it.each([
    ['aws m5.large', { sockets: 2, memoryGb: 384 }, 1610.79],
    ['aws c5.large', { sockets: 2, memoryGb: 192 }, 1344.29],
    ['aws i3.metal', { sockets: 2, memoryGb: 512, ssds: 16 }, 2588.46],
    ['gcp n2d-standard-4', { sockets: 1, memoryGb: 896, ssds: 2 }, 2321.46],
  ])('of the host of %s agrees with the published coefficients', (_, parts, kg) => {
    expect(Math.abs(serverManufacture(parts).value - kg)).toBeLessThan(0.5)
  })

  it('adds 100 kg for a socket, where Impact Framework adds it for a vCPU', () => {
    const socket =
      serverManufacture({ sockets: 2, memoryGb: 16 }).value - serverManufacture({ sockets: 1, memoryGb: 16 }).value
    const life = 126_144_000
    const vcpu = embodiedCarbon({ seconds: life, vcpus: 2 }) - embodiedCarbon({ seconds: life, vcpus: 1 })
    expect(socket).toBeCloseTo(vcpu / 1000, 9)
    // A host of 128 threads is not 13.7 t.
    expect(serverManufacture({ sockets: 2, memoryGb: 512 }).value).toBeLessThan(2000)
    expect(embodiedCarbon({ seconds: life, vcpus: 128 }) / 1000).toBeGreaterThan(13_000)
  })

  it('is in kg: a whole server weighs hundreds of kg at least, never 800 g or 0.8 t', () => {
    for (const sockets of [1, 2, 4]) {
      const { low, high } = serverManufacture({ sockets, memoryGb: 8 })
      expect(low).toBeGreaterThanOrEqual(450)
      expect(high).toBeLessThan(5000)
    }
  })

  it.each([
    ['Dell PowerEdge R740', 8640 * 0.152, { sockets: 2, memoryGb: 32, hdds: 1 }],
    ['Dell PowerEdge R6515', 8160 * 0.08, { sockets: 1, memoryGb: 8, ssds: 2 }],
    ['HPE ProLiant DL380', 4780 * 0.104, { sockets: 1, memoryGb: 32 }],
    ['HPE ProLiant DL345', 8370 * 0.299, { sockets: 1, memoryGb: 32 }],
  ])('spans the manufacturing share of the footprint of %s', (_, published, parts) => {
    const { low, high } = serverManufacture(parts)
    expect(published).toBeGreaterThanOrEqual(low)
    expect(published).toBeLessThanOrEqual(high)
  })

  it('of a GPU is an eighth of its board', () => {
    expect(cardManufacture('NVIDIA H100 80GB HBM3').kg).toEqual({ value: 164, low: 164, high: 273 })
    expect(cardManufacture('B200').kg.value).toBeCloseTo(284.25, 9)
    expect(cardManufacture('NVIDIA A100-SXM4-40GB').kg).toEqual({ value: 127.6, low: 127.6, high: 181 })
    expect(cardManufacture('NVIDIA A100-PCIE-40GB').kg).toEqual({ value: 181, low: 127.6, high: 181 })
    expect(cardManufacture('Tesla T4').kg.value).toBe(150)
  })

  it('of a Mac leaves its use out: 93 kg of the 172 kg that Apple publishes', () => {
    expect(macManufacture('m1').kg.value).toBeCloseTo(92.88, 9)
    expect(macManufacture('m2').kg.value).toBeCloseTo(70.56, 9)
    expect(macManufacture('m1 max').kg.value).toBeCloseTo(165, 0)
  })

  it('of a newer Mac is not its market-based 32 kg', () => {
    const { low, value, high } = macManufacture('m4').kg
    expect(low).toBeGreaterThan(32)
    expect(value).toBeCloseTo(70.56, 9)
    expect(high).toBe(165)
  })
})
