import type { RunningMachine } from '../core/power/machine.ts'

/** A hosted runner by its label: its machine, for jobs without a measurement. */
export interface HostedRunner {
  readonly provider: 'github' | 'gitlab' | 'circleci' | 'azure-devops'
  readonly label: string
  /** CPU that it mostly has. */
  readonly cpuName: string
  readonly vcpus: number
  readonly memoryGb: number
  /** GPU by its name, or null. */
  readonly gpu: string | null
  readonly source: string
}

const GITHUB = 'GitHub: reference of GitHub-hosted runners; CPUs as seen on runners in 2025-26'
const GITHUB_LARGE = 'GitHub: reference of larger runners; CPUs as seen on runners in 2025-26'
const GITLAB = 'GitLab: hosted runners (n2d machines of Google Cloud); CPU after Eco-CI'
const GITLAB_ARM = 'GitLab: hosted runners on Arm (Neoverse N1 machines of Google Cloud)'
const GITLAB_MAC = 'GitLab: hosted runners on macOS'
const CIRCLECI = 'CircleCI: resource classes of the Linux VM; the CPU is an assumption: the cloud does not fix it'
const CIRCLECI_DOCKER = 'CircleCI: resource classes of Docker; the CPU is an assumption: the cloud does not fix it'
const CIRCLECI_MAC = 'CircleCI: resource classes of macOS'
const AZURE = 'Azure Pipelines: Microsoft-hosted agents (Standard_DS2_v2); CPU: one of those of the Dsv2 series'

const MILAN = 'AMD EPYC 7763 64-Core Processor'
const COBALT = 'Neoverse-N2'
const ROME = 'AMD EPYC 7B12'
const MAC_INTEL = 'Intel(R) Core(TM) i7-8700B CPU @ 3.20GHz'
const CLOUD_XEON = 'Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz'
const AZURE_XEON = 'Intel(R) Xeon(R) Platinum 8272CL CPU @ 2.60GHz'

type Row = readonly [
  provider: HostedRunner['provider'],
  pattern: RegExp,
  cpuName: string,
  vcpus: number,
  memoryGb: number,
  gpu: string | null,
  source: string,
]

/** First match wins. */
const ROWS: readonly Row[] = [
  ['github', /^ubuntu-slim$/, MILAN, 1, 5, null, GITHUB],
  ['github', /^(?:ubuntu|windows)-(?:latest|\d+(?:\.\d+)?)(?:-vs\d+)?$/, MILAN, 4, 16, null, GITHUB],
  ['github', /^(?:ubuntu-(?:latest|\d+\.\d+)|windows-\d+)-arm$/, COBALT, 4, 16, null, GITHUB],
  ['github', /^macos-(?:latest|\d+)-xlarge$/, 'Apple M2', 5, 14, null, GITHUB_LARGE],
  ['github', /^macos-(?:latest|\d+)-large$/, MAC_INTEL, 12, 30, null, GITHUB_LARGE],
  ['github', /^macos-(?:1[0-3]|\d+-intel)$/, MAC_INTEL, 4, 14, null, GITHUB],
  ['github', /^macos-(?:latest|\d+)$/, 'Apple M1', 3, 7, null, GITHUB],
  ['github', /(?:^|[-_])(?:gpu|t4)(?:[-_]|$)/, MILAN, 4, 28, 'Tesla T4', GITHUB_LARGE],
  ['gitlab', /^saas-linux-small-amd64$/, ROME, 2, 8, null, GITLAB],
  ['gitlab', /^saas-linux-medium-amd64-gpu-standard$/, ROME, 4, 16, 'Tesla T4', GITLAB],
  ['gitlab', /^saas-linux-medium-amd64$/, ROME, 4, 16, null, GITLAB],
  ['gitlab', /^saas-linux-large-amd64$/, ROME, 8, 32, null, GITLAB],
  ['gitlab', /^saas-linux-xlarge-amd64$/, ROME, 16, 64, null, GITLAB],
  ['gitlab', /^saas-linux-2xlarge-amd64$/, ROME, 32, 128, null, GITLAB],
  ['gitlab', /^saas-linux-small-arm64$/, 'Neoverse-N1', 2, 8, null, GITLAB_ARM],
  ['gitlab', /^saas-linux-medium-arm64$/, 'Neoverse-N1', 4, 16, null, GITLAB_ARM],
  ['gitlab', /^saas-linux-large-arm64$/, 'Neoverse-N1', 8, 32, null, GITLAB_ARM],
  ['gitlab', /^saas-macos-medium-m1$/, 'Apple M1', 4, 8, null, GITLAB_MAC],
  ['gitlab', /^saas-macos-large-m2pro$/, 'Apple M2 Pro', 6, 16, null, GITLAB_MAC],
  ['circleci', /^machine:medium$/, CLOUD_XEON, 2, 7.5, null, CIRCLECI],
  ['circleci', /^machine:large(?:\.gen2)?$/, CLOUD_XEON, 4, 15, null, CIRCLECI],
  ['circleci', /^machine:xlarge(?:\.gen2)?$/, CLOUD_XEON, 8, 32, null, CIRCLECI],
  ['circleci', /^machine:2xlarge(?:\.gen2)?$/, CLOUD_XEON, 16, 64, null, CIRCLECI],
  ['circleci', /^machine:2xlarge\+$/, CLOUD_XEON, 32, 64, null, CIRCLECI],
  ['circleci', /^(?:docker:)?small$/, CLOUD_XEON, 1, 2, null, CIRCLECI_DOCKER],
  ['circleci', /^(?:docker:)?medium$/, CLOUD_XEON, 2, 4, null, CIRCLECI_DOCKER],
  ['circleci', /^(?:docker:)?large$/, CLOUD_XEON, 4, 8, null, CIRCLECI_DOCKER],
  ['circleci', /^(?:docker:)?xlarge$/, CLOUD_XEON, 8, 16, null, CIRCLECI_DOCKER],
  ['circleci', /^macos\.m1\.medium\.gen1$/, 'Apple M1', 4, 6, null, CIRCLECI_MAC],
  ['circleci', /^macos\.m1\.large\.gen1$/, 'Apple M1', 8, 12, null, CIRCLECI_MAC],
  ['circleci', /^m4pro\.medium$/, 'Apple M4 Pro', 6, 28, null, CIRCLECI_MAC],
  ['azure-devops', /^(?:ubuntu|windows)-(?:latest|\d+(?:\.\d+)?)$/, AZURE_XEON, 2, 7, null, AZURE],
  ['azure-devops', /^macos-(?:latest|\d+)$/i, MAC_INTEL, 3, 14, null, AZURE],
]

/** Larger runners of GitHub carry their vCPUs in the label that their owner gave: "ubuntu-24.04-16-cores". */
const LARGER = /(?:^|[-_])(2|4|8|16|32|64|96)[-_]?(?:v?cpus?|cores?)(?:[-_]|$)/
/** Memory of larger runners, GB for each vCPU. */
const LARGER_GB_PER_VCPU = 4
/** Runners of private repositories have half the machine. */
const PRIVATE = { vcpus: 2, memoryGb: 8 }

/** What is known of a job besides its labels. */
export interface RunnerQuery {
  readonly provider?: HostedRunner['provider']
  /** True when the repository is private: GitHub's standard runners are smaller there. */
  readonly isPrivate?: boolean
}

/** The hosted runner of one of the labels, or undefined for self-hosted and unknown ones. */
export const runnerOf = (labels: readonly string[], query: RunnerQuery = {}): HostedRunner | undefined => {
  const { provider = 'github', isPrivate = false } = query
  if (labels.some((label) => label.toLowerCase() === 'self-hosted')) return undefined
  for (const label of labels) {
    const text = label.toLowerCase()
    const row = ROWS.find(([of, pattern]) => of === provider && pattern.test(text))
    if (row !== undefined) {
      const [, , cpuName, vcpus, memoryGb, gpu, source] = row
      const runner = { provider, label, cpuName, vcpus, memoryGb, gpu, source }
      return isPrivate && source === GITHUB && vcpus === 4 && cpuName !== MAC_INTEL ? { ...runner, ...PRIVATE } : runner
    }
    const cores = provider === 'github' ? LARGER.exec(text)?.[1] : undefined
    if (cores !== undefined) {
      const vcpus = Number(cores)
      const cpuName = /arm/.test(text) ? COBALT : MILAN
      return { provider, label, cpuName, vcpus, memoryGb: vcpus * LARGER_GB_PER_VCPU, gpu: null, source: GITHUB_LARGE }
    }
  }
  return undefined
}

/** The runner as a machine whose power can be asked for: all hosted runners are shares of a host. */
export const machineOfRunner = ({ cpuName, vcpus, memoryGb }: HostedRunner): RunningMachine => ({
  cpuName,
  vcpus,
  memoryGb,
  isVirtual: true,
})
