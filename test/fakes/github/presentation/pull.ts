import type { Pull, Repository } from '../repository.ts'
import { nodeId, presentAccount, timestamp, type Shape } from './account.ts'
import { association, presentLabel } from './issue.ts'
import { presentRepository } from './repository.ts'

export function presentSimplePull(repository: Repository, pull: Pull): Shape {
  const { api, server } = repository.service
  const url = `${repository.url}/pulls/${pull.number}`
  const html = `${repository.html}/pull/${pull.number}`
  const issue = `${repository.url}/issues/${pull.number}`
  const links = {
    self: url,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repository.url}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repository.url}/statuses/${pull.headSha}`,
  }
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    comments_url: links.comments,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    commits_url: links.commits,
    statuses_url: links.statuses,
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    body: pull.body,
    user: presentAccount(pull.author, api, server),
    labels: pull.labels.map((label) => presentLabel(repository, label)),
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    draft: false,
    auto_merge: null,
    author_association: association(repository, pull.author.login),
    created_at: timestamp(pull.createdAt),
    updated_at: timestamp(pull.createdAt),
    closed_at: pull.state === 'closed' ? timestamp(pull.mergedAt ?? pull.createdAt) : null,
    merged_at: timestamp(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitSha,
    head: {
      label: `${pull.headOwner.login}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user: presentAccount(pull.headOwner, api, server),
      repo: pull.headRepository === null ? null : presentRepository(pull.headRepository),
    },
    base: {
      label: `${repository.owner.login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: presentAccount(repository.owner, api, server),
      repo: presentRepository(repository),
    },
  }
}

export function presentPull(repository: Repository, pull: Pull): Shape {
  return {
    ...presentSimplePull(repository, pull),
    merged: pull.mergedAt !== null,
    mergeable: pull.state === 'open' ? true : null,
    mergeable_state: 'clean',
    rebaseable: null,
    merged_by: null,
    maintainer_can_modify: false,
    comments: repository.commentsOn(pull).length,
    review_comments: 0,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  }
}

export function presentMinimalPull(repository: Repository, pull: Pull): Shape {
  const brief = ({ id, url, name }: Repository): Shape => ({ id, url, name })
  return {
    id: pull.id,
    number: pull.number,
    url: `${repository.url}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo: brief(pull.headRepository ?? repository) },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo: brief(repository) },
  }
}
