import type { Units } from './functional-unit.js';
import type { TokenUsage } from './llm/usage.js';
import type { Method } from './method.js';
import type { Note } from './report.js';
/**
 * What one run of a tracker's log says, in one set of units. The common form between every log format and the report:
 * a new format only has to produce these.
 */
export interface EnergyRecord {
    /** Name for people: project, run, phase. Made printable. */
    readonly name: string;
    /** Identity of the run: the same id in two files counts once. Null when the log has none. */
    readonly runId: string | null;
    /**
     * Set when this is only a piece of the run (a task, a step, an epoch): pieces of one run add up, and are left out when
     * the run itself is read elsewhere. Unique within the run.
     */
    readonly piece: string | null;
    /** How many runs this record represents: above 1 if a very long log had to be summed up. */
    readonly runs: number;
    /** RFC 3339 with offset, or null when the log does not say (local time without zone is null). */
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly durationS: number | null;
    /** The time of `durationS` by the log's own clock where `startedAt` cannot say it (no time zone), s; null when it is unknown. */
    readonly localTime: TimeSpan | null;
    /** Time of `durationS` that the samples of the log cover, s; null for a log that is not sampled. The rest has no energy in `itWh`. */
    readonly coveredS: number | null;
    /** Energy of the machine without PUE, Wh; null when the log has only emissions. */
    readonly itWh: number | null;
    /** 90 % interval of `itWh`, Wh; null where the log gives none. */
    readonly rangeWh: {
        readonly low: number;
        readonly high: number;
    } | null;
    readonly cpuWh: number | null;
    readonly memoryWh: number | null;
    readonly gpuWh: number | null;
    /** PUE in the log's energy and emissions; 1 without one. `itWh` excludes it. */
    readonly pue: number;
    /** Operational emissions by the log's own reckoning (its PUE, its grid), g CO2e; null when it has none. */
    readonly emissionsG: number | null;
    /** Embodied emissions by the log's own reckoning, g CO2e. */
    readonly embodiedG: number | null;
    /** Water by the log's own reckoning, L. */
    readonly waterL: number | null;
    /** Grid intensity the log used, g/kWh, when it is known. */
    readonly gPerKwh: number | null;
    /** Where the log says it ran, for people: "France", "gcp europe-west1". Made printable. */
    readonly place: string | null;
    readonly machine: LoggedMachine | null;
    readonly method: Method;
    /** Count of the functional unit, if the log has one. */
    readonly units: Units | null;
    /** Tokens of a language model; null for a log that counts none. */
    readonly usage: TokenUsage | null;
    /** Calendar month (YYYY-MM, or `latest` where the export does not name it): a cloud export is not the energy of one job. */
    readonly month: string | null;
    /** Time span of a whole machine that the energy covers; null if it is not that of a whole machine. */
    readonly wholeMachine: MachineTime | null;
    /** Set when the energy is one reading of a counter that began before the run. */
    readonly counter: CounterReading | null;
    /** True if this file only describes a run (its PUE, its place) whose energy is in another file. */
    readonly companion: boolean;
    /** Set if another tracker's log in the same folder contains this energy too; null otherwise. */
    readonly copyOf: LogCopy | null;
    readonly file: string;
    /** First line of the record, from 1. */
    readonly line: number | null;
    readonly notes: readonly Note[];
}
/** The machine as described by the log. */
interface LoggedMachine {
    readonly cpu: string | null;
    readonly gpus: readonly string[];
    readonly vcpus: number | null;
    readonly memoryGb: number | null;
}
/** A stretch of time by one clock, s. */
export interface TimeSpan {
    readonly startS: number;
    readonly endS: number;
}
/** Two records of the same machine at the same time contain the same energy twice. */
export interface MachineTime {
    /** Everything the log says about the machine, as one key. */
    readonly machine: string;
    /** By the machine's own clock, s. */
    readonly startS: number;
    readonly endS: number;
}
/** One reading of a cumulative energy counter: two of them make an energy. A single one is refused, because it also contains what was used before. */
export interface CounterReading {
    /** Which counter of which machine. */
    readonly key: string;
    readonly joules: number;
    /** The counters that add up to it, J by name; null for a single one. */
    readonly series: ReadonlyMap<string, number> | null;
    /** Where it wraps to 0, J; null when it only restarts. */
    readonly wrapJ: number | null;
}
/** A second file that a tracker writes, or a part of another file's contents. */
interface LogCopy {
    /** Name of the format of the log that contains the energy too. */
    readonly format: string;
    /** Why the file makes no total without that log; null when its energy counts then. */
    readonly alone: string | null;
}
export {};
