import type { Repository } from '../repository.ts'
import { nodeId, presentAccount, timestamp, type Shape } from './account.ts'

const TEMPLATES: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

/** What runs and events of Actions carry. */
export function presentMinimalRepository(repository: Repository): Shape {
  const { service } = repository
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    owner: presentAccount(repository.owner, service.api, service.server),
    html_url: repository.html,
    description: null,
    fork: repository.parent !== undefined,
    url: repository.url,
    ...Object.fromEntries(Object.entries(TEMPLATES).map(([name, path]) => [name, `${repository.url}${path}`])),
  }
}

export function presentRepository(repository: Repository): Shape {
  const { html, fullName } = repository
  const at = timestamp(repository.createdAt)
  const openIssues = [...repository.pulls.values()].filter((pull) => pull.state === 'open').length
  return {
    ...presentMinimalRepository(repository),
    clone_url: `${html}.git`,
    git_url: `git://${html.replace(/^https?:\/\//, '')}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    svn_url: html,
    mirror_url: null,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? 'private' : 'public',
    homepage: null,
    language: null,
    license: null,
    topics: [],
    archived: false,
    disabled: false,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks: repository.forks.length,
    forks_count: repository.forks.length,
    open_issues: openIssues,
    open_issues_count: openIssues,
    size: 1,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    pushed_at: at,
    created_at: at,
    updated_at: at,
  }
}

export function presentFullRepository(repository: Repository): Shape {
  const parent = repository.parent
  return {
    ...presentRepository(repository),
    network_count: 0,
    subscribers_count: 0,
    ...(parent === undefined ? {} : { parent: presentRepository(parent), source: presentRepository(parent) }),
  }
}
