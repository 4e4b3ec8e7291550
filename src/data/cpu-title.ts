import type { Architecture } from './architectures.ts'

const ACRONYM = /^(?:epyc|ai|hx|pro|[a-z]*\d[\w+-]*|v\d|hl|he|ee|se)$/

/** Makers' spellings that are not all capitals. */
const SPELLED: Readonly<Record<string, string>> = { altra: 'Altra', ampereone: 'AmpereOne', 'max+': 'Max+' }

/** A key as people write it: "xeon e5-2680 v4" -> "Xeon E5-2680 v4". */
export const cpuTitle = (key: string, make: Architecture['make'] | undefined): string => {
  const words = key.split(' ').map((word) => {
    if (/^v\d$/.test(word)) return word
    if (Object.hasOwn(SPELLED, word)) return SPELLED[word] ?? word
    // Xeon D-2146NT, E5-2680, w9-3495X.
    if (/^[dew]-\d/.test(word)) return word.toUpperCase()
    if (/^w\d-/.test(word)) return `w${word.slice(1).toUpperCase()}`
    if (/^i[3579]-/.test(word)) return `i${word.slice(1).toUpperCase()}`
    if (/^(?:neoverse|graviton|cortex)/.test(word))
      return word.replaceAll(/^.|-[a-z]/g, (letter) => letter.toUpperCase())
    if (word === 'pro' && make === 'apple') return 'Pro'
    return ACRONYM.test(word) ? word.toUpperCase() : (word[0] ?? '').toUpperCase() + word.slice(1)
  })
  const maker = { intel: 'Intel ', amd: 'AMD ', apple: 'Apple ', arm: '' }
  return `${make === undefined ? '' : maker[make]}${words.join(' ')}`
}
