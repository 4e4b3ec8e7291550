import { expect, it } from 'vitest'
import { familyLines } from '../../scripts/family-lines.ts'
import { CPU_TDP } from '../../src/data/cpu-tdp.ts'
import { SERVER_CORES } from '../../src/data/server-cores.ts'

it.each([
  ['CPU_TDP', CPU_TDP],
  ['SERVER_CORES', SERVER_CORES],
])('the table %s is written as its generator writes it', (_, table) => {
  const lines = table.trim().split('\n')
  const values = lines.flatMap((line) => {
    const [family = '', members = ''] = line.split('|')
    return members.split(';').map((member) => {
      const [model = '', value = ''] = member.split('=')
      return [`${family}${model}`, value] as const
    })
  })
  expect(values.length).toBeGreaterThan(100)
  expect(familyLines(new Map(values.toReversed()))).toEqual(lines)
})
