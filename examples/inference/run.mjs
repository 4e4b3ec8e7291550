/** The whole example: build, measure, compare, label, card. Everything is written to `out`. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A multiple of the batch. Enough for some seconds of work on one core. */
const COUNT = Number(process.env.INFERENCES ?? 20_000)
const CARBON_GATE = process.env.CARBON_GATE ?? fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

process.chdir(fileURLToPath(new URL('.', import.meta.url)))
rmSync('out', { recursive: true, force: true })

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

run('build.mjs')
const accuracy = JSON.parse(readFileSync('out/accuracy.json', 'utf8'))
const variants = ['fp32', 'int8']
for (const name of variants) {
  const units = ['--units', `${COUNT} inferences`]
  const work = [process.execPath, 'infer.mjs', `out/${name}.onnx`, String(COUNT)]
  // What else the machine does would be a part of the difference.
  run(CARBON_GATE, 'run', '--scope', 'command', '--name', name, ...units, '--json', `out/${name}.json`, '--', ...work)
}
run(
  CARBON_GATE,
  'compare',
  ...variants.flatMap((name) => ['--variant', `${name}=out/${name}.json`]),
  ...variants.flatMap((name) => ['--quality', `${name}=${accuracy[name]}`]),
  '--budget',
  '+10 % vs variant fp32',
  '--markdown',
  'out/compare.md',
  '--svg',
  'out/front.svg',
)
run(CARBON_GATE, 'label', 'out/int8.json', '--for', 'service', '-o', 'out/label.svg')
writeFileSync(
  'out/README.md',
  '---\nlicense: mit\nlibrary_name: onnx # built by the example\n---\n# A small classifier\n',
)
run(CARBON_GATE, 'model-card', 'out/README.md', 'out/int8.json')
run(CARBON_GATE, 'model-card', 'out/README.md', 'out/int8.json', '--check')
