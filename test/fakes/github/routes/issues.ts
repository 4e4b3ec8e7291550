import { ApiError, created, found, ok, type Answer, type Call, type Routes } from '../call.ts'
import { listAnswer } from '../page.ts'
import { presentComment, presentIssue, presentLabel, presentLabelEvent } from '../presentation/issue.ts'
import type { Comment, Pull } from '../repository.ts'

/** GitHub counts characters, not UTF-16 units: 65,536 emoji are accepted. */
const MAX_COMMENT_CHARACTERS = 65_536

function pullOf(call: Call): Pull {
  return found(call.repository.pulls.get(Number(call.path['issue_number'])))
}

function commentOf(call: Call): Comment {
  return found(call.repository.comments.get(Number(call.path['comment_id'])))
}

function refuseBody(body: string): void {
  const message =
    [...body].length > MAX_COMMENT_CHARACTERS
      ? `Body is too long (maximum is ${MAX_COMMENT_CHARACTERS} characters)`
      : body.trim() === ''
        ? 'Body cannot be blank'
        : undefined
  if (message === undefined) return
  const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }]
  throw new ApiError(422, 'Validation Failed', { errors })
}

function createComment(call: Call): Answer {
  const pull = pullOf(call)
  if (pull.locked) throw new ApiError(403, 'Unable to create comment because issue is locked.')
  refuseBody(call.body.body)
  const comment = call.repository.addComment(pull, found(call.token).account, call.body.body, call.now)
  return created(presentComment(call.repository, comment))
}

function updateComment(call: Call): Answer {
  const comment = commentOf(call)
  refuseBody(call.body.body)
  comment.body = call.body.body
  comment.updatedAt = call.now
  return ok(presentComment(call.repository, comment))
}

function listComments(call: Call): Answer {
  const since = typeof call.query['since'] === 'string' ? Date.parse(call.query['since']) : 0
  const comments = call.repository
    .commentsOn(pullOf(call))
    .filter((comment) => comment.updatedAt.getTime() >= since)
    .sort((a, b) => a.id - b.id)
  return listAnswer(call, comments, (comment) => presentComment(call.repository, comment))
}

export const issueRoutes: Routes = {
  'issues/create-comment': createComment,
  'issues/update-comment': updateComment,
  'issues/list-comments': listComments,
  'issues/get-comment': (call) => ok(presentComment(call.repository, commentOf(call))),
  'issues/delete-comment': (call) => {
    call.repository.comments.delete(commentOf(call).id)
    return { status: 204 }
  },
  'issues/get': (call) => ok(presentIssue(call.repository, pullOf(call))),
  'issues/list-labels-on-issue': (call) =>
    listAnswer(call, pullOf(call).labels, (label) => presentLabel(call.repository, label)),
  'issues/list-events': (call) =>
    listAnswer(call, pullOf(call).labelEvents, (event) => presentLabelEvent(call.repository, event)),
}
