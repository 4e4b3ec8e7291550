import { childEnvironment } from './child-environment.ts'

/** A MIG instance: a slice of a board that the driver treats as a device of its own. */
export interface MigDevice {
  readonly uuid: string
  /** Its profile: compute slices and memory, e.g. `1g.10gb`, `1c.3g.20gb`. */
  readonly profile: string
}

/** Time after which the list is given up, ms: without persistence mode the driver initialises every board first. */
const ANSWER_MS = 20_000

const BOARD = /^GPU \d{1,3}: .* \(UUID: (GPU-[\w-]{8,64})\)/
/** Drivers before 470 print `MIG-GPU-<board>/<instance>/<compute instance>`. */
const DEVICE = /^\s+MIG ((?:\dc\.)?\dg\.\d{1,3}gb)(?:\+[\w.+]{1,20})?\s+Device\s+\d{1,3}: \(UUID: (MIG-[\w/-]{8,80})\)/

/**
 * Parses the output of `nvidia-smi -L`.
 * @returns the MIG devices of each board by the board's UUID; boards without any are missing
 */
export function parseMigDevices(text: string): ReadonlyMap<string, readonly MigDevice[]> {
  const devices = new Map<string, MigDevice[]>()
  let board = ''
  for (const line of text.split('\n')) {
    board = BOARD.exec(line)?.[1] ?? board
    const [, profile, uuid] = DEVICE.exec(line) ?? []
    if (board !== '' && profile !== undefined && uuid !== undefined) {
      devices.set(board, [...(devices.get(board) ?? []), { uuid, profile }])
    }
  }
  return devices
}

/** Lists the MIG devices of this machine, or of this container. Empty if nvidia-smi fails: boards then count whole. */
export async function listMigDevices(path: string): Promise<ReadonlyMap<string, readonly MigDevice[]>> {
  const { execFile } = await import('node:child_process')
  return new Promise((resolve) => {
    const options = { env: childEnvironment(process.env), timeout: ANSWER_MS, windowsHide: true }
    execFile(path, ['-L'], options, (error, output) => resolve(parseMigDevices(error ? '' : output)))
  })
}

/** Profiles of the devices that belong to the job: the chosen ones, or all that are listed if none of them is chosen. */
export function profilesOf(devices: readonly MigDevice[], chosen: readonly string[]): string[] {
  // CUDA accepts the beginning of a UUID.
  const own = devices.filter(({ uuid }) => chosen.some((device) => uuid.startsWith(device)))
  return (own.length > 0 ? own : devices).map(({ profile }) => profile)
}
