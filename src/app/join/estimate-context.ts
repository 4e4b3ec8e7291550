import { type GridAccess, type SiteFactors, type SiteSettings, findSite } from '../grid/site-factors.ts'
import type { RunnerClass } from '../settings/runner-class.ts'
import type { Settings } from '../settings/table.ts'
import type { JoinContext } from './join-context.ts'
import { runnerEmbodied } from './runner-hardware.ts'
import { runnerPower } from './runner-power.ts'

/** What estimating the jobs of a run needs. */
export interface EstimateBasis {
  readonly settings: SiteSettings & Pick<Settings, 'min-coverage' | 'reports' | 'embodied' | 'lifetime-years'>
  /** Power of the project's own runners, by label. */
  readonly runners: Readonly<Record<string, RunnerClass>>
  readonly access: GridAccess
  /** Whether the repository is private, which decides the size of hosted runners; null: unknown. */
  readonly isPrivate: boolean | null
  /** The forge's time, Unix ms. */
  readonly nowMs: number
}

/** Power by runner class, and the grid and overhead of hosted runners and of unknown places. @throws ConfigurationError */
export async function estimateContext(basis: EstimateBasis): Promise<Omit<JoinContext, 'self' | 'workflow'>> {
  const { settings, runners, isPrivate, nowMs } = basis
  const [hosted, unknown] = await Promise.all([
    siteAt(basis, { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' }),
    siteAt(basis, {}),
  ])
  return {
    power: runnerPower(runners, isPrivate),
    basisOf: ({ machine }) => {
      const { pue, grid, water } = machine.provider === 'azure' ? hosted : unknown
      return { pue, grid, water, embodied: (runner, seconds) => runnerEmbodied(runner, seconds, settings) }
    },
    minCoverage: settings['min-coverage'],
    nowMs,
    ignoresReports: !settings.reports,
  }
}

function siteAt({ settings, access }: EstimateBasis, env: Record<string, string>): Promise<SiteFactors> {
  return findSite(settings, { access, surroundings: { env, looksLike: [] } })
}
