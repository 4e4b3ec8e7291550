// The one mutation of the GraphQL API that is needed. Its input is held against the public schema (octokit/graphql-schema,
// schema.graphql at d26645f1d0a17cc3a7907802cba6fe23c6ad3abf: CreateCommitOnBranchInput).
import { z } from 'zod'
import type { Token } from './account.ts'
import type { HttpAnswer } from './http-server.ts'
import type { Repository } from './repository.ts'

const FileAddition = z.strictObject({ path: z.string().min(1), contents: z.base64() })
const FileDeletion = z.strictObject({ path: z.string().min(1) })

const CreateCommitOnBranchInput = z.strictObject({
  clientMutationId: z.string().nullish(),
  branch: z.union([
    z.strictObject({ repositoryNameWithOwner: z.string().regex(/^[^/]+\/[^/]+$/), branchName: z.string().min(1) }),
    z.strictObject({ id: z.string() }),
  ]),
  expectedHeadOid: z.string().regex(/^[0-9a-f]{40}$/),
  message: z.strictObject({ headline: z.string().min(1), body: z.string().nullish() }),
  fileChanges: z
    .strictObject({ additions: z.array(FileAddition).default([]), deletions: z.array(FileDeletion).default([]) })
    .nullish(),
})

const Request = z.strictObject({
  query: z.string().includes('createCommitOnBranch(input: $input)').includes('$input: CreateCommitOnBranchInput!'),
  variables: z.strictObject({ input: CreateCommitOnBranchInput }),
})

/** A commit that the API is asked for. */
export interface SignedCommit {
  readonly branch: string
  readonly head: string
  readonly headline: string
  readonly body: string
  readonly additions: Readonly<Record<string, string>>
  readonly deletions: readonly string[]
}

/** Makes the commit where a test has its git repository. @returns its id; null when the branch has another head; undefined without one */
export type MakeSignedCommit = (commit: SignedCommit) => string | null | undefined

/** An error inside an answer with status 200, as the GraphQL API sends it. */
function refused(type: string, message: string): HttpAnswer {
  return json({ data: { createCommitOnBranch: null }, errors: [{ type, path: ['createCommitOnBranch'], message }] })
}

function json(body: unknown): HttpAnswer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) }
}

/** @param violate records a request that the schema does not allow */
export function answerGraphql(
  body: unknown,
  token: Token | undefined,
  repositories: ReadonlyMap<string, Repository>,
  violate: (errors: readonly string[]) => void,
): HttpAnswer {
  const request = Request.safeParse(body)
  if (!request.success || !('branchName' in request.data.variables.input.branch)) {
    violate([request.success ? 'the fake finds branches by name only' : z.prettifyError(request.error)])
    return json({ errors: [{ message: 'Variable $input was provided invalid value' }] })
  }
  const { branch, expectedHeadOid, message, fileChanges } = request.data.variables.input
  const repository = repositories.get(branch.repositoryNameWithOwner.toLowerCase())
  if (!repository) return refused('NOT_FOUND', 'Could not resolve to a Repository')
  if (token?.permissions.contents !== 'write') return refused('FORBIDDEN', 'Resource not accessible by integration')
  if (repository.refusesCommits !== null) return refused('UNPROCESSABLE', repository.refusesCommits)
  const oid = repository.makeSignedCommit?.({
    branch: branch.branchName,
    head: expectedHeadOid,
    headline: message.headline,
    body: message.body ?? '',
    additions: Object.fromEntries(
      (fileChanges?.additions ?? []).map(({ path, contents }) => [path, Buffer.from(contents, 'base64').toString()]),
    ),
    deletions: (fileChanges?.deletions ?? []).map(({ path }) => path),
  })
  if (oid === undefined) return refused('NOT_FOUND', `No such branch: ${branch.branchName}`)
  if (oid === null) {
    return refused(
      'STALE_DATA',
      `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`,
    )
  }
  return json({ data: { createCommitOnBranch: { commit: { oid } } } })
}
