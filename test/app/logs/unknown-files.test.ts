import { expect, it } from 'vitest'
import { unknownFilesNote } from '../../../src/app/logs/unknown-files.ts'

it('counts the files that the list does not name', () => {
  expect(unknownFilesNote(['a', 'b', 'c', 'd', 'e', 'f', 'g']).text).toBe(
    '7 files are of no known format and left out: a, b, c, d, e and 2 more',
  )
})
