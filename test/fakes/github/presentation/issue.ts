import type { Comment, Label, LabelEvent, Pull, Repository } from '../repository.ts'
import { nodeId, presentAccount, presentActionsApp, timestamp, type Shape } from './account.ts'

export function association(repository: Repository, login: string): string {
  if (repository.owner.login === login) return 'OWNER'
  const collaboration = repository.collaborators.get(login)
  return collaboration === undefined || collaboration === 'none' ? 'NONE' : 'COLLABORATOR'
}

export function presentLabel(repository: Repository, label: Label): Shape {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${repository.url}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: '',
    color: 'ededed',
    default: false,
  }
}

export function presentComment(repository: Repository, comment: Comment): Shape {
  const { api, server } = repository.service
  const isActions = comment.author.login === 'github-actions[bot]'
  const owner = presentAccount(repository.owner, api, server)
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${repository.url}/issues/comments/${comment.id}`,
    html_url: `${repository.html}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repository.url}/issues/${comment.issue}`,
    user: presentAccount(comment.author, api, server),
    author_association: association(repository, comment.author.login),
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    body: comment.body,
    reactions: presentReactions(`${repository.url}/issues/comments/${comment.id}/reactions`),
    performed_via_github_app: isActions ? presentActionsApp(server, owner) : null,
  }
}

export function presentLabelEvent(repository: Repository, event: LabelEvent): Shape {
  const { api, server } = repository.service
  return {
    id: event.id,
    node_id: nodeId('LE', event.id),
    url: `${repository.url}/issues/events/${event.id}`,
    actor: presentAccount(event.actor, api, server),
    event: event.event,
    commit_id: null,
    commit_url: null,
    created_at: timestamp(event.at),
    performed_via_github_app: null,
    label: { name: event.label.name, color: 'ededed' },
  }
}

/** A pull request as the issue that it also is. */
export function presentIssue(repository: Repository, pull: Pull): Shape {
  const { api, server } = repository.service
  const url = `${repository.url}/issues/${pull.number}`
  const html = `${repository.html}/pull/${pull.number}`
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    url,
    html_url: html,
    repository_url: repository.url,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.state,
    locked: pull.locked,
    user: presentAccount(pull.author, api, server),
    labels: pull.labels.map((label) => presentLabel(repository, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    comments: repository.commentsOn(pull).length,
    created_at: timestamp(pull.createdAt),
    updated_at: timestamp(pull.createdAt),
    closed_at: pull.state === 'closed' ? timestamp(pull.createdAt) : null,
    author_association: association(repository, pull.author.login),
    pull_request: {
      url: `${repository.url}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: timestamp(pull.mergedAt),
    },
  }
}

function presentReactions(url: string): Shape {
  return { url, total_count: 0, '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 }
}
