// Defaults of action.yml as the runner fills them in before main starts.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface ExpressionContext {
  readonly [name: string]: unknown
}

interface Manifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>
  readonly runs?: Readonly<Record<string, string>>
}

export function readManifest(path: string): Manifest {
  return parse(readFileSync(path, 'utf8')) as Manifest
}

/** Inputs that are declared but neither given nor defaulted are set to nothing, as the runner does. */
export function defaultInputs(manifest: Manifest, context: ExpressionContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(manifest.inputs ?? {}).map(([name, input]) => [
      name,
      evaluate(String(input?.default ?? ''), context),
    ]),
  )
}

/** The little of the expression language that defaults use: a path into the contexts, bare or within toJSON(). */
function evaluate(text: string, context: ExpressionContext): string {
  return text.replace(/\$\{\{\s*(.+?)\s*\}\}/g, (_, expression: string) => {
    const wrapped = /^toJSON\((.+)\)$/i.exec(expression)
    const path = wrapped?.[1] ?? expression
    if (!/^[\w-]+(\.[\w-]+)*$/.test(path)) throw new Error(`this harness does not evaluate ${expression}`)
    const value = path
      .split('.')
      .reduce<unknown>((node, key) => (node as ExpressionContext | undefined)?.[key], context)
    if (wrapped !== null) return JSON.stringify(value ?? null, null, 2)
    return value === undefined || value === null ? '' : String(value)
  })
}
