// A repository with one pull request on the fake, and a client for it over real HTTP.
import { afterAll } from 'vitest'
import { type GitHubClient, connect } from '../../src/github/client.ts'
import { Deadline } from '../../src/github/deadline.ts'
import { type FakeOptions, type NewToken, FakeGitHub } from '../fakes/github/fake-github.ts'
import type { Pull, Repository } from '../fakes/github/repository.ts'

export const AT = { owner: 'octo', repo: 'shop' }

export interface Shop {
  readonly fake: FakeGitHub
  readonly repository: Repository
  readonly pull: Pull
  readonly at: { owner: string; repo: string; number: number }
  /** A client with its own token. */
  client(options?: { token?: NewToken; ms?: number; attemptMs?: number; signal?: AbortSignal }): Promise<GitHubClient>
}

const open: FakeGitHub[] = []

/** What a client must never do is checked when all is done: tests of a file may run side by side. */
afterAll(async () => {
  for (const fake of open.splice(0)) {
    await fake.close()
    if (fake.violations.length > 0) throw new Error(JSON.stringify(fake.violations, null, 2))
  }
})

export async function shop(
  options: FakeOptions & { private?: boolean; files?: Record<string, string> } = {},
): Promise<Shop> {
  const fake = await FakeGitHub.start(options)
  open.push(fake)
  const repository = fake.addRepository('octo/shop', {
    private: options.private ?? false,
    ...(options.files && { files: options.files }),
  })
  const ann = fake.addAccount('ann')
  repository.collaborators.set('ann', 'write')
  const pull = repository.addPull({ head: { branch: 'faster' }, author: ann })
  return {
    fake,
    repository,
    pull,
    at: { ...AT, number: pull.number },
    async client({ token, ms = 15_000, attemptMs, signal } = {}) {
      const deadline = new Deadline(ms, signal)
      const secret = fake.addToken(token).secret
      const connected = await connect({ token: secret, apiUrl: fake.api, deadline, ...(attemptMs && { attemptMs }) })
      if (!connected.ok) throw new Error(connected.failure.text)
      return connected.value
    },
  }
}
