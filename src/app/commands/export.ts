import type { Command } from 'commander'
import { parse } from 'yaml'
import { ConfigurationError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { placedFault } from '../../core/yaml-fault.ts'
import { isDoubtful } from '../../core/verdict.ts'
import { type BoampsTask, boampsReport } from '../../render/statements/boamps.ts'
import { euForm } from '../../render/statements/eu-form.ts'
import { PARAMETERS, impactFrameworkManifest, parameterOf } from '../../render/statements/impact-framework.ts'
import { EXIT, statusOf } from '../exit-status.ts'
import { isStandardOutput, readNamed } from '../named-file.ts'
import { assertTarget, put } from '../target-file.ts'
import type { Host } from './host.ts'
import { judgedSum } from './judged-sum.ts'

/** Flags of `export` that are not settings. */
interface ExportFlags {
  readonly boamps?: string
  readonly task?: string
  readonly impactFramework?: string
  readonly euForm?: string
}

/** A statement and where it goes. */
interface Statement {
  readonly target: string
  readonly text: string
}

/** `export REPORT...`: statements in the formats of others. A figure that cannot be trusted is not written. */
export async function exportCommand(command: Command, { console }: Host): Promise<number> {
  const flags = command.opts<ExportFlags>()
  assertTargets(flags)
  const task = flags.task === undefined ? null : readTask(flags.task)
  const { sum, settings } = await judgedSum(command, command.args)
  if (isDoubtful(sum)) {
    const why = sum.notes.find(({ level }) => level === 'error')?.text ?? sum.figure?.reason_code ?? 'unknown'
    console.err(`carbon-gate: nothing is written: the figure is not trustworthy (${printable(why)})\n`)
    return EXIT.indeterminate
  }
  const statements = statementsOf(sum, flags, task)
  if (statements === null) {
    console.err('carbon-gate: nothing is written: energy or emissions are unknown\n')
    return EXIT.indeterminate
  }
  if (flags.boamps !== undefined && task === null) {
    console.err(
      'warning: the BoAmps report is a draft: its task is unknown; give --task FILE with taskStage, taskFamily, algorithms and dataset\n',
    )
  }
  for (const { target, text } of statements) put(target, text, console)
  return statusOf(sum, settings)
}

/** Null where a figure that a statement needs is unknown. @throws ConfigurationError */
function statementsOf(sum: Report, flags: ExportFlags, task: BoampsTask | null): Statement[] | null {
  const statements: Statement[] = []
  if (flags.boamps !== undefined) {
    const report = boampsReport(sum, task, Date.now() / 1000)
    if (report === null) return null
    statements.push({ target: flags.boamps, text: `${JSON.stringify(report, null, 2)}\n` })
  }
  if (flags.impactFramework !== undefined) {
    if (!sum.units) {
      throw new ConfigurationError(
        '--impact-framework: an SCI is per functional unit: give its count, as in --units "1000 inferences"',
      )
    }
    if (PARAMETERS.has(parameterOf(sum.units.name))) {
      throw new ConfigurationError(
        `--impact-framework: the unit ${JSON.stringify(sum.units.name)} is a parameter of its own there: name the unit otherwise`,
      )
    }
    const text = impactFrameworkManifest(sum)
    if (text === null) return null
    statements.push({ target: flags.impactFramework, text })
  }
  if (flags.euForm !== undefined) {
    if (sum.energy.total_wh === null) return null
    statements.push({ target: flags.euForm, text: euForm(sum) })
  }
  return statements
}

/** Before any work: something is asked for, and every file can be written. @throws ConfigurationError */
function assertTargets({ boamps, impactFramework, euForm: form, task }: ExportFlags): void {
  const targets = [
    { target: boamps, kind: 'boamps', flag: 'boamps' },
    { target: impactFramework, kind: 'manifest', flag: 'impact-framework' },
    { target: form, kind: 'markdown', flag: 'eu-form' },
  ] as const
  const given = targets.filter(({ target }) => target !== undefined)
  if (given.length === 0) {
    throw new ConfigurationError(
      'export: say what to write, as in --boamps FILE, --impact-framework FILE or --eu-form FILE',
    )
  }
  if (task !== undefined && boamps === undefined) throw new ConfigurationError('--task is for --boamps: give both')
  if (given.filter(({ target }) => isStandardOutput(target)).length > 1) {
    throw new ConfigurationError('only one statement can go to standard output: give the others a file')
  }
  for (const { target, kind, flag } of given) {
    if (target === undefined || isStandardOutput(target)) continue
    assertTarget(target, kind, flag)
  }
}

/** Keys of BoAmps' `task` that its schema requires. */
const TASK_TEXTS = ['taskStage', 'taskFamily'] as const
const TASK_LISTS = ['algorithms', 'dataset'] as const

/** @throws ConfigurationError unless the file has what the schema requires */
function readTask(file: string): BoampsTask {
  let task: unknown
  try {
    task = parse(readNamed(file, 'task'), { logLevel: 'silent', maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    throw new ConfigurationError(`--task ${printable(file)} is not YAML or JSON: ${placedFault(error as Error)}`)
  }
  const fields = typeof task === 'object' && task !== null ? (task as Record<string, unknown>) : {}
  const missing = [
    ...TASK_TEXTS.filter((key) => typeof fields[key] !== 'string' || fields[key] === ''),
    ...TASK_LISTS.filter((key) => !isListOfObjects(fields[key])),
  ]
  if (missing.length > 0) {
    throw new ConfigurationError(
      `--task ${printable(file)} lacks ${missing.join(', ')}: BoAmps needs taskStage and taskFamily (texts), algorithms and dataset (lists of objects)`,
    )
  }
  return task as BoampsTask
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object' && each !== null)
}
