/** What an instance type of a cloud reserves. */
export interface CloudInstance {
  readonly provider: 'aws' | 'azure' | 'gcp'
  readonly type: string
  readonly vcpus: number
  /** Null: it has no GPU. */
  readonly gpu: { readonly name: string; readonly count: number } | null
}

/** GPUs of the sizes of g5 and g6, which are the same. */
const G_SIZES = {
  xlarge: 1,
  '2xlarge': 1,
  '4xlarge': 1,
  '8xlarge': 1,
  '16xlarge': 1,
  '12xlarge': 4,
  '24xlarge': 4,
  '48xlarge': 8,
}

/** GPUs of AWS families by size: the table of AWS Batch, User Guide, "Run GPU jobs", and AWS's pages of its accelerated instances. */
const AWS_GPUS: Readonly<Record<string, { readonly gpu: string; readonly counts: Readonly<Record<string, number>> }>> =
  {
    p5: { gpu: 'H100 SXM', counts: { '48xlarge': 8 } },
    p4d: { gpu: 'A100 SXM', counts: { '24xlarge': 8 } },
    p3dn: { gpu: 'V100 SXM', counts: { '24xlarge': 8 } },
    p3: { gpu: 'V100 SXM', counts: { '2xlarge': 1, '8xlarge': 4, '16xlarge': 8 } },
    g6: { gpu: 'L4', counts: G_SIZES },
    g5: { gpu: 'A10G', counts: G_SIZES },
    g4dn: { gpu: 'T4', counts: { xlarge: 1, '2xlarge': 1, '4xlarge': 1, '8xlarge': 1, '16xlarge': 1, '12xlarge': 4 } },
  }

/** Families with accelerators that are not in the table: their host alone would be most of the energy left out. */
const ACCELERATED: Readonly<Record<CloudInstance['provider'], RegExp>> = {
  aws: /^(?:p\d|g\d|gr\d|inf|trn|dl\d|vt|f\d)/,
  azure: /^standard_n/,
  gcp: /^(?:a\d|g\d|ct\d|tpu)/,
}

/** vCPUs of a size: AWS and Azure and Google Cloud write them into the name. */
const SIZES: Readonly<Record<CloudInstance['provider'], (type: string) => number | null>> = {
  aws: (type) => {
    const size = /^[a-z]+\d[a-z\d-]*\.(large|xlarge|(\d{1,3})xlarge)$/.exec(type)
    if (!size) return null
    return size[1] === 'large' ? 2 : 4 * Number(size[2] ?? 1)
  },
  azure: (type) => Number(/^standard_[a-z]+(\d{1,3})[a-z]*(?:_v\d)?$/.exec(type)?.[1] ?? 0) || null,
  gcp: (type) => Number(/^[a-z]\d[a-z]?-(?:standard|highmem|highcpu)-(\d{1,3})$/.exec(type)?.[1] ?? 0) || null,
}

/**
 * Finds an instance type: `aws:g5.xlarge`, `azure:Standard_D4s_v5`, `gcp:n2-standard-8`.
 * @returns null for a type whose vCPUs or accelerators are not known, never the nearest one
 * @example findInstance('aws:g5.xlarge')?.gpu // { name: 'A10G', count: 1 }
 */
export function findInstance(text: string): CloudInstance | null {
  const [, cloud = '', written = ''] = /^\s*(aws|azure|gcp)\s*:\s*([\w.-]+)\s*$/i.exec(text) ?? []
  const provider = (['aws', 'azure', 'gcp'] as const).find((each) => each === cloud.toLowerCase())
  if (provider === undefined) return null
  const type = written.toLowerCase()
  const vcpus = SIZES[provider](type)
  if (vcpus === null) return null
  const [family = '', size = ''] = type.split('.')
  const row = provider === 'aws' && Object.hasOwn(AWS_GPUS, family) ? AWS_GPUS[family] : undefined
  const count = row && Object.hasOwn(row.counts, size) ? row.counts[size] : undefined
  if (count === undefined && ACCELERATED[provider].test(type)) return null
  return { provider, type: written, vcpus, gpu: row && count !== undefined ? { name: row.gpu, count } : null }
}
