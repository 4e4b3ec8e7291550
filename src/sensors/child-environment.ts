/** Set in the environment of our sampler: a process tree that is signalled as a whole leaves it out. */
export const SAMPLER_VARIABLE = 'CARBON_GATE_SAMPLER'

/** What a child process gets of our environment: enough to find programs and their libraries, never a token. */
const ALLOWED = [
  'PATH',
  'Path',
  'SystemRoot',
  'LD_LIBRARY_PATH',
  // The runner ends processes with this variable at the job's end, in case we did not.
  'RUNNER_TRACKING_ID',
  // Test seam: root of the kernel's file trees (see root.ts).
  'CARBON_GATE_ROOT',
] as const

/** The allow-listed part of an environment. */
export function childEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const child: Record<string, string> = {}
  for (const name of ALLOWED) {
    const value = environment[name]
    if (value !== undefined) child[name] = value
  }
  return child
}
