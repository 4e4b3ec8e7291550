/** Headings of the help pages. A flag without one is under "Options". */
const GROUPS: Readonly<Record<string, string>> = {
  Budget: 'budget config units strict no-enforce on-measurement-error min-coverage',
  'Stopping in time': 'on-exceed stop-at stop-grace warn-signal',
  'Place and grid': 'region zone intensity pue grid-provider provider grid-url max-api-wait regions within duration at',
  History: 'ledger on-ledger-error on-period-exceeded month from to since from-api repository',
  Hardware:
    'embodied lifetime-years boavizta-url instance cpu vcpus sockets cores threads tdp mhz year gpu gpus gpu-watts utilization gpu-utilization memory-gb idle-watts full-watts',
  Work: 'plan hours processors watts',
  Variants: 'variant quality',
  Measuring: 'name scope interval top-processes progress',
  'Logs and tokens': 'logs format log-columns usage factors',
  Output: 'json markdown svg comment output png label for runs-per-month csv ndjson parquet prometheus otlp',
}

const COMMANDS: Readonly<Record<string, string>> = {
  'Start here': 'init run',
  'Measure and judge': 'logs estimate gate compare',
  'Grid and machines': 'intensity when where watts',
  'Publish and keep': 'label badge ledger dashboard model-card export',
  'Look up': 'schema notes completion help',
}

/** Heading by name. */
function invert(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([heading, names]) => names.split(' ').map((name) => [name, heading])),
  )
}

/** Heading of a flag, by its name without dashes. */
export const OPTION_GROUPS = invert(GROUPS)

/** Heading of a command on the first page. */
export const COMMAND_GROUPS = invert(COMMANDS)
