import { describe, expect, it } from 'vitest'
import { readingOf } from '../../../src/app/measure/launch.ts'

const READING = { t: 5, seconds: 1, itWh: 0.5, watts: 10, gpus: ['Tesla T4'] }

describe('a reading from the sampler', () => {
  it('is taken as it is written', () => {
    expect(readingOf(JSON.stringify(READING))).toEqual(READING)
  })

  it.each([
    'garbage',
    '',
    'null',
    '{}',
    '[1]',
    JSON.stringify({ ...READING, itWh: -1 }),
    JSON.stringify({ ...READING, itWh: '9' }),
    JSON.stringify({ ...READING, watts: null }),
    '{"t":5,"seconds":1e999,"itWh":1,"watts":1,"gpus":[]}',
    JSON.stringify({ ...READING, gpus: [7] }),
    JSON.stringify({ ...READING, gpus: 'T4' }),
  ])('is ignored if the sampler did not write it: %s', (line) => {
    expect(readingOf(line)).toBeNull()
  })
})
