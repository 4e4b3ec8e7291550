/**
 * Generations of CPUs by the pattern of their names. Years, cores and sockets are from the makers' published
 * specifications (Intel ARK, AMD, Ampere, Arm and Apple product pages), not re-checked entry by entry.
 */

import type { Generation } from '../core/power/machine.ts'

/** A generation of CPUs: what two chips of different numbers have in common. */
export interface Architecture extends Generation {
  readonly make: 'intel' | 'amd' | 'arm' | 'apple'
  /** What the chip was sold for. */
  readonly segment: 'server' | 'desktop' | 'mobile'
}

type Row = readonly [
  pattern: RegExp,
  id: string,
  platform: string,
  make: Architecture['make'],
  segment: Architecture['segment'],
  year: number,
  maxCores: number,
]

/** First match wins; patterns meet the key of `cpuKey`. */
const ROWS: readonly Row[] = [
  // Intel Xeon 6 and Scalable
  [/^xeon 63\d\dp\b/, 'raptorlake', 'lga1700', 'intel', 'server', 2024, 8],
  [/^xeon 69\d\de\+/, 'clearwaterforest', 'lga7529', 'intel', 'server', 2026, 288],
  [/^xeon 69\d\de/, 'sierraforest', 'lga7529', 'intel', 'server', 2025, 288],
  [/^xeon 6\d\d\de/, 'sierraforest', 'lga4710', 'intel', 'server', 2024, 144],
  [/^xeon 69\d\dp/, 'graniterapids', 'lga7529', 'intel', 'server', 2024, 128],
  [/^xeon 6[5-7]\d\dp/, 'graniterapids', 'lga4710', 'intel', 'server', 2025, 86],
  // Xeon 600 of workstations: three digits, "Xeon 698X", "Xeon 634".
  [/^xeon 6[3-9]\dx?$/, 'graniterapids', 'lga4710', 'intel', 'desktop', 2026, 86],
  [/^xeon (?:max 9[45]|cpu max 9[45])\d\d/, 'sapphirerapids', 'lga4677', 'intel', 'server', 2023, 60],
  [/^xeon (?:bronze|silver|gold|platinum) [3-9]1\d\d/, 'skylake', 'lga3647', 'intel', 'server', 2017, 28],
  [/^xeon (?:bronze|silver|gold|platinum) [3-9]2\d\d/, 'cascadelake', 'lga3647', 'intel', 'server', 2019, 28],
  [/^xeon (?:gold|platinum) [568]3\d\dhl?c?\b/, 'cooperlake', 'lga4189', 'intel', 'server', 2020, 28],
  [/^xeon (?:bronze|silver|gold|platinum) [3-9]3\d\d/, 'icelake', 'lga4189', 'intel', 'server', 2021, 40],
  [/^xeon (?:bronze|silver|gold|platinum) [3-9]4\d\d/, 'sapphirerapids', 'lga4677', 'intel', 'server', 2023, 60],
  [/^xeon (?:bronze|silver|gold|platinum) [3-9]5\d\d/, 'emeraldrapids', 'lga4677', 'intel', 'server', 2023, 64],
  // Intel Xeon D, E, W
  [/^xeon d-15\d\d/, 'broadwell', 'xeon-d', 'intel', 'server', 2015, 16],
  [/^xeon d-16\d\d/, 'broadwell', 'xeon-d', 'intel', 'server', 2019, 16],
  [/^xeon d-21\d\d/, 'skylake', 'xeon-d', 'intel', 'server', 2018, 18],
  [/^xeon d-[12][78]\d\d/, 'icelake', 'xeon-d', 'intel', 'server', 2022, 20],
  [/^xeon e-2[12]\d\d/, 'coffeelake', 'lga1151', 'intel', 'server', 2018, 8],
  [/^xeon e-23\d\d/, 'rocketlake', 'lga1200', 'intel', 'server', 2021, 8],
  [/^xeon e-24\d\d/, 'raptorlake', 'lga1700', 'intel', 'server', 2023, 8],
  [/^xeon w-1[01]\d{3}m/, 'cometlake', 'bga', 'intel', 'mobile', 2020, 8],
  [/^xeon w-?12\d\d/, 'cometlake', 'lga1200', 'intel', 'desktop', 2020, 10],
  [/^xeon w-?13\d\d/, 'rocketlake', 'lga1200', 'intel', 'desktop', 2021, 8],
  [/^xeon w-?21\d\d/, 'skylake', 'lga2066', 'intel', 'desktop', 2017, 18],
  [/^xeon w-?22\d\d/, 'cascadelake', 'lga2066', 'intel', 'desktop', 2019, 18],
  [/^xeon w-?31\d\d/, 'skylake', 'lga3647', 'intel', 'desktop', 2018, 28],
  [/^xeon w-?32\d\d/, 'cascadelake', 'lga3647', 'intel', 'desktop', 2019, 28],
  [/^xeon w-?33\d\d/, 'icelake', 'lga4189', 'intel', 'desktop', 2021, 40],
  [/^xeon w[3579]?-?[23][45]\d\d/, 'sapphirerapids', 'lga4677', 'intel', 'desktop', 2023, 60],
  // Intel Xeon E3, E5, E7
  [/^xeon e3-1\d{3}[a-z]* v6/, 'kabylake', 'lga1151', 'intel', 'server', 2017, 4],
  [/^xeon e3-1\d{3}[a-z]* v5/, 'skylake', 'lga1151', 'intel', 'server', 2015, 4],
  [/^xeon e3-1\d{3}[a-z]* v4/, 'broadwell', 'lga1150', 'intel', 'server', 2015, 4],
  [/^xeon e3-1\d{3}[a-z]* v3/, 'haswell', 'lga1150', 'intel', 'server', 2013, 4],
  [/^xeon e3-1\d{3}[a-z]* v2/, 'ivybridge', 'lga1155', 'intel', 'server', 2012, 4],
  // A version that no generation has is not the first one.
  [/^xeon e3-1\d{3}[a-z]*(?! v[02-9])\b/, 'sandybridge', 'lga1155', 'intel', 'server', 2011, 4],
  [/^xeon e5-\d{4}[a-z]* v4/, 'broadwell', 'lga2011-3', 'intel', 'server', 2016, 24],
  [/^xeon e5-\d{4}[a-z]* v3/, 'haswell', 'lga2011-3', 'intel', 'server', 2014, 18],
  [/^xeon e5-[124]4\d\d[a-z]* v2/, 'ivybridge', 'lga1356', 'intel', 'server', 2014, 10],
  [/^xeon e5-\d{4}[a-z]* v2/, 'ivybridge', 'lga2011', 'intel', 'server', 2013, 12],
  [/^xeon e5-[124]4\d\d[a-z]*(?! v[02-9])\b/, 'sandybridge', 'lga1356', 'intel', 'server', 2012, 8],
  [/^xeon e5-\d{4}[a-z]*(?! v[02-9])\b/, 'sandybridge', 'lga2011', 'intel', 'server', 2012, 8],
  [/^xeon e7-\d{4}[a-z]* v4/, 'broadwell', 'lga2011-1', 'intel', 'server', 2016, 24],
  [/^xeon e7-\d{4}[a-z]* v3/, 'haswell', 'lga2011-1', 'intel', 'server', 2015, 18],
  [/^xeon e7-\d{4}[a-z]* v2/, 'ivybridge', 'lga2011-1', 'intel', 'server', 2014, 15],
  [/^xeon e7-\d{4}[a-z]*(?! v[02-9])\b/, 'westmere', 'lga1567', 'intel', 'server', 2011, 10],
  // Intel Xeon of 2005-2010
  [/^xeon [lxew]34\d\d/, 'nehalem', 'lga1156', 'intel', 'server', 2009, 4],
  [/^xeon [xlew]?5[5]\d\d/, 'nehalem', 'lga1366', 'intel', 'server', 2009, 4],
  [/^xeon [xlew]?35\d\d/, 'nehalem', 'lga1366', 'intel', 'server', 2009, 4],
  [/^xeon [xlew]?[53]6\d\d/, 'westmere', 'lga1366', 'intel', 'server', 2010, 6],
  [/^xeon [xle]?[67]5\d\d/, 'nehalem', 'lga1567', 'intel', 'server', 2010, 8],
  [/^xeon 50[2-8]\d/, 'netburst', 'lga771', 'intel', 'server', 2006, 2],
  [/^xeon (?:7[01]\d\d|mp\b)/, 'netburst', 'socket604', 'intel', 'server', 2006, 2],
  [/^xeon [xle]?74\d\d/, 'penryn', 'socket604', 'intel', 'server', 2008, 6],
  [/^xeon [xle]?7[23]\d\d/, 'core', 'socket604', 'intel', 'server', 2007, 4],
  [/^xeon [xle]?5[24]\d\d/, 'penryn', 'lga771', 'intel', 'server', 2007, 4],
  [/^xeon [xle]?5[13]\d\d/, 'core', 'lga771', 'intel', 'server', 2006, 4],
  [/^xeon [xle]3[13]\d\d\b/, 'penryn', 'lga775', 'intel', 'server', 2008, 4],
  [/^xeon [xle]?3[02]\d\d\b/, 'core', 'lga775', 'intel', 'server', 2007, 4],
  [/^xeon phi/, 'knightslanding', 'lga3647', 'intel', 'server', 2016, 72],
  // AMD EPYC: the last digit of the number is the generation
  [/^epyc 4\d[\da-z]\d?4\w*/, 'zen4', 'am5', 'amd', 'server', 2024, 16],
  [/^epyc 4\d[\da-z]5\w*/, 'zen5', 'am5', 'amd', 'server', 2025, 16],
  [/^epyc (?:embedded )?3\d\d1\w*/, 'zen', 'sp4', 'amd', 'server', 2018, 16],
  [/^epyc 7[\da-z]\d1\w*/, 'zen', 'sp3', 'amd', 'server', 2017, 32],
  [/^epyc 7[\da-z]\d2\w*/, 'zen2', 'sp3', 'amd', 'server', 2019, 64],
  // The fast ones have their letter before it: 75F3.
  [/^epyc 7[\da-z][\df]3\w*/, 'zen3', 'sp3', 'amd', 'server', 2021, 64],
  [/^epyc 8[\da-z]\d4\w*/, 'zen4c', 'sp6', 'amd', 'server', 2023, 64],
  [/^epyc 8[\da-z]\d5\w*/, 'zen5c', 'sp6', 'amd', 'server', 2025, 84],
  [/^epyc 97\d4\w*/, 'zen4c', 'sp5', 'amd', 'server', 2023, 128],
  [/^epyc 9[\da-z]\d4\w*/, 'zen4', 'sp5', 'amd', 'server', 2022, 96],
  [/^epyc 9(?:965|845|825|745|645)\w*/, 'zen5c', 'sp5', 'amd', 'server', 2024, 192],
  [/^epyc 9[\da-z]\d5\w*/, 'zen5', 'sp5', 'amd', 'server', 2024, 128],
  [/^epyc 9v33x/, 'zen4', 'sp5', 'amd', 'server', 2023, 96],
  [/^epyc 9[\da-z]\d6\w*/, 'zen6', 'sp7', 'amd', 'server', 2026, 256],
  // Hygon's chips are Zen 1 under licence.
  [/^(?:hygon c86(?! ?-?4g)|c86 7|dhyana)/, 'zen', 'sp3', 'amd', 'server', 2018, 32],
  // AMD Opteron
  [/^opteron [346]3\d\d\w*/, 'piledriver', 'g34', 'amd', 'server', 2012, 16],
  [/^opteron [346]2\d\d\w*/, 'bulldozer', 'g34', 'amd', 'server', 2011, 16],
  [/^opteron 61\d\d\w*/, 'k10', 'g34', 'amd', 'server', 2010, 12],
  [/^opteron 41\d\d\w*/, 'k10', 'c32', 'amd', 'server', 2010, 6],
  [/^opteron [28]4\d\d\w*/, 'k10', 'socket-f', 'amd', 'server', 2009, 6],
  [/^opteron [128]3[789]\d\w*/, 'k10', 'socket-f', 'amd', 'server', 2008, 6],
  [/^opteron [128]3\d\d\w*/, 'k10', 'socket-f', 'amd', 'server', 2007, 6],
  [/^opteron [128]?2\d\d\w*/, 'k8', 'socket-f', 'amd', 'server', 2006, 2],
  // What QEMU calls its models: "Opteron 63xx class".
  [/^opteron 63xx/, 'piledriver', 'g34', 'amd', 'server', 2012, 16],
  [/^opteron 62xx/, 'bulldozer', 'g34', 'amd', 'server', 2011, 16],
  [/^opteron 23xx/, 'k10', 'socket-f', 'amd', 'server', 2008, 6],
  [/^opteron x\d{4}/, 'excavator', 'fp4', 'amd', 'mobile', 2017, 4],
  [/^opteron/, 'k8', 'socket-f', 'amd', 'server', 2005, 2],
  // Arm servers
  [/^altra m/, 'neoverse-n1', 'altra', 'arm', 'server', 2021, 128],
  [/^altra/, 'neoverse-n1', 'altra', 'arm', 'server', 2020, 128],
  [/^(?:neoverse-n1|graviton2)/, 'neoverse-n1', 'cloud-arm', 'arm', 'server', 2020, 64],
  [/^(?:neoverse-v1|graviton3)/, 'neoverse-v1', 'cloud-arm', 'arm', 'server', 2022, 64],
  [/^(?:neoverse-n2|cobalt 100|yitian)/, 'neoverse-n2', 'cloud-arm', 'arm', 'server', 2023, 128],
  [/^(?:neoverse-v2|graviton4|axion|grace)/, 'neoverse-v2', 'cloud-arm', 'arm', 'server', 2024, 96],
  [/^neoverse-n3/, 'neoverse-n3', 'cloud-arm', 'arm', 'server', 2025, 128],
  [/^(?:neoverse-v3|cobalt 200|graviton5)/, 'neoverse-v3', 'cloud-arm', 'arm', 'server', 2025, 192],
  [/^kunpeng/, 'taishan-v110', 'kunpeng', 'arm', 'server', 2019, 64],
  [/^(?:ampereone|one a\d)/, 'ampereone', 'ampereone', 'arm', 'server', 2023, 192],
  [/^snapdragon x/, 'oryon', 'snapdragon', 'arm', 'mobile', 2024, 12],
  // Apple
  [/^m1\b/, 'apple-m1', 'apple', 'apple', 'mobile', 2020, 10],
  [/^m2\b/, 'apple-m2', 'apple', 'apple', 'mobile', 2022, 10],
  [/^m3\b/, 'apple-m3', 'apple', 'apple', 'mobile', 2023, 10],
  [/^m4\b/, 'apple-m4', 'apple', 'apple', 'mobile', 2024, 10],
  [/^m5\b/, 'apple-m5', 'apple', 'apple', 'mobile', 2025, 10],
  // Boards of Arm's smaller cores: Raspberry Pi and its like.
  [/^(?:cortex-a\d|raspberry pi)/, 'cortex-a', 'board', 'arm', 'mobile', 2019, 4],
  // AMD Ryzen
  [/^ryzen threadripper (?:pro )?1\d{3}/, 'zen', 'str4', 'amd', 'desktop', 2017, 32],
  [/^ryzen threadripper (?:pro )?2\d{3}/, 'zen', 'str4', 'amd', 'desktop', 2018, 32],
  [/^ryzen threadripper (?:pro )?3\d{3}/, 'zen2', 'str4', 'amd', 'desktop', 2019, 64],
  [/^ryzen threadripper (?:pro )?5\d{3}/, 'zen3', 'str4', 'amd', 'desktop', 2022, 64],
  [/^ryzen threadripper (?:pro )?7\d{3}/, 'zen4', 'str5', 'amd', 'desktop', 2023, 96],
  [/^ryzen threadripper (?:pro )?9\d{3}/, 'zen5', 'str5', 'amd', 'desktop', 2025, 96],
  [/^ryzen z2 extreme/, 'zen5', 'fp8', 'amd', 'mobile', 2025, 8],
  [/^ryzen z[12]/, 'zen4', 'fp7', 'amd', 'mobile', 2023, 8],
  [/^ryzen embedded v2/, 'zen2', 'fp6', 'amd', 'mobile', 2020, 8],
  [/^ryzen embedded v3/, 'zen3', 'fp7', 'amd', 'mobile', 2022, 8],
  [/^ryzen embedded/, 'zen', 'embedded', 'amd', 'mobile', 2018, 4],
  [/^ryzen ai/, 'zen5', 'fp8', 'amd', 'mobile', 2024, 16],
  [/^ryzen \d (?:pro )?1\d{3}/, 'zen', 'am4', 'amd', 'desktop', 2017, 8],
  [/^ryzen \d (?:pro )?[2-3]\d{3}(?:u|h|hs|c)\b/, 'zen', 'fp5', 'amd', 'mobile', 2018, 4],
  [/^ryzen \d (?:pro )?4\d{3}(?:u|h|hs|c)\b/, 'zen2', 'fp6', 'amd', 'mobile', 2020, 8],
  [/^ryzen \d (?:pro )?5[357]00u\b/, 'zen2', 'fp6', 'amd', 'mobile', 2021, 8],
  [/^ryzen \d (?:pro )?5\d{3}(?:u|h|hs|hx|c)\b/, 'zen3', 'fp6', 'amd', 'mobile', 2021, 8],
  [/^ryzen \d (?:pro )?6\d{3}(?:u|h|hs|hx|c)\b/, 'zen3', 'fp7', 'amd', 'mobile', 2022, 8],
  // From 7000 on the third digit is the generation: 7520U, 7730U, 7735HS, 7840U.
  [/^ryzen \d (?:pro )?7\d2\d(?:u|c)\b/, 'zen2', 'ft6', 'amd', 'mobile', 2022, 4],
  [/^ryzen \d (?:pro )?7\d3[0-4](?:u|h|hs|c)\b/, 'zen3', 'fp6', 'amd', 'mobile', 2023, 8],
  [/^ryzen \d (?:pro )?7\d3[5-9](?:u|h|hs|c)\b/, 'zen3', 'fp7', 'amd', 'mobile', 2023, 8],
  [/^ryzen \d (?:pro )?[78]\d{3}(?:u|h|hs|hx|hx3d|c)\b/, 'zen4', 'fp7', 'amd', 'mobile', 2023, 8],
  [/^ryzen \d (?:pro )?9\d{3}(?:hx|hx3d)\b/, 'zen5', 'fl1', 'amd', 'mobile', 2025, 16],
  // Numbers of 2025 for laptops' chips of 2020 to 2024: "Ryzen 7 250", "Ryzen 5 40".
  [/^ryzen \d (?:pro )?[23]\d\d\b/, 'zen4', 'fp8', 'amd', 'mobile', 2025, 8],
  [/^ryzen \d (?:pro )?1\d\d\b/, 'zen3', 'fp7', 'amd', 'mobile', 2025, 8],
  [/^ryzen \d (?:pro )?\d\d\b/, 'zen2', 'fp6', 'amd', 'mobile', 2025, 4],
  [/^ryzen \d (?:pro )?2\d{3}/, 'zen', 'am4', 'amd', 'desktop', 2018, 8],
  [/^ryzen \d (?:pro )?[34]\d{3}/, 'zen2', 'am4', 'amd', 'desktop', 2019, 16],
  [/^ryzen \d (?:pro )?5\d{3}/, 'zen3', 'am4', 'amd', 'desktop', 2020, 16],
  [/^ryzen \d (?:pro )?[78]\d{3}/, 'zen4', 'am5', 'amd', 'desktop', 2022, 16],
  [/^ryzen \d (?:pro )?9\d{3}/, 'zen5', 'am5', 'amd', 'desktop', 2024, 16],
  [/^gx-\d/, 'jaguar', 'ft3', 'amd', 'mobile', 2014, 4],
  [/^fx-[4689]\d{3}(?!p)/, 'piledriver', 'am3', 'amd', 'desktop', 2012, 8],
  [/^fx-\d{4}p/, 'excavator', 'fp4', 'amd', 'mobile', 2015, 4],
  // Athlons of 2018 and later are small Ryzens.
  [
    /^athlon (?:pro )?(?:gold|silver) (?:pro )?\d{4}(?:u|c|e)\b|^athlon (?:pro )?3\d\du/,
    'zen',
    'fp5',
    'amd',
    'mobile',
    2019,
    2,
  ],
  [/^athlon (?:(?:gold|silver) )?(?:pro )?(?:[23]\d\dge|3\d{3}ge?)\b/, 'zen', 'am4', 'amd', 'desktop', 2018, 4],
  [/^(?:phenom|athlon|sempron|turion|fx-|a\d+-)/, 'k10', 'am3', 'amd', 'desktop', 2010, 6],
  // Intel Core
  [/^core ultra \d (?:pro )?1\d\d[uhv]/, 'meteorlake', 'bga', 'intel', 'mobile', 2023, 8],
  [/^core ultra x?\d (?:pro )?3\d\d[uhvx]*\b/, 'pantherlake', 'bga', 'intel', 'mobile', 2026, 16],
  [/^core ultra \d (?:pro )?2\d\dv/, 'lunarlake', 'bga', 'intel', 'mobile', 2024, 8],
  [/^core ultra \d (?:pro )?2\d\d(?:u|hx?)\b/, 'arrowlake', 'bga', 'intel', 'mobile', 2025, 24],
  [/^core ultra \d (?:pro )?2\d\d/, 'arrowlake', 'lga1851', 'intel', 'desktop', 2024, 24],
  [/^core i[3579]-1[34]\d{2,3}(?:u|p|h|hx|hk)\b/, 'raptorlake', 'bga', 'intel', 'mobile', 2023, 8],
  [/^core i[3579]-1[34]\d{3}/, 'raptorlake', 'lga1700', 'intel', 'desktop', 2022, 24],
  // Series 1 and 2 without "Ultra", of laptops: "Core 7 150U"; the F has no graphics and is a desktop's.
  [/^core [3579] \d{3}(?:u|h|hx|hl)?\b/, 'raptorlake', 'bga', 'intel', 'mobile', 2024, 14],
  [/^core [3579] \d{3}(?:e|f|te|t)\b/, 'raptorlake', 'lga1700', 'intel', 'desktop', 2024, 24],
  [/^(?:core i3-|core 3 )?n\d{2,3}\b/, 'gracemont', 'bga', 'intel', 'mobile', 2023, 8],
  [/^core m/, 'skylake', 'bga', 'intel', 'mobile', 2016, 2],
  [/^core i[3579]-12\d{2,3}(?:u|p|h|hx|hk)\b/, 'alderlake', 'bga', 'intel', 'mobile', 2022, 8],
  [/^core i[3579]-12\d{3}/, 'alderlake', 'lga1700', 'intel', 'desktop', 2021, 16],
  [/^core i[3579]-11\d\dg\d/, 'tigerlake', 'bga', 'intel', 'mobile', 2020, 8],
  [/^core i[3579]-11\d{3}(?:h|hk)\b/, 'tigerlake', 'bga', 'intel', 'mobile', 2021, 8],
  [/^core i[3579]-11\d{3}/, 'rocketlake', 'lga1200', 'intel', 'desktop', 2021, 8],
  [/^core i[3579]-10\d\dn?g\d/, 'icelake', 'bga', 'intel', 'mobile', 2019, 8],
  [/^core i[3579]-10\d{3}(?:u|y|h|hk)\b/, 'cometlake', 'bga', 'intel', 'mobile', 2019, 8],
  [/^core i9-10\d{3}(?:x|xe)\b/, 'cascadelake', 'lga2066', 'intel', 'desktop', 2019, 18],
  [/^core i[3579]-10\d{3}/, 'cometlake', 'lga1200', 'intel', 'desktop', 2020, 10],
  [/^core i[3579]-[89]\d{3}(?:u|y|h|hk|g|b)\b/, 'coffeelake', 'bga', 'intel', 'mobile', 2018, 8],
  [/^core i[79]-9[89]\d\d(?:x|xe)\b/, 'skylake', 'lga2066', 'intel', 'desktop', 2018, 18],
  [/^core i[3579]-[89]\d{3}/, 'coffeelake', 'lga1151', 'intel', 'desktop', 2018, 8],
  [/^core i[3579]-7y\d\d/, 'kabylake', 'bga', 'intel', 'mobile', 2016, 2],
  [/^core i[3579]-7\d{3}(?:u|y|h|hk|hq)\b/, 'kabylake', 'bga', 'intel', 'mobile', 2017, 8],
  [/^core i[79]-7[89]\d\d(?:x|xe)\b/, 'skylake', 'lga2066', 'intel', 'desktop', 2017, 18],
  [/^core i[3579]-7\d{3}/, 'kabylake', 'lga1151', 'intel', 'desktop', 2017, 4],
  [/^core i[3579]-6\d{3}(?:u|y|h|hk|hq)\b/, 'skylake', 'bga', 'intel', 'mobile', 2015, 8],
  [/^core i7-6[89]\d\d(?:k|x)\b/, 'broadwell', 'lga2011-3', 'intel', 'desktop', 2016, 10],
  [/^core i[3579]-6\d{3}/, 'skylake', 'lga1151', 'intel', 'desktop', 2015, 4],
  [/^core i7-5[89]\d\d(?:k|x)\b/, 'haswell', 'lga2011-3', 'intel', 'desktop', 2014, 8],
  [/^core i[57]-5\d75[cr]\b/, 'broadwell', 'lga1150', 'intel', 'desktop', 2015, 4],
  [/^core i[3579]-5\d{3}/, 'broadwell', 'bga', 'intel', 'mobile', 2015, 8],
  [/^core i[3579]-4\d{3}(?:u|y|m|mq|hq|mx)\b/, 'haswell', 'bga', 'intel', 'mobile', 2013, 8],
  [/^core i7-4(?:820|9[36]0)(?:k|x)\b/, 'ivybridge', 'lga2011', 'intel', 'desktop', 2013, 6],
  [/^core i[3579]-4\d{3}/, 'haswell', 'lga1150', 'intel', 'desktop', 2013, 4],
  [/^core i[3579]-3\d{3}(?:u|y|m|qm)\b/, 'ivybridge', 'bga', 'intel', 'mobile', 2012, 8],
  [/^core i7-3(?:820|9[3-7]0(?:k|x))\b/, 'sandybridge', 'lga2011', 'intel', 'desktop', 2011, 6],
  [/^core i[3579]-3\d{3}/, 'ivybridge', 'lga1155', 'intel', 'desktop', 2012, 4],
  [/^core i[3579]-2\d{3}(?:u|y|m|qm)\b/, 'sandybridge', 'bga', 'intel', 'mobile', 2011, 8],
  [/^core i[3579]-2\d{3}/, 'sandybridge', 'lga1155', 'intel', 'desktop', 2011, 4],
  [/^core i[357]-[3-9]\d\d(?:[mqul]m?|[mu]m?)\b/, 'westmere', 'bga', 'intel', 'mobile', 2010, 4],
  [/^core i7-9[0-9]\d\b/, 'nehalem', 'lga1366', 'intel', 'desktop', 2008, 6],
  [/^core i[35]-[56]\d\d/, 'westmere', 'lga1156', 'intel', 'desktop', 2010, 2],
  [/^core i[57]-[78]\d\d/, 'nehalem', 'lga1156', 'intel', 'desktop', 2009, 4],
  [/^core2/, 'core', 'lga775', 'intel', 'desktop', 2007, 4],
  // Names without a generation of their own: small chips, counted by their power.
  [/^(?:atom|(?:celeron|pentium)(?: silver| gold)? [jn]\d{4})/, 'atom', 'bga', 'intel', 'mobile', 2015, 8],
  // Desktop chips of two cores, by the hundreds of their number: G4560 is of 2017.
  [
    /^(?:celeron|pentium(?: gold)?) g69\d\d|^pentium gold g7\d{3}|^300t?\b/,
    'alderlake',
    'lga1700',
    'intel',
    'desktop',
    2022,
    2,
  ],
  [/^(?:celeron|pentium(?: gold)?) g(?:59|6[4-6])\d\d/, 'cometlake', 'lga1200', 'intel', 'desktop', 2020, 2],
  [/^(?:celeron|pentium(?: gold)?) g(?:49|5[4-6])\d\d/, 'coffeelake', 'lga1151', 'intel', 'desktop', 2018, 2],
  [
    /^(?:celeron|pentium(?: gold)?) g(?:39[3-9]|4[56][6-9]|46[0-9])\d/,
    'kabylake',
    'lga1151',
    'intel',
    'desktop',
    2017,
    2,
  ],
  [/^(?:celeron|pentium(?: gold)?) g(?:39[0-2]|4[45])\d/, 'skylake', 'lga1151', 'intel', 'desktop', 2015, 2],
  [/^(?:celeron|pentium(?: gold)?) g(?:18|3[2-4])\d\d/, 'haswell', 'lga1150', 'intel', 'desktop', 2013, 2],
  [/^(?:celeron|pentium(?: gold)?) g(?:16|2[01])\d\d/, 'ivybridge', 'lga1155', 'intel', 'desktop', 2013, 2],
  // Laptops' chips without a letter of their own.
  [/^(?:celeron|pentium gold) (?:73\d\d|85\d\d)|^u300/, 'alderlake', 'bga', 'intel', 'mobile', 2022, 5],
  [/^pentium 4/, 'netburst', 'lga775', 'intel', 'desktop', 2004, 1],
  [/^pentium d/, 'netburst', 'lga775', 'intel', 'desktop', 2006, 2],
]

/** Rows with the plain text that their pattern starts with: most are passed over without a regular expression. */
const PREFIXED = ROWS.map((row) => [/^\^((?:[a-z\d -](?![?*{|]))+)/.exec(row[0].source)?.[1] ?? '', row] as const)

/** The generation that a CPU key (see `cpuKey`) belongs to by its number, or undefined. */
export const architectureOf = (key: string): Architecture | undefined => {
  for (const [prefix, [pattern, id, platform, make, segment, year, maxCores]] of PREFIXED) {
    if (!key.startsWith(prefix) || !pattern.test(key)) continue
    return { id, platform, make, segment, year, maxCores }
  }
  return undefined
}
