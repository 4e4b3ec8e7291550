import type { Units } from './budget.js';
import type { Method } from './method.js';
import type { Note } from './report.js';
/**
 * What one run of a tracker's log says, in one set of units. The common form between every log format and the report:
 * a new format only has to produce these.
 */
export interface EnergyRecord {
    /** Name for people: project, run, phase. Untrusted text. */
    readonly name: string;
    /** Identity of the run: the same id in two files counts once. Null when the log has none. */
    readonly runId: string | null;
    /** RFC 3339 with offset, or null when the log does not say (local time without zone is null). */
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly durationS: number | null;
    /** Energy of the machine without PUE, Wh; null when the log has only emissions. */
    readonly itWh: number | null;
    readonly cpuWh: number | null;
    readonly memoryWh: number | null;
    readonly gpuWh: number | null;
    /** PUE that the log's own energy and emissions hold; 1 when it has none. `itWh` is already free of it. */
    readonly pue: number;
    /** Operational emissions by the log's own reckoning (its PUE, its grid), g CO2e; null when it has none. */
    readonly emissionsG: number | null;
    /** Embodied emissions by the log's own reckoning, g CO2e. */
    readonly embodiedG: number | null;
    readonly waterL: number | null;
    /** Grid intensity the log used, g/kWh, when it is known. */
    readonly gPerKwh: number | null;
    /** Where the log says it ran, for people: "France", "gcp europe-west1". Untrusted text. */
    readonly place: string | null;
    readonly machine: {
        readonly cpu: string | null;
        readonly gpus: readonly string[];
        readonly vcpus: number | null;
        readonly memoryGb: number | null;
    } | null;
    readonly method: Method;
    /** Count of the functional unit, when the log holds one. */
    readonly units: Units | null;
    /** Calendar month (YYYY-MM) for cloud exports: they are no job's energy and are refused by a gate. */
    readonly month: string | null;
    readonly file: string;
    /** First line of the record, from 1. */
    readonly line: number | null;
    readonly notes: readonly Note[];
}
