import { aiEnergyScore } from './ai-energy-score.ts'
import { awsCarbon } from './aws-carbon.ts'
import { azureCarbon } from './azure-carbon.ts'
import { onnxruntimeProfile, trtexecTimes } from './benchmark-trace.ts'
import { carbontracker } from './carbontracker.ts'
import { codecarbon } from './codecarbon.ts'
import { count } from './count.ts'
import { eco2ai } from './eco2ai.ts'
import { ecoCi } from './eco-ci.ts'
import { experimentImpactTracker } from './experiment-impact-tracker.ts'
import { ga4hpc } from './ga4hpc.ts'
import { gcpCarbon } from './gcp-carbon.ts'
import { generic } from './generic.ts'
import { githubBilling } from './github-billing.ts'
import { greenAlgorithms } from './green-algorithms.ts'
import { energyMeter } from './energy-meter.ts'
import { commaForms } from './spreadsheet.ts'
import { huggingFace } from './hugging-face.ts'
import { impactFramework } from './impact-framework.ts'
import { kepler } from './kepler.ts'
import { nvidiaSmi } from './nvidia-smi.ts'
import { nvidiaSmiDmon } from './nvidia-smi-dmon.ts'
import { nvidiaSmiQuery } from './nvidia-smi-query.ts'
import { onnxruntime } from './onnxruntime.ts'
import { optimumBenchmark } from './optimum-benchmark.ts'
import { perf } from './perf.ts'
import { powermetrics } from './powermetrics.ts'
import { powermetricsPlist } from './powermetrics-plist.ts'
import { rapl } from './rapl.ts'
import { scaphandre } from './scaphandre.ts'
import { codecarbonConsole } from './codecarbon-console.ts'
import { dcgm } from './dcgm.ts'
import { intelPowerGadget } from './intel-power-gadget.ts'
import { type LineWrapper, unwrappedHead, wrappersOf } from './line-wrapper.ts'
import { powerJoular } from './powerjoular.ts'
import { pyJoules } from './pyjoules.ts'
import { pyJoulesConsole } from './pyjoules-console.ts'
import { pyRapl } from './pyrapl.ts'
import { sacct } from './sacct.ts'
import { scaphandreMetrics } from './scaphandre-metrics.ts'
import { tegrastats } from './tegrastats.ts'
import { zeus } from './zeus.ts'
import { llmUsage } from './usage/usage-log.ts'
import { vllm } from './usage/vllm.ts'
import type { LogFormat } from './tracker.ts'
import { trtexec } from './trtexec.ts'
import { turbostat } from './turbostat.ts'

/** Every log format. A new one is a file in this folder and a row here. */
export const FORMATS: readonly LogFormat[] = [
  codecarbon,
  carbontracker,
  eco2ai,
  experimentImpactTracker,
  ecoCi,
  greenAlgorithms,
  ga4hpc,
  impactFramework,
  huggingFace,
  optimumBenchmark,
  aiEnergyScore,
  scaphandre,
  kepler,
  nvidiaSmi,
  nvidiaSmiDmon,
  nvidiaSmiQuery,
  rapl,
  turbostat,
  perf,
  powermetrics,
  powermetricsPlist,
  intelPowerGadget,
  energyMeter,
  sacct,
  pyJoules,
  pyJoulesConsole,
  pyRapl,
  tegrastats,
  powerJoular,
  codecarbonConsole,
  scaphandreMetrics,
  dcgm,
  zeus,
  awsCarbon,
  gcpCarbon,
  azureCarbon,
  githubBilling,
  trtexec,
  trtexecTimes,
  onnxruntime,
  onnxruntimeProfile,
  vllm,
  llmUsage,
  count,
  generic,
]

/** A format and the form in which a file has it. */
export interface DetectedFormat {
  readonly format: LogFormat
  /** The sign between the columns where a spreadsheet changed it; null for a file in the format's own form. */
  readonly separator: string | null
  /** What is around each line, the outermost first. */
  readonly wrappers: readonly LineWrapper[]
}

/** The format whose content a file begins with; null when no format knows it. @param formats those that it may be */
export function detectedFormat(head: string, formats: readonly LogFormat[] = FORMATS): DetectedFormat | null {
  const plain = formatOf(head, formats, [])
  // Usage logs read the records of container runtimes themselves: these say which request a part belongs to.
  if (plain?.format === llmUsage) return plain
  const wrappers = wrappersOf(head)
  return (wrappers.length === 0 ? null : formatOf(unwrappedHead(head, wrappers), formats, wrappers)) ?? plain
}

function formatOf(
  head: string,
  formats: readonly LogFormat[],
  wrappers: readonly LineWrapper[],
): DetectedFormat | null {
  for (const { head: start, separator } of commaForms(head)) {
    const format = formats.find((each) => each.detect(start))
    if (format) return { format, separator, wrappers }
  }
  return null
}
