/**
 * UUIDs of the MIG devices that the environment gives to the job; empty without such a choice. Slurm sets the variable of CUDA, the
 * container toolkit that of NVIDIA.
 */
export function chosenMigDevices(environment: Readonly<Record<string, string | undefined>>): string[] {
  const value = environment['CUDA_VISIBLE_DEVICES'] ?? environment['NVIDIA_VISIBLE_DEVICES'] ?? ''
  return value
    .split(',')
    .map((device) => device.trim())
    .filter((device) => device.startsWith('MIG-'))
}
