import type { Command } from 'commander'
import { COMPLETE } from './completion-shells.ts'
import { COMMAND_GROUPS, OPTION_GROUPS } from './help-groups.ts'

/** Examples of each command, shown by its help page and where an argument is missing. The first one is the shortest that works. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  run: [
    'run -- npm test',
    'run --budget "5 g" --region azure:eastus -- npm test',
    'run --usage agent.jsonl --budget "5 g per request" -- ./agent.sh',
    'run --name train --json report.json -- python train.py',
  ],
  estimate: [
    'estimate --hours 10 --watts 300 --zone DE',
    'estimate --hours 2 --cpu "EPYC 7763" --vcpus 4 --utilization 60',
    'estimate --hours 2 --instance aws:g5.xlarge --region aws:eu-north-1',
    'estimate --plan plan.yml --budget "9 kg"',
  ],
  logs: [
    'logs emissions.csv',
    'logs --units "1000 inferences" --budget "40 mg per 1000 inferences" logs/',
    'nvidia-smi --query-gpu=timestamp,index,power.draw --format=csv -l 1 | carbon-gate logs -',
  ],
  gate: ['gate report.json', 'gate --budget "20 g per workflow" reports/*.json'],
  intensity: ['intensity --zone DE', 'intensity --region azure:eastus --json'],
  when: ['when --zone GB --grid-provider uk --duration "2 h" --within "24 h"'],
  where: ['where --regions azure:eastus,aws:eu-north-1 --report report.json'],
  watts: [
    'watts --cpu "EPYC 7763" --vcpus 4',
    'watts --cpu "Xeon Platinum 8480+" --sockets 2 --memory-gb 512 --utilization 0,50,100',
  ],
  compare: [
    'compare base.json head.json',
    'compare base.json head.json --budget "+10 % vs BASE"',
    'compare --variant pytorch=a.json --variant onnx=b.json --budget "-20 % vs variant pytorch"',
    'compare --variant fp32=a.json --variant int8=b.json --quality fp32=0.91 --quality int8=0.90 --svg front.svg',
  ],
  'model-card': [
    'model-card README.md report.json',
    'model-card README.md reports/*.json --training-type fine-tuning --location "Frankfurt, Germany"',
    'model-card README.md report.json --check',
  ],
  export: [
    'export report.json --boamps boamps.json --task task.yml',
    'export report.json --units "1000 inferences" --impact-framework sci.yml',
    'export reports/*.json --eu-form energy.md',
  ],
  label: [
    'label report.json -o label.svg',
    'label report.json --png label.png --runs-per-month 400',
    'label report.json --for service -o label.svg',
  ],
  badge: [
    'badge report.json -o badge.svg',
    'badge report.json --json -o endpoint.json',
    'badge --ledger carbon-ledger --label "carbon this month" --budget "2 kg per month" -o badge.svg',
  ],
  ledger: [
    'ledger add report.json --ledger carbon-ledger',
    'ledger show --from-api 30d --repository octo/shop',
    'ledger collect --ledger carbon-ledger --repository octo/shop',
    'ledger totals --ledger carbon-ledger --month 2026-11 --json',
    'ledger correct 812/1/test --wh 1.2 --g 0.4 --reason "wrong region" --ledger carbon-ledger',
    'ledger move --from carbon-ledger --to postgres://ci@db.example/carbon',
    'ledger export --ledger carbon-ledger --csv november.csv --month 2026-11',
    'ledger prune --ledger carbon-ledger --before 2026-01',
    'ledger verify --ledger https://git.example/team/carbon-ledger',
  ],
  dashboard: [
    'dashboard --ledger carbon-ledger -o dashboard.html',
    'dashboard --ledger carbon-ledger --budget "2 kg per month" -o dashboard.html',
    'dashboard --from-api 30d --repository octo/shop -o dashboard.html',
    'dashboard reports/ -o dashboard.html',
  ],
  init: ['init --dry-run', 'init', 'init --report report.json --ledger'],
  completion: ['completion bash', 'completion zsh', 'completion fish'],
  schema: ['schema report', 'schema config', 'schema plan'],
  notes: ['notes', 'notes grid-fallback'],
}

/** Exit status of commands that judge. */
const JUDGING_STATUS = `
Exit status:
  0  pass, or no budget            2  usage or configuration error
  1  over budget                   3  no figure that can be trusted
  70 a bug of carbon-gate`

/** Exit status of `run`, which the first page also shows. */
const RUN_STATUS = `${JUDGING_STATUS}          run: the command's own status if it fails`

/** Exit status of commands without a verdict. */
const PLAIN_STATUS = `
Exit status:
  0  done                          2  usage or configuration error
  3  the command could not get the data it needs
  70 a bug of carbon-gate`

/** Commands that give a verdict. */
const JUDGING_COMMANDS: ReadonlySet<string> = new Set(['estimate', 'logs', 'gate', 'compare', 'model-card', 'export'])

function statusPage(topic: string): string {
  return topic === 'run' ? RUN_STATUS : JUDGING_COMMANDS.has(topic) ? JUDGING_STATUS : PLAIN_STATUS
}

/** Variables that are read, by what they belong to. */
const ENVIRONMENT = {
  grid: 'CARBON_GATE_GRID_TOKEN (token of the grid provider), CARBON_GATE_GRID_URL',
  ledger: 'GITHUB_TOKEN, CARBON_GATE_LEDGER_URL or PGPASSWORD (password of the ledger)',
  terminal: 'NO_COLOR, FORCE_COLOR',
} as const

/** Pages that explain more, by command. */
const PAGES: Readonly<Record<string, string>> = {
  estimate: 'docs/footprint.md',
  logs: 'docs/logs.md',
  label: 'docs/label.md',
  badge: 'docs/label.md',
  compare: 'docs/ai.md',
  'model-card': 'docs/ai.md',
  export: 'docs/ai.md',
  intensity: 'docs/regions.md',
  when: 'docs/regions.md',
  where: 'docs/regions.md',
  dashboard: 'docs/dashboard.md',
  ledger: 'docs/ledger.md',
  schema: 'docs/schema',
  notes: 'docs/notes.md',
  watts: 'docs/accuracy.md',
}

const HOMEPAGE = 'https://github.com/carbon-gate/carbon-gate'

/** Commands that read a grid figure. */
const GRID_COMMANDS: ReadonlySet<string> = new Set(['run', 'estimate', 'logs', 'intensity', 'when', 'where'])

/** Commands that may read a ledger. */
const LEDGER_COMMANDS: ReadonlySet<string> = new Set([
  'run',
  'estimate',
  'logs',
  'gate',
  'badge',
  'dashboard',
  'ledger',
])

/** Adds groups, examples, exit status, environment and links to all help pages. */
export function withHelp(program: Command): void {
  addGroups(program)
  program.addHelpText('after', `\nStart with: carbon-gate init\n${RUN_STATUS}\n\nMore: ${HOMEPAGE}`)
  for (const command of program.commands) {
    if (command.name() === COMPLETE) continue
    addPage(command, command.name(), EXAMPLES[command.name()] ?? [])
    for (const inner of command.commands) {
      const own = EXAMPLES[command.name()]?.filter((example) => example.split(' ')[1] === inner.name())
      addPage(inner, command.name(), own ?? [])
    }
  }
}

function addPage(command: Command, topic: string, examples: readonly string[]): void {
  addGroups(command)
  const lines = examples.map((example) => `  $ ${example.includes(' | ') ? example : `carbon-gate ${example}`}`)
  const environment = [
    ...(GRID_COMMANDS.has(topic) ? [ENVIRONMENT.grid] : []),
    ...(LEDGER_COMMANDS.has(topic) ? [ENVIRONMENT.ledger] : []),
    ENVIRONMENT.terminal,
  ]
  command.addHelpText(
    'after',
    `${lines.length > 0 ? `\nExamples:\n${lines.join('\n')}\n` : ''}${statusPage(topic)}

Environment:
${environment.map((line) => `  ${line}`).join('\n')}

More: ${HOMEPAGE}/blob/v1/${PAGES[topic] ?? 'docs/command-line.md'}`,
  )
}

function addGroups(command: Command): void {
  const hasBudget = command.options.some((option) => option.name() === 'budget')
  for (const option of command.options) {
    // `--config` belongs to the budget flags only in a command that has `--budget`.
    const heading = option.name() === 'config' && !hasBudget ? undefined : OPTION_GROUPS[option.name()]
    if (heading !== undefined) option.helpGroup(`${heading}:`)
  }
  for (const inner of command.commands) {
    const heading = COMMAND_GROUPS[inner.name()]
    if (heading !== undefined && command.parent === null) inner.helpGroup(`${heading}:`)
  }
}
