import type { Command } from 'commander'

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
    'ledger verify --ledger https://git.example/team/carbon-ledger',
  ],
  schema: ['schema report', 'schema config', 'schema plan'],
  notes: ['notes', 'notes grid-fallback'],
}

/** What every help page ends with. */
const FOOTER = `
Exit status: 0 pass or no budget, 1 over budget, 2 usage or configuration error, 3 no figure that can be trusted, 70 a bug of carbon-gate.
Environment: CARBON_GATE_GRID_TOKEN (grid provider's token), CARBON_GATE_GRID_URL, NO_COLOR, FORCE_COLOR.`

/** Adds examples, exit status and environment to a command's help page. */
export function withExamples(command: Command): Command {
  const examples = EXAMPLES[command.name()] ?? []
  const lines = examples.map((example) => `  $ ${example.includes(' | ') ? example : `carbon-gate ${example}`}`)
  return command.addHelpText('after', `${lines.length > 0 ? `\nExamples:\n${lines.join('\n')}\n` : ''}${FOOTER}`)
}
