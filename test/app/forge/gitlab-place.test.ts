import { describe, expect, it } from 'vitest'
import { mergeRequestPlace } from '../../../src/app/forge/gitlab-place.ts'

const env = {
  GITLAB_CI: 'true',
  CI_API_V4_URL: 'https://gitlab.example/api/v4',
  CI_PROJECT_ID: '42',
  CI_MERGE_REQUEST_IID: '12',
  CI_JOB_NAME: 'carbon 1/3',
  CARBON_GATE_GITLAB_TOKEN: 'glpat-x',
}

describe('the current merge request', () => {
  it('is read of the pipeline', () => {
    expect(mergeRequestPlace(env)).toEqual({
      api: 'https://gitlab.example/api/v4',
      token: 'glpat-x',
      project: '42',
      mergeRequest: 12,
      key: 'carbon',
    })
  })
  it.each(Object.keys(env).filter((name) => name !== 'CI_JOB_NAME'))('is none without %s', (name) => {
    expect(mergeRequestPlace({ ...env, [name]: undefined })).toBeNull()
    expect(mergeRequestPlace({ ...env, [name]: '' })).toBeNull()
  })
  it('is none with an address that is none', () => {
    expect(mergeRequestPlace({ ...env, CI_API_V4_URL: 'file:///etc/passwd' })).toBeNull()
    expect(mergeRequestPlace({ ...env, CI_MERGE_REQUEST_IID: '../1' })).toBeNull()
  })
})
