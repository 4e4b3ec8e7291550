import { expect, it } from 'vitest'
import { connect, forgeOf } from '../../src/github/client.ts'
import { writeSticky } from '../../src/github/comment.ts'
import { Deadline } from '../../src/github/deadline.ts'
import { shop } from './shop.ts'

it("on Forgejo and Gitea the comment is the actions user's", async () => {
  for (const forge of ['forgejo', 'gitea'] as const) {
    const here = await shop()
    const robot = here.fake.addAccount(`${forge}-actions`)
    const token = here.fake.addToken({ account: robot }).secret
    const connected = await connect({ token, apiUrl: here.fake.api, deadline: new Deadline(5000), forge })
    const client = connected.ok ? connected.value : await here.client()
    const say = (text: string) =>
      writeSticky(
        client,
        { at: here.at, isMarked: (body) => body.startsWith('#'), isKeptIn: null, readOnlyToken: false },
        () => `# ${text}`,
      )
    await say('one')
    await say('two')
    expect(here.repository.commentsOn(here.pull).map(({ body }) => body)).toEqual(['# two'])
  }
})

it('distinguishes forges by the variables of their runners', () => {
  expect([
    forgeOf({ FORGEJO_ACTIONS: 'true', GITEA_ACTIONS: 'true' }),
    forgeOf({ GITEA_ACTIONS: 'true' }),
    forgeOf({}),
  ]).toEqual(['forgejo', 'gitea', 'github'])
})

it.each([
  ['', 'https://api.github.com', 'unauthorized'],
  ['ghs_x', 'not an address', 'invalid'],
  ['ghs_x', 'file:///etc', 'invalid'],
])('token %j at %s is a failure and no exception', async (token, apiUrl, kind) => {
  expect(await connect({ token, apiUrl, deadline: new Deadline(100) })).toMatchObject({ ok: false, failure: { kind } })
})
