/**
 * The files for other services, run: their shell lines, by `sh`, with a real clone of what is published, the variables that the service sets, an
 * empty folder and home for each job, and stand-ins for `npm`, `make` and the agent of the service.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { gitlabPipeline } from '../../src/app/init/other-files.ts'
import { emptyFolder, reportAt } from './cli-process.ts'

type Env = Readonly<Record<string, string>>

interface Job {
  readonly lines: readonly string[]
  readonly env?: Env
}

interface Recipe {
  readonly name: string
  /** The pipeline that the report must name: the service was recognised. */
  readonly workflow: string
  /** What the service sets. */
  readonly env: Env
  readonly jobs: readonly Job[]
  /** The report that decides, and the files that must lie beside it. */
  readonly report: string
  readonly beside: readonly string[]
  /** The limit in the jobs' lines or variables. */
  readonly limit: string
}

const read = (file: string): string => readFileSync(file, 'utf8')
const git = (cwd: string, ...args: string[]): string => execFileSync('git', ['-C', cwd, ...args], { encoding: 'utf8' })

/** What the services clone: the files that a tag has, as far as the recipes use them. */
function publishedRepository(): string {
  const folder = emptyFolder()
  for (const part of ['dist/cli', 'dist/sampler', 'ci']) cpSync(part, path.join(folder, part), { recursive: true })
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all', '--force')
  git(folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '--message', 'v1')
  git(folder, 'tag', 'v1')
  return folder
}

/** `npm`, `make` and `buildkite-agent`: the first two work for a moment, the agent keeps the annotation. */
function standIns(): string {
  const folder = emptyFolder()
  const work = '#!/bin/sh\nexec sleep 0.3\n'
  const agent = '#!/bin/sh\nif [ "$1" = annotate ]; then cat > carbon-annotation.md; fi\n'
  for (const [name, text] of Object.entries({ npm: work, make: work, 'buildkite-agent': agent })) {
    writeFileSync(path.join(folder, name), text)
    chmodSync(path.join(folder, name), 0o755)
  }
  return folder
}

/** Runs the jobs one after the other; of an earlier one only the files called carbon... are there. @returns the last one's folder and status */
function runJobs({ jobs, env }: Recipe): { cwd: string; status: number | null; said: string } {
  const published = publishedRepository()
  const bin = standIns()
  let last = { cwd: '', status: null as number | null, said: '' }
  for (const job of jobs) {
    const cwd = emptyFolder()
    const home = emptyFolder()
    if (last.cwd !== '')
      for (const name of readdirSync(last.cwd).filter((each) => each.startsWith('carbon')))
        cpSync(path.join(last.cwd, name), path.join(cwd, name), { recursive: true })
    for (const name of ['carbon-test', 'staging', 'temporary']) mkdirSync(path.join(cwd, name), { recursive: true })
    const { status, stderr, stdout } = spawnSync('sh', ['-e', '-c', job.lines.join('\n')], {
      cwd,
      encoding: 'utf8',
      env: {
        CI: 'true',
        ...env,
        ...job.env,
        CI_PROJECT_DIR: cwd,
        HOME: home,
        PATH: `${bin}:${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.file://${published}.insteadOf`,
        GIT_CONFIG_VALUE_0: 'https://github.com/carbon-gate/carbon-gate.git',
      },
    })
    last = { cwd, status, said: stdout + stderr }
    if (status !== 0 && job !== jobs.at(-1)) throw new Error(last.said)
  }
  return last
}

interface GitLabJob {
  readonly before_script: string[]
  readonly script: string[]
}

function gitlabJobs(pipeline: string): (name: string, env?: Env) => Job {
  const jobs = parse(pipeline) as Record<string, GitLabJob>
  return (name, env = {}) => ({
    lines: [...(jobs['.carbon']?.before_script ?? []), ...(jobs[name]?.script ?? [])],
    env,
  })
}

const GITLAB = { GITLAB_CI: 'true', CI_JOB_NAME: 'carbon', CI_PROJECT_PATH: 'octo/shop' }

function gitlab(): Recipe {
  const job = gitlabJobs(read('docs/ci/gitlab-ci.yml'))
  return {
    name: 'gitlab-ci.yml',
    workflow: 'octo/shop',
    env: GITLAB,
    jobs: [job('test', { SUITE: 'unit' }), job('test', { SUITE: 'integration' }), job('carbon')],
    report: 'carbon-all.json',
    beside: ['carbon.md', 'carbon-unit.json', 'carbon-integration.json'],
    limit: '20 g per workflow',
  }
}

/** What `carbon-gate init` writes, with the budget in the config file. */
function gitlabInit(): Recipe {
  const job = gitlabJobs(gitlabPipeline('npm ci && npm test'))
  const config = "mkdir .github && echo 'budgets: [20 g per workflow]' > .github/carbon-gate.yml"
  const carbon = job('carbon')
  return {
    name: 'the pipeline that init writes for GitLab',
    workflow: 'octo/shop',
    env: GITLAB,
    jobs: [job('test', { CI_JOB_ID: '7' }), { lines: [config, ...carbon.lines] }],
    report: 'carbon-all.json',
    beside: ['carbon.md', 'carbon-job-7.json'],
    limit: '20 g per workflow',
  }
}

function circleci(): Recipe {
  const { jobs } = parse(read('docs/ci/circleci.yml')) as { jobs: Record<string, { steps: { run?: string }[] }> }
  const lines = (name: string): Job => ({ lines: (jobs[name]?.steps ?? []).flatMap(({ run }) => run ?? []) })
  return {
    name: 'circleci.yml',
    workflow: 'shop',
    env: { CIRCLECI: 'true', CIRCLE_JOB: 'carbon', CIRCLE_PROJECT_REPONAME: 'shop' },
    jobs: [lines('test'), lines('carbon')],
    report: 'carbon/all.json',
    beside: ['carbon/all.md', 'carbon/test.json'],
    limit: '20 g per workflow',
  }
}

function azure(): Recipe {
  const { jobs } = parse(read('docs/ci/azure-pipelines.yml')) as {
    jobs: { job: string; steps: { script?: string }[] }[]
  }
  return {
    name: 'azure-pipelines.yml',
    workflow: 'shop',
    env: { TF_BUILD: 'True', BUILD_DEFINITIONNAME: 'shop', SYSTEM_JOBDISPLAYNAME: 'carbon' },
    jobs: jobs.map(({ job, steps }) => ({
      // The agent puts values in place of these before the shell starts.
      lines: steps
        .flatMap(({ script }) => script ?? [])
        .map((line) =>
          line
            .replaceAll('$(Agent.TempDirectory)', '$PWD/temporary')
            .replaceAll('$(Build.ArtifactStagingDirectory)', job === 'test' ? '$PWD/carbon-test' : '$PWD/staging')
            .replaceAll('$(Pipeline.Workspace)', '$PWD'),
        ),
    })),
    report: 'staging/carbon.json',
    beside: ['staging/carbon.md'],
    limit: '20 g per workflow',
  }
}

function bitbucket(): Recipe {
  const { definitions } = parse(read('docs/ci/bitbucket-pipelines.yml')) as {
    definitions: { steps: { step: { script: string[] } }[] }
  }
  return {
    name: 'bitbucket-pipelines.yml',
    workflow: 'shop',
    env: { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_REPO_SLUG: 'shop', BITBUCKET_GIT_HTTP_ORIGIN: 'https://example.org' },
    jobs: definitions.steps.map(({ step }) => ({ lines: step.script })),
    report: 'carbon.json',
    beside: ['carbon.md', 'carbon-test.json'],
    limit: '20 g per workflow',
  }
}

function buildkite(): Recipe {
  const { steps } = parse(read('docs/ci/buildkite.yml')) as { steps: { command?: string[] }[] }
  return {
    name: 'buildkite.yml',
    workflow: 'shop',
    env: { BUILDKITE: 'true', BUILDKITE_LABEL: 'carbon', BUILDKITE_PIPELINE_NAME: 'shop' },
    // The upload of a pipeline makes one dollar sign of two.
    jobs: steps.flatMap(({ command }) => (command ? { lines: command.map((line) => line.replaceAll('$$', '$')) } : [])),
    report: 'carbon.json',
    beside: ['carbon.md', 'carbon-annotation.md'],
    limit: '20 g per workflow',
  }
}

/** Woodpecker and Drone: steps of one shape, which share a folder. */
function woodpecker(): Recipe {
  return commandsRecipe('woodpecker.yml', { CI: 'woodpecker', CI_WORKFLOW_NAME: 'shop', CI_STEP_NAME: 'carbon' })
}

function drone(): Recipe {
  return commandsRecipe('drone.yml', { DRONE: 'true', DRONE_STAGE_NAME: 'shop', DRONE_STEP_NAME: 'carbon' })
}

function commandsRecipe(name: string, env: Env): Recipe {
  const { steps } = parse(read(`docs/ci/${name}`)) as { steps: { commands: string[] }[] }
  return {
    name,
    workflow: 'shop',
    env,
    jobs: [{ lines: steps.flatMap(({ commands }) => commands) }],
    report: 'carbon.json',
    beside: ['carbon-test.json'],
    limit: '20 g per workflow',
  }
}

function jenkins(): Recipe {
  const lines = [...read('docs/ci/Jenkinsfile').matchAll(/\bsh '([^']+)'/g)].map(([, line = '']) => line)
  return {
    name: 'Jenkinsfile',
    workflow: 'shop',
    env: { JENKINS_URL: 'https://example.org/', JOB_NAME: 'shop', STAGE_NAME: 'Test' },
    jobs: [{ lines }],
    report: 'carbon.json',
    beside: ['carbon.md', 'carbon.svg', 'carbon-test.json'],
    limit: '5 g',
  }
}

/** A command that a service would spoil if it put values in place of `$NAME` before the shell of the job does. */
const COMMAND = 'for each in a b; do test -n "$each" || exit 9; done; make test'

function component(): Recipe {
  const [head, body] = parseAllDocuments(read('templates/carbon-gate.yml')).map((each) => each.toJS() as unknown)
  const { inputs } = (head as { spec: { inputs: Record<string, { default?: string }> } }).spec
  const values: Record<string, string> = { command: COMMAND, budget: '5 g\n2 kWh' }
  const put = (text: string): string =>
    text.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => values[name] ?? inputs[name]?.default ?? '')
  const [job] = Object.values(
    body as Record<
      string,
      {
        variables: Record<string, string | { value: string; expand: boolean }>
        before_script: string[]
        script: string[]
      }
    >,
  )
  const env = Object.entries(job?.variables ?? {}).map(([name, variable]) => {
    const raw = typeof variable === 'object' && !variable.expand
    const value = put(typeof variable === 'object' ? variable.value : variable)
    return [name, raw ? value : value.replaceAll(/\$(\w+)/g, (_, known: string) => (known === 'CI_JOB_ID' ? '7' : ''))]
  })
  return {
    name: 'the component for GitLab',
    workflow: 'octo/shop',
    env: { GITLAB_CI: 'true', CI_JOB_NAME: 'carbon-gate', CI_PROJECT_PATH: 'octo/shop' },
    jobs: [
      { lines: [...(job?.before_script ?? []), ...(job?.script ?? [])].map(put), env: Object.fromEntries(env) as Env },
    ],
    report: 'carbon-job-7.json',
    beside: ['carbon-job-7.md'],
    limit: '5 g',
  }
}

function orb(): Recipe {
  const { commands } = parse(read('docs/ci/circleci-orb.yml')) as {
    commands: {
      measure: {
        parameters: Record<string, { default?: string }>
        steps: { run: { command: string; environment?: Env } }[]
      }
    }
  }
  const { parameters, steps } = commands.measure
  const values: Record<string, string> = { command: COMMAND, budget: '5 g\n2 kWh' }
  const put = (text: string): string =>
    text.replaceAll(/<< parameters\.(\w+) >>/g, (_, name: string) => values[name] ?? parameters[name]?.default ?? '')
  const env = steps.flatMap(({ run }) => Object.entries(run.environment ?? {}))
  return {
    name: 'the orb for CircleCI',
    workflow: 'shop',
    env: { CIRCLECI: 'true', CIRCLE_JOB: 'test', CIRCLE_PROJECT_REPONAME: 'shop' },
    jobs: [
      {
        lines: steps.map(({ run }) => put(run.command)),
        env: Object.fromEntries(env.map(([name, value]) => [name, put(value)])),
      },
    ],
    report: 'carbon/report.json',
    beside: ['carbon/report.md'],
    limit: '5 g',
  }
}

function jenkinsStep(): Recipe {
  const source = read('vars/carbonGate.groovy')
  const lines = [...source.matchAll(/\bsh '''([\s\S]*?)'''|\bsh '([^']+)'/g)].map(
    ([, block, line]) => block ?? line ?? '',
  )
  return {
    name: 'the step for Jenkins',
    workflow: 'shop',
    env: { JENKINS_URL: 'https://example.org/', JOB_NAME: 'shop', STAGE_NAME: 'Test' },
    jobs: [
      {
        lines,
        env: {
          CARBON_GATE_VERSION: 'v1',
          CARBON_GATE_COMMAND: COMMAND,
          CARBON_GATE_BUDGET: '5 g\n2 kWh',
          CARBON_GATE_REPORT: 'carbon-report.json',
        },
      },
    ],
    report: 'carbon-report.json',
    beside: ['carbon-report.md'],
    limit: '5 g',
  }
}

const RECIPES = [
  gitlab,
  gitlabInit,
  circleci,
  azure,
  bitbucket,
  buildkite,
  woodpecker,
  drone,
  jenkins,
  component,
  orb,
  jenkinsStep,
].map((each) => each())

describe.skipIf(process.platform === 'win32').each(RECIPES)('$name', (recipe) => {
  it('measures and passes, and leaves the files that it keeps', () => {
    const { cwd, status, said } = runJobs(recipe)
    expect(status, said).toBe(0)
    const report = reportAt(path.join(cwd, recipe.report))
    expect(report.verdict).toBe('pass')
    expect(report.origin?.workflow).toBe(recipe.workflow)
    expect(report.energy.total_wh).toBeGreaterThan(0)
    for (const file of recipe.beside) expect(read(path.join(cwd, file)), file).not.toBe('')
  })

  it('fails over budget, with the same files', () => {
    const replaced = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value).replaceAll(recipe.limit, recipe.limit.replace(/^\d+ g/, '0.000001 mg'))) as T
    const { cwd, status, said } = runJobs({ ...recipe, jobs: replaced(recipe.jobs) })
    expect(status, said).toBe(1)
    for (const file of recipe.beside) expect(read(path.join(cwd, file)), file).not.toBe('')
  })
})

describe.skipIf(process.platform === 'win32')('the badge of this repository', () => {
  it('is put on a branch of its own, also the second time', () => {
    const origin = emptyFolder()
    git(origin, 'init', '--quiet', '--bare', '--initial-branch', 'main')
    git(publishedRepository(), 'push', '--quiet', origin, 'HEAD:main')
    const { jobs } = parse(read('.github/workflows/badge.yml')) as { jobs: { badge: { steps: { run?: string }[] } } }
    const run = (...lines: readonly string[]): string => {
      // The depth of actions/checkout.
      const clone = path.join(emptyFolder(), 'clone')
      git('.', 'clone', '--quiet', '--depth', '1', `file://${origin}`, clone)
      const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', lines.join('\n')], {
        cwd: clone,
        encoding: 'utf8',
      })
      expect(status, stdout + stderr).toBe(0)
      return stdout
    }
    const cli = 'node dist/cli/index.js'
    run(
      `${cli} run --json report.json -- sleep 0.3`,
      'git config user.name t && git config user.email t@example.org',
      `${cli} ledger add report.json --ledger carbon-ledger`,
    )
    const steps = jobs.badge.steps.flatMap(({ run: line }) => line ?? [])
    for (let time = 0; time < 2; time++) run(...steps)
    expect(git(origin, 'ls-tree', '--name-only', 'carbon-badge')).toBe('badge.svg\n')
    expect(git(origin, 'show', 'carbon-badge:badge.svg')).toContain('carbon this month')
  })
})
