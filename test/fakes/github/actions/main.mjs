// The first half of an example action: shows what the runner's side has to pass on.
import { spawn } from 'node:child_process'
import { execPath } from 'node:process'
import * as core from '@actions/core'

core.setSecret(core.getInput('github-token'))
core.info(`token ${core.getInput('github-token')}`)
core.setOutput('budget', core.getInput('budget'))
core.setOutput('check-run', core.getInput('check-run'))
core.setOutput('environment', Object.keys(process.env).sort().join())
core.saveState('lines', 'one\ntwo')
core.saveState('object', { startedAt: 1 })
core.exportVariable('CARBON', 'gate')
await core.summary.addRaw('| a |', true).write()
core.warning('a::b', { file: 'x,y.ts', startLine: 3 })
if (core.getInput('leave-child') === 'true') {
  const child = spawn(execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })
  child.unref()
  core.setOutput('child', child.pid)
}
if (core.getInput('fail') === 'true') core.setFailed('over budget')
