import { z } from 'zod';
import type { Note } from './notes.js';
/**
 * The report, written once: the types and the published JSON Schema come from here.
 * What is unknown is null, never 0.
 */
export declare const REPORT_SCHEMA = "carbon-gate/report@1";
/** Parts beyond this many are merged into one that says how many. */
export declare const MAX_PARTS = 1000;
/** Wh. cpu + memory + gpu + other = it; it x PUE = total. */
export declare const EnergySchema: z.ZodObject<{
    it_wh: z.ZodNullable<z.ZodNumber>;
    total_wh: z.ZodNullable<z.ZodNumber>;
    low_wh: z.ZodNullable<z.ZodNumber>;
    high_wh: z.ZodNullable<z.ZodNumber>;
    cpu_wh: z.ZodNullable<z.ZodNumber>;
    memory_wh: z.ZodNullable<z.ZodNumber>;
    gpu_wh: z.ZodNullable<z.ZodNumber>;
    other_wh: z.ZodNullable<z.ZodNumber>;
}, z.core.$strip>;
/** Grams CO2e. */
export declare const EmissionsSchema: z.ZodObject<{
    operational_g: z.ZodNullable<z.ZodNumber>;
    embodied_g: z.ZodNullable<z.ZodNumber>;
    total_g: z.ZodNullable<z.ZodNumber>;
    low_g: z.ZodNullable<z.ZodNumber>;
    high_g: z.ZodNullable<z.ZodNumber>;
}, z.core.$strip>;
/**
 * Litres of water consumed: on site by cooling, off site by power stations. `low_l`, `high_l` (90 % interval) and `without_hydro_l` (without evaporation
 * from reservoirs) are of the total, or of the off-site water while the total is unknown. Absent in reports of earlier versions: unknown.
 */
export declare const WaterSchema: z.ZodObject<{
    total_l: z.ZodNullable<z.ZodNumber>;
    onsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    offsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    low_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    high_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    without_hydro_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
}, z.core.$strip>;
/** What `emissions.embodied_g` covers, over which life, with its 90 % interval. */
export declare const HardwareSchema: z.ZodObject<{
    boundary: z.ZodEnum<{
        board: "board";
        building: "building";
        card: "card";
        host: "host";
    }>;
    lifetime_years: z.ZodNumber;
    low_g: z.ZodNullable<z.ZodNumber>;
    high_g: z.ZodNullable<z.ZodNumber>;
    source: z.ZodString;
}, z.core.$strip>;
/** Grid intensity, gCO2e/kWh, with what a reader may ask of it. */
export declare const IntensitySchema: z.ZodObject<{
    g_per_kwh: z.ZodNumber;
    low_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    high_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    zone: z.ZodNullable<z.ZodString>;
    kind: z.ZodEnum<{
        average: "average";
        direct: "direct";
        given: "given";
        lifecycle: "lifecycle";
        log: "log";
        marginal: "marginal";
    }>;
    source: z.ZodString;
    as_of: z.ZodNullable<z.ZodString>;
    fallback: z.ZodBoolean;
}, z.core.$strip>;
/** Where the work ran. Memory in GB; provider and region of a cloud. */
export declare const MachineSchema: z.ZodObject<{
    cpu: z.ZodNullable<z.ZodString>;
    vcpus: z.ZodNullable<z.ZodNumber>;
    memory_gb: z.ZodNullable<z.ZodNumber>;
    gpus: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        memory_gb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    }, z.core.$strip>>;
    provider: z.ZodNullable<z.ZodString>;
    region: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/** Most functional units that one report counts. */
export declare const MAX_COUNTS = 32;
/** A functional unit with its count, and g CO2e of each. */
export declare const UnitsSchema: z.ZodObject<{
    name: z.ZodString;
    count: z.ZodNumber;
    g_per_unit: z.ZodNullable<z.ZodNumber>;
}, z.core.$strip>;
/** Something that a reader of the figure must know. Codes of other versions are accepted. */
export declare const NoteSchema: z.ZodObject<{
    code: z.ZodType<Note['code'], string>;
    level: z.ZodEnum<{
        error: "error";
        info: "info";
        warning: "warning";
    }>;
    text: z.ZodString;
}, z.core.$strip>;
/** What a report is made of: a job, a step, a run of a log ... Of the same shape as the report, and smaller. */
export declare const PartSchema: z.ZodObject<{
    kind: z.ZodEnum<{
        command: "command";
        component: "component";
        estimate: "estimate";
        job: "job";
        process: "process";
        rest: "rest";
        run: "run";
        step: "step";
    }>;
    name: z.ZodString;
    started_at: z.ZodNullable<z.ZodISODateTime>;
    ended_at: z.ZodNullable<z.ZodISODateTime>;
    duration_s: z.ZodNullable<z.ZodNumber>;
    energy: z.ZodObject<{
        it_wh: z.ZodNullable<z.ZodNumber>;
        total_wh: z.ZodNullable<z.ZodNumber>;
        low_wh: z.ZodNullable<z.ZodNumber>;
        high_wh: z.ZodNullable<z.ZodNumber>;
        cpu_wh: z.ZodNullable<z.ZodNumber>;
        memory_wh: z.ZodNullable<z.ZodNumber>;
        gpu_wh: z.ZodNullable<z.ZodNumber>;
        other_wh: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    pue: z.ZodNullable<z.ZodNumber>;
    intensity: z.ZodNullable<z.ZodObject<{
        g_per_kwh: z.ZodNumber;
        low_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        high_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        zone: z.ZodNullable<z.ZodString>;
        kind: z.ZodEnum<{
            average: "average";
            direct: "direct";
            given: "given";
            lifecycle: "lifecycle";
            log: "log";
            marginal: "marginal";
        }>;
        source: z.ZodString;
        as_of: z.ZodNullable<z.ZodString>;
        fallback: z.ZodBoolean;
    }, z.core.$strip>>;
    emissions: z.ZodObject<{
        operational_g: z.ZodNullable<z.ZodNumber>;
        embodied_g: z.ZodNullable<z.ZodNumber>;
        total_g: z.ZodNullable<z.ZodNumber>;
        low_g: z.ZodNullable<z.ZodNumber>;
        high_g: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    water: z.ZodOptional<z.ZodNullable<z.ZodObject<{
        total_l: z.ZodNullable<z.ZodNumber>;
        onsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        offsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        low_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        high_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        without_hydro_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    }, z.core.$strip>>>;
    minerals_kg_sb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    method: z.ZodNullable<z.ZodEnum<{
        estimated: "estimated";
        measured: "measured";
        modelled: "modelled";
    }>>;
    coverage: z.ZodNullable<z.ZodNumber>;
    machine: z.ZodOptional<z.ZodNullable<z.ZodObject<{
        cpu: z.ZodNullable<z.ZodString>;
        vcpus: z.ZodNullable<z.ZodNumber>;
        memory_gb: z.ZodNullable<z.ZodNumber>;
        gpus: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            memory_gb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        }, z.core.$strip>>;
        provider: z.ZodNullable<z.ZodString>;
        region: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>>;
    units: z.ZodOptional<z.ZodNullable<z.ZodObject<{
        name: z.ZodString;
        count: z.ZodNumber;
        g_per_unit: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>>;
    counts: z.ZodOptional<z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        count: z.ZodNumber;
        g_per_unit: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>>;
    source: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    change: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    conclusion: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    parts: z.ZodOptional<z.ZodArray<z.ZodObject</*elided*/ any, z.core.$strip>>>;
}, z.core.$strip>;
/** One budget line, judged. `limit` and `used` in g, Wh or L; of a growth line as shares of the baseline. */
export declare const JudgedLineSchema: z.ZodObject<{
    line: z.ZodString;
    scope: z.ZodEnum<{
        day: "day";
        growth: "growth";
        job: "job";
        month: "month";
        "pull-request": "pull-request";
        unit: "unit";
        week: "week";
        workflow: "workflow";
    }>;
    metric: z.ZodEnum<{
        emissions: "emissions";
        energy: "energy";
        water: "water";
    }>;
    limit: z.ZodNumber;
    used: z.ZodNullable<z.ZodNumber>;
    share: z.ZodNullable<z.ZodNumber>;
    verdict: z.ZodEnum<{
        fail: "fail";
        indeterminate: "indeterminate";
        none: "none";
        "not-judged": "not-judged";
        pass: "pass";
    }>;
    source: z.ZodString;
    reason_code: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    reason: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/** Whether the figure may be judged, and if not, why: see DOUBTS. */
export declare const FigureSchema: z.ZodObject<{
    trusted: z.ZodBoolean;
    reason_code: z.ZodNullable<z.ZodString>;
}, z.core.$strip>;
/** What the baseline says: energy against the median of a branch's last runs. */
export declare const BaselineSchema: z.ZodObject<{
    branch: z.ZodString;
    runs: z.ZodNumber;
    median_wh: z.ZodNumber;
    spread: z.ZodNumber;
    change: z.ZodNumber;
    clear: z.ZodBoolean;
    source: z.ZodString;
    recent_wh: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
}, z.core.$strip>;
/** A judged report. */
export declare const ReportSchema: z.ZodObject<{
    schema: z.ZodLiteral<"carbon-gate/report@1">;
    tool: z.ZodObject<{
        name: z.ZodLiteral<"carbon-gate">;
        version: z.ZodString;
    }, z.core.$strip>;
    subject: z.ZodObject<{
        kind: z.ZodEnum<{
            command: "command";
            estimate: "estimate";
            job: "job";
            logs: "logs";
            workflow: "workflow";
        }>;
        name: z.ZodString;
    }, z.core.$strip>;
    started_at: z.ZodNullable<z.ZodISODateTime>;
    ended_at: z.ZodNullable<z.ZodISODateTime>;
    duration_s: z.ZodNullable<z.ZodNumber>;
    machine: z.ZodNullable<z.ZodObject<{
        cpu: z.ZodNullable<z.ZodString>;
        vcpus: z.ZodNullable<z.ZodNumber>;
        memory_gb: z.ZodNullable<z.ZodNumber>;
        gpus: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            memory_gb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        }, z.core.$strip>>;
        provider: z.ZodNullable<z.ZodString>;
        region: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    energy: z.ZodObject<{
        it_wh: z.ZodNullable<z.ZodNumber>;
        total_wh: z.ZodNullable<z.ZodNumber>;
        low_wh: z.ZodNullable<z.ZodNumber>;
        high_wh: z.ZodNullable<z.ZodNumber>;
        cpu_wh: z.ZodNullable<z.ZodNumber>;
        memory_wh: z.ZodNullable<z.ZodNumber>;
        gpu_wh: z.ZodNullable<z.ZodNumber>;
        other_wh: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    pue: z.ZodNullable<z.ZodNumber>;
    intensity: z.ZodNullable<z.ZodObject<{
        g_per_kwh: z.ZodNumber;
        low_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        high_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        zone: z.ZodNullable<z.ZodString>;
        kind: z.ZodEnum<{
            average: "average";
            direct: "direct";
            given: "given";
            lifecycle: "lifecycle";
            log: "log";
            marginal: "marginal";
        }>;
        source: z.ZodString;
        as_of: z.ZodNullable<z.ZodString>;
        fallback: z.ZodBoolean;
    }, z.core.$strip>>;
    emissions: z.ZodObject<{
        operational_g: z.ZodNullable<z.ZodNumber>;
        embodied_g: z.ZodNullable<z.ZodNumber>;
        total_g: z.ZodNullable<z.ZodNumber>;
        low_g: z.ZodNullable<z.ZodNumber>;
        high_g: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    water: z.ZodNullable<z.ZodObject<{
        total_l: z.ZodNullable<z.ZodNumber>;
        onsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        offsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        low_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        high_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        without_hydro_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    }, z.core.$strip>>;
    minerals_kg_sb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
    hardware: z.ZodOptional<z.ZodNullable<z.ZodObject<{
        boundary: z.ZodEnum<{
            board: "board";
            building: "building";
            card: "card";
            host: "host";
        }>;
        lifetime_years: z.ZodNumber;
        low_g: z.ZodNullable<z.ZodNumber>;
        high_g: z.ZodNullable<z.ZodNumber>;
        source: z.ZodString;
    }, z.core.$strip>>>;
    units: z.ZodNullable<z.ZodObject<{
        name: z.ZodString;
        count: z.ZodNumber;
        g_per_unit: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>;
    counts: z.ZodOptional<z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        count: z.ZodNumber;
        g_per_unit: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>>;
    method: z.ZodNullable<z.ZodEnum<{
        estimated: "estimated";
        measured: "measured";
        modelled: "modelled";
    }>>;
    coverage: z.ZodNullable<z.ZodNumber>;
    parts: z.ZodArray<z.ZodObject<{
        kind: z.ZodEnum<{
            command: "command";
            component: "component";
            estimate: "estimate";
            job: "job";
            process: "process";
            rest: "rest";
            run: "run";
            step: "step";
        }>;
        name: z.ZodString;
        started_at: z.ZodNullable<z.ZodISODateTime>;
        ended_at: z.ZodNullable<z.ZodISODateTime>;
        duration_s: z.ZodNullable<z.ZodNumber>;
        energy: z.ZodObject<{
            it_wh: z.ZodNullable<z.ZodNumber>;
            total_wh: z.ZodNullable<z.ZodNumber>;
            low_wh: z.ZodNullable<z.ZodNumber>;
            high_wh: z.ZodNullable<z.ZodNumber>;
            cpu_wh: z.ZodNullable<z.ZodNumber>;
            memory_wh: z.ZodNullable<z.ZodNumber>;
            gpu_wh: z.ZodNullable<z.ZodNumber>;
            other_wh: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>;
        pue: z.ZodNullable<z.ZodNumber>;
        intensity: z.ZodNullable<z.ZodObject<{
            g_per_kwh: z.ZodNumber;
            low_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            high_g_per_kwh: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            zone: z.ZodNullable<z.ZodString>;
            kind: z.ZodEnum<{
                average: "average";
                direct: "direct";
                given: "given";
                lifecycle: "lifecycle";
                log: "log";
                marginal: "marginal";
            }>;
            source: z.ZodString;
            as_of: z.ZodNullable<z.ZodString>;
            fallback: z.ZodBoolean;
        }, z.core.$strip>>;
        emissions: z.ZodObject<{
            operational_g: z.ZodNullable<z.ZodNumber>;
            embodied_g: z.ZodNullable<z.ZodNumber>;
            total_g: z.ZodNullable<z.ZodNumber>;
            low_g: z.ZodNullable<z.ZodNumber>;
            high_g: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>;
        water: z.ZodOptional<z.ZodNullable<z.ZodObject<{
            total_l: z.ZodNullable<z.ZodNumber>;
            onsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            offsite_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            low_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            high_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            without_hydro_l: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        }, z.core.$strip>>>;
        minerals_kg_sb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        method: z.ZodNullable<z.ZodEnum<{
            estimated: "estimated";
            measured: "measured";
            modelled: "modelled";
        }>>;
        coverage: z.ZodNullable<z.ZodNumber>;
        machine: z.ZodOptional<z.ZodNullable<z.ZodObject<{
            cpu: z.ZodNullable<z.ZodString>;
            vcpus: z.ZodNullable<z.ZodNumber>;
            memory_gb: z.ZodNullable<z.ZodNumber>;
            gpus: z.ZodArray<z.ZodObject<{
                name: z.ZodString;
                memory_gb: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
            }, z.core.$strip>>;
            provider: z.ZodNullable<z.ZodString>;
            region: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>>>;
        units: z.ZodOptional<z.ZodNullable<z.ZodObject<{
            name: z.ZodString;
            count: z.ZodNumber;
            g_per_unit: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>>>;
        counts: z.ZodOptional<z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            count: z.ZodNumber;
            g_per_unit: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>>>;
        source: z.ZodOptional<z.ZodNullable<z.ZodString>>;
        change: z.ZodOptional<z.ZodNullable<z.ZodNumber>>;
        conclusion: z.ZodOptional<z.ZodNullable<z.ZodString>>;
        parts: z.ZodOptional<z.ZodArray<z.ZodObject</*elided*/ any, z.core.$strip>>>;
    }, z.core.$strip>>;
    basis: z.ZodObject<{
        power: z.ZodNullable<z.ZodString>;
        pue: z.ZodNullable<z.ZodString>;
        embodied: z.ZodNullable<z.ZodString>;
        not_counted: z.ZodArray<z.ZodString>;
    }, z.core.$strip>;
    profile: z.ZodNullable<z.ZodObject<{
        step_s: z.ZodNumber;
        watts: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
    }, z.core.$strip>>;
    figure: z.ZodOptional<z.ZodObject<{
        trusted: z.ZodBoolean;
        reason_code: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    ledger: z.ZodOptional<z.ZodNullable<z.ZodObject<{
        tip: z.ZodNullable<z.ZodString>;
        entries: z.ZodNumber;
        as_of: z.ZodNullable<z.ZodISODateTime>;
    }, z.core.$strip>>>;
    budgets: z.ZodArray<z.ZodObject<{
        line: z.ZodString;
        scope: z.ZodEnum<{
            day: "day";
            growth: "growth";
            job: "job";
            month: "month";
            "pull-request": "pull-request";
            unit: "unit";
            week: "week";
            workflow: "workflow";
        }>;
        metric: z.ZodEnum<{
            emissions: "emissions";
            energy: "energy";
            water: "water";
        }>;
        limit: z.ZodNumber;
        used: z.ZodNullable<z.ZodNumber>;
        share: z.ZodNullable<z.ZodNumber>;
        verdict: z.ZodEnum<{
            fail: "fail";
            indeterminate: "indeterminate";
            none: "none";
            "not-judged": "not-judged";
            pass: "pass";
        }>;
        source: z.ZodString;
        reason_code: z.ZodOptional<z.ZodNullable<z.ZodString>>;
        reason: z.ZodNullable<z.ZodString>;
    }, z.core.$strip>>;
    baseline: z.ZodNullable<z.ZodObject<{
        branch: z.ZodString;
        runs: z.ZodNumber;
        median_wh: z.ZodNumber;
        spread: z.ZodNumber;
        change: z.ZodNumber;
        clear: z.ZodBoolean;
        source: z.ZodString;
        recent_wh: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
    }, z.core.$strip>>;
    verdict: z.ZodEnum<{
        fail: "fail";
        indeterminate: "indeterminate";
        none: "none";
        pass: "pass";
    }>;
    label: z.ZodNullable<z.ZodEnum<{
        A: "A";
        B: "B";
        C: "C";
        D: "D";
        E: "E";
        F: "F";
        G: "G";
    }>>;
    notes: z.ZodArray<z.ZodObject<{
        code: z.ZodType<Note['code'], string>;
        level: z.ZodEnum<{
            error: "error";
            info: "info";
            warning: "warning";
        }>;
        text: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type { Note } from './notes.js';
export type Energy = z.infer<typeof EnergySchema>;
export type Emissions = z.infer<typeof EmissionsSchema>;
export type Water = z.infer<typeof WaterSchema>;
export type Intensity = z.infer<typeof IntensitySchema>;
export type Machine = z.infer<typeof MachineSchema>;
export type ReportUnits = z.infer<typeof UnitsSchema>;
export type Part = z.infer<typeof PartSchema>;
export type Baseline = z.infer<typeof BaselineSchema>;
export type Report = z.infer<typeof ReportSchema>;
/**
 * The JSON Schema (draft 2020-12) of the report, as `schema report` prints it.
 * @example reportJsonSchema()['title'] // "Carbon Gate report"
 */
export declare function reportJsonSchema(): Record<string, unknown>;
