import type { Entry } from '../src/ledger/entry.ts'

const START_MS = Date.parse('2026-11-01T00:00:00Z')

/**
 * An entry as a fleet has them: names of usual length, figures of nine decimals, spread evenly over the days.
 * @param days length of the period that `count` entries fill, from 2026-11-01
 */
export function fakeEntry(index: number, count: number, days = 30): Entry {
  const wh = Number((0.05 + ((index * 7919) % 10_007) / 9000).toFixed(9))
  const g = Number((wh * 0.369).toFixed(9))
  const endMs = START_MS + Math.floor((index / count) * days * 86_400) * 1000
  return {
    v: 1,
    key: `${18_000_000_000 + Math.floor(index / 10)}/1/${40_000_000_000 + index}`,
    ended_at: new Date(endMs).toISOString().replace('.000Z', 'Z'),
    repository: `acme/service-${index % 40}`,
    event: index % 3 === 0 ? 'push' : 'pull_request',
    branch: `feature/ticket-${index % 997}`,
    pr: index % 3 === 0 ? null : 1 + (index % 997),
    sha: (index * 2_654_435_761).toString(16).padStart(12, '0').slice(-12),
    workflow: ['ci', 'lint', 'release', 'nightly'][index % 4] ?? null,
    job: `test (${index % 5}, ubuntu-latest)`,
    runner: 'ubuntu-latest',
    cpu: 'AMD EPYC 7763 64-Core Processor',
    region: 'azure:eastus',
    s: 30 + (index % 900),
    wh,
    wh_low: Number((wh * 0.8).toFixed(9)),
    wh_high: Number((wh * 1.25).toFixed(9)),
    g,
    op_g: g,
    em_g: null,
    l: null,
    tokens: null,
    method: 'modelled',
    coverage: 0.99,
    verdict: 'pass',
    trust: 'measured',
    tool: 'carbon-gate 1.0.0',
  }
}
