import { ConfigurationError } from '../../core/errors.ts'
import { type CloudInstance, findInstance } from '../../data/cloud-instances.ts'
import { splitGpuCount } from '../../data/gpu-names.ts'

/** Settings that an instance type replaces. */
interface InstanceWork {
  readonly instance?: string | undefined
  readonly vcpus?: number | undefined
  readonly cpu?: string | undefined
  readonly 'memory-gb'?: number | undefined
  readonly watts?: number | undefined
  readonly gpu?: string | undefined
  readonly gpus?: number | undefined
}

/**
 * Hardware of an instance type in place of its name. What is given besides it wins; watts and an instance contradict each other.
 * @throws ConfigurationError for a type that is not known
 */
export function withInstance<T extends InstanceWork>(work: T): T {
  if (work.instance === undefined) return work
  if (work.watts !== undefined) {
    throw new ConfigurationError(
      'instance and watts are both given: a plan has either the power or the name of its hardware',
    )
  }
  const { vcpus, memoryGb, cpu, gpu } = knownInstance(work.instance)
  const hasOwnCount = work.gpu !== undefined && splitGpuCount(work.gpu).count !== null
  return {
    ...work,
    vcpus: work.vcpus ?? vcpus,
    ...(cpu !== null && { cpu: work.cpu ?? cpu }),
    ...(memoryGb !== null && { 'memory-gb': work['memory-gb'] ?? memoryGb }),
    ...(gpu && { gpu: work.gpu ?? gpu.name, gpus: work.gpus ?? (hasOwnCount ? undefined : gpu.count) }),
  }
}

/** @throws ConfigurationError */
export function knownInstance(text: string): CloudInstance {
  const found = findInstance(text)
  if (found) return found
  const named = `instance ${JSON.stringify(text.slice(0, 80))} is unknown`
  const meant = ['aws', 'azure', 'gcp'].map((provider) => `${provider}:${text.trim()}`).filter(findInstance)
  if (meant.length > 0) throw new ConfigurationError(`${named}: did you mean ${meant.join(' or ')}?`)
  throw new ConfigurationError(
    `${named}: write provider and type, such as \`aws:g5.xlarge\`, \`azure:Standard_D4s_v5\` or \`gcp:n2-standard-8\`, or give its hardware instead: vcpus, memory-gb, gpu and gpus`,
  )
}
