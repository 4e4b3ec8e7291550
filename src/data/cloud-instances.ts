/** What an instance type of a cloud reserves. */
export interface CloudInstance {
  readonly provider: 'aws' | 'azure' | 'gcp'
  readonly type: string
  readonly vcpus: number
  /** GB as the cloud states it; null where the table does not have it. */
  readonly memoryGb: number | null
  /** Null where the cloud does not name the model. */
  readonly cpu: string | null
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

const AWS_ROME = 'AMD EPYC 7R32'
const AWS_MILAN = 'AMD EPYC 7R13'
const AWS_CASCADE_LAKE = 'Intel Xeon Platinum 8259CL'
const AWS_CASCADE_LAKE_P = 'Intel Xeon Platinum 8275CL'
const AWS_BROADWELL = 'Intel Xeon E5-2686 v4'

/** An instance family of AWS. */
interface Family {
  readonly gpu: string
  /** GPUs by size. */
  readonly counts: Readonly<Record<string, number>>
  /** GB of memory for each vCPU. The p5 with one GPU has half as much again. */
  readonly gbPerVcpu: number
  /** Absent where AWS names only the generation. */
  readonly cpu?: string
}

/**
 * Families of AWS with GPUs: the table of AWS Batch, User Guide, "Run GPU jobs", and AWS's pages of its accelerated instances, 2025. AWS
 * publishes the generation of the CPU only. The models are those that /proc/cpuinfo of such instances is known to print; not checked for
 * each size.
 */
const AWS_GPUS: Readonly<Record<string, Family>> = {
  'p6-b200': { gpu: 'B200', counts: { '48xlarge': 8 }, gbPerVcpu: 2048 / 192 },
  p5en: { gpu: 'H200 SXM', counts: { '48xlarge': 8 }, gbPerVcpu: 2048 / 192 },
  p5e: { gpu: 'H200 SXM', counts: { '48xlarge': 8 }, gbPerVcpu: 2048 / 192 },
  p5: { gpu: 'H100 SXM', counts: { '4xlarge': 1, '48xlarge': 8 }, gbPerVcpu: 2048 / 192, cpu: AWS_MILAN },
  p4de: { gpu: 'A100 SXM', counts: { '24xlarge': 8 }, gbPerVcpu: 12, cpu: AWS_CASCADE_LAKE_P },
  p4d: { gpu: 'A100 SXM', counts: { '24xlarge': 8 }, gbPerVcpu: 12, cpu: AWS_CASCADE_LAKE_P },
  p3dn: { gpu: 'V100 SXM', counts: { '24xlarge': 8 }, gbPerVcpu: 8 },
  p3: { gpu: 'V100 SXM', counts: { '2xlarge': 1, '8xlarge': 4, '16xlarge': 8 }, gbPerVcpu: 61 / 8, cpu: AWS_BROADWELL },
  g6e: { gpu: 'L40S', counts: G_SIZES, gbPerVcpu: 8, cpu: AWS_MILAN },
  g6: { gpu: 'L4', counts: G_SIZES, gbPerVcpu: 4, cpu: AWS_MILAN },
  g5: { gpu: 'A10G', counts: G_SIZES, gbPerVcpu: 4, cpu: AWS_ROME },
  g4dn: {
    gpu: 'T4',
    counts: { xlarge: 1, '2xlarge': 1, '4xlarge': 1, '8xlarge': 1, '16xlarge': 1, '12xlarge': 4 },
    gbPerVcpu: 4,
    cpu: AWS_CASCADE_LAKE,
  },
}

/** GPUs, vCPUs and memory of machines whose name does not say them. */
type Row = readonly [type: string, vcpus: number, memoryGb: number, gpus: number, gpu: string, cpu?: string]

const MILAN = 'AMD EPYC 7V13'
const MILAN_F = 'AMD EPYC 74F3V'
const ROME = 'AMD EPYC 7V12'

/**
 * Sizes of Azure with GPUs: Microsoft Learn, "GPU-accelerated VM sizes", pages of the series (2024-2025). The smaller sizes of NVadsA10 v5
 * are vGPU profiles of one A10: 4, 8 and 12 of its 24 GB.
 */
const AZURE_GPUS: readonly Row[] = [
  ['nc4as_t4_v3', 4, 28, 1, 'T4', ROME],
  ['nc8as_t4_v3', 8, 56, 1, 'T4', ROME],
  ['nc16as_t4_v3', 16, 110, 1, 'T4', ROME],
  ['nc64as_t4_v3', 64, 440, 4, 'T4', ROME],
  ['nc6s_v3', 6, 112, 1, 'V100 PCIe'],
  ['nc12s_v3', 12, 224, 2, 'V100 PCIe'],
  ['nc24s_v3', 24, 448, 4, 'V100 PCIe'],
  ['nc24rs_v3', 24, 448, 4, 'V100 PCIe'],
  ['nc24ads_a100_v4', 24, 220, 1, 'A100 PCIe 80GB', MILAN],
  ['nc48ads_a100_v4', 48, 440, 2, 'A100 PCIe 80GB', MILAN],
  ['nc96ads_a100_v4', 96, 880, 4, 'A100 PCIe 80GB', MILAN],
  ['nc40ads_h100_v5', 40, 320, 1, 'H100 NVL'],
  ['nc80adis_h100_v5', 80, 640, 2, 'H100 NVL'],
  ['ncc40ads_h100_v5', 40, 320, 1, 'H100 NVL'],
  ['nd40rs_v2', 40, 672, 8, 'V100 SXM'],
  ['nd96asr_v4', 96, 900, 8, 'A100 SXM', ROME],
  ['nd96amsr_a100_v4', 96, 1900, 8, 'A100 SXM', ROME],
  ['nd96isr_h100_v5', 96, 1900, 8, 'H100 SXM'],
  ['nd96isr_h200_v5', 96, 1850, 8, 'H200 SXM'],
  ['nd96isr_mi300x_v5', 96, 1850, 8, 'MI300X'],
  ['nv6ads_a10_v5', 6, 55, 1, 'A10-4Q', MILAN_F],
  ['nv12ads_a10_v5', 12, 110, 1, 'A10-8Q', MILAN_F],
  ['nv18ads_a10_v5', 18, 220, 1, 'A10-12Q', MILAN_F],
  ['nv36ads_a10_v5', 36, 440, 1, 'A10', MILAN_F],
  ['nv36adms_a10_v5', 36, 880, 1, 'A10', MILAN_F],
  ['nv72ads_a10_v5', 72, 880, 2, 'A10', MILAN_F],
]

/** Machine types of Google Cloud with GPUs: Compute Engine documentation, "Accelerator-optimized machine family" (2025). */
const GCP_GPUS: readonly Row[] = [
  ['a2-highgpu-1g', 12, 85, 1, 'A100 SXM'],
  ['a2-highgpu-2g', 24, 170, 2, 'A100 SXM'],
  ['a2-highgpu-4g', 48, 340, 4, 'A100 SXM'],
  ['a2-highgpu-8g', 96, 680, 8, 'A100 SXM'],
  ['a2-megagpu-16g', 96, 1360, 16, 'A100 SXM'],
  ['a2-ultragpu-1g', 12, 170, 1, 'A100 SXM'],
  ['a2-ultragpu-2g', 24, 340, 2, 'A100 SXM'],
  ['a2-ultragpu-4g', 48, 680, 4, 'A100 SXM'],
  ['a2-ultragpu-8g', 96, 1360, 8, 'A100 SXM'],
  ['a3-highgpu-1g', 26, 234, 1, 'H100 SXM'],
  ['a3-highgpu-2g', 52, 468, 2, 'H100 SXM'],
  ['a3-highgpu-4g', 104, 936, 4, 'H100 SXM'],
  ['a3-highgpu-8g', 208, 1872, 8, 'H100 SXM'],
  ['a3-edgegpu-8g', 208, 1872, 8, 'H100 SXM'],
  ['a3-megagpu-8g', 208, 1872, 8, 'H100 SXM'],
  ['a3-ultragpu-8g', 224, 2952, 8, 'H200 SXM'],
  ['a4-highgpu-8g', 224, 3968, 8, 'B200'],
  ['g2-standard-4', 4, 16, 1, 'L4'],
  ['g2-standard-8', 8, 32, 1, 'L4'],
  ['g2-standard-12', 12, 48, 1, 'L4'],
  ['g2-standard-16', 16, 64, 1, 'L4'],
  ['g2-standard-24', 24, 96, 2, 'L4'],
  ['g2-standard-32', 32, 128, 1, 'L4'],
  ['g2-standard-48', 48, 192, 4, 'L4'],
  ['g2-standard-96', 96, 384, 8, 'L4'],
]

/** Rows by provider and type. */
const GPU_MACHINES: ReadonlyMap<string, Row> = new Map([
  ...AZURE_GPUS.map((row) => [`azure:${row[0]}`, row] as const),
  ...GCP_GPUS.map((row) => [`gcp:${row[0]}`, row] as const),
])

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
 * GB of memory for each vCPU of families without GPUs: AWS's page of its instance types, Microsoft Learn and Compute Engine documentation,
 * 2025. The oldest families and the largest sizes of Azure's E series have up to a fifth less.
 */
const MEMORY: readonly (readonly [type: RegExp, gbPerVcpu: number])[] = [
  [/^aws:c(?!5n)\d/, 2],
  [/^aws:[mt]\d/, 4],
  [/^aws:r\d/, 8],
  [/^azure:standard_d\d+[a-z]*l[a-z]*_v\d/, 2],
  [/^azure:standard_d\d+[a-z]*_v[3-9]/, 4],
  [/^azure:standard_e\d+[a-z]*_v\d/, 8],
  [/^azure:standard_f\d+[a-z]*_v2/, 2],
  [/^gcp:[a-z\d]+-standard-/, 4],
  [/^gcp:[a-z\d]+-highmem-/, 8],
  [/^gcp:(?:n[12]d?|e2)-highcpu-/, 1],
  [/^gcp:[a-z\d]+-highcpu-/, 2],
]

/**
 * Finds an instance type: `aws:g5.xlarge`, `azure:Standard_D4s_v5`, `gcp:n2-standard-8`. GPUs that are attached to a machine of Google Cloud
 * (`gcp:n1-standard-8` with T4) are not in its name.
 * @returns null for a type whose vCPUs or accelerators are not known, never the nearest one
 * @example findInstance('aws:g5.xlarge')?.gpu // { name: 'A10G', count: 1 }
 */
export function findInstance(text: string): CloudInstance | null {
  const [, cloud = '', written = ''] = /^\s*(aws|azure|gcp)\s*:\s*([\w.-]+)\s*$/i.exec(text) ?? []
  const provider = (['aws', 'azure', 'gcp'] as const).find((each) => each === cloud.toLowerCase())
  if (provider === undefined) return null
  const type = written.toLowerCase()
  const row = GPU_MACHINES.get(`${provider}:${type.replace(/^standard_/, '')}`)
  if (row) {
    const [, vcpus, memoryGb, count, name, cpu = null] = row
    return { provider, type: written, vcpus, memoryGb, cpu, gpu: { name, count } }
  }
  const vcpus = SIZES[provider](type)
  if (vcpus === null) return null
  const found = provider === 'aws' ? awsGpu(type) : null
  if (found === null && ACCELERATED[provider].test(type)) return null
  const gbPerVcpu = found?.gbPerVcpu ?? MEMORY.find(([pattern]) => pattern.test(`${provider}:${type}`))?.[1]
  return {
    provider,
    type: written,
    vcpus,
    memoryGb: gbPerVcpu === undefined ? null : vcpus * gbPerVcpu,
    cpu: found?.cpu ?? null,
    gpu: found?.gpu ?? null,
  }
}

function awsGpu(type: string): (Pick<CloudInstance, 'gpu' | 'cpu'> & Pick<Family, 'gbPerVcpu'>) | null {
  const [family = '', size = ''] = type.split('.')
  const row = Object.hasOwn(AWS_GPUS, family) ? AWS_GPUS[family] : undefined
  const count = row && Object.hasOwn(row.counts, size) ? row.counts[size] : undefined
  return row && count !== undefined
    ? { gpu: { name: row.gpu, count }, cpu: row.cpu ?? null, gbPerVcpu: row.gbPerVcpu }
    : null
}
