import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ActionResult, runAction } from '../fakes/github/action-process.ts'

/** A step's result and what its process cost. CPU time does not grow with the machine's other load, unlike elapsed time. */
export interface CostlyResult extends ActionResult {
  readonly cpuMs: number
  readonly peakMb: number
}

/** Runs a step of the action, and measures its process from inside when it exits. */
export async function runWithCost(run: Parameters<typeof runAction>[0]): Promise<CostlyResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cost-'))
  const hook = path.join(folder, 'cost.mjs')
  const file = path.join(folder, 'cost.json')
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())))`,
  )
  const result = await runAction({ ...run, env: { ...run.env, NODE_OPTIONS: `--import=${pathToFileURL(hook).href}` } })
  const usage = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage
  rmSync(folder, { recursive: true })
  return { ...result, cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000, peakMb: usage.maxRSS / 1024 }
}
