import { describe, expect, it } from 'vitest'
import { parseRunnerFile } from './runner-file.ts'
import { readRunnerLog } from './workflow-command.ts'

const names = (output: string): string[] => readRunnerLog(output).commands.map(({ name }) => name)

describe('workflow commands', () => {
  it('are found after white space, and in the old form anywhere', () => {
    expect(names('  ::warning::x')).toEqual(['warning'])
    expect(names('job ##[error]x')).toEqual(['error'])
    expect(names('a\r::add-mask::x')).toEqual(['add-mask'])
  })

  it('are not found in mid line in the new form, nor under unknown names', () => {
    expect(names('job ::warning::x')).toEqual([])
    expect(names('::carbon::x\n##[carbon]x')).toEqual([])
  })

  it('stop until the token comes back', () => {
    expect(names('::stop-commands::t\n::error::x\n::t::\n::notice::y')).toEqual(['stop-commands', 'notice'])
  })

  it('are unescaped', () => {
    const [command] = readRunnerLog('::error file=a%2Cb,line=1::100 %25%0Adone').commands
    expect(command).toEqual({ name: 'error', properties: { file: 'a,b', line: '1' }, message: '100 %\ndone' })
  })
})

describe('runner files', () => {
  it('have values and blocks', () => {
    expect(parseRunnerFile('a=1\nb<<E\nx=1\n\ny\nE\nc=<<2\n')).toEqual({ a: '1', b: 'x=1\n\ny', c: '<<2' })
  })

  it('are refused when broken', () => {
    expect(() => parseRunnerFile('a<<E\nx')).toThrow("Matching delimiter not found 'E'")
    expect(() => parseRunnerFile('nonsense')).toThrow("Invalid format 'nonsense'")
  })
})
