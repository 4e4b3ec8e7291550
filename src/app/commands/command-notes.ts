import { type Note, note } from '../../core/notes.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { CommandEnd } from './child-command.ts'

/** Commands shorter than this are mostly our own start and end, s: these take 20 to 40 ms. */
const SHORTEST_S = 0.2
/** Share of the machine's CPU time below which the report says that most of it was other work. */
const MOST_OF_WORK = 0.5
/** Other work of less CPU time than this is the system's own, s. */
const LEAST_OTHER_S = 0.1
/** Other work above this share of the processors' time changes the figure enough for a warning. */
const MUCH_OTHER = 0.1

/** What a reader of the figure should know about the command that was measured. */
export function commandNotes(measurement: Measurement, { cpuMs, leftRunning }: CommandEnd): Note[] {
  const { durationS, scope, machine, machineUtilization } = measurement
  const notes: Note[] = []
  if (durationS < SHORTEST_S) {
    const text = `The command ran for ${(durationS * 1000).toFixed(0)} ms: the figure is mostly the start and end of the measurement. Repeat the command to measure a longer time.`
    notes.push(note('command-short', text))
  }
  if (cpuMs !== null && scope !== 'command') {
    const busyS = (machineUtilization / 100) * machine.slice.vcpus * durationS
    const ownS = Math.min(cpuMs / 1000, busyS)
    if (ownS < MOST_OF_WORK * busyS && busyS - ownS > LEAST_OTHER_S) {
      const text = `The command used ${seconds(ownS)} of the ${seconds(busyS)} CPU seconds of the machine: the rest was other work, and its energy is included. --scope command counts only the command.`
      const isMuch = busyS - ownS > MUCH_OTHER * machine.slice.vcpus * durationS
      // A warning that the whole node is counted says the same.
      const isKnown = measurement.notes.some(({ code }) => code === 'scope-no-limit' || code === 'scope-slurm-node')
      notes.push(note('command-small-share', text, isMuch && !isKnown ? 'warning' : 'info'))
    }
  }
  if (leftRunning > 0) {
    const [processes, verb] = leftRunning === 1 ? ['process', 'runs'] : ['processes', 'run']
    const text = `${leftRunning} ${processes} of the command still ${verb} in the background: later work is not measured.`
    notes.push(note('command-left-running', text))
  }
  return notes
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}
