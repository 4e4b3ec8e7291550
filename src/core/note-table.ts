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

type Row<A extends Audience, L extends readonly Level[]> = Omit<NoteRow, 'audience' | 'levels'> & {
  readonly audience: A
  readonly levels: L
}

type RowOf<A extends Audience> = <const L extends readonly [Level, ...Level[]]>(levels: L, meaning: string) => Row<A, L>

const policy: RowOf<'policy'> = (levels, meaning) => ({ levels, audience: 'policy', meaning })
const figure: RowOf<'figure'> = (levels, meaning) => ({ levels, audience: 'figure', meaning })
const job: RowOf<'job'> = (levels, meaning) => ({ levels, audience: 'job', meaning })

/**
 * Every note code with its levels, its audience and its meaning, in alphabetical order within each group. A code is stable: scripts
 * test for it. Change its meaning by adding another code. `npm run docs` writes docs/notes.md from this table.
 */
export const NOTES = {
  // Decisions about budgets.
  'budget-changed': policy(['info'], 'The change alters the budget file or a setting; it takes effect once merged.'),
  'budget-loosened': policy(
    ['warning'],
    'The change raises or removes a budget. The budget of the base commit is enforced.',
  ),
  'budget-tightened': policy(['info'], 'The change lowers or adds a budget. The stricter budget is enforced.'),
  'flag-after-command': policy(
    ['warning'],
    'A flag of carbon-gate is written after the command and was passed to the command.',
  ),
  'input-ignored': policy(
    ['warning'],
    'A proposed change sets inputs that only the base commit may set. They are ignored.',
  ),
  'ledger-forecast': policy(
    ['info'],
    'At least half of a budget per day, week or month is used. The text names the time of the totals and the forecast.',
  ),
  'ledger-stale': policy(
    ['warning'],
    'The ledger was last written more than 26 hours ago. Budgets per day, week and month may miss recent runs.',
  ),
  'line-not-judged': policy(['warning'], 'A budget line was given here, and only other modes or commands judge it.'),
  'part-over-budget': policy(
    ['warning'],
    'A joined report failed its own budget, or could not be judged by it. The sum is judged by its own lines alone.',
  ),
  'plan-base-unknown': policy(['info'], 'The plan at the base commit is not available, so the change is not shown.'),
  'plan-changed': policy(
    ['info'],
    'The change alters the plan. The text compares it with the plan at the base commit.',
  ),
  'no-line-judged': policy(
    ['warning'],
    'Budget lines were given and none of them is judged here. With `strict` the run is indeterminate.',
  ),
  'organisation-floor': policy(['info'], "The organisation's file overrides a setting of the repository."),
  'stop-file-only': policy(
    ['warning'],
    'The processes of the job cannot be signalled on this runner. At the budget only the stop file appears; nothing is ended unless `cancel-run` is set.',
  ),
  'stop-line-not-armed': policy(
    ['warning'],
    'A line that `stop-at` names does not stop the work. The text has the reason. It is judged at the end.',
  ),
  'stop-not-armed': policy(
    ['warning'],
    'Stopping (on-exceed: stop) is set, but nothing could be stopped. The budget is judged at the end as usual.',
  ),
  'stop-warned': policy(
    ['info'],
    'A job with on-exceed: stop used 80 % of its budget, and ended before it was asked to.',
  ),
  'stopped-by-budget': policy(['warning'], 'The command or job reached its budget and was stopped before it finished.'),
  'unprotected-input': policy(
    ['warning', 'info'],
    'An input that any proposed change can alter loosens the judgement. Set it, or `protect: true`, in the file of the base commit. Level info if the base commit sets the same input.',
  ),
  waived: policy(['info'], 'A person with write access waived a budget that this run exceeds.'),

  // One job's own configuration, comment and artifact.
  'artifact-local': job(['info'], 'The report was not uploaded as an artifact and stays on the runner.'),
  'base-invalid': job(
    ['error'],
    'The configuration file of the base commit is invalid, or both spellings of it exist, so no budget is known.',
  ),
  'base-unreadable': job(
    ['error'],
    'The configuration file of the base commit could not be read, so no budget is known and nothing can pass.',
  ),
  'baseline-unknown': job(
    ['info', 'warning'],
    'Earlier runs could not all be read, so growth has no complete baseline.',
  ),
  'comment-read-only': job(['info'], 'The token is read-only, as it is for forks. The second stage posts the comment.'),
  'config-unreadable': job(['warning'], 'The configuration file could not be read, so only inputs apply.'),
  'environment-changed': job(
    ['warning'],
    'A step changed a proxy, certificate or forge variable. The values from the start of the job are used.',
  ),
  'github-failed': job(
    ['warning'],
    'A GitHub request failed. Comments, checks or summaries may be missing; the verdict is not affected.',
  ),
  'organisation-unreadable': job(
    ['error', 'warning'],
    "The organisation's file could not be read. A warning if the failure is temporary and the repository has budgets; otherwise nothing can pass.",
  ),
  'step-files': job(['warning'], 'A file of the step (summary, outputs, report) could not be written.'),
  'steps-unknown': job(['info'], 'The steps of the job could not be read, so energy is not split by step.'),
  'waiver-refused': job(['warning'], 'The waiver label was found, but it does not count.'),

  // Trust in the figure and history.
  'ledger-unknown-entries': figure(
    ['warning'],
    'Entries of the ledger without a known figure are not in the sum of the day, week or month.',
  ),
  'ledger-runs-estimated': policy(
    ['info'],
    'Runs since the collector read the forge are in the sums over time, each as one average job of its workflow.',
  ),
  'ledger-runs-unlisted': figure(
    ['warning'],
    'The runs since the collector read the forge could not be listed. They are not in the sums over time.',
  ),
  'pull-request-not-judged': policy(
    ['warning'],
    'The pull request has more runs than the step may read. The line per pull request was not judged; use `mode: workflow`.',
  ),
  'ledger-unreadable': figure(
    ['warning'],
    'The ledger could not be read. Lines per day, week and month are judged as `on-ledger-error` says.',
  ),
  'period-exceeded': policy(
    ['warning'],
    'A budget per day, week or month is exceeded. It does not fail, because `on-period-exceeded` is warn.',
  ),
  'ledger-entries-lost': figure(
    ['error'],
    'The ledger has fewer entries than an earlier report saw. Its history was rewritten.',
  ),
  'low-coverage': figure(['error'], 'Samples and counters cover less of the time than min-coverage requires.'),
  'no-figure': figure(['error'], 'The energy could not be measured.'),
  'part-indeterminate': figure(['error'], 'A joined report has no trustworthy figure, so the sum has none.'),
  'reported-by-fork': figure(['info'], 'The report was written by a job of a fork.'),

  // Measurement of a machine.
  'cgroup-slice': figure(
    ['info'],
    'The job runs under a CPU limit. Its own CPU time is measured instead of the whole machine.',
  ),
  'command-left-running': figure(
    ['info'],
    'Processes of the measured command still run in the background. Their later work is not measured.',
  ),
  'command-short': figure(
    ['warning'],
    'The command ran for less than 0.2 s. The figure is mostly the start and end of the measurement.',
  ),
  'command-small-share': figure(
    ['info', 'warning'],
    'The command used less than half of the CPU time of the machine. The rest was other work and is included.',
  ),
  'cpu-limit-changed': figure(['warning'], 'The CPU limit changed during the job. The larger limit is used.'),
  'cpu-steal': figure(['info'], 'The hypervisor assigned a notable share of the processors to other machines.'),
  'host-size-unknown': figure(
    ['warning'],
    'The size of the host is unknown, so the share of it that the job uses is an assumption.',
  ),
  'meter-lost': figure(
    ['warning'],
    'An energy meter could not be read at both ends, did not advance or was reset. It is left out.',
  ),
  'meter-of-host': figure(
    ['warning'],
    'The energy meters of a virtual machine show the power of its host. The power is modelled instead.',
  ),
  'meter-wrap-guessed': figure(
    ['warning'],
    'An energy meter may have wrapped while no samples were taken. The number of wraps nearest to the model is used.',
  ),
  'no-proc': figure(['info'], 'The file /proc/stat cannot be read. CPU time comes from Node.js, without stolen time.'),
  'rapl-denied': figure(
    ['info'],
    'The processor has energy meters (RAPL) that this user may not read. Its power is modelled.',
  ),
  'rest-by-factor': figure(
    ['info'],
    'The processors were measured. Board, fans and power supply are added by a factor.',
  ),
  'sampler-died': figure(['warning'], 'The sampler ended before the job did. The energy comes from the counters.'),
  'sampler-full': figure(['warning'], 'The sample file reached its largest size. Later samples are missing.'),
  'sampler-not-started': figure(['warning'], 'The sampler could not be started. The energy comes from the counters.'),
  'samples-disagree': figure(['warning'], 'Samples contradict the counters or were altered, and are left out.'),
  'samples-missing': figure(
    ['warning'],
    'Samples are missing for part of the time. The energy comes from the counters.',
  ),
  'scope-affinity': figure(
    ['info'],
    'The process may use only some of the processors (affinity). The figure covers the whole machine.',
  ),
  'scope-no-limit': figure(
    ['warning'],
    'The job runs in a container without a CPU limit. The figure covers the whole host, including other work on it.',
  ),
  'scope-slurm-node': figure(
    ['warning'],
    'The figure covers the whole node of a Slurm job, which may be shared with other jobs.',
  ),
  'supply-by-factor': figure(
    ['info'],
    'The whole machine was measured behind its power supply, whose loss is added by a factor.',
  ),
  suspended: figure(['warning'], 'The machine was suspended for part of the time, which the figure does not cover.'),

  // GPUs.
  'gpu-error': figure(['warning'], 'A GPU reported an error instead of a reading.'),
  'gpu-estimated': figure(['info'], 'A GPU does not report its power. It is estimated from type and utilisation.'),
  'gpu-extrapolated': figure(['warning'], 'A GPU lacks readings for part of the time. Its mean power is used there.'),
  'gpu-form-assumed': figure(
    ['info'],
    'The name of a GPU does not say its form (SXM or PCIe). The SXM form is counted.',
  ),
  'gpu-host-uncounted': figure(['warning'], 'A plan names GPUs and no processors. Their host is not in the figure.'),
  'gpu-lost': figure(['warning'], 'A GPU stopped giving readings.'),
  'gpu-contains-cpu': figure(
    ['warning'],
    'The power of a module (Jetson, GB10, MI300A) contains its processors and memory. They are not added to it.',
  ),
  'gpu-mig': figure(['info'], 'A GPU is partitioned (MIG). The power of the whole board is counted.'),
  'gpu-not-covered': figure(['warning'], 'Samples cover only part of the time of a GPU.'),
  'gpu-not-read': figure(['warning'], 'A GPU has no reading before the job ended. It is not counted.'),
  'gpu-shared': figure(
    ['warning'],
    'A GPU is a slice of a board (vGPU, MIG, one of several devices). Its share of the board is counted.',
  ),
  'gpu-tool-died': figure(['warning'], 'The tool that reads the GPU ended before the job did.'),
  'gpu-tool-flooded': figure(['warning'], 'The tool that reads the GPU printed far too much and was ended.'),
  'gpu-tool-garbage': figure(['warning'], 'The tool that reads the GPU printed no valid reading and was ended.'),
  'gpu-tool-hung': figure(['warning'], 'The tool that reads the GPU printed nothing for 20 s and was ended.'),
  'gpu-tool-silent': figure(['info'], 'The tool that reads the GPU ended without a reading.'),
  'setting-implausible': figure(['warning'], 'A given figure is outside the usual range, so its unit may be mistaken.'),
  'gpu-uncounted': figure(['warning'], 'The machine has a GPU whose energy is not in the figure.'),
  'gpu-underused': figure(['info'], 'A GPU was mostly idle.'),
  'gpu-unknown': figure(['warning'], 'A GPU reports no energy and is of an unknown type. It is not counted.'),
  'gpu-unreadable': figure(['warning'], 'A GPU is present, but the tool that reads it is missing. It is not counted.'),
  'gpu-utilization-assumed': figure(['info'], 'The plan gives no GPU utilisation. A usual value is assumed.'),
  'gpu-utilization-unused': figure(['warning'], 'The setting gpu-utilization has no effect in this plan.'),

  // Power of a machine.
  'cpu-alias': figure(['info'], 'The CPU is counted as another model that is known to be equivalent.'),
  'cpu-guess': figure(['warning'], 'The CPU is in no table. Its generation is guessed from its model number.'),
  'cpu-unknown': figure(['warning'], 'The CPU is unknown. It is counted as a common server, with a wide range.'),
  'input-contradicts-cpu': figure(['warning'], 'A given property contradicts the named CPU and is ignored.'),
  'machine-kind-guessed': figure(
    ['info'],
    'It is unknown whether this is a virtual machine. The number of threads decides.',
  ),
  'reading-implausible': figure(
    ['warning'],
    "A given idle-watts or full-watts is far outside the model's range. Check the unit and whose power it is.",
  ),
  'reading-unused': figure(['warning'], 'The settings idle-watts and full-watts have no effect in this plan.'),
  'slice-implausible': figure(
    ['warning'],
    'The modelled power is more than a share of a server draws. Check the CPU and its threads.',
  ),
  'threads-hidden': figure(
    ['warning'],
    'The machine shows fewer threads than its chip has. The whole chip is counted.',
  ),
  'minerals-source': figure(['info'], 'Where the figure of minerals comes from.'),
  'minerals-unknown': figure(['warning'], 'The BoaviztAPI gave no figure, so that the minerals are unknown.'),
  'plan-accounting': figure(['info'], 'Whether the figures of a plan are gross or net of purchased clean energy.'),
  'plan-development-assumed': figure(
    ['info'],
    'The plan does not state failed and development runs. The usual multiple of the training is counted.',
  ),
  'plan-development-uncounted': figure(
    ['info'],
    'The plan is for one training run. Failed and development runs are not counted.',
  ),
  'plan-mfu-assumed': figure(['info'], 'The plan does not state the share of the peak that its training reaches.'),
  'plan-mfu-odd': figure(['warning'], 'The hours of a plan contradict its parameters and tokens.'),
  'plan-values-replaced': figure(
    ['warning'],
    'A flag or an input replaces values of the plan. The text names them with their phases.',
  ),
  'plan-when': figure(['info'], 'The best time to start the work of a plan.'),
  'plan-where': figure(['info'], 'What the work of a plan would emit in other regions.'),
  'utilization-assumed': figure(['info'], 'The plan gives no utilisation. A usual value is assumed.'),
  'utilization-small': figure(['warning'], 'A utilisation below 1 % is given. Utilisation is in percent: half is 50.'),
  'utilization-unused': figure(['warning'], 'The setting utilization has no effect in this plan.'),
  'vcpus-unknown': figure(['warning'], 'The number of vCPUs is unknown. The usual number of a hosted runner is used.'),

  // Grid and place.
  'grid-estimated': figure(['info'], 'The provider estimated the grid figure. Its range is wider.'),
  'grid-fallback': figure(['warning'], 'The live grid figure was not available. The built-in yearly average is used.'),
  'grid-forecast-late': figure(['warning'], 'The forecast begins later than now.'),
  'grid-forecast-short': figure(['info'], 'The forecast ends before the window does.'),
  'grid-kind-unknown': figure(['info'], 'The provider does not say whether its figure is an average or marginal.'),
  'grid-kinds-differ': figure(['info', 'warning'], 'Grid figures of different kinds are compared.'),
  'grid-last-day': figure(['info'], 'No forecast was available. The answer assumes that the last 24 hours repeat.'),
  'grid-marginal': figure(
    ['warning'],
    'The grid figure is marginal. Do not compare it with averages, on which budgets are usually based.',
  ),
  'grid-no-forecast': figure(['warning'], 'There is neither a forecast nor a recent history. All starts are equal.'),
  'grid-not-aligned': figure(['info'], 'One grid figure is used for the whole run, as there are none by the hour.'),
  'grid-region-assumed': figure(['warning'], 'The region of the CI service is unknown. A usual one is assumed.'),
  'grid-stale': figure(['warning'], "The provider's latest grid figure is more than 6 hours old."),
  'grid-stand-in': figure(['info'], 'The zone has no figure of its own. That of a similar zone is used.'),
  'grid-time-aligned': figure(['info'], 'Each hour of the run is charged with the grid figure of that hour.'),
  'grid-world-average': figure(['warning'], 'The place or its grid figure is unknown. The world average is used.'),
  'grid-yearly': figure(['info'], 'The built-in figure is a yearly average and does not depend on the time.'),
  'pue-assumed': figure(['info'], 'The PUE of the building is unknown. The average PUE is used.'),

  // Comparison of two reports.
  'hardware-differs': figure(
    ['warning'],
    'The reports count different shares of the hardware. Compare energy instead of grams.',
  ),
  'pue-differs': figure(['warning'], 'The reports have different PUEs, so their energy compares buildings as well.'),
  'grids-differ': figure(['warning'], 'The reports use different grid figures. Compare energy instead of grams.'),
  'machines-differ': figure(
    ['warning'],
    'The reports come from different machines, which explains part of the change.',
  ),
  'methods-differ': figure(['warning'], 'The figures of the reports were obtained by different methods.'),
  'boundary-differs': figure(['warning'], 'The figures of the reports leave out different things.'),
  'quality-missing': figure(['warning'], 'Some variants have no quality, so that none is ranked by it.'),
  'scopes-differ': figure(
    ['warning'],
    'Some reports count the whole machine, others only the command. Measure all with the same --scope.',
  ),
  'spread-unknown': figure(
    ['info'],
    'Single runs are compared. How far repeated runs differ is unknown, so a small change may be noise.',
  ),
  'units-differ': figure(['warning'], 'The reports count different functional units.'),

  // A whole run.
  'jobs-estimated': figure(['info'], 'Jobs without the step are estimated from their time and runner class.'),
  'jobs-idle': figure(['info'], 'Jobs that never ran (skipped, or cancelled in the queue) count as nothing.'),
  'jobs-implausible': figure(
    ['warning'],
    'A report contradicts what GitHub knows of its job, itself or another report. Its job is estimated.',
  ),
  'jobs-partly-measured': figure(['info'], 'Jobs were measured for part of their time; the step is not their first.'),
  'jobs-running': figure(['warning'], 'Jobs are still running. They are counted until now.'),
  'jobs-unknown': figure(['error'], 'The jobs of the run could not be listed, or none of them has used a runner.'),
  'jobs-waiting': figure(['warning'], 'Jobs have not started yet and are not counted.'),
  'origins-differ': figure(
    ['warning'],
    'The joined reports are of several commits or repositories. One may be left over from an earlier run.',
  ),
  'reports-alike': figure(
    ['warning'],
    'Reports without a start time have the same figures. All count, as nothing tells copies from repeated work.',
  ),
  'reports-broken': figure(['error'], 'A report of a job is invalid.'),
  'reports-missing': figure(['warning'], 'Reports could not be downloaded. Their jobs are estimated.'),
  'reports-repeated': figure(['warning'], 'The same report was there more than once. It counts once.'),
  'reports-unknown': figure(['warning'], 'The reports of the run could not be listed. All jobs are estimated.'),
  'reports-unmatched': figure(['warning'], 'Reports match no job of the run and may be counted twice.'),
  'runner-unknown': figure(['error'], 'The power of a runner is unknown. Describe its label under `runners:`.'),
  'shared-rows-lost': figure(['warning'], 'The comment has no room for all jobs, so later sums miss some of them.'),

  // Logs of other tools.
  'llm-cache-low': figure(
    ['info'],
    'Little of the input of a language model came from its cache. The text says what it used.',
  ),
  'llm-factor': figure(['info'], "Where a model's energy per token comes from."),
  'log-batches': figure(['info'], 'One inference is one run of the model, whatever its batch size.'),
  'log-contradiction': figure(['warning'], 'Energy, grid and emissions of the log contradict each other.'),
  'log-copy': figure(['info', 'warning'], 'A file repeats the energy of another log. It is counted once.'),
  'log-counter': figure(['info'], 'The energy is the difference between two readings of a counter.'),
  'log-counter-restart': figure(
    ['warning'],
    'A counter restarted at 0: what it counted between the last reading and the restart is not in the sum.',
  ),
  'log-counts': figure(['info', 'warning'], 'Unit counts of several files are added up.'),
  'log-coverage': figure(
    ['error', 'warning'],
    'The samples of a log cover less of its time than min-coverage requires. A warning with `on-measurement-error: warn`.',
  ),
  'log-cpu-guess': figure(['info'], 'CodeCarbon did not know the CPU and used its default power of 42.5 W.'),
  'log-cpu-zero': figure(['warning'], 'The log has 0 kWh for the CPU: its energy is not in the sum.'),
  'log-cumulative': figure(['info'], 'Rows of the same run are cumulative. Each run is counted once.'),
  'log-embodied-only': figure(
    ['error'],
    'A record has embodied emissions only. Without the operational emissions its total is unknown.',
  ),
  'log-emissions-corrected': figure(['warning'], 'A known fault in the emissions of a tracker is corrected.'),
  'log-ends-unknown': figure(['info'], 'The time before the first and after the last sample is not counted.'),
  'log-energy-missing': figure(['warning'], 'Energy is missing from the logs. No budget passes.'),
  'log-figure-left-out': figure(['warning'], 'A figure of the log is invalid and left out.'),
  'log-gaps': figure(['warning'], 'Gaps between samples are not counted.'),
  'log-gpu-added': figure(['warning'], 'The GPUs used more than the metered total. They are added to it.'),
  'log-gpu-only': figure(['info'], 'Only the GPUs were metered. CPU and memory are not in the figure.'),
  'log-gpu-silent': figure(['warning'], 'The log names a GPU without power readings.'),
  'log-gpu-zero': figure(['warning'], 'The log names a GPU with 0 kWh: its energy is not in the sum.'),
  'log-grid-filled': figure(['info'], 'Missing grid figures of samples are filled from their neighbours.'),
  'log-grid-odd': figure(['warning'], 'The emissions are more or less than any real grid causes for this energy.'),
  'log-interval-assumed': figure(['warning'], 'The log does not name its sampling interval. The default is assumed.'),
  'log-mean-of-runs': figure(['warning'], 'The figures are the mean of several runs. One run is counted.'),
  'log-meter-silent': figure(['warning'], 'A meter in the log has no figure: its energy is not in the sum.'),
  'log-monthly': figure(['error'], "A monthly report of a cloud account cannot gate a job's emissions."),
  'log-no-emissions': figure(['warning'], 'The log has energy but no emissions. Set zone, region or intensity.'),
  'log-no-energy': figure(['info'], 'The log has emissions but no energy. It cannot be recalculated.'),
  'log-no-line-end': figure(['warning'], 'The last line has no line end and may be truncated.'),
  'log-node-energy': figure(['info'], 'The energy is that of whole nodes. Other jobs on a shared node are in it.'),
  'log-not-known': figure(['info'], 'Files of an unknown format are left out.'),
  'log-not-recosted': figure(['warning'], 'A record without energy keeps its own emissions.'),
  'log-one-scrape': figure(['warning'], 'One scrape of the token counters covers everything since the server started.'),
  'log-one-gpu-assumed': figure(['info'], 'The log has no GPU index. All rows are taken for one GPU.'),
  'log-overlap-added': figure(
    ['warning'],
    'Trackers of equal machines overlap in time and are added up, as nothing proves that they are one host.',
  ),
  'log-own-figures': figure(['info'], "Energy, PUE and emissions are the log's own figures."),
  'log-parts-differ': figure(['warning'], 'The components add up to more than the total. The total is counted.'),
  'log-phase-files': figure(['info', 'warning'], "CodeCarbon's files of single phases are not added to the report."),
  'log-phases': figure(['info'], 'Phases other than the measured one are left out of the sum.'),
  'log-pieces': figure(['info'], 'Tasks of a run that is counted as a whole are not added to it.'),
  'log-place-default': figure(['warning'], 'The location is the default of CodeCarbon (Canada), not a real one.'),
  'log-process-share': figure(['info'], "The energy is a tracker's share of the CPU for one process."),
  'log-pue-assumed': figure(['info'], 'The log does not name the PUE inside its energy. A usual one is assumed.'),
  'log-pue-unknown': figure(['info'], 'The log does not say which PUE its energy includes. None is assumed.'),
  'log-rate-unit': figure(['info'], 'The emission rate is in an old unit. It is not used.'),
  'log-recosted': figure(['info'], 'Emissions are recalculated with the given grid or PUE.'),
  'log-repaired': figure(['warning'], 'Rows with missing columns (a fault of CodeCarbon) were repaired.'),
  'log-rounded': figure(['info'], 'The figures come from a printed report and are rounded.'),
  'log-row-refused': figure(
    ['error', 'warning'],
    'A row of a log is invalid and not counted. A warning with `on-measurement-error: warn`.',
  ),
  'log-rows-refused': figure(
    ['error', 'warning'],
    'Many rows of the logs are invalid and not counted. A warning with `on-measurement-error: warn`.',
  ),
  'log-run-shrinks': figure(['warning'], 'A run has less energy than in an earlier row. The largest is counted.'),
  'log-same-figure': figure(['warning'], 'Two files have the same figure and are both counted.'),
  'log-same-machine': figure(['warning'], 'Several trackers measured one machine. Its energy is counted once.'),
  'log-same-machine-gpus': figure(
    ['warning'],
    'Only the GPUs of a record are counted; its machine is in another tracker.',
  ),
  'log-same-machine-part': figure(
    ['warning'],
    'A record overlaps with another tracker of its machine. Only the rest is counted.',
  ),
  'log-same-run': figure(['info'], 'A run is in several files and counted once.'),
  'log-same-time': figure(['warning'], 'Several samples have the same time.'),
  'log-samples-missing': figure(['warning', 'info'], 'Samples lack a value and are interpolated or left out.'),
  'log-several-trackers': figure(['warning'], 'Logs of several trackers are added up.'),
  'log-since-last-push': figure(['warning'], 'Pushed metrics cover only the time since the last push.'),
  'log-summed-up': figure(['warning'], 'Many runs are merged into one part.'),
  'log-surely-kg': figure(['warning'], 'The emissions of a model card look like kilograms instead of grams.'),
  'log-set-aside': figure(
    ['warning'],
    'Files that CodeCarbon set aside (.bak): runs of the same day are counted, others are left out.',
  ),
  'log-table-end': figure(['info'], 'Text after the table of a log is not read.'),
  'log-torn': figure(['warning'], 'The last row or sample is truncated and left out.'),
  'log-units-differ': figure(['warning'], 'The logs count different units. Set units.'),
  'log-warm-up': figure(['info'], 'The figure includes or excludes a warm-up phase.'),
  'log-wrap': figure(['warning', 'info'], 'A counter wrapped between two readings.'),
  'log-zones-unnamed': figure(['warning'], 'RAPL zones have no names, so they may overlap.'),
  'usage-here': figure(
    ['info', 'warning'],
    "Tokens of a model on this machine. Their energy is in the machine's own. A warning where the log names a remote provider.",
  ),
  'usage-none': figure(['warning'], 'A glob of usage logs matches no file. No tokens are counted for it.'),
  'usage-other-log': figure(
    ['warning'],
    'A file that `usage` names is a log of energy and not of tokens. It is left out.',
  ),
  'usage-unreadable': figure(
    ['error', 'warning'],
    'A usage log is missing or cannot be trusted, so energy is missing. A warning with `on-measurement-error: warn`.',
  ),
  'usage-elsewhere': figure(
    ['info'],
    'Tokens of language models that ran elsewhere, with their energy and its range. It is apart from the energy of the machine and inside the total.',
  ),
  'log-usage-failed': figure(['warning'], 'Turns of a usage log failed without a token count.'),
  'log-usage-unknown': figure(['info', 'warning'], 'Values of a usage log are of an unknown maker and are left out.'),
  'log-usage-unread': figure(['warning'], 'Values of a usage log count tokens and cannot be read. No budget passes.'),
  'log-usage-unfinished': figure(['warning'], 'Requests of a usage log have no final count of tokens.'),
  'log-usage-repeated': figure(['info'], 'Requests are in the usage logs more than once and are counted once.'),
  'billing-estimated': figure(['warning'], 'Billed minutes are counted at the typical power of their runner.'),
  'llm-class-prior': figure(
    ['warning'],
    'Nothing is published about the energy of a language model. The spread of the measured large models is used.',
  ),
} satisfies Readonly<Record<string, NoteRow>>

/** Code of a note that this version can write. */
export type NoteCode = keyof typeof NOTES
