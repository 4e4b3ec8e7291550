import { describe, expect, it } from 'vitest'
import { readRecordedEnvironment, recordEnvironment, restoreEnvironment } from '../../../src/app/action/environment.ts'

const MAIN = {
  PATH: '/usr/bin',
  https_proxy: 'http://proxy.corp:3128',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_OUTPUT: '/tmp/a',
  'INPUT_GITHUB-TOKEN': 'ghs_secret',
  API_KEY: 'job-level secret',
  AWS_REGION: 'us-east-1',
}

/** What a step of the job put into GITHUB_ENV. */
function restored(later: Record<string, string>) {
  const recorded = readRecordedEnvironment(JSON.stringify(recordEnvironment(MAIN)))
  if (!recorded) throw new Error('not read back')
  return restoreEnvironment({ ...MAIN, ...later }, recorded)
}

describe('the environment of post', () => {
  it.each([
    'http_proxy',
    'HTTPS_PROXY',
    'all_proxy',
    'NO_PROXY',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'GITEA_ACTIONS',
    'FORGEJO_ACTIONS',
    'ACTIONS_RESULTS_URL',
  ])('loses %s, which main did not have, with a warning', (name) => {
    const { env, changed, needsProcess } = restored({ [name]: 'x' })
    expect([env[name], changed, needsProcess]).toEqual([undefined, [name], false])
  })

  it.each(['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'LD_PRELOAD', 'NODE_USE_ENV_PROXY'])(
    'loses %s in a process of its own, because Node.js has read it',
    (name) => {
      const { env, changed, needsProcess } = restored({ [name]: 'x' })
      expect([env[name], changed, needsProcess]).toEqual([undefined, [name], true])
    },
  )

  it('has the values of main back where a step changed them', () => {
    const { env, changed } = restored({
      https_proxy: 'http://127.0.0.1:1',
      GITHUB_API_URL: 'http://127.0.0.1:2',
      PATH: '/x',
    })
    expect(env).toMatchObject({ https_proxy: MAIN.https_proxy, GITHUB_API_URL: MAIN.GITHUB_API_URL, PATH: MAIN.PATH })
    expect(changed).toEqual(['https_proxy'])
  })

  it('loses what a step added or changed otherwise, such as the region of a cloud', () => {
    const { env, changed } = restored({ AWS_REGION: 'eu-north-1', pythonLocation: '/opt', GITHUB_OUTPUT: '/tmp/b' })
    const { AWS_REGION: _, ...others } = MAIN
    expect(env).toEqual({ ...others, GITHUB_OUTPUT: '/tmp/b' })
    expect(changed).toEqual([])
  })

  it('is recorded without the token and without secrets of the job', () => {
    const text = JSON.stringify(recordEnvironment(MAIN))
    expect(text).not.toContain('secret')
  })

  it('is not restored from something else', () => {
    for (const text of [undefined, '', '[]', '{"values":1}']) expect(readRecordedEnvironment(text)).toBeNull()
  })
})
