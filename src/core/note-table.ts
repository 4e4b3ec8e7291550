/** Severity of a note. An `error` makes the figure untrustworthy: the verdict is then indeterminate, never a pass. */
export type Level = 'info' | 'warning' | 'error'

/**
 * What a note is about. It decides where the note is shown and what happens to it when reports are joined.
 *
 * - `policy`: what was decided (budgets, waivers). Shown at the top. A joined report drops it, because the joining run decides
 * again.
 * - `figure`: the measurement or the calculation. A joined report keeps it.
 * - `job`: one job's own comment, artifact or configuration. A joined report drops it.
 */
export type Audience = 'policy' | 'figure' | 'job'

/** What a code says about every note that carries it. The first level is the default; others need a reason in the code. */
export interface NoteRow {
  readonly levels: readonly Level[]
  readonly audience: Audience
  readonly meaning: string
}

/** The rows of codes with the same audience and levels. */
function rows<A extends Audience, const L extends readonly [Level, ...Level[]], C extends string>(
  audience: A,
  levels: L,
  meanings: Readonly<Record<C, string>>,
): { readonly [K in C]: NoteRow & { readonly audience: A; readonly levels: L } } {
  const entries = Object.entries<string>(meanings).map(([code, meaning]) => [code, { levels, audience, meaning }])
  return Object.fromEntries(entries) as ReturnType<typeof rows<A, L, C>>
}

/**
 * Every note code with its meaning, by audience and levels, in alphabetical order. A code is stable: scripts test for it. Change its
 * meaning by adding another code. `npm run docs` writes docs/notes.md from this table.
 */
export const NOTES = {
  ...rows('policy', ['warning'], {
    'budget-loosened': 'The change raises or removes a budget. The budget of the base commit is enforced.',
    'flag-after-command': 'A flag of carbon-gate is written after the command and was passed to the command.',
    'input-ignored': 'A proposed change sets inputs that only the base commit may set. They are ignored.',
    'ledger-stale':
      'The ledger was last written more than 26 hours ago. Budgets per day, week and month may miss recent runs.',
    'line-not-judged': 'A budget line was given here, and only other modes or commands judge it.',
    'no-line-judged':
      'Budget lines were given and none of them is judged here. With `strict` the run is indeterminate.',
    'part-over-budget':
      'A joined report failed its own budget, or could not be judged by it. The sum is judged by its own lines alone.',
    'period-exceeded':
      'A budget per day, week or month is exceeded. It does not fail, because `on-period-exceeded` is warn.',
    'pull-request-not-judged':
      'The pull request has more runs than the step may read. The line per pull request was not judged; use `mode: workflow`.',
    'stop-file-only':
      'The processes of the job cannot be signalled on this runner. At the budget only the stop file appears; nothing is ended unless `cancel-run` is set.',
    'stop-line-not-armed':
      'A line that `stop-at` names does not stop the work. The text has the reason. It is judged at the end.',
    'stop-not-armed':
      'Stopping (on-exceed: stop) is set, but nothing could be stopped. The budget is judged at the end as usual.',
    'stopped-by-budget': 'The command or job reached its budget and was stopped before it finished.',
  }),
  ...rows('policy', ['info'], {
    'budget-changed': 'The change alters the budget file or a setting; it takes effect once merged.',
    'budget-tightened': 'The change lowers or adds a budget. The stricter budget is enforced.',
    'ledger-forecast':
      'At least half of a budget per day, week or month is used. The text names the time of the totals and the forecast.',
    'ledger-runs-estimated':
      'Runs since the collector read the forge are in the sums over time, each as one average job of its workflow.',
    'organisation-floor': "The organisation's file overrides a setting of the repository.",
    'plan-base-unknown': 'The plan at the base commit is not available, so the change is not shown.',
    'plan-changed': 'The change alters the plan. The text compares it with the plan at the base commit.',
    'stop-warned': 'A job with on-exceed: stop used 80 % of its budget, and ended before it was asked to.',
    waived: 'A person with write access waived a budget that this run exceeds.',
  }),
  ...rows('policy', ['warning', 'info'], {
    'unprotected-input':
      'An input that any proposed change can alter loosens the judgement. Set it, or `protect: true`, in the file of the base commit. Level info if the base commit sets the same input.',
  }),
  ...rows('job', ['error'], {
    'base-invalid':
      'The configuration file of the base commit is invalid, or both spellings of it exist, so no budget is known.',
    'base-unreadable':
      'The configuration file of the base commit could not be read, so no budget is known and nothing can pass.',
  }),
  ...rows('job', ['warning'], {
    'config-hides-budgets': 'The nearest configuration file has no budgets and hides those of one further up.',
    'config-unreadable': 'The configuration file could not be read, so only inputs apply.',
    'environment-changed':
      'A step changed a proxy, certificate or forge variable. The values from the start of the job are used.',
    'github-failed':
      'A GitHub request failed. Comments, checks or summaries may be missing; the verdict is not affected.',
    'step-files': 'A file of the step (summary, outputs, report) could not be written.',
    'waiver-refused': 'The waiver label was found, but it does not count.',
  }),
  ...rows('job', ['info'], {
    'artifact-local': 'The report was not uploaded as an artifact and stays on the runner.',
    'comment-read-only': 'The token is read-only, as it is for forks. The second stage posts the comment.',
    'steps-unknown': 'The steps of the job could not be read, so energy is not split by step.',
  }),
  ...rows('job', ['error', 'warning'], {
    'organisation-unreadable':
      "The organisation's file could not be read. A warning on the command line, and if the failure is temporary and the repository has budgets; otherwise nothing can pass.",
  }),
  ...rows('job', ['info', 'warning'], {
    'baseline-unknown': 'Earlier runs could not all be read, so growth has no complete baseline.',
  }),
  ...rows('figure', ['error'], {
    'jobs-unknown': 'The jobs of the run could not be listed, or none of them has used a runner.',
    'ledger-entries-lost': 'The ledger has fewer entries than an earlier report saw. Its history was rewritten.',
    'log-embodied-only':
      'A record has embodied emissions only. Without the operational emissions its total is unknown.',
    'log-monthly': "A monthly report of a cloud account cannot gate a job's emissions.",
    'low-coverage': 'Samples and counters cover less of the time than min-coverage requires.',
    'no-figure': 'The energy could not be measured.',
    'part-indeterminate': 'A joined report has no trustworthy figure, so the sum has none.',
    'reports-broken': 'A report of a job is invalid.',
    'runner-unknown': 'The power of a runner is unknown. Describe its label under `runners:`.',
  }),
  ...rows('figure', ['warning'], {
    'billing-estimated': 'Billed minutes are counted at the typical power of their runner.',
    'boundary-differs': 'The figures of the reports leave out different things.',
    'command-left-running':
      'Processes of the measured command still run in the background. Their later work is not measured.',
    'command-short': 'The command ran for less than 0.2 s. The figure is mostly the start and end of the measurement.',
    'cpu-guess': 'The CPU is in no table. Its generation is guessed from its model number.',
    'cpu-limit-changed': 'The CPU limit changed during the job. The larger limit is used.',
    'cpu-unknown': 'The CPU is unknown. It is counted as a common server, with a wide range.',
    'gpu-contains-cpu':
      'The power of a module (Jetson, GB10, MI300A) contains its processors and memory. They are not added to it.',
    'gpu-error': 'A GPU reported an error instead of a reading.',
    'gpu-extrapolated': 'A GPU lacks readings for part of the time. Its mean power is used there.',
    'gpu-host-uncounted': 'A plan names GPUs and no processors. Their host is not in the figure.',
    'gpu-lost': 'A GPU stopped giving readings.',
    'gpu-not-covered': 'Samples cover only part of the time of a GPU.',
    'gpu-not-read': 'A GPU has no reading before the job ended. It is not counted.',
    'gpu-shared': 'A GPU is a slice of a board (vGPU, MIG, one of several devices). Its share of the board is counted.',
    'gpu-tool-died': 'The tool that reads the GPU ended before the job did.',
    'gpu-tool-flooded': 'The tool that reads the GPU printed far too much and was ended.',
    'gpu-tool-garbage': 'The tool that reads the GPU printed no valid reading and was ended.',
    'gpu-tool-hung': 'The tool that reads the GPU printed nothing for 20 s and was ended.',
    'gpu-uncounted': 'The machine has a GPU whose energy is not in the figure.',
    'gpu-unknown': 'A GPU reports no energy and is of an unknown type. It is not counted.',
    'gpu-unreadable': 'A GPU or accelerator is present, and no tool here reads its power. It is not counted.',
    'gpu-utilization-unused': 'The setting gpu-utilization has no effect in this plan.',
    'grid-fallback': 'The live grid figure was not available. The built-in yearly average is used.',
    'grid-forecast-late': 'The forecast begins later than now.',
    'grid-marginal':
      'The grid figure is marginal. Do not compare it with averages, on which budgets are usually based.',
    'grid-no-forecast': 'There is neither a forecast nor a recent history. All starts are equal.',
    'grid-region-assumed': 'The region of the CI service is unknown. A usual one is assumed.',
    'grid-stale': "The provider's latest grid figure is more than 6 hours old.",
    'grid-world-average': 'The place or its grid figure is unknown. The world average is used.',
    'grids-differ': 'The reports use different grid figures. Compare energy instead of grams.',
    'hardware-differs': 'The reports count different shares of the hardware. Compare energy instead of grams.',
    'host-size-unknown': 'The size of the host is unknown, so the share of it that the job uses is an assumption.',
    'input-contradicts-cpu': 'A given property contradicts the named CPU and is ignored.',
    'jobs-implausible':
      'A report contradicts what GitHub knows of its job, itself or another report. Its job is estimated.',
    'jobs-running': 'Jobs are still running. They are counted until now.',
    'jobs-waiting': 'Jobs have not started yet and are not counted.',
    'ledger-runs-unlisted':
      'The runs since the collector read the forge could not be listed. They are not in the sums over time.',
    'ledger-unknown-entries':
      'Entries of the ledger without a known figure are not in the sum of the day, week or month.',
    'ledger-unreadable':
      'The ledger could not be read. Lines per day, week and month are judged as `on-ledger-error` says.',
    'llm-class-prior':
      'Nothing is published about the energy of a language model. The spread of the measured large models is used, of an embedding model that of usual sizes.',
    'log-contradiction': 'Energy, grid and emissions of the log, or energy, power and time, contradict each other.',
    'log-counter-restart':
      'A counter restarted at 0: what it counted between the last reading and the restart is not in the sum.',
    'log-counter-summed': 'Rows of a mapped column are added up and look like a running total.',
    'log-cpu-zero': 'The log has 0 kWh for the CPU: its energy is not in the sum.',
    'log-emissions-corrected': 'A known fault in the emissions of a tracker is corrected.',
    'log-energy-missing': 'Energy or emissions are missing from the logs. No budget passes.',
    'log-figure-left-out': 'A figure of the log is invalid and left out.',
    'log-gaps': 'Gaps between samples are not counted.',
    'log-gpu-added': 'The GPUs used more than the metered total. They are added to it.',
    'log-gpu-silent': 'The log names a GPU without power readings.',
    'log-gpu-zero': 'The log names a GPU with 0 kWh: its energy is not in the sum.',
    'log-grid-odd': 'The emissions are more or less than any real grid causes for this energy.',
    'log-interval-assumed': 'The log does not name its sampling interval. The default is assumed.',
    'log-mean-of-runs': 'The figures are the mean of several runs. One run is counted.',
    'log-meter-silent': 'A meter in the log has no figure: its energy is not in the sum.',
    'log-no-emissions': 'The log has energy but no emissions. Set zone, region or intensity.',
    'log-no-line-end': 'The last line has no line end and may be truncated.',
    'log-not-recosted': 'A record without energy keeps its own emissions.',
    'log-one-scrape': 'One scrape of the token counters covers everything since the server started.',
    'log-overlap-added':
      'Trackers of equal machines overlap in time and are added up, as nothing proves that they are one host.',
    'log-parts-differ': 'The components add up to more than the total. The total is counted.',
    'log-place-default': 'The location is the default of CodeCarbon (Canada), not a real one.',
    'log-repaired': 'Rows with missing columns (a fault of CodeCarbon) were repaired.',
    'log-run-shrinks': 'A run has less energy than in an earlier row, as after a restart. No budget passes.',
    'log-same-figure': 'Two files have the same figure and are both counted.',
    'log-same-machine': 'Several trackers measured one machine. Its energy is counted once.',
    'log-same-machine-gpus': 'Only the GPUs of a record are counted; its machine is in another tracker.',
    'log-same-machine-part': 'A record overlaps with another tracker of its machine. Only the rest is counted.',
    'log-same-time': 'Several samples have the same time.',
    'log-set-aside': 'Files that CodeCarbon set aside (.bak): runs of the same day are counted, others are left out.',
    'log-several-trackers': 'Logs of several trackers are added up.',
    'log-since-last-push': 'Pushed metrics cover only the time since the last push.',
    'log-summed-up': 'Many runs are merged into one part.',
    'log-surely-kg': 'The emissions of a model card look like kilograms instead of grams.',
    'log-torn': 'The last row or sample is truncated and left out.',
    'log-unit-contradiction': 'The name of a mapped column says another unit than the mapping.',
    'log-units-differ': 'The logs count different units. Set units.',
    'log-units-replaced': 'The logs count the unit themselves; the count of units is used instead.',
    'log-usage-differs':
      'Requests with the same id have different counts of tokens. The larger is taken. No budget passes.',
    'log-usage-failed': 'Turns of a usage log failed without a token count.',
    'log-usage-unfinished': 'Requests of a usage log have no final count of tokens.',
    'log-usage-unread': 'Values of a usage log count tokens and cannot be read. No budget passes.',
    'log-zones-unnamed': 'RAPL zones have no names, so they may overlap.',
    'machines-differ': 'The reports come from different machines, which explains part of the change.',
    'meter-lost':
      'An energy meter could not be read at both ends, stopped, was reset or is implausible. It is left out.',
    'meter-of-host':
      'The energy meters of a virtual machine show the power of its host. The power is modelled instead.',
    'meter-wrap-guessed':
      'An energy meter may have wrapped while no samples were taken. The number of wraps nearest to the model is used.',
    'methods-differ': 'The figures of the reports were obtained by different methods.',
    'minerals-unknown': 'The BoaviztAPI gave no figure, so that the minerals are unknown.',
    'origins-differ':
      'The joined reports are of several commits or repositories. One may be left over from an earlier run.',
    'plan-mfu-odd': 'The hours of a plan contradict its parameters and tokens.',
    'plan-values-replaced': 'A flag or an input replaces values of the plan. The text names them with their phases.',
    'pue-differs': 'The reports have different PUEs, so their energy compares buildings as well.',
    'quality-missing': 'Some variants have no quality, so that none is ranked by it.',
    'reading-implausible':
      "A given idle-watts or full-watts is far outside the model's range. Check the unit and whose power it is.",
    'reading-unused': 'The settings idle-watts and full-watts have no effect in this plan.',
    'reports-alike':
      'Reports without a start time have the same figures. All count, as nothing tells copies from repeated work.',
    'reports-missing': 'Reports could not be downloaded. Their jobs are estimated.',
    'reports-repeated':
      'The same report was there more than once, or a job both measured and estimated. It counts once.',
    'reports-unknown': 'The reports of the run could not be listed. All jobs are estimated.',
    'reports-unmatched': 'Reports match no job of the run and may be counted twice.',
    'sampler-died': 'The sampler ended before the job did. The energy comes from the counters.',
    'sampler-full': 'The sample file reached its largest size. Later samples are missing.',
    'sampler-not-started': 'The sampler could not be started. The energy comes from the counters.',
    'samples-disagree': 'Samples contradict the counters or were altered, and are left out.',
    'samples-missing': 'Samples are missing for part of the time. The energy comes from the counters.',
    'scope-no-limit':
      'The work runs in a container without a CPU limit. The figure covers the whole host, including other work on it.',
    'scope-slurm-node': 'The figure covers the whole node of a Slurm job, which may be shared with other jobs.',
    'scopes-differ':
      'Some reports count the whole machine, others only the command. Measure all with the same --scope.',
    'setting-implausible': 'A given figure is outside the usual range, so its unit may be mistaken.',
    'shared-rows-lost': 'The comment has no room for all jobs, so later sums miss some of them.',
    'slice-implausible': 'The modelled power is more than a share of a server draws. Check the CPU and its threads.',
    suspended: 'The machine was suspended for part of the time, which the figure does not cover.',
    'threads-hidden': 'The machine shows fewer threads than its chip has. The whole chip is counted.',
    'units-differ': 'The reports count different functional units.',
    'usage-earlier': 'A usage log has requests from before the measurement. Their tokens are in the figure.',
    'usage-none': 'A glob of usage logs matches no file. No tokens are counted for it.',
    'usage-other-log': 'A file that `usage` names is a log of energy and not of tokens. It is left out.',
    'utilization-small': 'A utilisation below 1 % is given. Utilisation is in percent: half is 50.',
    'utilization-unused': 'The setting utilization has no effect in this plan.',
    'vcpus-unknown': 'The number of vCPUs is unknown. The usual number of a hosted runner is used.',
  }),
  ...rows('figure', ['info'], {
    'cgroup-slice': 'The work runs under a CPU limit. Its own CPU time is measured instead of the whole machine.',
    'cpu-alias': 'The CPU is counted as another model that is known to be equivalent.',
    'cpu-steal': 'The hypervisor assigned a notable share of the processors to other machines.',
    'gpu-estimated': 'A GPU does not report its power. It is estimated from type and utilisation.',
    'gpu-form-assumed': 'The name of a GPU does not say its form (SXM or PCIe). The SXM form is counted.',
    'gpu-hosts': 'A plan has more GPUs than one host. Several hosts of the named kind are counted.',
    'gpu-mig': 'A GPU is partitioned (MIG). The power of the whole board is counted.',
    'gpu-tool-silent': 'The tool that reads the GPU ended without a reading.',
    'gpu-underused': 'A GPU was mostly idle.',
    'gpu-utilization-assumed': 'The plan gives no GPU utilisation. A usual value is assumed.',
    'grid-estimated': 'The provider estimated the grid figure. Its range is wider.',
    'grid-forecast-short': 'The forecast ends before the window does.',
    'grid-kind-unknown': 'The provider does not say whether its figure is an average or marginal.',
    'grid-last-day': 'No forecast was available. The answer assumes that the last 24 hours repeat.',
    'grid-not-aligned': 'One grid figure is used for the whole run, as there are none by the hour.',
    'grid-stand-in': 'The zone has no figure of its own. That of a similar zone is used.',
    'grid-time-aligned': 'Each hour of the run is charged with the grid figure of that hour.',
    'grid-yearly': 'The built-in figure is a yearly average and does not depend on the time.',
    'jobs-estimated': 'Jobs without the step are estimated from their time and runner class.',
    'jobs-idle': 'Jobs that never ran (skipped, or cancelled in the queue) count as nothing.',
    'jobs-partly-measured': 'Jobs were measured for part of their time; the step is not their first.',
    'llm-cache-low': 'Little of the input of a language model came from its cache. The text says what it used.',
    'llm-factor': "Where a model's energy per token comes from.",
    'log-batches': 'One inference is one run of the model, whatever its batch size.',
    'log-counter': 'The energy is the difference between two readings of a counter.',
    'log-cpu-guess': 'CodeCarbon did not know the CPU and used its default power of 42.5 W.',
    'log-cumulative': 'Rows of the same run are cumulative. Each run is counted once.',
    'log-ends-unknown': 'The time before the first and after the last sample is not counted.',
    'log-gpu-only': 'Only the GPUs were metered. CPU and memory are not in the figure.',
    'log-grid-filled': 'Missing grid figures of samples are filled from their neighbours.',
    'log-no-energy': 'The log has emissions but no energy. It cannot be recalculated.',
    'log-node-energy': 'The energy is that of whole nodes. Other jobs on a shared node are in it.',
    'log-one-gpu-assumed': 'The log has no GPU index. All rows are taken for one GPU.',
    'log-own-figures': "Energy, PUE and emissions are the log's own figures.",
    'log-phases': 'Phases other than the measured one are left out of the sum.',
    'log-pieces': 'Tasks of a run that is counted as a whole are not added to it.',
    'log-place-replaced': 'The logs name a place. A given grid or intensity is used in its place.',
    'log-process-share': "The energy is a tracker's share of the CPU for one process.",
    'log-pue-assumed': 'The log does not name the PUE inside its energy. A usual one is assumed.',
    'log-pue-unknown': 'The log does not say which PUE its energy includes. None is assumed.',
    'log-rate-unit': 'The emission rate is in an old unit. It is not used.',
    'log-recosted': 'Emissions are recalculated with the given grid or PUE.',
    'log-rounded': 'The figures come from a printed report and are rounded.',
    'log-same-run': 'A run is in several files and counted once.',
    'log-table-end': 'Text after the table of a log is not read.',
    'log-usage-repeated': 'Requests are in the usage logs more than once and are counted once.',
    'log-warm-up': 'The figure includes or excludes a warm-up phase.',
    'machine-kind-guessed': 'It is unknown whether this is a virtual machine. The number of threads decides.',
    'minerals-source': 'Where the figure of minerals comes from.',
    'no-proc': 'The file /proc/stat cannot be read. CPU time comes from Node.js, without stolen time.',
    'plan-accounting': 'Whether the figures of a plan are gross or net of purchased clean energy.',
    'plan-development-assumed':
      'The plan does not state failed and development runs. The usual multiple of the training is counted.',
    'plan-development-uncounted': 'The plan is for one training run. Failed and development runs are not counted.',
    'plan-mfu-assumed': 'The plan does not state the share of the peak that its training reaches.',
    'plan-when': 'The best time to start the work of a plan.',
    'plan-where': 'What the work of a plan would emit in other regions.',
    'pue-assumed': 'The PUE of the building is unknown. The average PUE is used.',
    'rapl-denied': 'The processor has energy meters (RAPL) that this user may not read. Its power is modelled.',
    'reported-by-fork': 'The report was written by a job of a fork.',
    'rest-by-factor': 'The processors were measured. Board, fans and power supply are added by a factor.',
    'scope-affinity':
      'The process may use only some of the processors (affinity). The figure covers the whole machine.',
    'spread-unknown':
      'Single runs are compared. How far repeated runs differ is unknown, so a small change may be noise.',
    'supply-by-factor': 'The whole machine was measured behind its power supply, whose loss is added by a factor.',
    'usage-elsewhere':
      'Tokens of language models that ran elsewhere, with their energy and its range. It is apart from the energy of the machine and inside the total.',
    'utilization-assumed': 'The plan gives no utilisation. A usual value is assumed.',
  }),
  ...rows('figure', ['error', 'warning'], {
    'log-coverage':
      'The samples of a log cover less of its time than min-coverage requires. A warning with `on-measurement-error: warn`.',
    'log-row-refused': 'A row of a log is invalid and not counted. A warning with `on-measurement-error: warn`.',
    'log-rows-refused':
      'Many rows of the logs are invalid and not counted. A warning with `on-measurement-error: warn`.',
    'usage-unreadable':
      'A usage log is missing or cannot be trusted, so energy is missing. A warning with `on-measurement-error: warn`.',
  }),
  ...rows('figure', ['warning', 'info'], {
    'log-samples-missing': 'Samples lack a value and are interpolated or left out.',
    'log-wrap': 'A counter wrapped between two readings.',
  }),
  ...rows('figure', ['info', 'warning'], {
    'command-small-share':
      'The command used less than half of the CPU time of the machine. The rest was other work and is included.',
    'grid-kinds-differ': 'Grid figures of different kinds are compared.',
    'log-copy': 'A file repeats the energy of another log. It is counted once.',
    'log-counts': 'Unit counts of several files are added up.',
    'log-not-known': 'Files of an unknown format are left out. A warning if one may be a log by its name.',
    'log-phase-files': "CodeCarbon's files of single phases are not added to the report.",
    'log-usage-unknown': 'Values of a usage log are of an unknown maker and are left out.',
    'usage-here':
      "Tokens of a model on this machine. Their energy is in the machine's own. A warning where the log names a remote provider, or where the machine used less than so many tokens need.",
  }),
} satisfies Readonly<Record<string, NoteRow>>

/** Code of a note that this version can write. */
export type NoteCode = keyof typeof NOTES
