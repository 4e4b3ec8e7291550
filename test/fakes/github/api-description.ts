// What GitHub's REST description says of a request and of an answer. Nothing here knows the fake's state.
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: object
}

export interface Operation {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly documentation: string
  readonly parameters: readonly Parameter[]
  readonly body?: { readonly required: boolean; readonly content: Readonly<Record<string, object>> }
  readonly responses: Readonly<Record<string, Readonly<Record<string, object>>>>
}

interface Extract {
  readonly source: string
  readonly version: string
  readonly operations: readonly Operation[]
  readonly schemas: Readonly<Record<string, object>>
}

export interface Match {
  readonly operation: Operation
  readonly path: Record<string, string | number>
}

export interface Checked {
  readonly errors: readonly string[]
  readonly path: Record<string, string | number>
  readonly query: Record<string, unknown>
}

/** These two hold a file's path or a branch's name, with slashes that a client may or may not escape. */
const MANY_SEGMENTS = new Set(['path', 'ref'])

const BASIC_ERROR = { $ref: '#/schemas/basic-error' }

/** A repository's own names are compared as written; everything in the description is case-sensitive too. */
function pattern(path: string): RegExp {
  const source = path
    .split('/')
    .map((segment) => segment.replaceAll('.', '\\.'))
    .join('/')
    .replace(/\{([^}]+)\}/g, (_, name: string) => `(?<${name}>${MANY_SEGMENTS.has(name) ? '.+?' : '[^/]+'})`)
  return new RegExp(`^${source}$`)
}

function literalLength(path: string): number {
  return path.replace(/\{[^}]+\}/g, '').length
}

export class ApiDescription {
  readonly version: string
  readonly operations: readonly Operation[]
  readonly #routes: readonly { operation: Operation; pattern: RegExp }[]
  readonly #ajv: Ajv
  readonly #validators = new Map<string, ValidateFunction>()

  constructor(extract: Extract) {
    this.version = extract.version
    this.operations = extract.operations
    // The longest literal first: commits/{ref}/check-runs before commits/{ref}.
    this.#routes = extract.operations
      .map((operation) => ({ operation, pattern: pattern(operation.path) }))
      .sort((a, b) => literalLength(b.operation.path) - literalLength(a.operation.path))
    // Compiling is what a run of the tests spends its time on: shared schemas once each, and as they come.
    this.#ajv = new Ajv({
      strict: false,
      allErrors: true,
      inlineRefs: false,
      validateSchema: false,
      code: { optimize: false },
    })
    formats.default(this.#ajv)
    this.#ajv.addSchema({ $id: 'github', schemas: extract.schemas })
  }

  /** One for a whole test process: compiling a validator costs more than any test. */
  static shared(): ApiDescription {
    cached ??= new ApiDescription(
      JSON.parse(readFileSync(new URL('openapi-extract.json', import.meta.url), 'utf8')) as Extract,
    )
    return cached
  }

  match(method: string, pathname: string): Match | undefined {
    for (const route of this.#routes) {
      if (route.operation.method !== method) continue
      const hit = route.pattern.exec(pathname)
      if (hit === null) continue
      const path = Object.fromEntries(
        Object.entries(hit.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
      )
      return { operation: route.operation, path }
    }
    return undefined
  }

  /** Unknown query parameters are errors here, though GitHub ignores them: to us they are always a mistake. */
  checkRequest(match: Match, query: URLSearchParams, body: unknown): Checked {
    const { operation } = match
    const errors: string[] = []
    const known = (place: string): Map<string, Parameter> =>
      new Map(operation.parameters.filter((parameter) => parameter.in === place).map((item) => [item.name, item]))
    const path: Record<string, string | number> = {}
    for (const [name, parameter] of known('path')) {
      path[name] = this.#coerced(operation, parameter, String(match.path[name]), errors) as string | number
    }
    const values: Record<string, unknown> = {}
    const queries = known('query')
    for (const [name, text] of query) {
      const parameter = queries.get(name)
      if (parameter === undefined) errors.push(`query parameter ${name} is unknown`)
      else if (name in values) errors.push(`query parameter ${name} is given twice`)
      else values[name] = this.#coerced(operation, parameter, text, errors)
    }
    for (const [name, parameter] of queries) {
      if (parameter.required === true && !query.has(name)) errors.push(`query parameter ${name} is missing`)
    }
    errors.push(...this.#checkBody(operation, body))
    return { errors, path, query: values }
  }

  /** `mediaType` without one: an answer that must have no body. */
  checkResponse(operation: Operation, status: number, mediaType: string | undefined, body: unknown): string[] {
    // The description leaves out most refusals, and 404 even where it is certain; they all have one shape.
    const isError = status >= 400
    const media = operation.responses[String(status)] ?? (isError ? { 'application/json': BASIC_ERROR } : undefined)
    if (media === undefined) return [`status ${status} is not in the description`]
    const name = mediaType?.split(';')[0] ?? 'application/json'
    const schema = media[name]
    if (schema === undefined) {
      if (body === undefined || name.includes('raw') || name === 'application/octet-stream') return []
      return Object.keys(media).length === 0
        ? [`status ${status} has no body in the description`]
        : [`media type ${name} is not in the description of status ${status}`]
    }
    return this.#errors(`${operation.id} ${status} ${name}`, schema, body, 'response')
  }

  #checkBody(operation: Operation, body: unknown): string[] {
    const schema = operation.body?.content['application/json']
    if (schema === undefined) return body === undefined ? [] : ['a body is not in the description']
    if (body === undefined) return operation.body?.required === true ? ['the body is missing'] : []
    const errors = this.#errors(`${operation.id} body`, schema, body, 'body')
    // GitHub ignores properties that it does not know; in our own requests they are misspellings.
    const properties = (schema as { properties?: object }).properties ?? {}
    const unknown = Object.keys(body as object).filter((name) => !(name in properties))
    return [...errors, ...unknown.map((name) => `body property ${name} is unknown`)]
  }

  #coerced(operation: Operation, parameter: Parameter, text: string, errors: string[]): unknown {
    const type = (parameter.schema as { type?: string }).type
    let value: unknown = text
    if (type === 'integer') value = /^-?\d{1,15}$/.test(text) ? Number(text) : text
    if (type === 'boolean') value = text === 'true' ? true : text === 'false' ? false : text
    const place = `${parameter.in} parameter ${parameter.name}`
    errors.push(...this.#errors(`${operation.id} ${place}`, parameter.schema, value, place))
    return value
  }

  #errors(key: string, schema: object, value: unknown, place: string): string[] {
    let validate = this.#validators.get(key)
    if (validate === undefined) {
      validate = this.#ajv.compile(absolute(schema) as object)
      this.#validators.set(key, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? []).slice(0, 10).map((error) => `${place}${error.instancePath} ${error.message}`)
  }
}

let cached: ApiDescription | undefined

/** Operations stand outside the document that holds the shared schemas: their references need its name. */
function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute)
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? [key, `github${value}`]
        : [key, absolute(value)],
    ),
  )
}
