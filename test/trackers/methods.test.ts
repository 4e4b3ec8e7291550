import { describe, expect, test } from 'vitest'
import { detectedFormat } from '../../src/trackers/formats.ts'
import { readText } from './log-text.ts'

const methodOf = async (text: string): Promise<string | undefined> => {
  const { records } = await readText(detectedFormat(text)!.format, text)
  return records[0]?.method
}

const carbontracker = (cpu: string): string =>
  [
    `2026-03-02 08:10:00 - CarbonTracker: The following components were found: CPU with device(s) ${cpu}.`,
    '2026-03-02 08:15:00 - CarbonTracker: ',
    'Actual consumption for 2 epoch(s):\n\tTime:\t0:05:00\n\tEnergy:\t0.004740 kWh\n\tCO2eq:\t0.948 g\n',
  ].join('\n')

const console = (mode: string, cpuKwh: number): string =>
  [
    `[codecarbon INFO @ 08:15:00] CPU Tracking Method: ${mode}`,
    '[codecarbon INFO @ 08:15:15] Energy consumed for RAM : 0.000200 kWh. RAM Power : 10.0 W',
    `[codecarbon INFO @ 08:15:15] Energy consumed for all CPUs : ${cpuKwh} kWh. Total CPU Power : 42.5 W`,
    `[codecarbon INFO @ 08:15:15] ${cpuKwh + 0.0002} kWh of electricity used since the beginning.\n`,
  ].join('\n')

const kepler = (name: string, labels: string): string => `${name}{${labels}} 100\n${name}{${labels}} 3700\n`

describe('a log that shows how its energy was obtained has that method', () => {
  test.each([
    ['carbontracker with RAPL', carbontracker('cpu:0, dram:0'), 'measured'],
    ['carbontracker on an Apple chip', carbontracker('CPU'), 'measured'],
    ['carbontracker with half of a TDP', carbontracker('AMD EPYC 7763 64-Core Processor'), 'estimated'],
    ["CodeCarbon's console with RAPL", console('RAPL', 0.02), 'measured'],
    ["CodeCarbon's console with a load model", console('cpu_load', 0.02), 'modelled'],
    ["CodeCarbon's console with a constant", console('global constant', 0.02), 'estimated'],
    ["CodeCarbon's console with much memory", console('RAPL', 0.0002), 'estimated'],
    ['Kepler of a node', kepler('kepler_node_package_joules_total', 'package="0"'), 'measured'],
    ['Kepler of containers', kepler('kepler_container_joules_total', 'container_name="a"'), 'modelled'],
    [
      'Kepler without a meter',
      `kepler_node_info{components_power_source="estimator",source="os"} 1\n${kepler('kepler_node_package_joules_total', 'package="0"')}`,
      'modelled',
    ],
    ['a model card by a tracker', '---\nco2_eq_emissions:\n  emissions: 250\n  source: CodeCarbon\n---\n', 'modelled'],
    ['a model card', '---\nco2_eq_emissions: 250\n---\n', 'estimated'],
    [
      'a report of one task by a wattmeter',
      '{"measures": [{"measurementMethod": "wattmeter", "powerConsumption": 0.1}]}',
      'measured',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await methodOf(text)).toBe(expected)
  })
})
