import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { ConfigurationError, describeReadError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { isDoubtful } from '../../core/verdict.ts'
import { type CardFields, TRAINING_TYPES, type TrainingType, cardFields } from '../../render/model-card/card-fields.ts'
import { type KeptKey, keptKeys, updateCard } from '../../render/model-card/update-card.ts'
import { plain, quantity } from '../../render/quantities.ts'
import { statusOf, EXIT } from '../exit-status.ts'
import { whyImplausible } from '../logs/consistency.ts'
import { writeWhole } from '../named-file.ts'
import type { Host } from './host.ts'
import { judgedSum } from './judged-sum.ts'

/** Flags of `model-card` that are not settings. */
interface CardFlags {
  readonly trainingType?: string
  readonly location?: string
  readonly hardware?: string
  readonly check?: true
}

/**
 * `model-card README.md REPORT...`: writes the emissions of the reports into the front matter of a model card. A figure that cannot be
 * trusted is not written. With `--check` nothing is written, and an outdated card is status 1.
 */
export async function modelCardCommand(command: Command, { console }: Host): Promise<number> {
  const [file = '', ...reports] = command.args
  const flags = command.opts<CardFlags>()
  const words = wordsOf(flags)
  const card = readCard(file)
  const { sum, settings, parts } = await judgedSum(command, reports)
  const fields = cardFields(sum, parts, words)
  if (isDoubtful(sum) || fields === null) {
    const why = sum.notes.find(({ level }) => level === 'error')?.text ?? sum.figure?.reason_code ?? 'emissions unknown'
    console.err(`carbon-gate: ${printable(file)} is not changed: the figure is not trustworthy (${printable(why)})\n`)
    return EXIT.indeterminate
  }
  const odd = oddIntensity(sum)
  if (odd !== null) console.err(`warning: ${odd}\n`)
  const updated = updatedCard(file, card, fields)
  const isCurrent = updated === card
  sayKept(keptKeys(card, fields), console)
  if (flags.check === true) {
    const says = isCurrent ? 'is up to date' : 'is out of date: run model-card without --check'
    console.out(`${printable(file)} ${says}\n`)
    return isCurrent ? statusOf(sum, settings) : EXIT.overBudget
  }
  if (!isCurrent) writeWhole(file, updated)
  console.out(
    `${printable(file)} ${isCurrent ? 'is up to date' : 'updated'}: ${plain(quantity(fields.emissions, 'g'))} CO2e\n`,
  )
  for (const { line, verdict, reason } of sum.budgets) {
    console.out(`${printable(line)}: ${verdict}${reason ? ` (${printable(reason)})` : ''}\n`)
  }
  return statusOf(sum, settings)
}

/** Keys that reports may lack: the reason, and the flag that sets the key. */
const UNKNOWN_TO_REPORTS: Readonly<Record<string, string>> = {
  geographical_location:
    'the reports do not all name a place, so the emissions may be those of another grid: --location sets it',
  hardware_used: 'the reports do not all name their hardware: --hardware sets it',
  training_type: 'reports do not contain it: --training-type sets it',
  energy_consumed: 'the energy of the reports is unknown, so it may not match the new emissions',
}

/** Prints the entries of the card that are kept. */
function sayKept(kept: readonly KeptKey[], console: Host['console']): void {
  const own = kept.filter(({ key }) => Object.hasOwn(UNKNOWN_TO_REPORTS, key))
  for (const { key, value } of own) {
    console.err(`note: ${key} ${shown(value)} is kept from the card: ${UNKNOWN_TO_REPORTS[key]}\n`)
  }
  const others = kept.filter((entry) => !own.includes(entry)).map(({ key, value }) => `${shown(key)} ${shown(value)}`)
  if (others.length === 0) return
  console.err(`note: kept from the card, and not checked: ${others.slice(0, 8).join(', ')}\n`)
}

function shown(text: string): string {
  return printable(text.slice(0, 60))
}

/** A warning where the report's grams and energy fit no real grid: the card keeps the grams alone, so that no reader sees it there. */
function oddIntensity({ emissions: { operational_g }, energy: { total_wh } }: Report): string | null {
  return operational_g === null || total_wh === null ? null : whyImplausible(operational_g, total_wh / 1000)
}

/** @throws ConfigurationError */
function wordsOf({ trainingType, location, hardware }: CardFlags): {
  trainingType?: TrainingType
  location?: string
  hardware?: string
} {
  const known = TRAINING_TYPES.find((type) => type === trainingType)
  if (trainingType !== undefined && known === undefined) {
    throw new ConfigurationError(
      `--training-type is ${JSON.stringify(trainingType.slice(0, 40))}: ${TRAINING_TYPES.join(' or ')} is needed`,
    )
  }
  return { ...(known && { trainingType: known }), ...(location && { location }), ...(hardware && { hardware }) }
}

/** Reads a Markdown file. @throws ConfigurationError for anything else */
function readCard(file: string): string {
  const shown = printable(file)
  if (!/\.(?:md|markdown)$/i.test(file)) {
    throw new ConfigurationError(`${shown} is not a Markdown file: name the model card first, such as README.md`)
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new ConfigurationError(`the model card ${shown} cannot be read: ${describeReadError(error)}`)
  }
  try {
    // A byte order mark is text here: it has to be written back.
    const text = new TextDecoder('utf8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Invalid UTF-8 is said below.
  }
  throw new ConfigurationError(`${shown} is not UTF-8 text: name the model card first, such as README.md`)
}

function updatedCard(file: string, card: string, fields: CardFields): string {
  try {
    return updateCard(card, fields)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(`${printable(file)} is not changed: ${error.message}`)
  }
}
