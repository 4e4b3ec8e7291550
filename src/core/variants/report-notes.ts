import { type Note, audienceOf, note } from '../notes.ts'
import { type Variant, runsOf } from './variant.ts'

/** Warnings and errors of the compared reports. Each appears once, with the names of the variants that have it. */
export function notesOfReports(variants: readonly Variant[]): Note[] {
  const found = new Map<string, { own: Note; names: string[] }>()
  for (const { name, report } of variants) {
    for (const own of report.notes) {
      if (own.level === 'info' || audienceOf(own) !== 'figure') continue
      const key = `${own.code}\n${own.text}`
      const known = found.get(key) ?? { own, names: [] }
      if (!known.names.includes(name)) known.names.push(name)
      found.set(key, known)
    }
  }
  return [...found.values()].map(({ own: { code, level, text }, names }) => {
    const who = names.length === variants.length ? 'all' : names.join(', ')
    return { code, level, text: `${who}: ${text}` }
  })
}

/** Warns that single runs do not show their spread: runs of one commit differ by up to a third. Plans get no note. */
export function spreadNote(variants: readonly Variant[]): Note[] {
  if (variants.length < 2 || variants.every(({ report }) => report.subject.kind === 'estimate')) return []
  const single = variants.filter(({ report }) => runsOf(report.parts).length < 2)
  if (single.length === 0) return []
  const who =
    single.length === variants.length ? 'each variant has' : `${single.map(({ name }) => name).join(', ')}: there is`
  const text = `${who} one report: how far repeated runs differ is unknown, so a small change may be noise`
  return [note('spread-unknown', text)]
}
