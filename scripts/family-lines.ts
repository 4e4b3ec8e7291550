/** Longest line of a generated table, characters. */
const WIDTH = 110

/**
 * Lines of a table by CPU: `family|model=value;model=value`, with the words of a family once a line.
 * @param values value of each CPU by its key
 */
export function familyLines(values: ReadonlyMap<string, string | number>): string[] {
  const families = new Map<string, string[]>()
  for (const [key, value] of [...values].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const cut = Math.max(0, key.search(/\S*\d/))
    const members = families.get(key.slice(0, cut)) ?? []
    members.push(`${key.slice(cut)}=${value}`)
    families.set(key.slice(0, cut), members)
  }
  return [...families].flatMap(([family, members]) => {
    const lines = [`${family}|`]
    for (const member of members) {
      const line = lines.at(-1) ?? ''
      if (line.length + member.length > WIDTH) lines.push(`${family}|${member}`)
      else lines[lines.length - 1] = line.endsWith('|') ? `${line}${member}` : `${line};${member}`
    }
    return lines
  })
}
