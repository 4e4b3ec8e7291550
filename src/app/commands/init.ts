import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseBudget } from '../../core/parse-budget.ts'
import { ConfigurationError, describeReadError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { gitEnvironment, runGit } from '../../ledger/git/run-git.ts'
import { parseWhere } from '../../ledger/where.ts'
import { suggestedBudget } from '../../render/suggested-budget.ts'
import { EXIT } from '../exit-status.ts'
import { type InitForge, type Origin, findForge } from '../init/forge.ts'
import { proposeFiles } from '../init/propose-files.ts'
import { CONFIG_FILES } from '../settings/config-names.ts'
import { type CheckedFile, checkFiles, writeNewFiles } from '../init/write-files.ts'
import { readReportFile } from './find-reports.ts'
import type { Host } from './host.ts'

export interface InitFlags {
  readonly dir?: string
  readonly dryRun?: true
  readonly forge?: InitForge
  /** Budget lines, one a line. */
  readonly budget?: string
  readonly report?: string
  readonly ledger?: string | true
}

/**
 * `init`: writes a workflow and a config file for a repository. It asks nothing, prints what it writes, and overwrites nothing.
 * @throws ConfigurationError
 */
export async function initCommand(flags: InitFlags, { console, env }: Host): Promise<number> {
  const root = repositoryRoot(flags.dir ?? '.')
  const { forge, reason } = flags.forge
    ? { forge: flags.forge, reason: '--forge' }
    : findForge(root, await readOrigin(root, env))
  const ledger = ledgerOf(flags.ledger, forge)
  const { budgets, proposal } = budgetsOf(flags)
  const { files, byHand } = proposeFiles(root, {
    forge,
    budgets,
    proposal,
    ledger,
    defaultBranch: await readDefaultBranch(root, env),
  })
  const isDryRun = flags.dryRun === true
  // All are checked before the first is written.
  const checked = checkFiles(root, files)
  const results = isDryRun ? checked : writeNewFiles(root, checked)
  if (!existsSync(path.join(root, '.git'))) {
    console.err(
      `warning: ${printable(root)} is not in a git repository: CI reads these files at a repository's root. Run init there, or name it with --dir\n`,
    )
  }
  console.out(`${TITLES[forge]} (${reason}), in ${printable(root)}${isDryRun ? '; dry run: nothing is written' : ''}\n`)
  for (const result of results) console.out(describeFile(result, isDryRun ? 'would write' : 'wrote'))
  const keptConfig = results.find(({ file, existing }) => file === CONFIG_FILES[0] && existing !== null)
  if (proposal !== null) {
    const place = keptConfig ? 'not written, because the config file exists' : `a comment in ${CONFIG_FILES[0]}`
    console.out(
      `\nThe report is of a run outside of CI: its budget of ${proposal} is ${place}. The first run in CI proposes one for its jobs.\n`,
    )
  }
  const lacking = [
    ...(budgets.length > 0 ? [`budgets: ${JSON.stringify(budgets)}`] : []),
    ...(ledger === null ? [] : [`ledger: ${ledger}`]),
  ]
  if (keptConfig && lacking.length > 0) {
    const name = printable(keptConfig.existing ?? CONFIG_FILES[0])
    console.err(`warning: ${name} exists and was not changed. Check that it has: ${lacking.join(', and ')}\n`)
  }
  if (byHand !== '') console.out(`\n${byHand}`)
  const written = results.filter(({ existing }) => existing === null)
  if ([byHand, ...written.map(({ text }) => text)].some((text) => /@v1\b|--branch v1\b/.test(text))) {
    console.out(
      `\n${UNTIL_RELEASE} ${forge === 'gitlab' ? 'leave `--branch v1` out' : 'name a commit of its branch `main` in place of `v1`'}.\n`,
    )
  }
  if (written.length > 0) {
    console.out(
      isDryRun
        ? '\nRun it again without --dry-run to write them.\n'
        : '\nCommit and push them. The first run of the measuring step shows what it used; without a budget, it proposes one.\n',
    )
  }
  return EXIT.ok
}

/** To be removed with the release 1.0.0. */
const UNTIL_RELEASE = 'The tag `v1` of carbon-gate/carbon-gate comes with its release 1.0.0. Until then,'

const TITLES: Readonly<Record<InitForge, string>> = {
  github: 'GitHub Actions',
  gitlab: 'GitLab CI',
  forgejo: 'Forgejo Actions',
  gitea: 'Gitea Actions',
}

function describeFile({ file, text, existing }: CheckedFile, verb: 'wrote' | 'would write'): string {
  if (existing !== null) return `\nkept ${printable(existing)}: it exists, and nothing is overwritten\n`
  const lines = text.trimEnd().split('\n')
  return `\n${verb} ${file}\n${lines.map((line) => `    ${line}`.trimEnd()).join('\n')}\n`
}

/** The folder with `.git` at or above a folder; the folder itself outside of a repository. @throws ConfigurationError */
function repositoryRoot(folder: string): string {
  let start: string
  try {
    start = realpathSync(folder)
    if (!statSync(start).isDirectory()) throw Object.assign(new Error(), { code: 'it is not a folder' })
  } catch (error) {
    const text = describeReadError(error).replace('the file', 'the folder')
    throw new ConfigurationError(`--dir ${printable(folder)} cannot be used: ${text}`)
  }
  for (let current = start; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return current
    if (path.dirname(current) === current) return start
  }
}

async function readOrigin(root: string, env: NodeJS.ProcessEnv): Promise<Origin> {
  const { text, problem } = await askGit(['remote', 'get-url', 'origin'], root, env)
  return { address: text, problem }
}

/** Origin's default branch; without it the current one if it has a usual name. */
async function readDefaultBranch(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const ofOrigin = (await askGit(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], root, env)).text
  if (ofOrigin !== null) return ofOrigin.replace(/^origin\//, '')
  const current = (await askGit(['symbolic-ref', '--short', 'HEAD'], root, env)).text
  return current === 'master' || current === 'trunk' || current === 'develop' ? current : 'main'
}

/**
 * Asks git about a repository.
 * @returns `text`: the output of git, null if it is empty or git fails. `problem`: why git gives no answer at all, because it is not
 * installed or refuses the repository, such as a folder of another user. Null if git answers.
 */
async function askGit(
  args: readonly string[],
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<{ text: string | null; problem: string | null }> {
  if (!existsSync(path.join(root, '.git'))) return { text: null, problem: null }
  try {
    const { status, stdout, stderr } = await runGit(args, { cwd: root, env: gitEnvironment(env) })
    // Status 128 means that git refuses the repository. Versions before 2.30 also use it for a missing remote, which is not a problem.
    const refusal = status === 128 ? /^fatal: (?!No such remote)(.*)/m.exec(stderr)?.[1] : undefined
    return {
      text: status === 0 ? stdout.toString('utf8').trim() || null : null,
      problem: refusal === undefined ? null : `git fails: ${printable(refusal)}`,
    }
  } catch (error) {
    return { text: null, problem: (error as Error).message }
  }
}

/** Budget lines of a first config file. */
interface FirstBudgets {
  readonly budgets: readonly string[]
  /** A line that is only proposed, because it comes from a run outside of CI. */
  readonly proposal: string | null
}

/** @throws ConfigurationError */
function budgetsOf({ budget, report: file }: InitFlags): FirstBudgets {
  const given = budget === undefined ? [] : budget.split('\n').map((line) => parseBudget(line).line)
  if (file === undefined) return { budgets: given, proposal: null }
  const report = readReportFile(file)
  const proposed = suggestedBudget(report)
  if (proposed === null) {
    throw new ConfigurationError(
      `--report ${printable(file)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`,
    )
  }
  const isOfCi = report.subject.kind === 'job' || report.subject.kind === 'workflow' || Boolean(report.origin)
  return isOfCi ? { budgets: [proposed, ...given], proposal: null } : { budgets: given, proposal: proposed }
}

/** @throws ConfigurationError */
function ledgerOf(given: string | true | undefined, forge: InitForge): string | null {
  if (given === undefined) return null
  const where = given === true ? 'carbon-ledger' : given.trim()
  parseWhere(where)
  if (forge !== 'github') {
    throw new ConfigurationError(
      `--ledger writes the collector, which runs on GitHub: on ${TITLES[forge]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`,
    )
  }
  if (!/^[\w./:@#-]+$/.test(where)) {
    throw new ConfigurationError(
      `--ledger is ${printable(JSON.stringify(where))}: use a branch or ref, such as \`carbon-ledger\``,
    )
  }
  return where
}
