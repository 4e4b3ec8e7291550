import { ConfigurationError } from '../../core/errors.ts'
import type { Note } from '../../core/notes.ts'
import type { Part, Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { type Execution, executionsOf } from './executions.ts'
import type { NamedReport } from './named-report.ts'
import { contentOf, encloses } from './match.ts'
import { withoutReplacedEstimates } from './replaced-estimates.ts'
import { copiesNote, namedNote } from './run-notes.ts'

/** Reports whose energies add up, with notes on the ones left out and on possible copies. */
export interface SummableReports {
  readonly reports: readonly NamedReport[]
  readonly notes: readonly Note[]
}

/** The executions of one report. */
interface Member {
  readonly named: NamedReport
  readonly executions: readonly Execution[]
}

/** An execution with the report that it is in. */
interface Owned {
  readonly member: Member
  readonly execution: Execution
}

/**
 * Leaves out reports that would count twice: copies, and reports whose executions are all in one joined report. A report of a job replaces
 * its estimate in a joined report.
 * @throws ConfigurationError if two reports of one execution differ, or two joined reports share only some executions
 */
export function withoutOverlap(given: readonly NamedReport[]): SummableReports {
  const single = withoutCopies(given)
  const { reports: unestimated, notes } = withoutReplacedEstimates(single)
  const distinct = unestimated.map((named): Member => ({ named, executions: executionsOf(named.report) }))
  const index = byFigure(distinct)
  const members = distinct.filter((member) => !isContained(member, distinct, index))
  assertDisjoint(members, index)
  const reports = members.map(({ named }) => named)
  const copies = [
    ...given.filter((named) => !single.includes(named)),
    ...unestimated.filter((named) => !reports.includes(named)),
  ].map(({ name }) => name)
  return { reports, notes: [...copiesNote(copies), ...notes, ...alikeNote(members)] }
}

/** The first of each group of copies. Without a start only the file identifies a report: two plans may have the same figures. */
function withoutCopies(given: readonly NamedReport[]): NamedReport[] {
  const first = new Map<string | Report, NamedReport>()
  for (const named of given) {
    const key = named.report.started_at === null ? named.report : contentOf(named.report)
    if (!first.has(key)) first.set(key, named)
  }
  return [...first.values()]
}

function byFigure(members: readonly Member[]): ReadonlyMap<number, readonly Owned[]> {
  const index = new Map<number, Owned[]>()
  for (const member of members) {
    for (const execution of member.executions) {
      const figure = figureOf(execution)
      if (figure === null || execution.started_at === null) continue
      const owners = index.get(figure) ?? []
      index.set(figure, owners)
      owners.push({ member, execution })
    }
  }
  return index
}

/** The figure that identifies an execution of a time: two measurements differ in their last digits. */
function figureOf({ energy, emissions }: Execution): number | null {
  return energy.it_wh ?? energy.total_wh ?? emissions.total_g
}

/** Reports that contain an execution. A joined report has the forge's name and times of a job, a report its own. */
function ownersOf(execution: Execution, index: ReadonlyMap<number, readonly Owned[]>): ReadonlySet<Member> {
  const figure = figureOf(execution)
  const alike = figure === null ? [] : (index.get(figure) ?? [])
  const isSame = (other: Execution): boolean =>
    !areOtherMachines(other, execution) &&
    ((other.name === execution.name && other.started_at === execution.started_at) ||
      encloses(spanOf(other), execution) ||
      encloses(spanOf(execution), other))
  return new Set(alike.filter((owned) => isSame(owned.execution)).map(({ member }) => member))
}

function spanOf({ started_at, ended_at }: Execution): Parameters<typeof encloses>[0] {
  const time = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant))
  return { startMs: time(started_at), endMs: time(ended_at) }
}

function areOtherMachines({ machine: a }: Execution, { machine: b }: Execution): boolean {
  return Boolean(a && b) && JSON.stringify(a) !== JSON.stringify(b)
}

/** Whether another joined report has all executions of a report. Of two with the same executions the first one counts. */
function isContained(member: Member, all: readonly Member[], index: ReadonlyMap<number, readonly Owned[]>): boolean {
  const [first = new Set<Member>(), ...rest] = member.executions.map((execution) => ownersOf(execution, index))
  const wholes = [...first].filter(
    (other) => isJoined(other) && other !== member && rest.every((set) => set.has(other)),
  )
  return wholes.some(
    (whole) =>
      whole.executions.length > member.executions.length ||
      !isJoined(member) ||
      all.indexOf(whole) < all.indexOf(member),
  )
}

function isJoined({ named }: Member): boolean {
  return named.report.subject.kind === 'workflow'
}

/** @throws ConfigurationError if two reports that both count are about one execution */
function assertDisjoint(members: readonly Member[], index: ReadonlyMap<number, readonly Owned[]>): void {
  const remaining = new Set(members)
  const single = new Map<string, Member>()
  for (const member of members) {
    for (const execution of member.executions) {
      const other = [...ownersOf(execution, index)].find(
        (owner) => owner !== member && remaining.has(owner) && (isJoined(owner) || isJoined(member)),
      )
      if (other) {
        throw new ConfigurationError(
          `${namesOfPair(other, member)} both count ${timed(execution)}, and neither contains the other: name the reports that they were made of`,
        )
      }
    }
    const work = workOf(member.named.report)
    const other = work === null ? undefined : single.get(work)
    if (other) {
      throw new ConfigurationError(
        `${namesOfPair(other, member)} are different reports of the same work (${timed({ ...member.named.report, ...member.named.report.subject })}): name one of them`,
      )
    }
    if (work !== null) single.set(work, member)
  }
}

/** What identifies one execution of a job or command: its name, its run, its machine and its start to the millisecond. */
function workOf({ subject, started_at, origin, machine }: Report): string | null {
  if (started_at === null || !['job', 'command'].includes(subject.kind)) return null
  return JSON.stringify([subject, started_at, origin ?? null, machine])
}

function namesOfPair(a: Member, b: Member): string {
  return `${printable(a.named.name)} and ${printable(b.named.name)}`
}

function timed({ name, started_at }: Pick<Part, 'name' | 'started_at'>): string {
  return `${printable(name)}, started ${started_at}`
}

/** Warns about reports with the same figures and no start time, which may be copies or repeated work: all of them count. */
function alikeNote(members: readonly Member[]): Note[] {
  const groups = new Map<string, Set<string>>()
  for (const { named, executions } of members) {
    for (const execution of executions.filter(({ started_at }) => started_at === null)) {
      const { name, energy, emissions, machine } = execution
      const key = JSON.stringify([name, energy, emissions, machine ?? null])
      groups.set(key, (groups.get(key) ?? new Set()).add(named.name))
    }
  }
  const alike = new Set([...groups.values()].filter(({ size }) => size > 1).flatMap((names) => Array.from(names)))
  return namedNote(
    'reports-alike',
    [...alike],
    (names) =>
      `These reports have the same figures and no start time, so that all of them count: ${names}. Name each only once if they are copies.`,
  )
}
