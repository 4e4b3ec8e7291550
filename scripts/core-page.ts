/** Writes docs/core.md: the functions of `carbon-gate/core` with the text of their docstrings. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const CORE = 'src/core'

/** A published function. */
export interface CoreFunction {
  readonly group: string
  /** Name in `carbon-gate/core`. */
  readonly name: string
  /** Parameters and result as in the source. */
  readonly signature: string
  readonly description: string
  /** `@param`, `@returns`, `@throws`: tag and text. */
  readonly tags: readonly (readonly [tag: string, text: string])[]
  /** Expression and result. */
  readonly examples: readonly string[]
}

/** Reads the functions that src/core/index.ts names, in its order. Classes and namespaces are left out. */
export function coreFunctions(): CoreFunction[] {
  const index = readFileSync(path.join(CORE, 'index.ts'), 'utf8')
  return index
    .split(/^\/\/ ## /m)
    .slice(1)
    .flatMap((section) => {
      const group = section.split('\n', 1)[0] ?? ''
      return [...section.matchAll(/^export \{([^}]+)\} from '\.\/([^']+)'/gm)].flatMap(([, names = '', file = '']) => {
        const source = readFileSync(path.join(CORE, file), 'utf8')
        return names.split(',').flatMap((entry) => {
          const [own = '', name = own] = entry.trim().split(' as ')
          return own === '' ? [] : (functionIn(source, own, name, group) ?? [])
        })
      })
    })
}

function functionIn(source: string, own: string, name: string, group: string): CoreFunction | null {
  const declarations = [
    ...source.matchAll(new RegExp(`^export function ${own}(<[^(]*>)?(\\([^]*?\\): [^\\n]+?)(?: \\{)?$`, 'gm')),
  ]
  const first = declarations[0]
  if (!first) return null
  const before = source.slice(0, first.index).trimEnd()
  const comment = before.endsWith('*/') ? before.slice(before.lastIndexOf('/**') + 3, -2) : ''
  const text = comment.replace(/^[ \t]*\* ?/gm, '').trim()
  const [description = '', ...tags] = text.split(/(?:^|\s)@(?=(?:param|returns|throws|example)\b)/)
  const named = tags
    .map((tag) => /^(\w+) ?([^]*)$/.exec(tag.trim()))
    .map((match) => [match?.[1] ?? '', match?.[2] ?? ''] as const)
  return {
    group,
    name,
    signature: (first[2] ?? '')
      .replace(/([^({,;])\n\s+(?=\w+\??:)/g, '$1; ')
      .replace(/\s+/g, ' ')
      .replaceAll('( ', '(')
      .replaceAll(', )', ')'),
    description: oneLine(description),
    tags: named.filter(([tag]) => tag !== 'example').map(([tag, value]) => [tag, oneLine(value)] as const),
    examples: named.filter(([tag]) => tag === 'example').map(([, value]) => value.trim()),
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The worked example of the page; a test runs it. */
export const WORKED_EXAMPLE = `import { energyKwh, labelOf, operationalGrams, parseBudget, withPue } from 'carbon-gate/core'

const kwh = energyKwh(10, 4, 0.3) // 10 h x 4 processors x 0.3 kW = 12 kWh
const grams = operationalGrams(withPue(kwh, 1.5), 450) // 12 kWh x 1.5 x 450 g/kWh = 8,100 g
const { limit } = parseBudget('10 kg') // 10,000 g
const letter = labelOf(grams / limit) // 81 % of the budget`

const INTRODUCTION = `# carbon-gate/core

<!-- Generated from src/core/index.ts and its docstrings by \`npm run docs\`. Do not edit. -->

The formula, budgets and reports as a library: pure functions without I/O. Energy is in Wh in reports and in kWh in the formula, mass
in g CO2e, water in L, time in s unless a name says otherwise. Invalid numbers throw \`QuantityError\`, invalid text
\`ConfigurationError\`; nothing returns NaN. \`carbon-gate/core/formula\` has the group "Formula" alone, without any package.

From hours to a letter:

\`\`\`ts
${WORKED_EXAMPLE}
process.stdout.write(letter) // D
\`\`\`

The formulas of trackers (\`codecarbon\`, \`greenAlgorithms\` ...) are namespaces: see [formulas.md](formulas.md). Errors are
\`ConfigurationError\`, \`MeasurementError\` and \`QuantityError\`, which is a \`MeasurementError\`.`

/** The page docs/core.md. */
export function corePage(): string {
  const functions = coreFunctions()
  const groups = [...new Set(functions.map(({ group }) => group))]
  const sections = groups.map((group) => {
    const own = functions.filter((each) => each.group === group)
    return `## ${group}\n\n${own.map(functionText).join('\n')}`
  })
  return `${INTRODUCTION}\n\n${sections.join('\n')}`
}

function functionText({ name, signature, description, tags, examples }: CoreFunction): string {
  const list = tags.map(([tag, text]) =>
    tag === 'param' ? `- \`${text.replace(' ', '`: ')}` : `- ${tag} ${text}`.trimEnd(),
  )
  const code = ['```ts', `${name}${signature}`, ...examples, '```'].join('\n')
  return `### ${name}\n\n${description}\n\n${list.length > 0 ? `${list.join('\n')}\n\n` : ''}${code}\n`
}
