import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ledgerMetrics } from '../../../src/app/ledger/metrics.ts'
import { sendMetrics } from '../../../src/app/ledger/otlp.ts'
import { prometheusName, prometheusText, pushMetrics } from '../../../src/app/ledger/prometheus.ts'
import type { LedgerTotals } from '../../../src/ledger/store.ts'
import { TotalsBuilder } from '../../../src/ledger/totals.ts'
import { sampleEntry } from '../../ledger/sample-entry.ts'

/** Totals of jobs of 0.1 g and 1 Wh: how many each repository has. */
function totalsOf(counts: Readonly<Record<string, number>>): LedgerTotals {
  const builder = new TotalsBuilder()
  for (const [repository, count] of Object.entries(counts)) {
    for (let job = 0; job < count; job += 1) {
      builder.add(sampleEntry(String(job), { repository, workflow: `say "${job}"`, g: job === 1 ? null : 0.1 }).entry)
    }
  }
  const state = { from: '2026-11-01', to: '2026-11-30', tip: null, cursors: {}, all_entries: 3 }
  return { ...builder.value(), ...state, as_of: '2026-11-28T13:00:00Z', written_at: '2026-11-28T13:00:00Z' }
}

const one = ledgerMetrics(totalsOf({ 'acme/app': 2 }), totalsOf({}))

describe('metrics of a ledger', () => {
  it('are gauges in Prometheus text, with joules, and without a point for what is unknown', () => {
    const text = prometheusText(one)
    expect(text).toContain(`# HELP carbon_gate_energy_joules Sum of energy with PUE of all time.
# TYPE carbon_gate_energy_joules gauge
carbon_gate_energy_joules{repository="acme/app"} 7200
`)
    expect(text).toContain('carbon_gate_emissions_grams{repository="acme/app"} 0.1\n')
    expect(text).toContain('carbon_gate_unknown_entries{repository="acme/app",figure="emissions"} 1\n')
    expect(text).toContain('carbon_gate_month_entries{repository="acme/app"} 0\n')
    expect(text).toContain('carbon_gate_workflow_energy_joules{repository="acme/app",workflow="say \\"0\\""} 3600\n')
    expect(text).toContain('carbon_gate_ledger_as_of_seconds 1795870800\n')
    expect(text).not.toContain('carbon_gate_water_liters{')
  })

  it('have no workflows where several repositories share the ledger', () => {
    const shared = prometheusText(ledgerMetrics(totalsOf({ 'a/b': 1, 'a/c': 1 }), totalsOf({})))
    expect(shared).not.toContain('workflow')
    expect(shared).toContain('carbon_gate_energy_joules{repository="a/c"} 3600\n')
  })

  it('are all that the Grafana dashboard asks for', () => {
    const dashboard = readFileSync('docs/grafana.json', 'utf8')
    const names = [...dashboard.matchAll(/\bcarbon_gate_\w+/g)].map(([name]) => name)
    const known = new Set(one.map(prometheusName))
    known.add('carbon_gate_water_liters').add('carbon_gate_month_water_liters')
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !known.has(name))).toEqual([])
    expect(JSON.parse(dashboard)).toMatchObject({ uid: 'carbon-gate' })
  })
})

const GATEWAY = '/usr/bin/prometheus-pushgateway'
const NO_GATEWAY = existsSync(GATEWAY)
  ? null
  : `skipped: there is no ${GATEWAY} (apt-get install prometheus-pushgateway)`
if (NO_GATEWAY !== null) console.warn(NO_GATEWAY)

describe('a Pushgateway', () => {
  let gateway: ChildProcess | null = null
  afterEach(() => {
    gateway?.kill()
    gateway = null
  })

  it.skipIf(NO_GATEWAY !== null)('takes the metrics of each repository in a group of its own', async () => {
    gateway = spawn(GATEWAY, ['--web.listen-address=127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'] })
    const url = await addressOf(gateway)
    expect(await pushMetrics(url, ledgerMetrics(totalsOf({ 'acme/app': 2, 'acme/ä"b': 1 }), totalsOf({})))).toBe(2)
    // The second push replaces the first one.
    expect(await pushMetrics(`${url}/`, one)).toBe(1)
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toMatch(/carbon_gate_energy_joules\{instance="",job="carbon_gate",repository="acme\/app"\} 7200/)
    expect(text).toMatch(/carbon_gate_energy_joules\{instance="",job="carbon_gate",repository="acme\/ä\\"b"\} 3600/)
    expect(text).toMatch(/carbon_gate_workflow_entries\{.*workflow="say \\"1\\""\} 1/)
  })

  it('that is not there is named without its password', async () => {
    const error: unknown = await pushMetrics('http://ci:s3cret@127.0.0.1:9/', one).catch((reason: unknown) => reason)
    expect(String(error)).toMatch(/Pushgateway cannot be reached/)
    expect(String(error)).not.toContain('s3cret')
    await expect(pushMetrics('gateway:9091', one)).rejects.toThrow(/use http or https/)
    await expect(pushMetrics('http://ci:100%@127.0.0.1:9/', one)).rejects.toThrow(/write a % of a password as %25/)
  })
})

/** The address that a gateway logs when it listens. */
function addressOf(gateway: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = ''
    gateway.stderr?.on('data', (data: Buffer) => {
      log += data.toString('utf8')
      const address = /msg="Listening on" address=(\S+)/.exec(log)?.[1]
      if (address) resolve(`http://${address}`)
    })
    gateway.once('exit', () => reject(new Error(`the gateway did not start: ${log}`)))
  })
}

/** ExportMetricsServiceRequest of opentelemetry-proto 1.x in its JSON mapping, as far as gauges need it. Other fields are errors. */
const attribute = z.strictObject({
  key: z.string(),
  value: z.union([z.strictObject({ stringValue: z.string() }), z.strictObject({ intValue: z.number() })]),
})
const nanoseconds = z.string().regex(/^\d+$/)
const OtlpRequest = z.strictObject({
  resourceMetrics: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: z.array(attribute), droppedAttributesCount: z.number().optional() }),
      schemaUrl: z.string().optional(),
      scopeMetrics: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string() }),
          schemaUrl: z.string().optional(),
          metrics: z.array(
            z.strictObject({
              name: z.string(),
              description: z.string(),
              unit: z.string(),
              gauge: z.strictObject({
                dataPoints: z.array(
                  z.strictObject({
                    attributes: z.array(attribute),
                    startTimeUnixNano: nanoseconds,
                    timeUnixNano: nanoseconds,
                    asDouble: z.number(),
                  }),
                ),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
})

describe('an OTLP collector', () => {
  const servers: Server[] = []
  afterEach(() => {
    vi.unstubAllEnvs()
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })

  /** A collector that records what it gets; `answer` null never answers. */
  async function collector(
    answer: number | null,
  ): Promise<{ requests: { url: string; headers: object; body: string }[] }> {
    const requests: { url: string; headers: object; body: string }[] = []
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => void chunks.push(chunk))
      request.on('end', () => {
        requests.push({
          url: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        })
        if (answer !== null) response.writeHead(answer, { 'Content-Type': 'application/json' }).end('{}')
      })
    })
    servers.push(server)
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    return { requests }
  }

  it('gets the metrics as the protocol defines them, all of them', async () => {
    const { requests } = await collector(200)
    vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'api-key=abc')
    const many = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`acme/r${index}`, 1]))
    await sendMetrics(ledgerMetrics(totalsOf(many), totalsOf({})))
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({ url: '/v1/metrics', headers: { 'api-key': 'abc' } })
    const { resourceMetrics } = OtlpRequest.parse(JSON.parse(requests[0]?.body ?? ''))
    const service = resourceMetrics[0]?.resource.attributes.find(({ key }) => key === 'service.name')
    expect(service?.value).toEqual({ stringValue: 'carbon-gate' })
    const energy = resourceMetrics[0]?.scopeMetrics[0]?.metrics.find(({ name }) => name === 'carbon_gate.energy')
    expect(energy).toMatchObject({ unit: 'J', gauge: { dataPoints: expect.any(Array) as unknown[] } })
    expect(energy?.gauge.dataPoints).toHaveLength(2500)
    expect(energy?.gauge.dataPoints).toContainEqual(
      expect.objectContaining({
        asDouble: 3600,
        attributes: [{ key: 'repository', value: { stringValue: 'acme/r7' } }],
      }),
    )
  })

  it.each([
    ['never answers', null],
    ['is overloaded', 503],
    ['refuses', 400],
  ])('that %s is an error within the time it is given', async (_, answer) => {
    await collector(answer)
    const start = performance.now()
    await expect(sendMetrics(one, 400)).rejects.toThrow(/collector did not take the metrics/)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

it('replaces only a file of its own metrics', async () => {
  const { runCommand } = await import('../../run-command.ts')
  const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-prom-'))
  const file = path.join(folder, 'other.prom')
  writeFileSync(file, 'node_load1 3\n')
  const { status, stderr } = await runCommand(['ledger', 'export', '--ledger', 'x', '--prometheus', file])
  expect([status, stderr]).toEqual([2, expect.stringMatching(/something other than these metrics/)])
  expect(readFileSync(file, 'utf8')).toBe('node_load1 3\n')
})
