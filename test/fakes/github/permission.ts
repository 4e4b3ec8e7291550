// Which permission opens which operation, as GitHub documents it for installation tokens.
import type { Level, Permissions, Scope } from './account.ts'

type Need = readonly [Scope, Level]

interface Requirement {
  /** Any one of these is enough. */
  readonly anyOf: readonly Need[]
  /** Public repositories answer without the permission, unless this says otherwise. */
  readonly evenIfPublic?: boolean
}

const read = (...scopes: Scope[]): Requirement => ({ anyOf: scopes.map((scope) => [scope, 'read'] as const) })
const write = (...scopes: Scope[]): Requirement => ({
  anyOf: scopes.map((scope) => [scope, 'write'] as const),
  evenIfPublic: true,
})

const REQUIREMENTS: readonly (readonly [RegExp, Requirement])[] = [
  [/^actions\/download-artifact$/, { ...read('actions'), evenIfPublic: true }],
  [/^actions\//, read('actions')],
  [/^checks\/(create|update)$/, write('checks')],
  [/^checks\//, read('checks')],
  [/^git\/(create|update|delete)-/, write('contents')],
  [/^git\//, read('contents')],
  [/^issues\/(create|update|delete)-comment$/, write('issues', 'pull_requests')],
  [/^issues\//, read('issues', 'pull_requests')],
  [/^pulls\/|^repos\/list-pull-requests/, read('pull_requests')],
  [/^repos\/(get-content|get-commit|compare-commits-with-basehead)$/, read('contents')],
  [/^repos\/(get|get-collaborator-permission-level)$/, read('metadata')],
]

export function requirementOf(operationId: string): Requirement | undefined {
  return REQUIREMENTS.find(([pattern]) => pattern.test(operationId))?.[1]
}

export function isAllowed(requirement: Requirement, permissions: Permissions, isPublic: boolean): boolean {
  if (isPublic && requirement.evenIfPublic !== true) return true
  return requirement.anyOf.some(([scope, level]) => {
    // Every installation may read metadata; the workflow cannot take that away.
    const held = scope === 'metadata' ? (permissions.metadata ?? 'read') : permissions[scope]
    return held === 'write' || (held === 'read' && level === 'read')
  })
}

/** The header x-accepted-github-permissions of a refusal: alternatives are parted by a semicolon. */
export function acceptedPermissions(requirement: Requirement): string {
  return requirement.anyOf.map(([scope, level]) => `${scope}=${level}`).join('; ')
}
