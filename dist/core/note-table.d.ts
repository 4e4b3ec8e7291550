/** Severity of a note. An `error` makes the figure untrustworthy: the verdict is then indeterminate, never a pass. */
export type Level = 'info' | 'warning' | 'error';
/**
 * What a note is about. It decides where the note is shown and what happens to it when reports are joined.
 *
 * - `policy`: what was decided (budgets, waivers). Shown at the top. A joined report drops it, because the joining run decides
 * again.
 * - `figure`: the measurement or the calculation. A joined report keeps it.
 * - `job`: one job's own comment, artifact or configuration. A joined report drops it.
 */
export type Audience = 'policy' | 'figure' | 'job';
/** What a code says about every note that carries it. The first level is the default; others need a reason in the code. */
export interface NoteRow {
    readonly levels: readonly Level[];
    readonly audience: Audience;
    readonly meaning: string;
}
/**
 * Every note code with its meaning, by audience and levels, in alphabetical order. A code is stable: scripts test for it. Change its
 * meaning by adding another code. `npm run docs` writes docs/notes.md from this table.
 */
export declare const NOTES: {
    "artifact-local": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["info"];
    };
    "base-invalid": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["error"];
    };
    "base-unreadable": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["error"];
    };
    "baseline-unknown": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["info", "warning"];
    };
    "billing-estimated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "boundary-differs": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "budget-changed": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "budget-loosened": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "budget-tightened": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "cgroup-slice": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "command-left-running": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "command-short": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "command-small-share": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "comment-read-only": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["info"];
    };
    "config-hides-budgets": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["warning"];
    };
    "config-unreadable": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["warning"];
    };
    "cpu-alias": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "cpu-guess": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "cpu-limit-changed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "cpu-steal": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "cpu-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "environment-changed": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["warning"];
    };
    "flag-after-command": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "github-failed": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["warning"];
    };
    "gpu-contains-cpu": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-error": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-estimated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-extrapolated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-form-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-host-uncounted": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-hosts": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-lost": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-mig": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-not-covered": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-not-read": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-shared": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-tool-died": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-tool-flooded": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-tool-garbage": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-tool-hung": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-tool-silent": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-uncounted": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-underused": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-unreadable": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "gpu-utilization-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "gpu-utilization-unused": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-estimated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-fallback": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-forecast-late": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-forecast-short": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-kind-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-kinds-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "grid-last-day": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-marginal": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-no-forecast": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-not-aligned": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-region-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-stale": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-stand-in": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-time-aligned": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grid-world-average": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "grid-yearly": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "grids-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "hardware-differs": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "host-size-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "input-contradicts-cpu": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "input-ignored": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "jobs-estimated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "jobs-idle": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "jobs-implausible": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "jobs-partly-measured": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "jobs-running": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "jobs-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "jobs-waiting": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "ledger-entries-lost": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "ledger-forecast": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "ledger-runs-estimated": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "ledger-runs-unlisted": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "ledger-stale": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "ledger-unknown-entries": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "ledger-unreadable": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "line-not-judged": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "llm-cache-low": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "llm-class-prior": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "llm-factor": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-batches": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-contradiction": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-copy": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "log-counter": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-counter-restart": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-counter-summed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-counts": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "log-coverage": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error", "warning"];
    };
    "log-cpu-guess": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-cpu-zero": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-cumulative": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-embodied-only": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "log-emissions-corrected": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-ends-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-energy-missing": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-figure-left-out": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-gaps": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-gpu-added": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-gpu-only": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-gpu-silent": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-gpu-zero": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-grid-filled": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-grid-odd": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-interval-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-mean-of-runs": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-meter-silent": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-monthly": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "log-no-emissions": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-no-energy": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-no-line-end": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-node-energy": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-not-known": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "log-not-recosted": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-one-gpu-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-one-scrape": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-overlap-added": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-own-figures": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-parts-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-phase-files": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "log-phases": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-pieces": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-place-default": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-place-replaced": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-process-share": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-pue-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-pue-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-rate-unit": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-recosted": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-repaired": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-rounded": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-row-refused": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error", "warning"];
    };
    "log-rows-refused": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error", "warning"];
    };
    "log-run-shrinks": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-same-figure": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-same-machine": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-same-machine-gpus": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-same-machine-part": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-same-run": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-same-time": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-samples-missing": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning", "info"];
    };
    "log-set-aside": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-several-trackers": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-since-last-push": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-summed-up": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-surely-kg": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-table-end": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-torn": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-unit-contradiction": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-units-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-units-replaced": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-usage-differs": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-usage-failed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-usage-repeated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-usage-unfinished": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-usage-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "log-usage-unread": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "log-warm-up": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "log-wrap": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning", "info"];
    };
    "log-zones-unnamed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "low-coverage": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "machine-kind-guessed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "machines-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "meter-lost": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "meter-of-host": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "meter-wrap-guessed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "methods-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "minerals-source": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "minerals-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "no-figure": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "no-line-judged": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "no-proc": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "organisation-floor": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "organisation-unreadable": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["error", "warning"];
    };
    "origins-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "part-indeterminate": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "part-over-budget": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "period-exceeded": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "plan-accounting": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "plan-base-unknown": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "plan-changed": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "plan-development-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "plan-development-uncounted": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "plan-mfu-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "plan-mfu-odd": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "plan-values-replaced": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "plan-when": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "plan-where": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "pue-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "pue-differs": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "pull-request-not-judged": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "quality-missing": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "rapl-denied": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "reading-implausible": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "reading-unused": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "reported-by-fork": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "reports-alike": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "reports-broken": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "reports-missing": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "reports-repeated": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "reports-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "reports-unmatched": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "rest-by-factor": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "runner-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error"];
    };
    "sampler-died": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "sampler-full": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "sampler-not-started": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "samples-disagree": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "samples-missing": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "scope-affinity": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "scope-no-limit": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "scope-slurm-node": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "scopes-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "setting-implausible": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "shared-rows-lost": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "slice-implausible": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "spread-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "step-files": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["warning"];
    };
    "steps-unknown": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["info"];
    };
    "stop-file-only": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "stop-line-not-armed": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "stop-not-armed": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "stop-warned": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "stopped-by-budget": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning"];
    };
    "supply-by-factor": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    suspended: NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "threads-hidden": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "units-differ": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "unprotected-input": NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["warning", "info"];
    };
    "usage-earlier": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "usage-elsewhere": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "usage-here": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info", "warning"];
    };
    "usage-none": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "usage-other-log": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "usage-unreadable": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["error", "warning"];
    };
    "utilization-assumed": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["info"];
    };
    "utilization-small": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "utilization-unused": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    "vcpus-unknown": NoteRow & {
        readonly audience: "figure";
        readonly levels: readonly ["warning"];
    };
    waived: NoteRow & {
        readonly audience: "policy";
        readonly levels: readonly ["info"];
    };
    "waiver-refused": NoteRow & {
        readonly audience: "job";
        readonly levels: readonly ["warning"];
    };
};
/** Code of a note that this version can write. */
export type NoteCode = keyof typeof NOTES;
