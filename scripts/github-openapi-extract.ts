// Cuts the operations that the product calls out of GitHub's REST description, small enough to commit.
//
//   npm pack @octokit/openapi   (385 MB unpacked: somewhere outside the repository)
//   npm run compile && node build/scripts/github-openapi-extract.js .../package/generated/api.github.com.json
//
// The stateful fake in test/fakes/github checks each request and each of its own answers against the result.
import { readFileSync, writeFileSync } from 'node:fs'
import { argv, exit, stderr, stdout } from 'node:process'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

/** From the root of the repository, where the script is run: it also runs compiled, from elsewhere. */
const TARGET = 'test/fakes/github/openapi-extract.json'

const OPERATIONS = new Set([
  'actions/download-artifact',
  'actions/get-artifact',
  'actions/get-job-for-workflow-run',
  'actions/get-workflow',
  'actions/get-workflow-run',
  'actions/get-workflow-run-attempt',
  'actions/list-artifacts-for-repo',
  'actions/list-jobs-for-workflow-run',
  'actions/list-jobs-for-workflow-run-attempt',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/get',
  'checks/list-for-ref',
  'checks/update',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-events',
  'issues/list-labels-on-issue',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'rate-limit/get',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-collaborator-permission-level',
  'repos/get-commit',
  'repos/get-content',
  'repos/list-pull-requests-associated-with-commit',
  'users/get-authenticated',
])

/** Keys that say nothing a validator uses. `format` values that ajv does not know are dropped below. */
const PROSE = new Set([
  'description',
  'example',
  'examples',
  'title',
  'deprecated',
  'externalDocs',
  'summary',
  'default',
  'discriminator',
])

/** int32 and int64 add nothing to `integer`; `repo.nwo` and `timestamp` are GitHub's own. */
const FORMATS = new Set(['date-time', 'date', 'uri', 'email'])

/** A key that is the name of a property, not a keyword, must be kept, even if it is called like one. */
const MAPS_OF_NAMES = new Set(['properties', 'patternProperties'])

const path = argv[2]
if (path === undefined) {
  stderr.write('usage: github-openapi-extract.ts PATH/api.github.com.json\n')
  exit(2)
}
const description = JSON.parse(readFileSync(path, 'utf8')) as JsonObject
const schemas: JsonObject = {}

function object(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('expected an object')
  return value
}

function lookUp(reference: string): JsonObject {
  return object(
    reference
      .slice(2)
      .split('/')
      .reduce<Json | undefined>((node, key) => object(node)[key], description),
  )
}

function resolved(value: Json | undefined): JsonObject {
  const node = object(value)
  return typeof node['$ref'] === 'string' ? lookUp(node['$ref']) : node
}

/** OpenAPI 3.0 schema to JSON Schema draft 7. Named schemas stay shared: the repository alone is used 40 times. */
function schema(value: Json): Json {
  if (Array.isArray(value)) return value.map(schema)
  if (value === null || typeof value !== 'object') return value
  if (typeof value['$ref'] === 'string') {
    const name = value['$ref'].split('/').at(-1) ?? ''
    if (schemas[name] === undefined) {
      schemas[name] = {} // taken before it is filled: schemas refer to themselves
      schemas[name] = schema(lookUp(value['$ref']))
    }
    return { $ref: `#/schemas/${name}` }
  }
  const result: JsonObject = {}
  for (const [key, child] of Object.entries(value)) {
    if (PROSE.has(key) || key === 'nullable' || key.startsWith('x-')) continue
    if (key === 'format' && !FORMATS.has(String(child))) continue
    if (MAPS_OF_NAMES.has(key)) {
      result[key] = Object.fromEntries(Object.entries(object(child)).map(([name, node]) => [name, schema(node)]))
    } else {
      // GitHub's alternatives overlap (a file is also a valid symlink), so "exactly one" cannot be asked.
      result[key === 'oneOf' ? 'anyOf' : key] = key === 'enum' || key === 'required' ? child : schema(child)
    }
  }
  if (value['nullable'] !== true) return result
  if (Array.isArray(result['enum'])) result['enum'] = [...new Set([...result['enum'], null])]
  if (typeof result['type'] === 'string') return { ...result, type: [result['type'], 'null'] }
  return { anyOf: [result, { type: 'null' }] }
}

function parameter(value: Json): JsonObject {
  const { name, in: place, required, schema: type } = resolved(value)
  return {
    name: name ?? '',
    in: place ?? '',
    ...(required === true ? { required } : {}),
    schema: schema(type ?? {}),
  }
}

function content(value: Json | undefined): JsonObject {
  const media = Object.entries(object(value ?? {}))
  return Object.fromEntries(media.map(([type, node]) => [type, schema(object(node)['schema'] ?? {})]))
}

function operation(method: string, route: string, node: JsonObject, shared: Json[]): JsonObject {
  const parameters = [...shared, ...((node['parameters'] ?? []) as Json[])].map(parameter)
  const body = node['requestBody'] === undefined ? undefined : resolved(node['requestBody'])
  const responses = Object.entries(object(node['responses'])).map(([status, response]) => [
    status,
    content(resolved(response)['content']),
  ])
  return {
    id: node['operationId'] ?? '',
    method: method.toUpperCase(),
    path: route,
    documentation: object(node['externalDocs'])['url'] ?? '',
    parameters,
    ...(body === undefined ? {} : { body: { required: body['required'] ?? false, content: content(body['content']) } }),
    responses: Object.fromEntries(responses) as JsonObject,
  }
}

const operations: JsonObject[] = []
for (const [route, item] of Object.entries(object(description['paths']))) {
  const { parameters = [], ...methods } = object(item)
  for (const [method, node] of Object.entries(methods)) {
    const id = object(node)['operationId']
    if (typeof id !== 'string' || !OPERATIONS.delete(id)) continue
    operations.push(operation(method, route, object(node), parameters as Json[]))
  }
}
if (OPERATIONS.size > 0) throw new Error(`not in the description: ${[...OPERATIONS].join(', ')}`)

// Where the description is wrong about the service: a pull request outlives its fork, and then has no head repository.
for (const name of ['pull-request', 'pull-request-simple']) {
  const head = object(object(object(schemas[name])['properties'])['head'])
  const properties = object(head['properties'])
  properties['repo'] = { anyOf: [properties['repo'] ?? {}, { type: 'null' }] }
}

// `created` takes a range, as its description says (`>=2026-11-01T00:00:00Z`, `A..B`), not one date and time.
for (const { parameters } of operations) {
  for (const each of (parameters ?? []) as JsonObject[])
    if (each['name'] === 'created') delete object(each['schema'])['format']
}

const extract = {
  source: '@octokit/openapi, generated/api.github.com.json (MIT)',
  version: object(description['info'])['version'],
  operations: operations.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
  schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
}
// One operation and one schema a line: small, and a diff of two versions can be read.
const lines = (entries: string[]): string => entries.join(',\n')
const text = `{"source":${JSON.stringify(extract.source)},"version":${JSON.stringify(extract.version)},
"operations":[
${lines(extract.operations.map((node) => JSON.stringify(node)))}
],
"schemas":{
${lines(Object.entries(extract.schemas).map(([name, node]) => `${JSON.stringify(name)}:${JSON.stringify(node)}`))}
}}
`
writeFileSync(TARGET, text)
stdout.write(`${operations.length} operations, ${Object.keys(schemas).length} schemas, ${text.length} bytes\n`)
