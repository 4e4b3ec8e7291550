import { devNull, tmpdir } from 'node:os'
import path from 'node:path'
import { PrivateFolder } from './private-folder.ts'

/** Environment and folder of git commands. */
export interface GitSurroundings {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
}

/**
 * Where git runs for a ledger that the action reads. The job's steps can write the configuration of the checkout and of the user: another
 * `origin`, an address that replaces another, a proxy or a command would lead the token away or show another ledger. So git reads
 * neither, and the current repository is the one that the runner names. A relative path is a path in the workspace.
 */
export function gitSurroundings(ledger: string, env: NodeJS.ProcessEnv): GitSurroundings {
  const isolated = { ...env, GIT_CONFIG_GLOBAL: devNull }
  if (/^\.{1,2}(?:[\\/]|$)/.test(ledger)) return { env: isolated, cwd: env['GITHUB_WORKSPACE'] || process.cwd() }
  const cwd = emptyFolder(env)
  // Above an empty folder there may be a repository that a step made.
  return { env: { ...isolated, GIT_CEILING_DIRECTORIES: path.dirname(cwd) }, cwd }
}

function emptyFolder(env: NodeJS.ProcessEnv): string {
  try {
    return PrivateFolder.create(env).path
  } catch {
    // A step of the job took RUNNER_TEMP away.
    return PrivateFolder.create({ ...env, RUNNER_TEMP: tmpdir() }).path
  }
}
