import type { ChildProcess } from 'node:child_process'
import { parseNumber } from '../core/quantity.ts'
import { childEnvironment } from './child-environment.ts'
import { lineSplitter } from './text-stream.ts'
import type { SampledMeter } from './sensor.ts'

const SUDO = '/usr/bin/sudo'
const POWERMETRICS = '/usr/bin/powermetrics'
/** Time between its samples, ms. */
const PERIOD_MS = 1000
const J_PER_MJ = 1e-3

/**
 * Power of Apple's chip (CPU, GPU, neural engine) from powermetrics, which only root may run: tried only where sudo asks for
 * no password. One process for the whole job, started through `sudo -n`, which fails at once rather than ask.
 */
export class Powermetrics implements SampledMeter {
  readonly isPresent = process.platform === 'darwin'
  private child: ChildProcess | null = null
  private joules: number | null = null

  /** Energy since the first reading, J; null before it, or if it cannot be read. */
  read(): number | null {
    return this.joules
  }

  async start(): Promise<void> {
    if (!this.isPresent) return
    const { spawn } = await import('node:child_process')
    const args = ['-n', POWERMETRICS, '--samplers', 'cpu_power', '-i', String(PERIOD_MS)]
    const child = spawn(SUDO, args, { stdio: ['ignore', 'pipe', 'ignore'], env: childEnvironment(process.env) })
    this.child = child
    const split = lineSplitter()
    child.stdout.setEncoding('latin1')
    child.stdout.on('data', (chunk: string) => {
      for (const line of split(chunk)) this.take(line)
    })
    child.on('error', () => this.stop())
    child.on('close', () => this.stop())
  }

  private take(line: string): void {
    const milliwatts = combinedMilliwatts(line)
    if (milliwatts !== null) this.joules = (this.joules ?? 0) + milliwatts * J_PER_MJ * (PERIOD_MS / 1000)
  }

  stop(): void {
    // It runs as root and cannot be signalled: it ends when its output is closed.
    this.child?.stdout?.destroy()
    this.child?.kill()
    this.child = null
  }
}

/** `Combined Power (CPU + GPU + ANE): 1234 mW`. @returns null for any other line */
export function combinedMilliwatts(line: string): number | null {
  const match = /^Combined Power \(CPU \+ GPU \+ ANE\): (\d{1,7}) mW\s*$/.exec(line)
  return match ? parseNumber(match[1] ?? '') : null
}
