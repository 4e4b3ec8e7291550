import { type Silicon, serverBySilicon, siliconOfName } from './silicon.ts'

/** A chip made for one cloud, and the retail chip whose measurements are used for it. */
export interface CloudCpu {
  /** Undefined: the name as given. */
  readonly name: string | undefined
  /** Key (see `cpuKey`) of the substitute. */
  readonly substitute: string
  readonly reason: string
  /** Cores of a chip. */
  readonly cores: number
  readonly threadsPerCore: number
  /** Chips in the host machine. */
  readonly sockets: number
  /** TDP of a chip, W; undefined: that of the substitute. */
  readonly tdpWatts: number | undefined
}

/**
 * pattern;name;substitute;cores;threads per core;sockets;TDP, W;reason. Cores and sockets: after the clouds' documents of their machine
 * series, not re-checked entry by entry; TDP: CodeCarbon's table where it lists the chip. The system says "Neoverse-N1" on a Graviton2. Of
 * the seven measured servers with these cores, the two Q64-30 are of one maker and draw the most idle power; the Q80-30 is in the middle.
 */
const TABLE = String.raw`^epyc 7r13$;AMD EPYC 7R13;epyc 7763;48;2;2;280;Milan of 48 cores that AWS alone has: its largest size has 192 vCPU; the 7763 is the same silicon
^epyc 7r32$;AMD EPYC 7R32;epyc 7742;48;2;2;240;Rome of 48 cores that AWS alone has; the 7742 is the same silicon
^epyc 7v73x$;AMD EPYC 7V73X;epyc 7773x;64;1;2;280;Milan-X of Azure HBv3, where a vCPU is a core (no SMT); the 7773X is the same silicon
^epyc 9r14$;AMD EPYC 9R14;epyc 9654;96;1;2;;Genoa of AWS (M7a, C7a, R7a), where a vCPU is a core (no SMT)
^epyc 9v33x$;AMD EPYC 9V33X;epyc 9684x;96;1;2;;Genoa-X of Azure HBv4 and HX, where a vCPU is a core (no SMT); the 9684X is the same silicon
^epyc 9r45$;AMD EPYC 9R45;epyc 9655;96;1;2;;Turin of AWS (M8a, C8a, R8a), where a vCPU is a core (no SMT)
^epyc 7v13$|^epyc 7[bj]13$|^epyc 7[kt]83$;;epyc 7763;64;2;2;280;Milan of up to 64 cores under a number of the cloud
^epyc 7[bv]12$;;epyc 7742;64;2;2;240;Rome of up to 64 cores under a number of the cloud
^epyc 9v74$;AMD EPYC 9V74;epyc 9654;80;2;2;;Genoa of 80 cores that Azure alone has; the 9654 is the same silicon with 96
^epyc 9[vk]84$|^epyc 9[bj]14$|^epyc 9t24$;;epyc 9654;96;2;2;;Genoa under a number of the cloud
^epyc 9v45$|^epyc 9b45$;;epyc 9655;96;2;2;;Turin under a number of the cloud
^xeon platinum 8370c$;Intel Xeon Platinum 8370C;xeon platinum 8358;32;2;2;;Ice Lake of 32 cores that Azure alone has; the 8358 has the same cores
^xeon platinum 8375c$;Intel Xeon Platinum 8375C;xeon platinum 8358;32;2;2;;Ice Lake of 32 cores that AWS alone has; the 8358 has the same cores
^xeon platinum 8272cl$;Intel Xeon Platinum 8272CL;xeon platinum 8270;26;2;2;195;Cascade Lake of 26 cores that Azure alone has; the 8270 has the same cores
^xeon platinum 8259cl$;Intel Xeon Platinum 8259CL;xeon platinum 8260;24;2;2;210;Cascade Lake of 24 cores that AWS alone has; the 8260 has the same cores
^xeon platinum 8275cl$;Intel Xeon Platinum 8275CL;xeon platinum 8260;24;2;2;240;Cascade Lake of 24 cores that AWS alone has; the 8260 has the same cores
^xeon platinum 8171m$;Intel Xeon Platinum 8171M;xeon platinum 8170;26;2;2;165;Skylake of 26 cores that Azure alone has; the 8170 has the same cores
^xeon platinum 8175m$;Intel Xeon Platinum 8175M;xeon platinum 8168;24;2;2;240;Skylake of 24 cores that AWS alone has; the 8168 has the same cores
^xeon platinum 8573c$;Intel Xeon Platinum 8573C;xeon platinum 8592+;56;2;2;350;Emerald Rapids that Azure alone has; the 8592+ is the same silicon
^xeon platinum 8473c$;Intel Xeon Platinum 8473C;xeon platinum 8480+;52;2;2;350;Sapphire Rapids of 52 cores that clouds alone have; the 8480+ is the same silicon
^xeon platinum 84(?:7[46]c|75b|88c)$;;xeon platinum 8480+;48;2;2;350;Sapphire Rapids of 48 cores under a number of the cloud; the 8480+ is the same silicon
^xeon platinum 848[01]cl?$;;xeon platinum 8480+;56;2;2;350;Sapphire Rapids under a number of the cloud; the 8480+ is the same silicon
^xeon 6975p-c$;Intel Xeon 6975P-C;xeon 6972p;96;2;2;;Granite Rapids of 96 cores that AWS alone has; the 6972P has the same cores
^xeon 6985p-c$;Intel Xeon 6985P-C;xeon 6960p;72;2;2;;Granite Rapids of 72 cores that Google alone has; the 6960P has the same cores
^(?:neoverse-n1|graviton2)$;Neoverse N1 (Graviton2, Ampere Altra);altra q80-30;64;1;1;180;clouds rent 64 to 80 Neoverse N1 cores as Graviton2 and Ampere Altra; the Altra Q80-30 was measured
^(?:neoverse-v1|graviton3)$;AWS Graviton3 (Neoverse V1);neoverse-v1;64;1;1;210;no server with Neoverse V1 was measured; 64 cores at the power of its Neoverse N1 relatives
^(?:neoverse-n2|cobalt 100)$;Azure Cobalt 100 (Neoverse N2);neoverse-n2;128;1;1;250;no server with Neoverse N2 was measured; 128 cores, as the Altra M128-30 has, at its power
^(?:neoverse-v2|graviton4|axion)$;Neoverse V2 (Graviton4, Axion);neoverse-v2;96;1;2;300;no server with Neoverse V2 was measured; 96 cores at the power of its Neoverse N1 relatives
^grace\b;NVIDIA Grace (Neoverse V2);neoverse-v2;72;1;2;250;no server with Neoverse V2 was measured; 72 cores at the power of its Neoverse N1 relatives`

const ROWS: readonly (CloudCpu & { readonly pattern: RegExp })[] = TABLE.split('\n').map((row) => {
  const [pattern = '', name = '', substitute = '', cores, threadsPerCore, sockets, tdp = '', ...reason] = row.split(';')
  return {
    pattern: new RegExp(pattern),
    name: name || undefined,
    substitute,
    reason: reason.join(';'),
    cores: Number(cores),
    threadsPerCore: Number(threadsPerCore),
    sockets: Number(sockets),
    tdpWatts: tdp === '' ? undefined : Number(tdp),
  }
})

/** The cloud chip of a key (see `cpuKey`), or undefined when the chip is on sale. */
export const cloudCpuOf = (key: string): CloudCpu | undefined => ROWS.find(({ pattern }) => pattern.test(key))

/** Names that only contain the maker and the family. */
const EPYC_ONLY = /^amd epyc(?:-v\d)?(?: processor)?(?: \(with ibpb\))?$/
const XEON_ONLY =
  /^intel(?:\(r\))? xeon(?:\(r\))?(?: (?:platinum|gold|silver))?(?: (?:cpu|processor))?(?: @ [\d.]+ ?ghz)?$/
const NAMELESS: readonly RegExp[] = [EPYC_ONLY, XEON_ONLY]

const shows = (generation: string): string => `the hypervisor shows the generation ${generation} only`

/** Names that a hypervisor shows in place of the chip's own: the generation is known at best. */
const HIDDEN: readonly (readonly [pattern: RegExp, substitute: string, reason: string])[] = [
  // The number of a chip says more than what a hypervisor adds to it.
  [/epyc-turin/, 'epyc 9655', shows('Turin')],
  [/epyc-genoa/, 'epyc 9654', shows('Genoa')],
  [/epyc-milan/, 'epyc 7763', shows('Milan')],
  [/epyc-rome/, 'epyc 7742', shows('Rome')],
  [
    EPYC_ONLY,
    'epyc 7742',
    'the hypervisor (Firecracker, QEMU) hides the number; Rome is the middle of the generations that clouds rent',
  ],
  [/^opteron_g|amd opteron 63xx/, 'opteron 6380', shows('Piledriver')],
  [/xeon.*\bgranite ?rapids/, 'xeon 6787p', shows('Granite Rapids')],
  [/xeon.*\bsierra ?forest/, 'xeon 6780e', shows('Sierra Forest')],
  [/xeon.*\bemerald ?rapids/, 'xeon platinum 8592+', shows('Emerald Rapids')],
  [/xeon.*\bcooper ?lake/, 'xeon platinum 8380h', shows('Cooper Lake')],
  [/xeon.*\bsapphire ?rapids/, 'xeon platinum 8480+', shows('Sapphire Rapids')],
  [/xeon.*\bicelake/, 'xeon platinum 8380', shows('Ice Lake')],
  [/xeon.*\bcascade ?lake/, 'xeon platinum 8280', shows('Cascade Lake')],
  [/xeon.*\bskylake|intel core processor \(skylake/, 'xeon platinum 8176', shows('Skylake')],
  [/xeon.*\bbroadwell|intel core processor \(broadwell/, 'xeon e5-2699 v4', shows('Broadwell')],
  [/xeon.*\bhaswell|intel core processor \(haswell/, 'xeon e5-2699 v3', shows('Haswell')],
  [/xeon e312xx|\(sandy ?bridge/, 'xeon e5-2670', shows('Sandy Bridge')],
  [/xeon e3-12xx v2|\(ivy ?bridge/, 'xeon e5-2680 v2', shows('Ivy Bridge')],
  [/^westmere e56xx/, 'xeon x5670', shows('Westmere')],
  [/core i7 9xx/, 'xeon x5570', shows('Nehalem')],
  [
    XEON_ONLY,
    'xeon platinum 8280',
    'the cloud hides the number; Cascade Lake is the middle of the generations that clouds rent',
  ],
  [/^virtualapple/, 'm1', 'translated code on Apple silicon; the M1 is its smallest chip'],
  [/^apple processor/, 'm1', 'the hypervisor hides the chip; the M1 is the smallest'],
]

/** The substitute chip for a name of a hypervisor, or undefined. */
export const hiddenCpuOf = (
  name: string,
  silicon: Silicon | null = null,
): { readonly substitute: string; readonly reason: string } | undefined => {
  const text = name.trim().toLowerCase()
  const found = HIDDEN.find(([pattern]) => pattern.test(text))
  const known = silicon ?? siliconOfName(name)
  // A generation in the name is more reliable than CPUID, which hypervisors may set to an older model.
  const isNameless = found === undefined ? siliconOfName(name) !== null : NAMELESS.some((pattern) => pattern.test(text))
  const bySilicon = known !== null && isNameless ? serverBySilicon(known) : null
  if (bySilicon !== null) return bySilicon
  return found === undefined ? undefined : { substitute: found[1], reason: found[2] }
}
