/**
 * The chips of a list in lines of `family|model=value;model=value`: key and value of each.
 * @example [...familyEntries('xeon |a=1;b=2')] // [['xeon a', '1'], ['xeon b', '2']]
 */
export function* familyEntries(list: string): Generator<readonly [key: string, value: string]> {
  for (const line of list.trim().split('\n')) {
    const [family = '', members = ''] = line.split('|')
    for (const member of members.split(';')) {
      const equals = member.lastIndexOf('=')
      yield [family + member.slice(0, equals), member.slice(equals + 1)]
    }
  }
}
