// The files through which a step tells the runner its outputs and its state: `name=value` and `name<<MARK` blocks.

export function parseRunnerFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const block = line.indexOf('<<')
    if (block >= 0 && (equals < 0 || block < equals)) {
      const mark = line.slice(block + 2)
      const end = lines.indexOf(mark, index + 1)
      if (mark === '' || end < 0) throw new Error(`Invalid value. Matching delimiter not found '${mark}'`)
      values[line.slice(0, block)] = lines.slice(index + 1, end).join('\n')
      index = end
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`Invalid format '${line}'`)
  }
  return values
}
