import type { LimitingGroup } from './cgroup-tree.ts'
import { countCpus } from './cpu-list.ts'
import { onlineCpus } from './host-cpus.ts'
import { textAt } from './root.ts'
import { hasContainerFile } from './virtual.ts'

/** Why a figure of the whole machine may contain the work of others. */
export type SharedScope = 'scope-affinity' | 'scope-slurm-node' | 'scope-no-limit'

/** Paths of control groups that container runtimes make. */
const CONTAINER_GROUP = /kubepods|docker|containerd|libpod|crio|lxc/

/**
 * Finds a sign that the job has only a part of the machine although no control group limits its CPU.
 * @param limit the group that limits its CPU, or null
 * @returns null if the job has a limit, or files and variables show no other job on the machine
 */
export function findSharedScope(
  root: string,
  limit: LimitingGroup | null,
  environment: Readonly<Record<string, string | undefined>>,
): SharedScope | null {
  if (limit) return null
  // A hosted runner is a virtual machine for one job: a container on it has no neighbours.
  if (environment['RUNNER_ENVIRONMENT'] === 'github-hosted') return null
  if (environment['SLURM_JOB_ID']) return 'scope-slurm-node'
  const isContainer =
    Boolean(environment['KUBERNETES_SERVICE_HOST']) ||
    CONTAINER_GROUP.test(textAt(root, 'proc/self/cgroup') ?? '') ||
    hasContainerFile(root) ||
    // Only lxcfs shows fewer processors than the host has.
    (countCpus(textAt(root, 'sys/devices/system/cpu/online') ?? '') ?? Number.POSITIVE_INFINITY) < onlineCpus(root)
  if (isContainer) return 'scope-no-limit'
  const allowed = countCpus(/^Cpus_allowed_list:\s*(\S+)/m.exec(textAt(root, 'proc/self/status') ?? '')?.[1] ?? '')
  return allowed !== null && allowed < onlineCpus(root) ? 'scope-affinity' : null
}
