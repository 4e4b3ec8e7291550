import { describe, expect, it } from 'vitest'
import { oppositeFault, repairedLine } from '../../src/core/budget-repair.ts'

describe('a budget line in another spelling', () => {
  it.each([
    ['max 5 g', '5 g'],
    ['max 5  g', '5 g'],
    ['<= 5 g', '5 g'],
    ['budget: 5 g', '5 g'],
    ['Limit = 5 g', '5 g'],
    ['no more than 5 g', '5 g'],
    ['5 g or less', '5 g'],
    ['- 5 g', '5 g'],
    ['"5 g",', '5 g'],
    ['`5 g`.', '5 g'],
    ['5 g # half', '5 g'],
    ['5 g at most', '5 g'],
    ['5 g  maximum', '5 g'],
    ['\uff15 g', '5 g'],
    ['1,500.5 g', '1500.5 g'],
    ['12,345,678.25 g', '12345678.25 g'],
    ['1,500,000 g', '1500000 g'],
    ['1.500,5 g', '1500.5 g'],
    ['1.234.567,5 g', '1234567.5 g'],
    ['1 500 000 g', '1500000 g'],
    ["1'500 g", '1500 g'],
    ['1_500 g', '1500 g'],
    ['5 g of CO2', '5 g CO2e'],
    ['5 g (CO2e)', '5 g CO2e'],
    ['5 g CO2 equivalents per month', '5 g CO2e per month'],
    ['+5 % versus main', '+5 % vs main'],
    ['+5 % compared with main', '+5 % vs main'],
    ['+5 % vs. main', '+5 % vs main'],
    ['+5 percent vs main', '+5 % vs main'],
    ['+5pct vs main', '+5 % vs main'],
    ['5 g monthly', '5 g per month'],
    ['5 g daily', '5 g per day'],
  ])('%j is read as %j', (written, repaired) => {
    expect(repairedLine(written)).toEqual([repaired])
  })

  it.each([
    '5 g',
    '+5 % vs main',
    '+7 g',
    '-7 g',
    '- 7 % vs main',
    '7 g in CI',
    '7 g per jobs combined',
    '7 g for all jobs',
    '10\u00b3 g',
    '1 500,5 g',
    '1,5000 g',
    '+5 % over the main branch',
    '5 g CO2e',
    '1,500 g',
    '12 3456 g',
    '5 g per 2m tests',
    '5 g per 1234,567 tests',
    '5 constructor',
    '5 g per warm start',
  ])('%j is not repaired, because its meaning is uncertain', (line) => {
    expect(repairedLine(line)).toEqual([])
  })
})

describe('the opposite of a budget', () => {
  it('is not searched in the name of a baseline', () => {
    const lines = ['+5 % vs savings', '+5 % vs. less-than-b', '+5 % versus at least']
    expect(lines.map(oppositeFault)).toEqual([null, null, null])
  })
})
