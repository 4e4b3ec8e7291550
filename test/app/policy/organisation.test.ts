import { describe, expect, it } from 'vitest'
import { readOrganisation } from '../../../src/app/policy/organisation.ts'
import { shop } from '../../github/shop.ts'

const REFERENCE = 'octo/.github/carbon/floors.yml@main'
const HINT = 'Make the repository public, or give github-token a token that may read it.'

/** Reads the organisation's file as a repository that extends it does. */
async function readFloors({ file = null as string | null, fault = 0, hasBudgets = true, hasToken = true }) {
  const here = await shop()
  here.fake.addRepository('octo/.github', {
    files: file === null ? { 'carbon/a.txt': 'a' } : { 'carbon/floors.yml': file },
  })
  if (fault > 0) here.fake.failNext({ path: 'octo/.github/contents', fault, times: Infinity })
  return readOrganisation(hasToken ? await here.client() : null, REFERENCE, hasBudgets)
}

describe.concurrent("an organisation's file", () => {
  it('is read from the path that `extends` names', async () => {
    const { file, ...rest } = await readFloors({ file: 'budgets: [4 g]' })
    expect(file?.budgets.map(({ line }) => line)).toEqual(['4 g'])
    expect(rest).toEqual({ trusted: true, notes: [], failures: [] })
  })

  it.each([
    ['is not there', null, 'the file does not exist'],
    ['is invalid', 'budgets: [5 ug]', 'budget "5 ug" cannot be read'],
  ])('that %s is not trusted, and the note names the next step', async (_case, file, why) => {
    const { trusted, notes, failures, file: none } = await readFloors({ file })
    expect([trusted, none, failures]).toEqual([false, null, []])
    expect(notes).toMatchObject([{ code: 'organisation-unreadable', level: 'error' }])
    expect(notes[0]?.text.startsWith(`The organisation's floors in ${REFERENCE} cannot be read: `)).toBe(true)
    expect(notes[0]?.text).toContain(why)
    expect(notes[0]?.text.endsWith(`. ${HINT}`)).toBe(true)
  })

  it('that the token may not read is not trusted', async () => {
    const { trusted, notes, failures } = await readFloors({ file: 'budgets: [4 g]', fault: 403 })
    expect([trusted, failures]).toEqual([false, []])
    expect(notes[0]?.text).toContain('contents: read')
  })

  it.each([
    [true, 'warning', 'and are not judged'],
    [false, 'error', 'so there is no budget to judge'],
  ])(
    'that cannot be reached now, beside other budgets: %s, is a note of level %s',
    async (hasBudgets, level, effect) => {
      const { trusted, notes, failures } = await readFloors({ hasBudgets, hasToken: false })
      expect([trusted, failures.map(({ kind }) => kind)]).toEqual([hasBudgets, ['unreachable']])
      const text = `The organisation's floors in ${REFERENCE} could not be read, ${effect}: cannot read carbon/floors.yml: no token`
      expect(notes).toMatchObject([{ code: 'organisation-unreadable', level, text }])
    },
  )
})
